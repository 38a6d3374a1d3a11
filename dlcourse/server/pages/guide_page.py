"""The guides of the course as pages: to read in the browser, and to print from there."""

from typing import Any

from tornado.web import HTTPError

from dlcourse import files
from dlcourse.server.context import ServerContext
from dlcourse.server.pages.frame import framed
from dlcourse.server.pages.markdown import to_html
from dlcourse.server.web import CourseHandler

GUIDES = ("facilitating", "running-a-cohort")
"""The guides that have a page. The others are for authors, who have the files."""


class GuidePage(CourseHandler):
    """Serves a guide. Guides link each other by the names of their files, and these links work here as well."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    async def get(self, stem: str) -> None:
        """Serve the guide with this name; 404 if it has no page."""
        if stem not in GUIDES:
            raise HTTPError(404)
        course = self._context.course_of(self._context.identity.visitor(self.request))
        frame = await self._context.work(framed, course, "")
        source = (files.data() / "guides" / f"{stem}.md").read_text("utf-8")
        title, text = source.partition("\n")[0].lstrip("# "), to_html(source, files.data() / "guides")
        values: dict[str, Any] = {"title": title, "frame": frame, "text": text}
        self.finish(self.render_page("guide.html", **values))

    head = get
