"""A page over a WebSocket, without a kernel: the same page and the same component as in a notebook.

The browser's first message names the page and its place. After that, messages go up and props come down, as in
`course.page_host`. The messages of each connection are handled in order, in threads, so that slow work blocks nobody
else.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from dlcourse.course.page_host import Host, error_to_json
from dlcourse.course.props_feed import PropsFeed
from dlcourse.errors import CourseError
from dlcourse.server.context import ServerContext
from dlcourse.server.web import SocketAnswer

LARGEST = 8 * 1024 * 1024
"""The most bytes of one message; the file of a team fits."""
WAITING = 64
"""How many messages of one browser may wait. A person never reaches this; a program that does is disconnected."""

Step = Callable[[], None]


class PageSocket(SocketAnswer, WebSocketHandler):
    """One page, open in one browser."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context, self._course = context, context.course_of(context.identity.visitor(self.request))
        self._host: Host | None = None
        self._steps: asyncio.Queue[Step | None] = asyncio.Queue()
        self._messages = self._letters = 0  # those that are waiting
        self._news: list[dict[str, Any]] = []
        self._feed = PropsFeed()
        self._writing: asyncio.Task[None] | None = None

    @property
    def max_message_size(self) -> int:
        """The largest message that a browser may send."""
        return LARGEST

    def open(self, *_: str, **__: str) -> None:
        """Start handling messages from the browser."""
        self._loop = asyncio.get_running_loop()
        self._working = self._loop.create_task(self._work())

    def on_message(self, message: str | bytes) -> None:
        """Answer a ping at once. Everything else waits its turn."""
        raw = _read(message) if isinstance(message, str) else None  # a page only sends text
        if raw is None or self._messages >= WAITING or self._letters > 2 * LARGEST:
            self.close(1008, "not understood" if raw is None else "too much at once")
        elif isinstance(raw.get("ping"), int):
            self._put({"pong": raw["ping"]})
        else:
            self._messages += 1
            self._letters += len(message)
            self._steps.put_nowait(lambda: self._take(raw, len(message)))

    def on_close(self) -> None:
        """End the page."""
        self._steps.put_nowait(None)

    async def _work(self) -> None:
        try:
            while (step := await self._steps.get()) is not None:
                await self._context.work(step)
        finally:
            if self._host is not None:
                await self._context.work(self._host.stop)

    def _take(self, raw: dict[str, Any], letters: int) -> None:
        """Handle one message, in a thread."""
        self._messages -= 1
        self._letters -= letters
        if self._host is not None:
            self._host.take(raw)
        else:
            self._say({"answered": raw.get("id"), "error": error_to_json(self._begin(raw))})

    def _begin(self, raw: dict[str, Any]) -> CourseError | None:
        place = raw.get("place")
        try:
            host = Host(self._context.page_of(str(raw.get("page"))), self._course, self._say, self._later, _log)
            host.start(place if isinstance(place, dict) else {})
        except CourseError as error:
            return error
        self._host = host
        return None

    def _later(self, step: Step) -> None:
        self._loop.call_soon_threadsafe(self._steps.put_nowait, step)

    def _say(self, news: dict[str, Any]) -> None:
        self._loop.call_soon_threadsafe(self._put, news)

    def _put(self, news: dict[str, Any]) -> None:
        """Queue a message to the browser. Props and pongs that were not sent yet are replaced by newer ones.

        A browser that reads nothing is disconnected before much is waiting for it.
        """
        for kind in {"props", "pong"} & news.keys():
            self._news = [waiting for waiting in self._news if kind not in waiting]
        if len(self._news) >= WAITING:
            self._news.clear()
            self.close(1008, "too slow")
            return
        if news.get("whole"):
            self._feed.forget()
        self._news.append(news)
        if self._writing is None or self._writing.done():
            self._writing = self._loop.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._news:
                if (news := self._next(self._news.pop(0))) is not None:
                    await self.write_message(json.dumps(news))
        except WebSocketClosedError:
            self._news.clear()

    def _next(self, news: dict[str, Any]) -> dict[str, Any] | None:
        """Return the next message; of props, only what this browser lacks.

        The difference is computed when it is sent, so that nothing is left out.
        """
        return self._feed.next(news["props"]) if "props" in news else news


def _read(message: str) -> dict[str, Any] | None:
    try:
        raw = json.loads(message)
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None


_log = logging.getLogger(__name__)
