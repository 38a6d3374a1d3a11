"""What all answers of the server share: who may ask, safe headers, and problems explained in words.

The server never answers a request that was made for another host, or that another site made a browser send.
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
from dlcourse.server.door import Admission
from dlcourse.server.settings import ANY
from dlcourse.server.words import PROBLEMS

_log = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "template"

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # pictures in a notebook's Markdown are embedded in the page
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


class CourseHandler(RequestHandler):
    """Answers with safe headers, and explains in words what went wrong."""

    def set_default_headers(self) -> None:
        """Set the headers of every answer."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Remove a proxy's token from the address before it is copied, stored or shown to anybody."""
        if self.request.method in {"GET", "HEAD"} and "token" in self.request.query_arguments:
            self.redirect(self.request.path)

    def render_page(self, template: str, **values: Any) -> str:
        """Return a page made from one of our templates."""
        found: jinja2.Environment = self.settings["templates"]
        return found.get_template(template).render(**self.settings["shared"], **values)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Explain what went wrong, and where to go on."""
        error = kwargs.get("exc_info", (None, None))[1]
        problem = error if isinstance(error, CourseError) else PROBLEMS.get(status_code, PROBLEMS[500])
        self.set_header("Cache-Control", "no-store")
        self.finish(self.render_page("problem.html", problem=problem, title=problem.what))

    def log_exception(self, *info: Any) -> None:
        """Log any error except a `CourseError`, which the person has seen.

        The log says where it happened, without personal words.
        """
        if isinstance(info[1], HTTPError):
            super().log_exception(*info)
        elif not isinstance(info[1], CourseError):
            _log.error("Answering %s: %s", self.request.path, traceback_text(info[1]))


class RefusedHandler(CourseHandler):
    """Answers a request that no address here accepts."""

    def initialize(self, status: int) -> None:
        """``status`` is the status of the answer."""
        self._status = status

    def prepare(self) -> None:
        """Refuse the request, whatever its method."""
        self.send_error(self._status)

    def check_xsrf_cookie(self) -> None:
        """Check nothing, so that the refusal is sent."""


class Doorkeeper:
    """Decides for which hosts and from which pages requests are accepted."""

    def __init__(self, host: str, names: Iterable[str]) -> None:
        """``host`` is what the server listens on. ``names`` are more of its names; ``*`` is for any."""
        self._names = {name.lower().strip("[]") for name in names}
        self._anywhere = ANY in self._names
        self._open = not is_loopback(host)

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether the request was made for this server, and not by a page of another site."""
        return self._knows(host_name(f"//{request.host}")) and self._own_page(request)

    def _knows(self, name: str) -> bool:
        # A page elsewhere can point its own host name at this machine, but it cannot send one of these names.
        return self._anywhere or name in self._names or is_loopback(name) or (self._open and _is_own(name))

    def _own_page(self, request: HTTPServerRequest) -> bool:
        origin = request.headers.get("Origin")
        if origin is None:
            return True  # no page of another site: such pages always say where they come from
        return urlsplit(origin).netloc.lower() == request.host.lower() or host_name(origin) in self._names


class CourseApplication(Application):
    """Routes requests that were made for this server by somebody who may use the course."""

    def __init__(self, handlers: _RuleList, entry: "Entry", **settings: Any) -> None:
        """``handlers`` and ``settings`` are as in Tornado. ``entry`` decides which requests get to them."""
        settings |= {"default_handler_class": RefusedHandler, "default_handler_args": {"status": 404}}
        super().__init__(handlers, **settings)
        self._entry = entry

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Return the handler that answers the request."""
        if not self._entry.doorkeeper.admits(request):
            return self.get_handler_delegate(request, RefusedHandler, {"status": int(HTTPStatus.FORBIDDEN)})
        if not (self._entry.public.fullmatch(request.path) or self._entry.admission.admits(request)):
            return self.get_handler_delegate(request, self._entry.locked)
        return super().find_handler(request, **kwargs)


@dataclass(frozen=True)
class Entry:
    """The checks that a request has to pass before its address is looked up."""

    doorkeeper: Doorkeeper
    admission: Admission
    public: re.Pattern[str]
    """The paths that need no key, because they show nothing of the course or require another proof."""
    locked: type[RequestHandler]
    """Answers callers that are not admitted."""


def templates(*, enable_async: bool = False) -> jinja2.Environment:
    """Return the templates of the pages. Use ``enable_async`` for pages that are sent piece by piece."""
    loader = jinja2.FileSystemLoader(TEMPLATES)
    return jinja2.Environment(loader=loader, autoescape=True, enable_async=enable_async)


def host_name(address: str) -> str:
    """Return the host name in an address, in lower case; empty if there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _is_own(name: str) -> bool:
    """Whether the host is an IP address or a name of this machine.

    No page elsewhere can have been loaded from one of these.
    """
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
    """Whether the name is a loopback name of this machine."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
