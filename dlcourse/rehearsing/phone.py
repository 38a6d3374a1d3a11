"""One scripted participant's browser: it speaks to the course as a page does, and keeps everything that it is sent."""

import asyncio
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from dlcourse.errors import CourseError
from dlcourse.rehearsing.news import with_changes
from dlcourse.rehearsing.way_in import PATIENCE, UNREACHABLE, Cookie, Site

MAIN = ""
"""The name of the page that is open in front; others are open beside it."""
START = re.compile(r'<script type="application/json" id="start">(.*?)</script>', re.DOTALL)
"""What a page begins with before its script runs."""
AGAIN = 0.5
"""Seconds before somebody tries to connect again."""
Props = Mapping[str, Any]
NOTHING: Props = {}


@dataclass(frozen=True)
class CapturedFrame:
    """A message as it came, when (seconds of a steady clock), and what the page in front showed after it."""

    at: float
    text: str
    shown: Props


@dataclass(frozen=True)
class Sent:
    """A message that was sent: when, and when it was answered. ``taken`` says whether it was carried out."""

    at: float
    message: Props
    answered: float = 0.0
    taken: bool = False


@dataclass
class Phone:
    """A browser with a page in front, and perhaps others. ``news`` is called after each message that came.

    ``away`` are the times, from and to, in which it was not connected because its person wanted that.
    """

    site: Site
    cookie: Cookie
    news: Callable[[], None] = lambda: None
    frames: list[CapturedFrame] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    away: list[tuple[float, float]] = field(default_factory=list)
    cut: int = 0
    _props: dict[str, Props] = field(default_factory=dict)
    _answers: dict[str, asyncio.Future[bool]] = field(default_factory=dict)
    _socket: WebSocketClientConnection | None = None
    _hearing: asyncio.Task[None] | None = None

    @property
    def contents(self) -> Props:
        """What the page in front shows now."""
        return self.page(MAIN).get("contents") or NOTHING

    def page(self, at: str) -> Props:
        """The props of the page of this name; none if it shows nothing."""
        return self._props.get(at, NOTHING)

    @property
    def is_open(self) -> bool:
        """Whether it is connected."""
        return self._socket is not None

    async def open(self, place: Props, page: str = "live", at: str = MAIN) -> None:
        """Connect if that is needed, and open a page at this place. Raises a `CourseError` if nothing answers."""
        if self._socket is None:
            self._socket = await self._connected()
            self._hearing = asyncio.create_task(self._hear(self._socket))
        await self.say({"page": page, "place": place}, at)

    async def say(self, message: Props, at: str = MAIN) -> Sent:
        """Send a message, and wait until it is answered or the connection ends."""
        name = str(message.get("id") or uuid4().hex)
        answer = self._answers[name] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        ended = 0.0
        try:
            self.send({**message, "id": name}, at)
            taken = await asyncio.wait_for(answer, PATIENCE)
            ended = time.monotonic()
        except (TimeoutError, WebSocketClosedError):
            taken = False
        finally:
            self._answers.pop(name, None)
        done = Sent(began, {**message, "id": name}, ended, taken)
        self.sent.append(done)
        return done

    def send(self, message: Props, at: str = MAIN) -> None:
        """Send a message without waiting. Raises a `WebSocketClosedError` if it is not connected."""
        if self._socket is None:
            raise WebSocketClosedError
        writing = self._socket.write_message(json.dumps({**message, "at": at} if at else message))
        asyncio.ensure_future(writing).add_done_callback(_retrieve)

    async def read(self, path: str) -> None:
        """Load a page as a browser does before its script runs, and keep what comes."""
        answer = await self.site.get(path, self.cookie)
        page = answer.body.decode(errors="replace")
        start = START.search(page)
        self._keep(json.dumps([START.sub("", page), json.loads(start[1]) if start else None]))

    async def leave(self, seconds: float) -> None:
        """Disconnect for so long."""
        left = time.monotonic()
        self.close()
        await asyncio.sleep(seconds)
        self.away.append((left, time.monotonic()))

    def close(self) -> None:
        """Disconnect."""
        socket, self._socket = self._socket, None
        if self._hearing is not None:
            self._hearing.cancel()
        if socket is not None:
            socket.close()
        self._give_up()

    async def _connected(self) -> WebSocketClientConnection:
        """A new connection. A server that starts again is waited for."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                asked = HTTPRequest(self.site.socket, headers=dict(self.cookie), connect_timeout=PATIENCE)
                return await websocket_connect(asked)
            except (OSError, HTTPClientError, WebSocketClosedError):
                if time.monotonic() > end:
                    raise CourseError(self.site.root, "it stopped answering", UNREACHABLE) from None
            await asyncio.sleep(AGAIN)

    async def _hear(self, socket: WebSocketClientConnection) -> None:
        while (came := await socket.read_message()) is not None:
            self._take(came if isinstance(came, str) else came.decode(errors="replace"))
        if self._socket is socket:
            self._socket, self.cut = None, self.cut + 1
            self._give_up()
            self.news()

    def _take(self, text: str) -> None:
        """Follow a message of a page. Whatever else comes is kept as well, so that it is searched."""
        news = _read(text)
        if not isinstance(news, dict):
            self._keep(json.dumps(text))
            return
        name = news.get("at", MAIN)
        if "props" in news or "changes" in news:
            self._props[name] = with_changes(self._props.get(name, {}), news)
        self._keep(text)
        answer = self._answers.pop(str(news.get("answered")), None)
        if answer is not None and not answer.done():
            answer.set_result(bool(news.get("taken", not news.get("error"))))
        self.news()

    def _keep(self, text: str) -> None:
        self.frames.append(CapturedFrame(time.monotonic(), text, self.contents))

    def _give_up(self) -> None:
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(WebSocketClosedError())
        self._answers.clear()


def _read(text: str) -> Any:
    """The JSON value of a message; None if it is none."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _retrieve(writing: "asyncio.Future[None]") -> None:
    """Whether a message could be written is learned from its answer."""
    if not writing.cancelled():
        writing.exception()
