"""The web socket by which a session page gets its exercises: it starts the page's kernel and runs the cells.

Only this starts a kernel. A browser says with every web socket which page opens it, so no other site can do it.
"""

import asyncio
import json
import logging
import uuid
from typing import Any

from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from dlcourse.errors import traceback_text
from dlcourse.server.context import ServerContext
from dlcourse.server.kernels.manager import CourseKernels
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import Divide
from dlcourse.server.pages.frame import framed
from dlcourse.server.pages.notebooks import FACILITATOR
from dlcourse.server.pages.outputs import CoursePage, Output, with_traceback, without_traceback
from dlcourse.server.pages.rendering import Result
from dlcourse.server.pages.versions import shown_notebook
from dlcourse.server.web import SocketAnswer
from dlcourse.server.words import FULL, NO_KERNEL

_log = logging.getLogger(__name__)


class ExerciseSocket(SocketAnswer, WebSocketHandler):
    """Sends what becomes of the exercises of one page that need a kernel.

    Without any such exercise, or for somebody who may have no kernel, it starts none. It sends ``{"waiting": words}``
    while there is no room, ``{"kernel": id}``, a ``{"result": …}`` for each cell, and ``{"end": true}``. A result has
    the HTML of what is ours, or outputs and widgets as notebooks store them.
    """

    prefix = ""
    """What the name of a notebook begins with, before the stem in the address."""

    def initialize(self, context: ServerContext, kernels: CourseKernels, divide: Divide) -> None:
        """``kernels`` starts and ends what runs the cells; ``divide`` says which cells need one."""
        self._context, self._kernels, self._divide = context, kernels, divide
        self._kernel = str(uuid.uuid4())
        self._shown = False
        self._is_host = self._facilitates = False
        self._running: asyncio.Task[None] | None = None

    async def get(self, *args: Any, **kwargs: Any) -> None:
        """Open the socket, if there is such a session."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        sessions, session = self.settings["sessions"], self.prefix + args[0]
        found = await self._context.work(shown_notebook, sessions, session, course)
        if found is None:
            raise HTTPError(404)
        self._notebook = found.notebook
        self._is_host = self._context.identity.is_host(self.request)
        self._facilitates = (await self._context.work(framed, course, ""))["facilitates"]
        if self.refuses():
            raise HTTPError(403)
        if self._kernels.stopping:
            raise HTTPError(503)
        self._code = self._divide(self._notebook)
        await super().get(*args, **kwargs)

    def refuses(self) -> bool:
        """Whether this person may not run the notebook."""
        return False

    def may_have_kernel(self) -> bool:
        """Whether this person may have a kernel for it."""
        return self._kernels.allowed(self._is_host)

    def open(self, *_: str, **__: str) -> None:
        """Begin to run the cells."""
        self._running = asyncio.create_task(self._run())

    def on_message(self, message: str | bytes) -> None:  # noqa: ARG002 - Tornado's shape
        """A page has nothing to say here."""
        self.close(1008, "nothing is heard here")

    def on_close(self) -> None:
        """Give up what nobody waits for any more."""
        if self._running and not self._shown:
            self._running.cancel()

    async def _run(self) -> None:
        try:
            if not self._code.kernel or not self.may_have_kernel():
                await self._say_no_kernel()
                return
            await self._kernels.queue.enter(self._kernel, lambda: self._say({"waiting": f"{FULL.what}. {FULL.remedy}"}))
            await self._show()
            self._kernels.shown(self._kernel)
            self._shown = True
            await self._say({"end": True})
        except WebSocketClosedError:
            pass
        finally:
            if not self._shown:
                await self._kernels.end(self._kernel)

    async def _say_no_kernel(self) -> None:
        """Say in the place of each cell that needs a kernel that this person has none here."""
        html = self.settings["templates"].get_template("no_kernel.html").render(problem=NO_KERNEL)
        for place in self._code.kernel:
            await self._say({"result": {"for": rendering.part_id(place), "failed": False, "html": html}})
        await self._say({"end": True})

    async def _show(self) -> None:
        """Run the cells and send what they give. What fails is told in the page; its reading is there already."""
        try:
            async with self._kernels.starting:
                executor = await self._start()
            view = with_traceback if self._facilitates else without_traceback
            async for result in rendering.results(executor, self._code, view):
                await self._say({"result": self._drawn(result)})
        except WebSocketClosedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the page says that an exercise did not start
            _log.error("Running a session: %s", traceback_text(error))

    async def _start(self) -> Any:
        """Start the kernel and wait until it answers."""
        if self._kernels.stopping:
            raise WebSocketClosedError  # the server is about to close it
        if self._facilitates:
            self._kernels.errors_shown.add(self._kernel)
        starting = asyncio.create_task(self._kernels.begin(self._kernel, self._context.identity.visitor(self.request)))
        try:
            await self._say({"kernel": self._kernel})
            kernel = await asyncio.shield(starting)  # cut off half way, it would leave a process that nobody knows
            return await rendering.ready(self._notebook, kernel, self.settings["executing"])
        finally:
            await asyncio.wait([starting])

    def _drawn(self, result: Result) -> dict[str, Any]:
        about = {"for": result.id, "failed": result.failed}
        if result.is_light:
            html = "" if result.failed else "".join(map(self._html, result.shown))
            return about | {"html": html, "says": result.says, "traceback": result.traceback}
        drawn = [{"html": self._html(one)} if isinstance(one, CoursePage) else one for one in result.shown]
        return about | {"html": "", "outputs": drawn, "widgets": result.widgets}

    def _html(self, shown: CoursePage | Output) -> str:
        return str(self.settings["templates"].get_template("result.html").render(shown=shown))

    async def _say(self, news: dict[str, Any]) -> None:
        await self.write_message(json.dumps(news))


class FacilitatorSocket(ExerciseSocket):
    """Runs a notebook for facilitators for those who facilitate."""

    prefix = f"{FACILITATOR}/"

    def refuses(self) -> bool:
        """Whether this person does not facilitate."""
        return not self._facilitates

    def may_have_kernel(self) -> bool:
        """Everybody may who facilitates: the code is the course's or the host's, and no browser can send any."""
        return True
