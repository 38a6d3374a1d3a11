"""Pages over a WebSocket, without a kernel: the same pages and the same components as in a notebook.

One WebSocket carries all pages that a browser window shows. A message says with ``at`` which of them it is for, and so
do the answers; a page that is alone needs no name. The first message to a page says which page it is and its place.
After that, messages go up and props come down, as in `course.page_host`.
"""

import asyncio
import json
from typing import Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from dlcourse.server.access.visits import has_ended
from dlcourse.server.context import ServerContext
from dlcourse.server.pages.open_page import News, OpenPage
from dlcourse.server.web import SocketAnswer

LARGEST = 8 * 1024 * 1024
"""The most bytes of one message; the file of a team fits."""
WAITING = 64
"""How many messages of one browser may wait. A person never reaches this; a program that does is disconnected."""
PAGES = 64
"""How many pages one browser window may show. No notebook has as many exercises."""
NAME = 64
"""The most characters of the name of a page."""


class PageSocket(SocketAnswer, WebSocketHandler):
    """The pages that are open in one browser window."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context, self._course = context, context.course_of(context.identity.visitor(self.request))
        self._pages: dict[str, OpenPage] = {}
        self._messages = self._letters = 0  # those that are waiting
        self._news: list[tuple[str, News]] = []
        self._writing: asyncio.Task[None] | None = None

    @property
    def max_message_size(self) -> int:
        """The largest message that a browser may send."""
        return LARGEST

    def open(self, *_: str, **__: str) -> None:
        """Send each message at once; else the network may hold it back for 40 ms, until the one before is confirmed."""
        self.set_nodelay(True)

    def on_message(self, message: str | bytes) -> None:
        """Answer a ping at once. Everything else waits its turn. Who was signed out meanwhile is disconnected."""
        if has_ended(self.request):
            self.close(1008, "signed out")
            return
        raw = _read(message) if isinstance(message, str) else None  # a page only sends text
        if raw is None or self._messages >= WAITING or self._letters > 2 * LARGEST:
            self.close(1008, "not understood" if raw is None else "too much at once")
        elif isinstance(raw.get("ping"), int):
            self._put("", {"pong": raw["ping"]})
        elif (page := self._page(raw.pop("at", ""))) is None:
            self.close(1008, "too many pages")
        else:
            self._count(1, len(message))
            page.take(raw, lambda: self._count(-1, -len(message)))

    def on_pong(self, data: bytes) -> None:  # noqa: ARG002 - Tornado's shape
        """Disconnect who was signed out since; a browser is asked every half minute whether it is there."""
        if has_ended(self.request):
            self.close(1008, "signed out")

    def on_close(self) -> None:
        """End all pages."""
        for page in self._pages.values():
            page.end()

    def _page(self, name: object) -> OpenPage | None:
        """The page of this name, which may be a new one; None if there cannot be another one."""
        if not isinstance(name, str) or len(name) > NAME:
            return None
        if name not in self._pages and len(self._pages) < PAGES:
            self._pages[name] = OpenPage(self._context, self._course, lambda news: self._put(name, news))
        return self._pages.get(name)

    def _count(self, messages: int, letters: int) -> None:
        self._messages += messages
        self._letters += letters

    def _put(self, name: str, news: News) -> None:
        """Queue a message to the browser. Props and pongs that were not sent yet are replaced by newer ones.

        A browser that reads nothing is disconnected before much is waiting for it.
        """
        for kind in {"props", "pong"} & news.keys():
            self._news = [(of, old) for of, old in self._news if of != name or kind not in old]
        if len(self._news) >= WAITING:
            self._news.clear()
            self.close(1008, "too slow")
            return
        if news.get("whole"):
            self._pages[name].forget()
        self._news.append((name, news))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._news:
                name, news = self._news.pop(0)
                page = self._pages.get(name)
                if (sent := page.to_send(news) if page else news) is not None:
                    await self.write_message(json.dumps({"at": name, **sent} if name else sent))
        except WebSocketClosedError:
            self._news.clear()


def _read(message: str) -> dict[str, Any] | None:
    try:
        raw = json.loads(message)
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None
