"""Who visits: a person of a cohort, by the session in their browser's cookie, or the owner of the home.

A session comes before the key, so that the host can try out in their own browser what a participant sees.
"""

from typing import Protocol
from urllib.parse import quote

from tornado.httputil import HTTPServerRequest

from dlcourse.course.entrance import Entrance
from dlcourse.domain.viewer import Viewer
from dlcourse.server.access.door import Door

DAYS = 180
"""How many days a browser stores the session."""
_VIEWER, _VISITS = "_dlcourse_viewer", "_dlcourse_visits"


class Opens(Protocol):
    """A door: whether a request may come in as the owner of the home."""

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether the request has shown the key, or came by a trusted proxy."""


class Visits:
    """Finds the viewer behind a request."""

    def __init__(self, owner: str, door: Opens, entrance: Entrance | None, cookies: "SessionCookies") -> None:
        """``owner`` is the person of the home; without an ``entrance`` there are no cohorts."""
        self._owner, self._door, self._entrance, self._cookies = owner, door, entrance, cookies

    def viewer(self, request: HTTPServerRequest) -> Viewer | None:
        """The viewer, found once for each request; None if nobody may come in with it."""
        if not hasattr(request, _VIEWER):
            setattr(request, _VIEWER, self.now(request))
            setattr(request, _VISITS, self)
        return found_viewer(request)

    def now(self, request: HTTPServerRequest) -> Viewer | None:
        """The viewer as of now, who may be another one than when the request came in."""
        session = self._cookies.session(request)
        member = self._entrance.visitor(session) if self._entrance and session else None
        return member or (Viewer(self._owner) if self._door.admits(request) else None)


def found_viewer(request: HTTPServerRequest) -> Viewer | None:
    """The viewer that was found behind this request when it came in; None if there is none."""
    found: Viewer | None = getattr(request, _VIEWER, None)
    return found


def has_ended(request: HTTPServerRequest) -> bool:
    """Whether the session by which a request came in has ended since, as one does when its person is removed."""
    visits: Visits | None = getattr(request, _VISITS, None)
    return visits is not None and visits.now(request) != found_viewer(request)


class SessionCookies:
    """The cookie with the session of a member. Each home has its own, and none fits another home."""

    def __init__(self, door: Door, root: str) -> None:
        """``root`` is the prefix of every address."""
        self._name, self._root = f"{door.name}-me", root

    def session(self, request: HTTPServerRequest) -> str:
        """The session in the request's cookie; empty if there is none."""
        found = request.cookies.get(self._name)
        return found.value if found else ""

    def cookie(self, session: str, *, secure: bool) -> str:
        """A ``Set-Cookie`` header with this session; ``secure`` is for browsers that came by https."""
        return self._header(session, DAYS * 24 * 3600, secure=secure)

    def no_cookie(self) -> str:
        """A ``Set-Cookie`` header that deletes the session."""
        return self._header("", 0, secure=False)

    def _header(self, value: str, seconds: int, *, secure: bool) -> str:
        rules = (f"Path={quote(self._root)}", f"Max-Age={seconds}", "HttpOnly", "SameSite=Lax")
        return "; ".join((f"{self._name}={value}", *rules, *(["Secure"] if secure else [])))
