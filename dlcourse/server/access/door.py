"""Who may use the course: a browser that has shown the key, or a trusted proxy.

Being able to reach the port proves nothing, and neither does a loopback address: every account on the machine can do
both.
"""

import hashlib
import hmac
import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from tornado.httputil import HTTPServerRequest

PROXY_HEADER = "Dlcourse-Proxy"
"""The header in which a trusted proxy sends its secret."""
DAYS = 400
"""How many days a browser stores the cookie: the longest time that browsers allow."""
WRONG = 10
"""How many wrong keys a minute are answered individually. After that, the answer is to wait."""
_SHOWN = re.compile(r"(?:.*[#&?]key=)?([\w-]+)", re.ASCII | re.DOTALL)


class TrustedDoor:
    """The door behind a socket that only a trusted proxy can reach. It admits everybody."""

    def admits(self, request: HTTPServerRequest) -> bool:  # noqa: ARG002 - the others look at it
        """Always true, because the proxy has checked who it is."""
        return True


class Door:
    """The door of one course folder. Its cookie is not valid for another folder, or after a new key was made."""

    def __init__(self, home: Path, key: str, root: str, secret: str | None = None) -> None:
        """``root`` is the prefix of every address; ``secret`` is what a trusted proxy sends."""
        self._key, self._root, self._secret = key, root, secret
        # Browsers store cookies by host name, whatever the port, so each folder has its own cookie name.
        self.name = f"dlcourse-{hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]}"

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether the request has the cookie of this door, or the secret of a trusted proxy."""
        return self._has_cookie(request) or self._has_secret(request)

    def opens(self, shown: str) -> bool:
        """Whether this is the key, either alone or in a whole address."""
        found = _SHOWN.fullmatch(shown.strip())
        return bool(found and _same(found[1], self._key))

    def cookie(self, *, secure: bool) -> str:
        """A ``Set-Cookie`` header for one browser that has shown the key.

        ``secure`` is for browsers that came by https.

        ``SameSite`` is ``Lax``, so that a link to a session in an email opens the session. A request from such a link
        changes nothing and starts nothing. Every request that does must also have the ``Origin`` of our own page.
        """
        nonce = secrets.token_urlsafe(16)
        rules = (f"Path={quote(self._root)}", f"Max-Age={DAYS * 24 * 3600}", "HttpOnly", "SameSite=Lax")
        return "; ".join((f"{self.name}={nonce}.{self._seal(nonce)}", *rules, *(["Secure"] if secure else [])))

    def _has_cookie(self, request: HTTPServerRequest) -> bool:
        found = request.cookies.get(self.name)
        nonce, _, seal = found.value.partition(".") if found else ("", "", "")
        return bool(nonce) and _same(seal, self._seal(nonce))

    def _has_secret(self, request: HTTPServerRequest) -> bool:
        return self._secret is not None and _same(request.headers.get(PROXY_HEADER, ""), self._secret)

    def _seal(self, nonce: str) -> str:
        return hmac.digest(self._key.encode(), f"dlcourse visitor {nonce}".encode(), "sha256").hex()


class WrongKeys:
    """Counts wrong keys, so that somebody who tries many of them does not keep the server busy.

    The right key is always admitted, however many wrong ones came before. 256 bits cannot be guessed, and if wrong keys
    locked the door, anybody could lock out the owner.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives the time in seconds."""
        self._clock = clock
        self._tried: deque[float] = deque(maxlen=WRONG)

    def too_many(self) -> bool:
        """Count one more wrong key. Returns whether there were too many within the last minute."""
        now = self._clock()
        full = len(self._tried) == WRONG and now - self._tried[0] < 60
        if not full:
            self._tried.append(now)
        return full


def _same(shown: str, known: str) -> bool:
    return hmac.compare_digest(shown.encode("utf-8", "replace"), known.encode())
