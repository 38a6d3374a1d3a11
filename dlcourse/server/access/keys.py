"""The key of a course folder: whoever has it may open the course in a browser.

It is stored in a file that only the owner can read. It is never in an address that is sent over a network, in a log, or
in a QR code.
"""

import os
import re
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dlcourse.course.home import not_kept, write_private
from dlcourse.errors import CourseError

NAME = "door-key"
_SHAPE = re.compile(r"[\w-]{43}", re.ASCII)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class KeyedAddress:
    """The address of a course, and the key that opens it there."""

    address: str
    """The address without the key; it ends in ``/``."""
    key: str

    def at(self, page: str = "") -> str:
        """The address of a page with the key in its fragment, which browsers do not send."""
        return f"{self.address}{page}#key={self.key}"


def key_of(home: Path) -> str:
    """The key of this course folder. A new one is made if there is none, or if others could read the old one.

    Raises a `CourseError` if a new key cannot be stored.
    """
    return _kept(home / NAME) or new_key(home)


def key_for_this_run(home: Path) -> str:
    """The key of this course folder; if none can be stored there, one that is valid until the server stops."""
    try:
        return key_of(home)
    except CourseError:
        return secrets.token_urlsafe(32)


def new_key(home: Path) -> str:
    """Make and store a new key. The old key, and every browser that used it, is refused from now on."""
    key = secrets.token_urlsafe(32)
    try:
        write_private(home / NAME, key + "\n")
    except OSError as error:
        raise not_kept(home, error) from None
    return key


def only_for_owner(path: Path) -> bool:
    """Whether only the owner, who must be the account of this process, can read or write the file."""
    if os.name != "posix":
        return True  # there, the folder for a person's own data is closed to others
    found = path.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS


def _kept(path: Path) -> str | None:
    with suppress(OSError, ValueError):
        key = path.read_text("ascii").strip()
        return key if _SHAPE.fullmatch(key) and only_for_owner(path) else None
    return None
