"""What every answer of the server has in common: safe headers, pages from templates, and problems told in words."""

import logging
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from tornado.web import HTTPError, RequestHandler

from dlcourse.errors import CourseError, traceback_text
from dlcourse.server.words import PROBLEMS

_log = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "template"

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # pictures of a notebook's Markdown come inside the page
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""No inline script or style, no eval, nothing from another site."""
OUTPUT_RULES = RULES | {
    "script-src": "'self' blob:",  # the front end of a widget comes from the kernel, as text
    "style-src": "'self' 'unsafe-inline'",  # tables and widgets carry their styles with them
    "img-src": "'self' data: blob:",
    "media-src": "'self' data: blob:",
}
"""For a page whose cells may show anything. It runs no script that stands in the page, and no eval."""


def policy(rules: dict[str, str]) -> str:
    """The rules as browsers read them in a header."""
    return "; ".join(f"{name} {value}" for name, value in rules.items())


POLICY = policy(RULES)
OUTPUT_POLICY = policy(OUTPUT_RULES)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SafeAnswer(RequestHandler):
    """Answers with safe headers. Its log quotes nobody's words."""

    def set_default_headers(self) -> None:
        """Set what every answer carries."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def log_exception(self, *info: Any) -> None:
        """A `CourseError` was told to the person; of anything else the log says where, and quotes nobody's words."""
        if isinstance(info[1], HTTPError):
            super().log_exception(*info)
        elif not isinstance(info[1], CourseError):
            _log.error("Answering %s: %s", self.request.path, traceback_text(info[1]))


class SocketAnswer(SafeAnswer):
    """Answers at the address of a WebSocket. Where none is opened, it says why in one line."""

    def check_origin(self, origin: str = "") -> bool:  # noqa: ARG002 - Tornado's shape, and Jupyter's without a value
        """Check nothing, because the doorkeeper has checked the origin already."""
        return True

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say what went wrong. Browsers show this to developers only."""
        error = kwargs.get("exc_info", (None, None))[1]
        problem = error if isinstance(error, CourseError) else PROBLEMS.get(status_code, PROBLEMS[500])
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(str(problem))


class CourseHandler(SafeAnswer):
    """Answers with a page in words where something went wrong."""

    def prepare(self) -> None:
        """Take a proxy's token out of the address, before it is copied, kept or shown to anybody."""
        if self.request.method in {"GET", "HEAD"} and "token" in self.request.query_arguments:
            self.redirect(self.request.path)

    def render_page(self, template: str, **values: Any) -> str:
        """Return a page made from one of our templates."""
        found: jinja2.Environment = self.settings["templates"]
        return found.get_template(template).render(**self.settings["shared"], **values)

    def answer_problem(self, problem: CourseError, status: int) -> None:
        """Answer with a page that tells this problem."""
        self.set_status(status)
        self.set_header("Cache-Control", "no-store")
        self.finish(self.render_page("problem.html", problem=problem, title=problem.what))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say what went wrong in words, and where to go on."""
        error = kwargs.get("exc_info", (None, None))[1]
        problem = error if isinstance(error, CourseError) else PROBLEMS.get(status_code, PROBLEMS[500])
        self.answer_problem(problem, status_code)


class RefusedHandler(CourseHandler):
    """Answers a request that nobody here takes."""

    def initialize(self, status: int) -> None:
        """``status`` is the answer's."""
        self._status = status

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        self.send_error(self._status)

    def check_xsrf_cookie(self) -> None:
        """Let the refusal be told."""


@cache
def templates() -> jinja2.Environment:
    """Return the pages' templates. Each is compiled once in a process."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
