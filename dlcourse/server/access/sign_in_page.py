"""The page for people without the key, and the address to which a browser sends the key."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

from dlcourse.course.page_host import error_to_json
from dlcourse.errors import CourseError
from dlcourse.server.access.door import Door, WrongKeys
from dlcourse.server.access.entry_words import ENDED
from dlcourse.server.web import CourseHandler, RefusedHandler
from dlcourse.server.words import DOOR, LOCKED, TOO_MANY_KEYS, WRONG_KEY


class KeyRequired(RefusedHandler):
    """Answers callers that have not shown the key: a page for a person, a line for a WebSocket, JSON for a program."""

    def initialize(self) -> None:  # type: ignore[override]
        """Set nothing up, because the answer is always the same."""
        super().initialize(HTTPStatus.UNAUTHORIZED)

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ARG002
        """Say where to find the key, in the format that was asked for."""
        self.set_header("Cache-Control", "no-store")
        if "Upgrade" in self.request.headers:
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(str(LOCKED))
        elif self.request.method in {"GET", "HEAD"}:
            had_session = bool(self.settings["session_cookies"].session(self.request))
            self.finish(sign_in_page(self, self.request.path, ended=ENDED if had_session else None))
        else:
            self.finish({"error": error_to_json(LOCKED)})


class SignIn(CourseHandler):
    """Takes the key from the form on that page, and gives the browser a cookie for it."""

    def initialize(self, door: Door, wrong: WrongKeys) -> None:
        """``wrong`` counts the wrong keys of all browsers."""
        self._door, self._wrong = door, wrong

    def check_xsrf_cookie(self) -> None:
        """Check nothing, because no page of another site knows the key."""

    def get(self) -> None:
        """Lead people who bookmarked this address to the course."""
        self.redirect(self.settings["shared"]["root"])

    def post(self) -> None:
        """Admit the browser and lead it to the page that it wanted, or say what is wrong with the key."""
        wanted = self._wanted(self.get_body_argument("next", ""))
        self.set_header("Cache-Control", "no-store")
        if not self._door.opens(self.get_body_argument("key", "")):
            self._refuse(wanted)
            return
        self.set_header("Set-Cookie", self._door.cookie(secure=came_by_https(self.request)))
        self.redirect(wanted, status=HTTPStatus.SEE_OTHER)

    def _refuse(self, wanted: str) -> None:
        too_many = self._wrong.too_many()
        self.set_status(HTTPStatus.TOO_MANY_REQUESTS if too_many else HTTPStatus.UNAUTHORIZED)
        self.finish(sign_in_page(self, wanted, TOO_MANY_KEYS if too_many else WRONG_KEY))

    def _wanted(self, address: str) -> str:
        """The page to go to. It is always a page of this course."""
        root: str = self.settings["shared"]["root"]
        path = _path(address)
        inside = path.startswith(root) and not path.startswith("//") and path != f"{root}door"
        return path if inside else root


def sign_in_page(
    handler: CourseHandler,
    wanted: str,
    problem: CourseError | None = None,
    ended: Mapping[str, str] | None = None,
) -> str:
    """The page that asks for the key. With the key, it leads to the address ``wanted``.

    ``ended`` are the words for somebody whose session in a cohort has ended, and who may come in again.
    """
    title = (ended or DOOR)["title"]
    return handler.render_page("door.html", title=title, door=DOOR, wanted=wanted, problem=problem, ended=ended)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def came_by_https(request: HTTPServerRequest) -> bool:
    """Whether the browser sent the form by https, which a proxy in front of this server may offer."""
    return request.headers.get("Origin", "").startswith("https:")
