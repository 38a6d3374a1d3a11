"""A page that is open in a browser without a kernel: what waits to be done for it, one thing after the other.

It runs in threads, so that slow work blocks nobody else; each page has its own turn, so it does not block another page
of the same browser either.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from dlcourse.course.page_host import Host, error_to_json
from dlcourse.course.props_feed import PropsFeed
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from dlcourse.server.context import ServerContext

Step = Callable[[], None]
News = dict[str, Any]


class OpenPage:
    """One page for one person. The first message names the page and its place; `Host` handles all others."""

    def __init__(self, context: ServerContext, course: Course, say: Callable[[News], None]) -> None:
        """``say`` takes news for the browser, on the event loop."""
        self._context, self._course, self._heard = context, course, say
        self._loop = asyncio.get_running_loop()
        self._host: Host | None = None
        self._steps: asyncio.Queue[tuple[Step, Step] | None] = asyncio.Queue()
        self._feed = PropsFeed()
        self._working = self._loop.create_task(self._work())

    def take(self, raw: News, begun: Step) -> None:
        """Handle a message when its turn comes; ``begun`` is called on the event loop when that is."""
        self._steps.put_nowait((lambda: self._handle(raw), begun))

    def end(self) -> None:
        """End the page, after what waits for its turn."""
        self._steps.put_nowait(None)

    def to_send(self, news: News) -> News | None:
        """What the browser is sent: of props, only what it lacks, as of now; None if it lacks nothing."""
        return self._feed.next(news["props"]) if "props" in news else news

    def forget(self) -> None:
        """Send all props next time, because the browser may have none."""
        self._feed.forget()

    async def _work(self) -> None:
        try:
            while (entry := await self._steps.get()) is not None:
                step, begun = entry
                begun()
                await self._context.work(step)
        finally:
            if self._host is not None:
                await self._context.work(self._host.stop)

    def _handle(self, raw: News) -> None:
        """Handle one message, in a thread."""
        if self._host is not None:
            self._host.take(raw)
        else:
            self._say({"answered": raw.get("id"), "error": error_to_json(self._begin(raw))})

    def _begin(self, raw: News) -> CourseError | None:
        place = raw.get("place")
        try:
            host = Host(self._context.page_of(str(raw.get("page"))), self._course, self._say, self._later, _log)
            host.start(place if isinstance(place, dict) else {})
        except CourseError as error:
            return error
        self._host = host
        return None

    def _say(self, news: News) -> None:
        self._loop.call_soon_threadsafe(self._heard, news)

    def _later(self, step: Step) -> None:
        self._loop.call_soon_threadsafe(self._steps.put_nowait, (step, _nothing))


def _nothing() -> None:
    """Nobody waits for this step to begin."""


_log = logging.getLogger(__name__)
