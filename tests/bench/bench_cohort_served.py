"""Two hundred people at a real server.

``python -m tests.bench.bench_cohort_served [SECONDS [KILLS [MINUTES]]] [ENGINE …]``. Everybody has joined a cohort and
plays a role-play on a page, each over a WebSocket of their own. Together they send fifty commands a second. It prints
how long each took from the moment it was due until the page was answered, which is after the commit and after the page
has its new contents. The first run is alone. During the second one, plans of the district are searched, documents are
made, and a facilitator reads the list of people, how far they are, and the figures about them, twice a second, all from
a process of its own: what reading these answers costs their asker must delay no participant. Without ``KILLS``, that is
all.

With ``KILLS``, there is one more run, in which the server is killed that often at random moments and started again, but
for ``MINUTES`` at most. Everybody connects again and sends again what was not answered. Afterwards, every command that
was acknowledged must be there once, with its words.
"""

import asyncio
import json
import os
import sqlite3
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
from tornado.httpclient import HTTPError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.course.remote import RemoteCourse
from dlcourse.course.tickets import of_home
from dlcourse.domain.cohort.messages import CohortPeople
from dlcourse.domain.matching.plan_messages import BeginPlan, PlanOf, TakeSample
from dlcourse.domain.matching.plan_views import PlanView
from dlcourse.domain.overview.messages import CohortFigures, CohortProgress
from dlcourse.domain.roleplay.messages import BeginPlay
from dlcourse.domain.speech import Command, encode
from dlcourse.store import Store
from dlcourse.store.engine import _SETTINGS as SQLITE_SETTINGS
from tests.bench.aside import PATIENCE, aside
from tests.bench.bench_kills import GAP, MADE, commands
from tests.bench.cohort import ENGINES, LIBRARY, empty_store, figures, joined
from tests.serving import Served, start

PEOPLE, A_SECOND, SEED = 200, 50, 7
CUT = (OSError, EOFError, HTTPError, WebSocketClosedError)
"""How a client learns that nobody is there."""
KILLS_EVERY = (0.5, 2.5)
"""Seconds of answers between two kills: at least, and at most."""


@dataclass(frozen=True)
class Kills:
    """How often the server is killed, and for how many minutes at most."""

    most: int
    minutes: int


class Hall:
    """The cohort's server, which may be killed, and what belongs to it."""

    def __init__(self, home: Path, database: str, port: int) -> None:
        """Everything is kept in this folder or at this database; ``port`` stays the same after a kill."""
        self.home, self.database = home, database
        self._arguments = (f"--port={port}", *(() if database.startswith("sqlite") else ("--database", database)))
        self.there, self.answers = asyncio.Event(), 0
        self.served: Served

    def begin(self) -> None:
        """Start the server."""
        self.served = start(self.home, arguments=self._arguments)

    async def kill(self) -> None:
        """End the server without a word, and start another one."""
        self.there.clear()
        await asyncio.to_thread(self.served.kill)
        await asyncio.to_thread(self.begin)
        self.there.set()

    @property
    def cpu(self) -> float:
        """The seconds of CPU time that the server's process has used."""
        times = psutil.Process(self.served.process.pid).cpu_times()
        return float(times.user + times.system)


class Member:
    """Somebody at a page, who sends one command after the other when told to."""

    def __init__(self, hall: Hall, cookie: str, dice: Random) -> None:
        """They show this cookie, and play by these dice."""
        self.hall, self.cookie = hall, cookie
        self.commands: Iterator[Command] = commands(playable_scenario(LIBRARY, GAP), dice)
        self.page, self.place = "roleplay", {"scenario": GAP}
        self.sent, self.acknowledged = dict[str, Command](), set[str]()
        self.waiting: tuple[Command, asyncio.Future[float]] | None = None
        self.socket: WebSocketClientConnection | None = None
        self.connected, self.connections, self.refused = asyncio.Event(), 0, list[str]()

    async def stay(self) -> None:
        """Be connected until cancelled, whatever happens to the server."""
        while True:
            await self.hall.there.wait()
            with suppress(*CUT):
                try:
                    await self._talk()
                finally:
                    self.connected.clear()
                    self.socket = None

    async def _talk(self) -> None:
        address = self.hall.served.address.replace("http", "ws", 1) + "live"
        asked = HTTPRequest(address, headers={"Cookie": self.cookie}, connect_timeout=PATIENCE)
        with closing(await websocket_connect(asked)) as socket:
            await socket.write_message(json.dumps({"id": "hello", "page": self.page, "place": self.place}))
            while (text := await socket.read_message()) is not None:
                self._hear(socket, json.loads(text))

    def _hear(self, socket: WebSocketClientConnection, news: dict[str, Any]) -> None:
        if news.get("answered") == "hello":
            self.socket, self.connections = socket, self.connections + 1
            self.connected.set()
            if self.waiting:
                self._write(self.waiting[0])
        elif self.waiting and news.get("answered") == self.waiting[0].id:
            command, answer = self.waiting
            self.waiting = None
            self.hall.answers += 1
            if news["error"] or not news["taken"]:
                self.refused.append(f"{type(command).__name__}: {news['error']}")
            else:
                self.acknowledged.add(command.id)
            answer.set_result(time.perf_counter())

    async def do(self) -> float:
        """Send the next command; returns when it was answered (the clock's seconds)."""
        command = next(self.commands)
        self.sent[command.id] = command
        if isinstance(command, BeginPlay):
            self.place = {"scenario": GAP, "play": command.play}
        answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.waiting = command, answer
        if self.socket:
            self._write(command)
        return await asyncio.wait_for(answer, PATIENCE)

    def _write(self, command: Command) -> None:
        with suppress(WebSocketClosedError):
            assert self.socket
            self.socket.write_message(json.dumps(encode(command)))


async def paced(members: list[Member], seconds: float, dice: Random) -> list[float]:
    """Let whoever is free send commands at the steady rate; returns how long each took from when it was due."""
    free, times, doing = list(members), list[float](), set[asyncio.Task[None]]()
    one_is_free = asyncio.Event()

    async def one(member: Member, due: float) -> None:
        times.append(await member.do() - due)
        free.append(member)
        one_is_free.set()

    began = time.perf_counter()
    for place in range(int(seconds * A_SECOND)):
        due = began + place / A_SECOND
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        while not free:
            one_is_free.clear()
            await one_is_free.wait()
        task = asyncio.create_task(one(free.pop(dice.randrange(len(free))), due))
        doing.add(task)
        task.add_done_callback(doing.discard)
    await asyncio.gather(*doing)
    return times


async def killed(hall: Hall, kills: Kills, dice: Random) -> int:
    """Kill the server again and again, a random time after it has begun to answer; returns how often."""
    end = time.monotonic() + 60 * kills.minutes
    for done in range(kills.most):
        if time.monotonic() > end:
            return done
        before = hall.answers
        while hall.answers == before:
            await asyncio.sleep(0.05)
        await asyncio.sleep(dice.uniform(*KILLS_EVERY))
        await hall.kill()
    return kills.most


@contextmanager
def meanwhile(*steps: Callable[[], object]) -> Iterator[Counter[str]]:
    """Repeat each of these steps in a thread of its own, during the block. Counts how often each was done."""
    ended, done = threading.Event(), Counter[str]()

    def again(step: Callable[[], object]) -> None:
        while not ended.is_set():
            step()
            done[getattr(step, "__name__", "bare commit")] += 1

    with ThreadPoolExecutor(max(1, len(steps))) as pool:
        going = [pool.submit(again, step) for step in steps]
        yield done
        ended.set()
        for each in going:
            each.result()


@dataclass(frozen=True)
class Host:
    """Who opened the cohort, and how a program of theirs is let in."""

    address: str
    token: str
    headers: dict[str, str]
    cohort: str


def heavy(host: Host) -> list[Callable[[], object]]:
    """What others do meanwhile: search a plan of the district, take a document, read the overview of the cohort."""
    course, team, cohort = RemoteCourse(host.address, of_home(host.token)), uuid4().hex, host.cohort
    course.do(TakeSample(id=uuid4().hex, team=team, sample="district"))

    def search() -> None:
        plan = uuid4().hex
        course.do(BeginPlan(id=uuid4().hex, plan=plan, team=team, name="A plan"))
        view = course.see(PlanOf(plan=plan))
        while isinstance(view, PlanView) and view.running:
            time.sleep(1)
            view = course.see(PlanOf(plan=plan))

    def document() -> None:
        as_a_page = host.headers | {"Sec-Fetch-Site": "same-origin"}
        with urlopen(Request(f"{host.address}portfolio.docx", headers=as_a_page)) as answer:
            assert answer.read(2) == b"PK"
        time.sleep(0.5)

    def overview() -> None:
        for query in (CohortPeople(cohort=cohort), CohortProgress(cohort=cohort), CohortFigures(cohort=cohort)):
            course.see(query)
        time.sleep(0.5)  # no page asks more often, whatever happens

    overview()  # the records of all people are made when it is asked for first

    return [search, document, overview]


def busy(host: Host, begun: Callable[[], None], ended: Event) -> Counter[str]:
    """Repeat what others do until it is ended; returns how often each thing was done."""
    with meanwhile(*heavy(host)) as counts:
        begun()
        ended.wait()
    return counts


def bare_commit(folder: Path, times: list[float]) -> None:
    """Commit one row to a bare SQLite file with the settings of the store, as a measure of this machine's disk."""
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        for setting in SQLITE_SETTINGS:
            bare.execute(setting)
        bare.execute("CREATE TABLE IF NOT EXISTS rows (words)")
        began = time.perf_counter()
        bare.execute("INSERT INTO rows VALUES ('word')")
        times.append(time.perf_counter() - began)
    time.sleep(1)


def missing(database: str, members: list[Member]) -> tuple[int, int]:
    """How many acknowledged commands are not there with their words, and how many are there more than once."""
    with closing(Store.open(database)) as store:
        own, seq = Counter[str](), 0
        sent = {command: each for member in members for command, each in member.sent.items()}
        while some := store.read(partial(lambda after, reading: reading.since(after), seq)):
            seq = some[-1].seq
            happened = (each.stored for each in some)
            own.update(
                each.command
                for each in happened
                if each.command in sent and type(each.event) is MADE[type(sent[each.command])]
            )
        acknowledged = list(chain.from_iterable(member.acknowledged for member in members))
        lost = sum(not own[command] for command in acknowledged)
        words = {key: text for command in acknowledged for key, text in sent[command].texts().items()}
        found = dict[str, str]()
        for start_at in range(0, len(words), 500):
            ids = list(words)[start_at : start_at + 500]
            found |= store.read(partial(lambda those, reading: reading.texts(those), ids))
        lost += sum(found.get(key) != text for key, text in words.items())
        return lost, sum(count > 1 for count in own.values())


async def runs(hall: Hall, cohort: str, cookies: list[str], seconds: float, kills: Kills) -> list[str]:
    """Do all runs; returns a line for each."""
    lines, dice = list[str](), Random(SEED)
    members = [Member(hall, cookie, Random(dice.random())) for cookie in cookies]
    await asyncio.to_thread(hall.begin)
    hall.there.set()
    staying = [asyncio.create_task(member.stay()) for member in members]
    try:
        for member in members:
            await asyncio.wait_for(member.connected.wait(), PATIENCE)
        await paced(members, 5, dice)
        for name in ("alone", "with heavy work") if seconds else ():
            lines.append(await measured(hall, members, seconds, dice, name, cohort))
        if kills.most:
            lines.append(await survived(hall, members, kills, dice))
    finally:
        for task in staying:
            task.cancel()
        await asyncio.to_thread(hall.served.stop)
    lost, doubled = await asyncio.to_thread(missing, hall.database, members)
    said = sum(len(member.acknowledged) for member in members)
    refused = list(chain.from_iterable(member.refused for member in members))
    lines.append(f"in all {said} acknowledged, {lost} lost, {doubled} doubled, {len(refused)} refused {refused[:3]}")
    return lines


async def measured(  # noqa: PLR0917 (what a run needs)
    hall: Hall, members: list[Member], seconds: float, dice: Random, name: str, cohort: str
) -> str:
    """One run without kills."""
    with ExitStack() as stack:
        done, bare = list[Counter[str]](), list[float]()
        if name != "alone":
            host = Host(hall.served.address, hall.served.token, hall.served.headers, cohort)
            done = await asyncio.to_thread(stack.enter_context, aside(busy, host))
        folder = Path(stack.enter_context(TemporaryDirectory()))
        stack.enter_context(meanwhile(partial(bare_commit, folder, bare)))
        cpu, own = hall.cpu, time.process_time()
        times = await paced(members, seconds, dice)
        used, own = (hall.cpu - cpu) / len(times) * 1000, (time.process_time() - own) / len(times) * 1000
        load = os.getloadavg()[0]
    return (
        f"{name}: {len(times)} commands, {figures(times)}; per command {used:.1f} ms of CPU in the server, {own:.1f} in"
        f" the client; a bare commit meanwhile: {figures(bare)}; load of the machine {load:.1f}; done meanwhile:"
        f" {', '.join(f'{name} {often}' for name, often in chain.from_iterable(map(Counter.items, done)))}"
    )


async def survived(hall: Hall, members: list[Member], kills: Kills, dice: Random) -> str:
    """The run with kills."""
    began, before = time.monotonic(), sum(member.connections for member in members)
    killing = asyncio.create_task(killed(hall, kills, dice))
    times = list[float]()
    while not killing.done():
        times += await paced(members, 1, dice)
    done = await killing
    again = sum(member.connections for member in members) - before
    took = time.monotonic() - began
    return f"{done} kills in {took:.0f} s: {len(times)} commands, {again} times somebody connected again"


def bench(engine: str, seconds: float, kills: Kills) -> None:
    """Measure one engine, and print a line for each run."""
    with TemporaryDirectory(prefix="dlcourse-hall-") as folder, empty_store(engine) as address:
        home = Path(folder)
        database = f"sqlite:///{home / 'course.db'}" if engine == "sqlite" else address
        cohort, people = joined(home, database, PEOPLE)
        hall = Hall(home, database, 20_000 + os.getpid() % 10_000)
        for line in asyncio.run(runs(hall, cohort, [person.cookie for person in people], seconds, kills)):
            sys.stdout.write(f"{engine}, {line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    bench_seconds, bench_kills, bench_minutes = [*numbers, *(300, 0, 60)[len(numbers) :]]
    for each in [each for each in sys.argv[1:] if each in ENGINES] or ENGINES:
        bench(each, bench_seconds, Kills(bench_kills, bench_minutes))
