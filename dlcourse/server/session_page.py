"""Session pages: a notebook of the course, run by Voila and shown in our own page, with a kernel for each page."""

import asyncio
import logging
import uuid
from collections.abc import AsyncIterator, Callable
from http import HTTPStatus
from typing import Any

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from traitlets.config import Config

from dlcourse.errors import traceback_text
from dlcourse.pages.curriculum.frame import PageFrame
from dlcourse.server import rendering
from dlcourse.server.context import ServerContext
from dlcourse.server.frame import framed
from dlcourse.server.kernels import CourseKernels
from dlcourse.server.rendering import Result
from dlcourse.server.sessions import Sessions
from dlcourse.server.web import CourseHandler
from dlcourse.server.words import FULL

_log = logging.getLogger(__name__)
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
    """Serves one notebook: all text at once, and each exercise when it is ready."""

    def initialize(self, context: ServerContext, kernels: CourseKernels, find: Find) -> None:
        """``find`` gives the notebook in the version for learners or for facilitators."""
        self._context, self._kernels, self._find = context, kernels, find
        self._kernel = str(uuid.uuid4())

    async def get(self, stem: str) -> None:
        """Serve the page."""
        sessions: Sessions = self.settings["sessions"]
        notebook = self._find(sessions, stem)
        if notebook is None:
            raise HTTPError(404)
        if self._kernels.stopping:
            raise HTTPError(503)
        if self._asked_by_another_site():
            raise HTTPError(403)  # an image address on a page elsewhere must not start kernels here
        if self._kernels.full:
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
            self.finish(self.render_page("problem.html", problem=FULL, title=FULL.what))
            return
        person = self._context.identity.visitor(self.request)
        frame = await self._context.work(framed, self._context.course_of(person), stem)
        starting = asyncio.create_task(self._kernels.begin(self._kernel, person))
        try:
            await self._stream(frame, notebook, starting)
            self._kernels.shown(self._kernel)
        except StreamClosedError:
            await self._give_up(starting)

    def _asked_by_another_site(self) -> bool:
        asked = self.request.headers
        return asked.get("Sec-Fetch-Site") == "cross-site" and asked.get("Sec-Fetch-Mode") != "navigate"

    def head(self, stem: str) -> None:
        """Say whether the page exists, without starting anything."""
        if self._find(self.settings["sessions"], stem) is None:
            raise HTTPError(404)

    async def _stream(self, frame: PageFrame, notebook: Any, starting: "asyncio.Task[Any]") -> None:
        template = self.settings["streamed"].get_template("session.html")
        self.set_header("Cache-Control", "no-store")
        pieces = template.generate_async(
            **self.settings["shared"],
            title=frame["current"]["title"] if frame["current"] else frame["title"],
            frame=frame,
            parts=rendering.parts(notebook, self.settings["sessions"].folder),
            socket=f"{self.settings['shared']['root']}kernels/{self._kernel}",
            address=self.request.path,
            results=lambda: self._results(notebook, starting),
        )
        async for piece in pieces:
            self.write(piece)

    async def _results(self, notebook: Any, starting: "asyncio.Task[Any]") -> AsyncIterator[Result]:
        """Write the results of the cells, and send what is written before each wait. The page tells about errors."""
        await self.flush()
        try:
            async for result in rendering.results(notebook, await starting, self._chosen):
                yield result
                await self.flush()
        except StreamClosedError:
            raise
        except Exception as error:  # noqa: BLE001 - the reading is there already; the exercises say that they failed
            _log.error("Running a session: %s", traceback_text(error))

    @property
    def _chosen(self) -> Config:
        chosen: Config = self.settings["executing"]
        return chosen

    async def _give_up(self, starting: "asyncio.Task[Any]") -> None:
        """Stop, because nobody is waiting for the page any more."""
        await asyncio.wait([starting])
        await self._kernels.end(self._kernel)
