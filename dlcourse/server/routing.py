"""What a request has to pass before any address is looked up, and how large its body may be."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPServerRequest
from tornado.routing import _RuleList
from tornado.web import Application, RequestHandler

from dlcourse.server.access.hosts import Doorkeeper
from dlcourse.server.access.visits import Visits
from dlcourse.server.prefix import with_canonical
from dlcourse.server.resources.connection_limit import welcome
from dlcourse.server.web import RefusedHandler

STRANGERS_BODY = 64 * 1024
"""The most bytes of a body from somebody who has shown neither the key nor a ticket. The form for the key fits."""


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
        from_us = self._entry.doorkeeper.admits(request)
        if not (from_us and self._entry.knows(request)):
            _limit_body(request)
        if not from_us:
            return self.get_handler_delegate(request, RefusedHandler, {"status": int(HTTPStatus.FORBIDDEN)})
        if self._entry.public.fullmatch(request.path):
            return super().find_handler(request, **kwargs)
        if self._entry.visits.viewer(request) is None:
            return self.get_handler_delegate(request, self._entry.locked)
        welcome(request)
        return super().find_handler(request, **kwargs)


@dataclass(frozen=True)
class Admittance:
    """What a request has to pass before any address is looked up."""

    doorkeeper: Doorkeeper
    visits: Visits
    public: re.Pattern[str]
    """The paths that need no key, because they show nothing of the course or ask for a proof of their own."""
    locked: type[RequestHandler]
    """Answers whoever is not admitted."""
    root: str
    """The prefix of every address."""
    has_ticket: Callable[[HTTPServerRequest], bool]
    """Whether a request carries a ticket, as those of kernels do. It opens no page."""

    def knows(self, request: HTTPServerRequest) -> bool:
        """Whether the request has shown the key or a ticket."""
        return self.visits.viewer(request) is not None or self.has_ticket(request)


def _limit_body(request: HTTPServerRequest) -> None:
    """Refuse a large body before it is read, because a body is kept in memory until all of it is there."""
    if isinstance(request.connection, HTTP1Connection):
        request.connection.set_max_body_size(STRANGERS_BODY)
