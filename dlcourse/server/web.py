"""What every answer of the server has in common: who may ask, safe headers, and problems told in words.

Never answers anybody whose request was made for another host, nor one that another site had a browser send.
"""

import ipaddress
import logging
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from tornado.httputil import HTTPServerRequest
from tornado.routing import _RuleList
from tornado.web import Application, HTTPError, RequestHandler

from dlcourse.errors import CourseError, traceback_text
from dlcourse.server.access.door import Admission
from dlcourse.server.prefix import with_canonical
from dlcourse.server.resources.connection_limit import welcome
from dlcourse.server.settings import ANY
from dlcourse.server.words import PROBLEMS

_log = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "template"

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # pictures of a notebook's Markdown come inside the page
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
))  # fmt: skip
"""No inline script or style, no eval, nothing from another site."""

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

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002 - Tornado's shape
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


class Doorkeeper:
    """Knows for which hosts and from which pages a request may come."""

    def __init__(self, host: str, names: Iterable[str]) -> None:
        """``host`` is what the server listens on; ``names`` are more names of it, ``*`` for any."""
        self._names = {name.lower().strip("[]") for name in names}
        self._anywhere = ANY in self._names
        self._open = not is_loopback(host)

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether the request was made for this server, and not by another site's page."""
        return self._knows(host_name(f"//{request.host}")) and self._own_page(request)

    def _knows(self, name: str) -> bool:
        # A page elsewhere can point its own name at this machine, but it cannot send one of these names.
        return self._anywhere or name in self._names or is_loopback(name) or (self._open and _is_own(name))

    def _own_page(self, request: HTTPServerRequest) -> bool:
        origin = request.headers.get("Origin")
        if origin is None:
            return True  # no page of another site: those always say where they are from
        return host_and_port(origin) == request.host.lower() or host_name(origin) in self._names


class CourseApplication(Application):
    """Routes requests that were made for this server and come from somebody who may use the course."""

    def __init__(self, handlers: _RuleList, entry: "Admittance", **settings: Any) -> None:
        """``handlers`` and ``settings`` as in Tornado; ``entry`` says who gets to them."""
        settings |= {"default_handler_class": RefusedHandler, "default_handler_args": {"status": 404}}
        super().__init__(handlers, **settings)
        self._entry = entry

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Return what answers the request."""
        request.path = with_canonical(request.path, self._entry.root)
        if not self._entry.doorkeeper.admits(request):
            return self.get_handler_delegate(request, RefusedHandler, {"status": int(HTTPStatus.FORBIDDEN)})
        if not (self._entry.public.fullmatch(request.path) or self._entry.admission.admits(request)):
            return self.get_handler_delegate(request, self._entry.locked)
        if not self._entry.public.fullmatch(request.path):
            welcome(request)
        return super().find_handler(request, **kwargs)


@dataclass(frozen=True)
class Admittance:
    """What a request has to pass before any address is looked up."""

    doorkeeper: Doorkeeper
    admission: Admission
    public: re.Pattern[str]
    """The paths that need no key, because they show nothing of the course or ask for a proof of their own."""
    locked: type[RequestHandler]
    """Answers whoever is not admitted."""
    root: str
    """The prefix of every address."""


def templates() -> jinja2.Environment:
    """Return the pages' templates."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)


def host_and_port(address: str) -> str | None:
    """Return the host and port in an address, in lower case; ``None`` if there are none."""
    try:
        return urlsplit(address).netloc.lower() or None
    except ValueError:
        return None


def host_name(address: str) -> str:
    """Return the host's name in an address, in small letters; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _is_own(name: str) -> bool:
    """Whether it is a bare address, or a name of this machine: no page elsewhere can have come under one of these."""
    own = socket.gethostname().lower()
    short = own.partition(".")[0]
    return _is_address(name) or name in {own, short, f"{short}.local", socket.getfqdn().lower()}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether the name is one of this machine for itself."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
