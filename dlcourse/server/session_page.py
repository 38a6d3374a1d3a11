"""Session pages: a notebook of the course as a page of text, with a place for each exercise."""

from collections.abc import Callable
from typing import Any

from tornado.web import HTTPError

from dlcourse.pages.curriculum.frame import PageFrame
from dlcourse.server import rendering
from dlcourse.server.context import ServerContext
from dlcourse.server.frame import framed
from dlcourse.server.sessions import Sessions
from dlcourse.server.web import CourseHandler

Find = Callable[[Sessions, str], Any]


class SessionList(CourseHandler):
    """Serves the list of sessions with its current marks, for a page that has been open for a while."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    async def get(self, stem: str) -> None:
        """Serve the list as it is shown on the page of a session."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        self.set_header("Cache-Control", "no-store")
        self.finish(self.render_page("list.html", frame=await self._context.work(framed, course, stem)))


class SessionPage(CourseHandler):
    """Serves the text of one notebook, with a place for each exercise. The page's own WebSocket fills those."""

    def initialize(self, context: ServerContext, find: Find) -> None:
        """``find`` gives the notebook in the version for learners or for facilitators."""
        self._context, self._find = context, find

    async def get(self, stem: str) -> None:
        """Serve the page. This starts no kernel, so a link or an image on another site cannot start one either."""
        notebook = self._find(self.settings["sessions"], stem)
        if notebook is None:
            raise HTTPError(404)
        course = self._context.course_of(self._context.identity.visitor(self.request))
        frame = await self._context.work(framed, course, stem)
        self.set_header("Cache-Control", "no-store")
        self.finish(self.render_page("session.html", **self._shown(frame, notebook)))

    head = get

    def _shown(self, frame: PageFrame, notebook: Any) -> dict[str, Any]:
        root = self.settings["shared"]["root"]
        return {
            "title": frame["current"]["title"] if frame["current"] else frame["title"],
            "frame": frame,
            "parts": rendering.parts(notebook, self.settings["sessions"].folder),
            "kernels": f"{root}kernels/",
            "exercises": f"{root}exercises/{self.request.path.removeprefix(root)}",
            "address": self.request.path,
        }
