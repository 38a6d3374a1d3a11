"""Whether any move is lost or doubled when the server or a kernel is killed while people play.

``python -m tests.bench.bench_kills [KILLS] [SEED]``: one person plays on a light page, another one on a session page,
each over the web socket that the page itself uses. Every now and then one process gets a SIGKILL. What was not answered
is sent again under the same id, as the pages do. Prints one line; ends with status 1 where a move was lost, doubled or
invented.
"""

import asyncio
import json
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from itertools import groupby
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import psutil  # type: ignore[import-untyped]
from tornado.httpclient import HTTPError
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError

from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.course.home import database
from dlcourse.domain.roleplay.messages import (
    PLAYS,
    Ask,
    BeginPlay,
    CloseTalk,
    Decide,
    Decided,
    FactShared,
    IdeaVoiced,
    PlayBegun,
    PreferenceStated,
    QuestionAsked,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Command, Event, encode
from dlcourse.files import data
from dlcourse.store import ReadTransaction, Store, StoredEvent
from tests.props import with_news
from tests.server.asking import connect, exercises
from tests.serving import Served, start

GAP, SESSION = "the-reading-gap", "session/03-the-reading-gap"
ALWAYS = ("--kernels=always",)
"""So that a session page has a kernel that can be killed, although its cells need none."""
KILLS, SEED = 100, 3
KILLS_OF_A_HOME = 10
"""Kills after which a new home is begun: what a page shows takes longer with hundreds of attempts in it."""
AT_ONCE = 4
"""Most messages that are on their way at a time."""
LONGEST_PAUSE = 0.25
"""Seconds of play before a kill are drawn from nothing up to this."""
PATIENCE = 60.0
"""Seconds after which nothing will come any more."""
MADE: dict[type[Command], type[Event]] = {
    BeginPlay: PlayBegun,
    StatePreference: PreferenceStated,
    ShareFact: FactShared,
    Ask: QuestionAsked,
    VoiceIdea: IdeaVoiced,
    CloseTalk: PreferenceStated,
    Decide: Decided,
}
"""The event that a command records of its own, exactly once."""
CUT = (OSError, EOFError, HTTPError, WebSocketClosedError)
"""How one learns that nobody is there any more."""


@dataclass
class Figures:
    """What came of it."""

    server: int = 0
    kernel: int = 0
    sent: int = 0
    resent: int = 0
    acknowledged: int = 0
    stored: int = 0
    in_flight: int = 0
    kept: int = 0
    lost: int = 0
    doubled: int = 0
    invented: int = 0

    def add(self, other: "Figures") -> None:
        """Take in those of another home."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def good(self) -> bool:
        """Whether nothing was lost, doubled or invented, and every move that was answered is there."""
        return not (self.lost or self.doubled or self.invented) and self.acknowledged == self.stored == self.sent

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.server + self.kernel} kills ({self.server} server, {self.kernel} kernel), {self.sent} sent, "
            f"{self.resent} sent again, {self.acknowledged} acknowledged, {self.stored} stored, "
            f"{self.in_flight} in flight at a kill, {self.kept} of them kept, {self.lost} lost, "
            f"{self.doubled} doubled, {self.invented} never sent"
        )


class Wire(ABC):
    """A page's connection, as its script holds it."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        """Talk over this socket."""
        self.socket = socket
        self.props: dict[str, Any] = {}

    @classmethod
    @abstractmethod
    async def open(cls, address: str, place: dict[str, str]) -> "Wire":
        """Open the page as a browser does; return once it takes messages."""

    @abstractmethod
    async def say(self, message: dict[str, Any]) -> None:
        """Send a message."""

    @abstractmethod
    def news(self, raw: Any) -> dict[str, Any]:
        """Return what the page is told by what came, be it nothing."""

    async def answered(self) -> str:
        """Return the id of the next message that was carried out; none may be refused."""
        while True:
            text = await asyncio.wait_for(self.socket.read_message(), PATIENCE)
            if text is None:
                raise EOFError
            news = self.news(json.loads(text))
            self.props = with_news(self.props, news)
            if "answered" in news:
                if refused := news["error"] or self.props.get("notice"):
                    raise RuntimeError(f"refused: {refused}")
                return str(news["answered"])

    async def greet(self, message: dict[str, Any]) -> "Wire":
        """Say the first message and wait until it is answered."""
        await self.say(message | {"id": "greeting"})
        while await self.answered() != "greeting":
            continue
        return self


class LightWire(Wire):
    """The web socket of a light page."""

    @classmethod
    async def open(cls, address: str, place: dict[str, str]) -> Wire:
        """Connect and name the page."""
        socket = await connect(address, "live")
        return await cls(socket).greet({"page": "roleplay", "place": place})

    async def say(self, message: dict[str, Any]) -> None:
        """Send it as it is."""
        await self.socket.write_message(json.dumps(message))

    def news(self, raw: Any) -> dict[str, Any]:
        """Everything is news."""
        return dict(raw)


class KernelWire(Wire):
    """The web socket between a session page and its kernel."""

    model = ""
    said = 0

    @classmethod
    async def open(cls, address: str, place: dict[str, str]) -> Wire:
        """Ask for the page's exercises, which starts a kernel, and learn how to speak to that."""
        opened = await asyncio.wait_for(exercises(address, SESSION), PATIENCE)
        wire = cls(await connect(address, f"{opened.kernel}?session_id=bench"))
        wire.model = opened.model
        return await wire.greet({"hello": place})

    async def say(self, message: dict[str, Any]) -> None:
        """Send it to the page's widget."""
        self.said += 1
        header = {"msg_id": f"bench-{self.said}", "msg_type": "comm_msg", "session": "bench", "username": ""}
        content = {"comm_id": self.model, "data": {"method": "custom", "content": message}}
        about = {"header": header | {"version": "5.3", "date": "2026-01-01T00:00:00Z"}, "content": content}
        text = json.dumps(about | {"channel": "shell", "parent_header": {}, "metadata": {}, "buffers": []})
        await self.socket.write_message(text)

    def news(self, raw: Any) -> dict[str, Any]:
        """What the widget says, or that its kernel is dead."""
        content = raw["content"]
        if content.get("execution_state") == "dead":
            raise EOFError
        if content.get("comm_id") != self.model:
            return {}
        said = content["data"]
        return dict(said["content"] if said["method"] == "custom" else said["state"])


@dataclass
class Course:
    """The server that runs at the moment; players wait at ``there`` while none does."""

    served: Served
    there: asyncio.Event = field(default_factory=asyncio.Event)


class Player:
    """Somebody who plays one play after the other, as fast as the course answers, until told to stop."""

    def __init__(self, course: Course, wire: type[Wire], scenario: Scenario, dice: Random) -> None:
        """Play at this course, by this kind of page."""
        self.course, self.wire, self.dice = course, wire, dice
        self.commands = commands(scenario, dice)
        self.sent: dict[str, Command] = {}
        self.waiting: dict[str, Command] = {}
        self.acknowledged: set[str] = set()
        self.resent = 0
        self.place = {"scenario": GAP}
        self.stopping = False
        self.goes_on = asyncio.Event()
        self.cut_off = False
        """Whether the process behind this page was killed; answers may still arrive that were on their way."""

    async def play(self) -> None:
        """Play, and come back after every kill; return when all that was said is answered."""
        while not self.stopping or self.waiting:
            await self.course.there.wait()
            try:
                wire = await self.wire.open(self.course.served.address, self.place)
                self.cut_off = False
                try:
                    await self.talk(wire)
                finally:
                    wire.socket.close()
            except CUT:
                continue

    async def talk(self, wire: Wire) -> None:
        """Say again what was not answered, then go on."""
        for command in list(self.waiting.values()):
            self.resent += 1
            await wire.say(encode(command))
        while not self.stopping or self.waiting:
            while not self.stopping and len(self.waiting) < self.dice.randint(1, AT_ONCE):
                await self.say(wire, next(self.commands))
            answered = await wire.answered()
            if self.waiting.pop(answered, None):
                self.acknowledged.add(answered)
                if not self.cut_off:
                    self.goes_on.set()

    async def say(self, wire: Wire, command: Command) -> None:
        """Say something new; it counts as sent whatever becomes of it."""
        self.sent[command.id] = self.waiting[command.id] = command
        if isinstance(command, BeginPlay):
            self.place = {"scenario": GAP, "play": command.play}
        await wire.say(encode(command))


def commands(scenario: Scenario, dice: Random) -> Iterator[Command]:
    """Endless plays from any seat: a first preference, up to twelve minutes of every kind, a decision."""
    assert scenario.panel is not None
    while True:
        seat, play = dice.choice(scenario.roles).id, new_id(dice)
        yield BeginPlay(id=new_id(dice), play=play, scenario=scenario.id, seat=seat)
        yield StatePreference(id=new_id(dice), play=play, option=dice.choice(scenario.options).id)
        for _ in range(dice.randint(0, scenario.panel.minutes)):
            yield minute(scenario, seat, play, dice)
        option = dice.choice(scenario.options).id
        if seat == scenario.decider.id:
            yield Decide(id=new_id(dice), play=play, option=option, reason=f"Because of {play}.", credits=(seat,))
        else:
            yield CloseTalk(id=new_id(dice), play=play, option=option)


def minute(scenario: Scenario, seat: str, play: str, dice: Random) -> Command:
    """Return any way to spend a minute."""
    start, option = {"id": new_id(dice), "play": play}, dice.choice(scenario.options).id
    known = [fact.id for fact in scenario.facts if seat in fact.held_by]
    other = dice.choice([role.id for role in scenario.roles if role.id != seat])
    kinds: list[Command] = [
        Ask(how="open", **start),
        Ask(how="dissent", **start),
        Ask(how="rank", **start),
        Ask(how="closed", option=option, **start),
        Ask(how="expertise", to=other, **start),
        ShareFact(fact=dice.choice(known), **start),
        VoiceIdea(option=option, words=f"It is {start['id']} that I lean to.", **start),
    ]
    return dice.choice(kinds)


def new_id(dice: Random) -> str:
    """Return an id as a browser makes one."""
    return UUID(int=dice.getrandbits(128)).hex


@dataclass(frozen=True)
class Books:
    """What a home's store holds of plays: the events in their order, and the words."""

    plays: dict[str, tuple[StoredEvent, ...]]
    texts: dict[str, str]

    @property
    def ids(self) -> Counter[str]:
        """How often each command stands there: events of one command that follow one another count as one."""
        return Counter(
            command for kept in self.plays.values() for command, _ in groupby(kept, key=lambda event: event.command)
        )

    def own(self, sent: dict[str, Command]) -> Counter[str]:
        """How often each command recorded what it is about."""
        return Counter(
            event.command
            for kept in self.plays.values()
            for event in kept
            if event.command in sent and type(event.event) is MADE[type(sent[event.command])]
        )

    def lacks(self, sent: dict[str, Command], acknowledged: set[str]) -> set[str]:
        """Which of the acknowledged commands are not there, or not with their words."""
        own = self.own(sent)
        words = {key: text for command in acknowledged for key, text in sent[command].texts().items()}
        return {command for command in acknowledged if not own[command]} | {
            key for key, text in words.items() if self.texts.get(key) != text
        }

    def doubled(self, sent: dict[str, Command]) -> int:
        """How many commands stand in two places, or recorded twice what they are about."""
        return len({command for count in (self.ids, self.own(sent)) for command in count if count[command] > 1})


def books(home: Path, words: list[str]) -> Books:
    """Read the store itself; ``words`` are the ids of commands that may have some."""
    store = Store.open(database(home))

    def read(reading: ReadTransaction) -> Books:
        streams = [begun.stream for begun in reading.streams(PLAYS, store.person)]
        return Books({stream: reading.events(stream) for stream in streams}, reading.texts(words))

    try:
        return store.read(read)
    finally:
        store.close()


class Match:
    """Two players, one home, and somebody who kills."""

    def __init__(self, home: Path, kinds: list[str], dice: Random) -> None:
        """``kinds`` are the kills to come."""
        self.home, self.kinds, self.dice = home, kinds, dice
        self.figures = Figures()
        self.lost: set[str] = set()
        self.orphans: list[psutil.Process] = []

    async def go(self) -> Figures:
        """Play until every kill has been survived; return what came of it."""
        self.course = Course(await asyncio.to_thread(start, self.home, arguments=ALWAYS))
        self.course.there.set()
        scenario = playable_scenario(Library(data(), []), GAP)
        self.players = [
            Player(self.course, wire, scenario, Random(self.dice.random())) for wire in (LightWire, KernelWire)
        ]
        playing = [asyncio.create_task(player.play()) for player in self.players]
        try:
            for kind in self.kinds:
                await self.all_go_on(playing)
                await asyncio.sleep(self.dice.uniform(0, LONGEST_PAUSE))  # the moment of the kill is drawn
                await self.kill(kind)
            await self.all_go_on(playing)
            for player in self.players:
                player.stopping = True
            await asyncio.wait_for(asyncio.gather(*playing), PATIENCE)
        finally:
            for task in playing:
                task.cancel()
            await asyncio.to_thread(self.course.served.stop)
            _, alive = psutil.wait_procs(self.orphans, timeout=PATIENCE)
            assert not alive, alive
        return self.count()

    async def all_go_on(self, playing: list["asyncio.Task[None]"]) -> None:
        """Wait until each player has been answered anew; tell what ended a player."""
        for player in self.players:
            player.goes_on.clear()
        for player in self.players:
            answer = asyncio.create_task(player.goes_on.wait())
            await asyncio.wait({answer, *playing}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            answer.cancel()
            for task in playing:
                if task.done():
                    task.result()
            if not player.goes_on.is_set():
                raise TimeoutError("a player does not come back")

    async def kill(self, kind: str) -> None:
        """End a process without a word; look at once what is there; let a new one begin."""
        served = self.course.served
        hit = self.players if kind == "server" else self.players[1:]
        in_flight = [command for player in hit for command in player.waiting]
        for player in hit:
            player.cut_off = True
        if kind == "server":
            self.course.there.clear()
            await asyncio.to_thread(self.end, served)
        else:
            (kernel,) = [child for child in served.kernels() if child.status() != psutil.STATUS_ZOMBIE]
            kernel.kill()
        found = self.look()
        self.figures.in_flight += len(in_flight)
        self.figures.kept += sum(command in found.ids for command in in_flight)
        setattr(self.figures, kind, getattr(self.figures, kind) + 1)
        if kind == "server":
            self.course.served = await asyncio.to_thread(start, self.home, arguments=ALWAYS)
            self.course.there.set()

    def end(self, served: Served) -> None:
        """Kill the server alone; its kernels find out for themselves, while the next server is begun already."""
        self.orphans += served.kernels()
        served.process.kill()
        served.process.wait(PATIENCE)
        assert served.process.stdout
        served.process.stdout.close()

    @property
    def sent(self) -> dict[str, Command]:
        """Everything that was said."""
        return {command: one for player in self.players for command, one in player.sent.items()}

    def look(self) -> Books:
        """Read what is stored, and note what was acknowledged and is not there."""
        sent, acknowledged = self.sent, {command for player in self.players for command in player.acknowledged}
        found = books(self.home, [key for command in acknowledged for key in sent[command].texts()])
        self.lost |= found.lacks(sent, acknowledged)
        return found

    def count(self) -> Figures:
        """Return the figures of this home, all in all."""
        found, sent = self.look(), self.sent
        there = found.ids
        self.figures.sent = len(sent)
        self.figures.resent = sum(player.resent for player in self.players)
        self.figures.acknowledged = sum(len(player.acknowledged) for player in self.players)
        self.figures.stored = len(there)
        self.figures.lost = len(self.lost)
        self.figures.doubled = found.doubled(sent)
        self.figures.invented = len(set(there) - set(sent))
        return self.figures


def main(argv: list[str]) -> int:
    """Run it; ``argv`` is how many kills, and the seed of everything that is drawn."""
    kills, seed = (*map(int, argv), *(KILLS, SEED)[len(argv) :])
    dice, began = Random(seed), time.monotonic()
    kinds = ["server" if at % 2 else "kernel" for at in range(kills)]
    dice.shuffle(kinds)
    total = Figures()
    for at in range(0, kills, KILLS_OF_A_HOME):
        with TemporaryDirectory(prefix="dlcourse-kills-") as home:
            total.add(asyncio.run(Match(Path(home), kinds[at : at + KILLS_OF_A_HOME], dice).go()))
    sys.stdout.write(f"{total}, {time.monotonic() - began:.0f} s\n")
    return 0 if total.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
