"""A hall in live sessions at a real server: ``python -m tests.bench.bench_live [SEATS …]``.

For 30, 100 and 500 seats (or those given), everybody has a page open over a WebSocket of their own, in groups of five
that talk. One seat after the other shares a fact, at a steady rate. It prints how long a share took until it had
arrived at every other seat of the group, and how much memory the server took for one more connected seat. Before
that, everybody enters the session within ten seconds; it prints how long each of them waited for the answer.
"""

import asyncio
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.course.entrance import Entrance
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.live.messages import MoveOn, OpenLive, SeatEveryone, StartLive
from dlcourse.domain.live.queries import LiveSeat
from dlcourse.domain.live.seat_views import LiveSeatView
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.viewer import Viewer
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import key_of
from dlcourse.server.access.visits import SessionCookies
from dlcourse.store import Store
from tests.bench.cohort import LIBRARY, cookie_header, figures, p95
from tests.serving import Served, serving

SEATS = (30, 100, 500)
SHARES, LEAST_PAUSE = 100, 0.1
"""How many shares are timed, and the seconds between two of them."""
WITHIN = 10.0
"""Seconds within which everybody enters."""
PATIENCE = 120.0
SCENARIO = "the-reading-gap"
WORDS = {
    fact.id: max(re.findall(r"[A-Za-z ]+", fact.text), key=len).strip()
    for fact in playable_scenario(LIBRARY, SCENARIO).facts
}
"""A piece of each fact that looks the same in a message of the server."""


class Phone:
    """Somebody's page of the session. ``arrived`` is when the words it ``waits_for`` came last (clock's seconds)."""

    def __init__(self, viewer: Viewer, cookie: str, session: str) -> None:
        """They show this cookie."""
        self.viewer, self.cookie, self.session = viewer, cookie, session
        self.group, self.facts = 0, list[str]()
        self.arrived, self.waits_for = 0.0, ""
        self._answers: dict[str, asyncio.Future[float]] = {}
        self._socket: WebSocketClientConnection
        self._hearing: asyncio.Task[None]

    async def open(self, served: Served) -> None:
        """Connect, and open the page."""
        address = served.address.replace("http", "ws", 1) + "live"
        asked = HTTPRequest(address, headers={"Cookie": self.cookie}, connect_timeout=PATIENCE)
        self._socket = await websocket_connect(asked)
        self._hearing = asyncio.create_task(self._hear())
        await self._say({"page": "live", "place": {"session": self.session}})

    async def do(self, say: str, **parts: Any) -> float:
        """Send a command; returns when it was answered (the clock's seconds)."""
        return await self._say({"say": say, "session": self.session, **parts})

    def close(self) -> None:
        """Disconnect."""
        self._hearing.cancel()
        self._socket.close()

    async def _say(self, message: dict[str, Any]) -> float:
        name = uuid4().hex
        answer = self._answers[name] = asyncio.get_running_loop().create_future()
        await self._socket.write_message(json.dumps({"id": name, **message}))
        return await asyncio.wait_for(answer, PATIENCE)

    async def _hear(self) -> None:
        while (text := await self._socket.read_message()) is not None:
            now, news = time.perf_counter(), json.loads(text)
            if ("changes" in news or "props" in news) and self.waits_for and self.waits_for in text:
                self.arrived = now
            elif answer := self._answers.pop(news.get("answered", ""), None):
                assert not news["error"], news["error"]
                answer.set_result(now)


class LiveHall:
    """A cohort with an open session, and the phones of its people."""

    def __init__(self, home: Path, seats: int) -> None:
        """Create the cohort and let everybody join it, before the server starts."""
        self.home, self.session = home, uuid4().hex
        with self._store() as store:
            entrance = Entrance(store, lambda viewer: LocalCourse(store, viewer, LIBRARY))
            self.cohort = uuid4().hex
            code = self._made(store)
            cookies = SessionCookies(Door(home, key_of(home), "/"), "/")
            self.phones = [self._phone(entrance, cookies, code, number) for number in range(seats)]
            settings = LiveSettings(gone_after=900, leftover="smaller-groups")
            self._lead(store, OpenLive, scenario=SCENARIO, settings=settings)

    def talk(self) -> None:
        """Seat everybody, start, and let the groups talk. Call this while no server runs."""
        with self._store() as store:
            for kind in (SeatEveryone, StartLive, MoveOn):
                self._lead(store, kind)
            for phone in self.phones:
                view = LocalCourse(store, phone.viewer, LIBRARY).see(LiveSeat(session=self.session))
                assert isinstance(view, LiveSeatView)
                assert view.group
                phone.group = view.number
                phone.facts = [fact.id for fact in view.group.facts if fact.since == "own"]

    def _made(self, store: Store) -> str:
        host = LocalCourse(store, store.person, LIBRARY)
        made = host.do(CreateCohort(id=uuid4().hex, cohort=self.cohort, name="Hall"))
        assert isinstance(made, CohortMade)
        return made.join_code

    def _phone(self, entrance: Entrance, cookies: SessionCookies, code: str, number: int) -> Phone:
        entered = entrance.join(code, f"Person {number}", uuid4().hex)
        return Phone(entered.viewer, cookie_header(cookies, entered.session), self.session)

    def _lead(self, store: Store, kind: Any, **parts: Any) -> None:
        host = LocalCourse(store, store.person, LIBRARY)
        host.do(kind(id=uuid4().hex, cohort=self.cohort, session=self.session, **parts))

    @contextmanager
    def _store(self) -> Iterator[Store]:
        with closing(Store.open(f"sqlite:///{self.home / 'course.db'}")) as store:
            yield store


def memory_of(served: Served) -> int:
    """The memory that the server's process has, in bytes."""
    return int(psutil.Process(served.process.pid).memory_info().rss)


async def all_open(phones: list[Phone], served: Served) -> None:
    """Open everybody's page, a few at once."""
    for at in range(0, len(phones), 10):
        await asyncio.gather(*(phone.open(served) for phone in phones[at : at + 10]))


async def entering(hall: LiveHall, served: Served) -> list[float]:
    """Everybody enters within ten seconds; returns how long each waited."""
    await all_open(hall.phones, served)

    async def enter(phone: Phone, due: float) -> float:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        return await phone.do("EnterLive", cohort=hall.cohort) - due

    began = time.perf_counter()
    dues = [began + WITHIN * at / len(hall.phones) for at in range(len(hall.phones))]
    waited = await asyncio.gather(*map(enter, hall.phones, dues))
    for phone in hall.phones:
        phone.close()
    return waited


async def sharing(hall: LiveHall, served: Served) -> tuple[list[float], list[float], int]:
    """One seat after the other shares a fact; returns how long answers and arrivals took, and the memory of a seat."""
    await all_open(hall.phones[:5], served)
    before = memory_of(served)
    await all_open(hall.phones[5:], served)
    one = (memory_of(served) - before) // max(1, len(hall.phones) - 5)
    answered, arrivals = list[float](), list[float]()
    speakers = [phone for phone in hall.phones for _ in phone.facts]
    for at in range(SHARES):
        phone = speakers[at * 7 % len(speakers)]
        others = [other for other in hall.phones if other.group == phone.group and other is not phone]
        fact = phone.facts[at % len(phone.facts)]
        for other in others:
            other.waits_for = WORDS[fact]
        sent = time.perf_counter()
        answered.append(await phone.do("LiveShare", group=phone.group, fact=fact) - sent)
        while any(other.arrived < sent for other in others) and time.perf_counter() < sent + PATIENCE:
            await asyncio.sleep(0.002)
        assert all(other.arrived >= sent for other in others), "a share did not arrive"
        arrivals += [other.arrived - sent for other in others]
        await asyncio.sleep(max(0.0, sent + LEAST_PAUSE - time.perf_counter()))
    for phone in hall.phones:
        phone.close()
    return answered, arrivals, one


def bench(seats: int) -> None:
    """Measure one hall, and print its lines."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        hall = LiveHall(Path(folder), seats)
        with serving(hall.home) as served:
            waited = asyncio.run(entering(hall, served))
        hall.talk()
        with serving(hall.home) as served:
            answered, arrivals, one = asyncio.run(sharing(hall, served))
    load = os.getloadavg()[0]
    sys.stdout.write(
        f"{seats} seats: entering {figures(waited)}\n"
        f"  a share is answered: {figures(answered)}; it arrives: {figures(arrivals)}, {p95(arrivals)}\n"
        f"  one more connected seat: {one / 1000:.0f} KB (load of the machine {load:.1f})\n"
    )


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or SEATS):
        bench(number)
