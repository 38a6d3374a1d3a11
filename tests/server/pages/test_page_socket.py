"""A page over a web socket: in order, bounded, deaf to nonsense."""

import asyncio
import json
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError

from dlcourse.server.pages.page_socket import PageSocket
from tests.props import with_news
from tests.server.asking import connect
from tests.serving import PATIENCE, Served


class Talk:
    """A web socket to a page, as a script holds it."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        """Talk over this socket."""
        self._socket = socket
        self.props: dict[str, Any] = {}

    async def say(self, **message: Any) -> None:
        """Send a message."""
        await self._socket.write_message(json.dumps(message))

    async def goes_on(self, *texts: str) -> None:
        """Send anything, then listen until the connection ends."""
        for text in texts:
            await self._socket.write_message(text)
        await self.hear("nothing")

    async def hear(self, key: str) -> Any:
        """Return the next news of this kind; props are remembered on the way."""
        while True:
            text = await asyncio.wait_for(self._socket.read_message(), PATIENCE)
            if text is None:
                raise EOFError(self._socket.close_code)
            news = json.loads(text)
            self.props = with_news(self.props, news)
            if key in news:
                return news

    async def answer(self, **message: Any) -> Any:
        """Send a message and return the error of its answer."""
        message = {"id": str(uuid.uuid4())} | message
        await self.say(**message)
        while (news := await self.hear("answered"))["answered"] != message["id"]:
            continue
        return news["error"]


def talk(served: Served, *talks: Callable[[Talk], Awaitable[None]]) -> None:
    """Hold talks at the same time."""

    async def one(held: Callable[[Talk], Awaitable[None]]) -> None:
        socket = await connect(served.address, "live", max_message_size=2**26)
        try:
            await held(Talk(socket))
        finally:
            socket.close()

    async def all_of_them() -> None:
        await asyncio.gather(*map(one, talks))

    asyncio.run(all_of_them())


def test_messages_are_sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network is told to hold no message back until the one before is confirmed."""
    told = list[bool]()
    monkeypatch.setattr(PageSocket, "set_nodelay", lambda _, value: told.append(value))
    PageSocket.open(object.__new__(PageSocket))
    assert told == [True]


def test_a_page_begins_answers_and_shows(toy: Served) -> None:
    """The first message opens the page where the browser was; each message is answered once its effect is shown."""

    async def held(talk: Talk) -> None:
        assert await talk.answer(page="toy", place={"step": 3}) is None
        assert talk.props["step"] == 3
        before = talk.props["count"]
        assert await talk.answer(say="bump", by=3) is None
        assert talk.props["count"] == before + 3

    talk(toy, held)


def test_a_change_is_shown_to_everybody_who_watches(toy: Served) -> None:
    """What one person does, another one sees without asking."""
    ready = asyncio.Event()

    async def watches(talk: Talk) -> None:
        await talk.answer(page="toy", place={})
        before = talk.props["count"]
        ready.set()
        while talk.props["count"] == before:
            await talk.hear("changes")

    async def acts(talk: Talk) -> None:
        await talk.answer(page="toy", place={})
        await ready.wait()
        await talk.answer(say="bump")

    talk(toy, watches, acts)


@pytest.mark.slow
def test_slow_work_holds_up_neither_pings_nor_others(toy: Served) -> None:
    """While a page works for seconds, its ping is answered at once and others go on; its own messages keep order."""
    slow, ended = asyncio.Event(), asyncio.Event()

    async def waits(talk: Talk) -> None:
        await talk.answer(page="toy", place={})
        await talk.say(id="slow", say="wait", seconds=3)
        await talk.say(id="after", say="stride", step=9)
        await talk.say(ping=1)
        slow.set()
        assert (await talk.hear("pong"))["pong"] == 1
        assert (await talk.hear("answered"))["answered"] == "slow"
        ended.set()
        assert (await talk.hear("answered"))["answered"] == "after"

    async def goes_on(talk: Talk) -> None:
        await slow.wait()
        await talk.answer(page="toy", place={})
        assert not ended.is_set()

    talk(toy, waits, goes_on)


def test_a_fault_is_told_in_words(toy: Served) -> None:
    """An exception that nobody foresaw reaches the browser without its text, and the page lives on."""

    async def held(talk: Talk) -> None:
        await talk.answer(page="toy", place={})
        error = await talk.answer(say="crash", words="a secret")
        assert error["what"] == "Something went wrong on our side"
        assert "secret" not in json.dumps(error)
        assert (await talk.answer(say="nonsense"))["where"] == "toy"
        assert await talk.answer(say="bump") is None

    talk(toy, held)


@pytest.mark.parametrize("place", [None, 1, [], {"step": "x"}, {"step": None}, {"count": 99}])
def test_a_place_is_not_trusted(toy: Served, place: Any) -> None:
    """Whatever the browser says it kept, the page begins or says that it cannot."""

    async def held(talk: Talk) -> None:
        await talk.answer(page="toy", place=place)
        await talk.answer(page="toy", place={})

    talk(toy, held)


def test_an_unknown_page_is_told(toy: Served) -> None:
    """A name that no page has is answered in words; another try is welcome."""

    async def held(talk: Talk) -> None:
        assert "nowhere" in (await talk.answer(page="nowhere"))["what"]
        assert await talk.answer(page="toy") is None

    talk(toy, held)


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "null", '"x"', "[" * 100_000, "x" * 9_000_000])
def test_who_talks_nonsense_is_sent_away(toy: Served, text: str) -> None:
    """What is no message, or is too long for one, ends the connection; the server goes on."""

    async def held(talk: Talk) -> None:
        with pytest.raises((EOFError, WebSocketClosedError)):
            await talk.goes_on(text)

    talk(toy, held)


def test_who_floods_is_sent_away(toy: Served) -> None:
    """More messages than a person can send are not kept waiting without end."""

    async def held(talk: Talk) -> None:
        await talk.answer(page="toy", place={})
        with pytest.raises((EOFError, WebSocketClosedError)):
            await talk.goes_on(*[json.dumps({"id": str(turn), "say": "wait", "seconds": 0.1}) for turn in range(1000)])

    talk(toy, held)
