"""Light pages: pages of the course that are drawn in the browser without a kernel.

The first response already has the first content of the page, with links as plain ``<a href>``.
"""

import json
import logging
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from tornado.web import HTTPError

from dlcourse import files
from dlcourse.course.page_host import FaultError, Host
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from dlcourse.pages.program import Page, Props
from dlcourse.pages.registry import ADDRESSES, subject_of
from dlcourse.server.context import ServerContext
from dlcourse.server.pages.frame import framed
from dlcourse.server.web import CourseHandler

_log = logging.getLogger(__name__)

_PART = re.compile(r"\\{(\w+)\\}")
"""A part of an address that stands for a value of the page's place, as `re.escape` leaves it."""


def light_addresses() -> dict[str, str]:
    """The address patterns of a page without a kernel, with the name of the page."""
    return {_PART.sub(r"(?P<\1>[a-z0-9][a-z0-9-]*)", re.escape(address)): name for address, name in ADDRESSES.items()}


class LightPage(CourseHandler):
    """Serves one page that can be read at once."""

    def initialize(self, context: ServerContext, name: str) -> None:
        """``name`` is the name of the page."""
        self._context, self._name = context, name

    async def get(self, **place: str) -> None:
        """Serve the page with its first props; ``place`` comes from the address."""
        self.set_header("Cache-Control", "no-store")
        self.finish(await self._context.work(self._page, place))

    head = get

    def _page(self, place: Mapping[str, str]) -> str:
        """Run the page once, in a thread."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        try:
            props = first_props(self._context.page_of(self._name), course, place)
            frame = framed(course, "")
        except CourseError as error:
            if isinstance(error, FaultError):
                raise HTTPError(500) from None
            self.set_status(404)
            return self.render_page("problem.html", problem=error, title=error.what)
        if props.get("missing"):
            raise HTTPError(404)
        title = props.get("title") or frame["title"]
        start = self._start(place, props)
        scripts = scripts_of("light", {start["subject"]})
        return self.render_page("light.html", title=title, frame=frame, props=props, start=start, scripts=scripts)

    def _start(self, place: Mapping[str, str], props: Props) -> dict[str, Any]:
        live, subject = self.settings["shared"]["root"] + "live", subject_of(self._name)
        return {"page": self._name, "subject": subject, "place": place, "props": props, "live": live}


def scripts_of(host: str, subjects: Iterable[str]) -> list[str]:
    """The scripts that pages of these subjects begin with, so that a browser can load all of them at once.

    ``host`` is what begins them: ``light`` or ``session-pages``. Its script comes first: it asks for the others.
    """
    found = _scripts()[host]
    names = {name for subject in subjects for name in found.get(subject, ())}
    return sorted(names, key=lambda name: (name != f"{host}.js", name))


@cache
def _scripts() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads((files.static() / "scripts.json").read_text("utf-8"))
    return found


def first_props(page: Page[Any], course: Course, place: Mapping[str, Any]) -> Props:
    """Return the first props of a page at this place. Nothing keeps running."""
    said: list[dict[str, Any]] = []
    host = Host(page, course, said.append, lambda _: None, _log)
    try:
        host.start(place)
    finally:
        host.stop()
    return dict(said[-1]["props"])
