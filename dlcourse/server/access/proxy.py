"""How a proxy with its own sign-in shows that it can be trusted.

Either it connects to a Unix socket that only this account can open, or it sends a secret from a file that only this
account can read. Nothing else counts: every account on the machine can send requests from the machine's own address.
"""

import socket
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tornado.netutil import bind_unix_socket

from dlcourse.errors import CourseError
from dlcourse.server.access.keys import only_for_owner

OPTION = "--trusted-proxy"
SHORTEST = 20
"""The fewest characters of a secret."""


@dataclass(frozen=True)
class TrustedProxy:
    """What a trusted proxy uses: a socket to connect to, or a secret to send, or neither if no proxy was named."""

    socket: Path | None = None
    secret: str | None = None


def trusted_proxy(path: Path | None) -> TrustedProxy:
    """Find out what ``path`` is: a file with a secret, or else the place for a socket.

    Raises a `CourseError` if others can read the secret, or if it is too short.
    """
    if path is None:
        return TrustedProxy()
    if path.exists() and not path.is_socket():
        return TrustedProxy(secret=_secret(path))
    return TrustedProxy(socket=path)


def take(path: Path) -> socket.socket:
    """Return a listening Unix socket that only this account can open. A socket that was left behind is replaced.

    Raises a `CourseError` if that is not possible.
    """
    try:
        return bind_unix_socket(str(path), mode=stat.S_IRUSR | stat.S_IWUSR)
    except (OSError, ValueError, AttributeError) as error:
        reason = (getattr(error, "strerror", None) or "this machine has none").lower()
        remedy = "Name a path in a folder that you may write to, shorter than 100 characters."
        raise CourseError(f"{OPTION} {path}", f"there can be no socket ({reason})", remedy) from None


def remove(path: Path) -> None:
    """Delete the file of the socket."""
    with suppress(OSError):
        path.unlink()


def _secret(path: Path) -> str:
    where = f"{OPTION} {path}"
    try:
        found, private = path.read_text("ascii").strip(), only_for_owner(path)
    except (OSError, ValueError):
        raise CourseError(where, "this file cannot be read", "Write a long word of letters and digits in it.") from None
    if not private:
        raise CourseError(where, "others can read this secret", f"Write a new one, and run: chmod 600 {path}")
    if len(found) < SHORTEST or not found.isprintable() or " " in found:
        what = f"this is no secret of {SHORTEST} characters or more"
        raise CourseError(where, what, "Make one: python -c 'import secrets; print(secrets.token_urlsafe())'")
    return found
