"""Whether live sessions go on where they were when the server is killed: ``python -m tests.bench.bench_live_kills``.

Ten sessions run at once, each with five people at a table who talk all the time. Four have a clock that runs, three one
that is stopped, and three one that ends while the server is down. The server is killed again and again (SIGKILL), at
random moments, and started on the same port. While it is down, its store is read. Once it answers again, and before
anybody is back, every console must show the same: phase, seats, clock, and what was said. What somebody sent and got no
answer to is sent again under the same id. In the end every move that was sent is there once, and every table comes to
its debrief. Ends with status 1 otherwise.
"""

import asyncio
import os
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from dlcourse.content.library import Library
from dlcourse.course.entrance import Entrance
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import EnterLive, MoveOn, OpenLive, PauseTimer, SeatEveryone, StartLive, group_stream
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.settings import LiveSettings, Pacing, PhaseMinutes
from dlcourse.domain.roleplay.messages import IdeaVoiced
from dlcourse.domain.speech import Course
from dlcourse.files import data
from dlcourse.pages.live.words import PHASES
from dlcourse.rehearsing.phone import Phone, Sent
from dlcourse.rehearsing.table import TableSheet
from dlcourse.rehearsing.way_in import Site
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import key_of
from dlcourse.server.access.visits import SessionCookies
from dlcourse.store import Store
from tests.bench.cohort import cookie_header
from tests.serving import Served, start

SESSIONS, PEOPLE, KILLS, SEED = 10, 5, 6, 7
RUNNING, STOPPED = range(4), range(4, 7)
"""Sessions whose clock runs, and those whose clock is stopped; that of the others ends while the server is down."""
SCENARIO, OPTION = "the-reading-gap", "move-block"
LIBRARY = Library(data(), [])
PAUSE = 0.4
"""Seconds between two moves of a person, on average."""
BETWEEN = 3.0
"""Seconds of talk before a kill, at most."""
DOWN = 2.0
"""Seconds for which the last server stays down, before and after the clocks end."""
State = dict[str, Any]


class Seat:
    """Somebody at a table, who says where they lean, again and again."""

    def __init__(self, phone: Phone, session: str, dice: Random) -> None:
        """They speak with this phone."""
        self.phone, self.session, self.dice = phone, session, dice
        self.sent, self.again = dict[str, Sent](), 0

    async def talk(self, until: asyncio.Event, there: asyncio.Event) -> None:
        """Talk until told to stop; come back whenever a server is there."""
        while not until.is_set():
            await there.wait()
            if not self.phone.is_open:
                await self.phone.open({"session": self.session})
            if TableSheet(self.phone.contents).heading != PHASES["talk"]:
                await asyncio.sleep(PAUSE)
                continue
            await self._say({"id": uuid4().hex, "say": "LiveIdea", "option": OPTION})
            await asyncio.sleep(self.dice.uniform(0, 2 * PAUSE))

    async def settle(self) -> None:
        """Send again what had no answer."""
        for sent in [sent for sent in self.sent.values() if not sent.answered]:
            if not self.phone.is_open:
                await self.phone.open({"session": self.session})
            self.again += 1
            await self._say(sent.message)

    async def _say(self, message: dict[str, Any] | Any) -> None:
        sent = await self.phone.say({**message, "session": self.session, "group": 1})
        self.sent[str(sent.message["id"])] = sent


class Sessions:
    """Ten sessions of one cohort at one home, and the server that runs now."""

    def __init__(self, home: Path) -> None:
        """Create them, and let everybody in, before the server starts."""
        self.home, self.cohort = home, uuid4().hex
        self.ids = [uuid4().hex for _ in range(SESSIONS)]
        self.there, self.seats = asyncio.Event(), list[Seat]()
        self.port = 21_000 + os.getpid() % 10_000
        site, dice = Site(f"http://127.0.0.1:{self.port}/"), Random(SEED)
        with self._store() as store:
            host = LocalCourse(store, store.person, LIBRARY)
            made = host.do(CreateCohort(id=uuid4().hex, cohort=self.cohort, name="Kills"))
            assert isinstance(made, CohortMade)
            entrance = Entrance(store, lambda viewer: LocalCourse(store, viewer, LIBRARY))
            cookies = SessionCookies(Door(home, key_of(home), "/"), "/")
            for number, session in enumerate(self.ids):
                self._lead(host, session, OpenLive, scenario=SCENARIO, settings=_settings(number))
                for place in range(PEOPLE):
                    entered = entrance.join(made.join_code, f"Person {number}-{place}", uuid4().hex)
                    course = LocalCourse(store, entered.viewer, LIBRARY)
                    course.do(EnterLive(id=uuid4().hex, cohort=self.cohort, session=session))
                    phone = Phone(site, {"Cookie": cookie_header(cookies, entered.session)})
                    self.seats.append(Seat(phone, session, Random(dice.random())))
                for kind in (SeatEveryone, StartLive, MoveOn, *([PauseTimer] if number in STOPPED else [])):
                    self._lead(host, session, kind)

    def serve(self) -> Served:
        """Start the server."""
        return start(self.home, arguments=(f"--port={self.port}",))

    def stored(self) -> list[State]:
        """What the consoles would show, from the store alone."""
        with self._store() as store:
            return self.states(LocalCourse(store, store.person, LIBRARY))

    def states(self, course: Course) -> list[State]:
        """What the consoles show of the tables."""
        return [self._state(course, session) for session in self.ids]

    def ends(self) -> float:
        """In how many seconds the clocks end that end while the server is down."""
        until = self.stored()[-1]["timer"]["until"]
        return float((until - datetime.now(UTC)).total_seconds())

    def doubled_or_lost(self) -> tuple[int, int, int]:
        """How many moves were acknowledged, and of all that were sent, how many are there twice or not at all."""
        counted = dict[str, int]()
        with self._store() as store:
            for session in self.ids:
                stream = group_stream(session, 1)
                for stored in store.read(lambda reading, of=stream: reading.events(of)):
                    if isinstance(stored.event, IdeaVoiced):
                        counted[stored.command] = counted.get(stored.command, 0) + 1
        sent = {name: each for seat in self.seats for name, each in seat.sent.items()}
        taken = [name for name, each in sent.items() if each.taken]
        return len(taken), sum(count > 1 for count in counted.values()), sum(name not in counted for name in taken)

    def move_on(self, course: Course) -> None:
        """Move every table on."""
        for session in self.ids:
            self._lead(course, session, MoveOn)

    def _state(self, course: Course, session: str) -> State:
        view = course.see(LiveConsole(cohort=self.cohort, session=session))
        assert isinstance(view, LiveConsoleView)
        (group,) = view.groups
        state = group.model_dump()
        state["timer"].pop("now", None)
        return state

    def _lead(self, course: Course, session: str, kind: Any, **parts: Any) -> None:
        course.do(kind(id=uuid4().hex, cohort=self.cohort, session=session, **parts))

    def _store(self) -> Any:
        return closing(Store.open(f"sqlite:///{self.home / 'course.db'}"))


def _settings(number: int) -> LiveSettings:
    ends = number not in RUNNING and number not in STOPPED
    pacing: Pacing = "group" if ends else "facilitator"
    return LiveSettings(pacing=pacing, gone_after=300, minutes=PhaseMinutes(talk=1 if ends else 15, decision=15))


async def kill(sessions: Sessions, served: Served, down: float = 0.0) -> tuple[Served, list[State], list[State], float]:
    """Kill the server, read the store, start it again after so many seconds, and look at the consoles.

    Returns the new server, what the consoles show before and after, and how long the server took to answer.
    """
    sessions.there.clear()
    await asyncio.to_thread(served.kill)
    for seat in sessions.seats:
        seat.phone.close()
    before = await asyncio.to_thread(sessions.stored)
    await asyncio.sleep(down)
    began = time.perf_counter()
    again = await asyncio.to_thread(sessions.serve)
    took = time.perf_counter() - began
    after = await asyncio.to_thread(sessions.states, again.course())
    sessions.there.set()
    return again, before, after, took


async def all_kills(sessions: Sessions) -> bool:
    """Kill it at random, then over the end of the clocks; prints what came of it."""
    served, until, dice = sessions.serve(), asyncio.Event(), Random(SEED)
    sessions.there.set()
    talking = [asyncio.create_task(seat.talk(until, sessions.there)) for seat in sessions.seats]
    same, starts = 0, list[float]()
    for _ in range(KILLS - 1):
        await asyncio.sleep(dice.uniform(1.0, BETWEEN))
        served, before, after, took = await kill(sessions, served)
        same, starts = same + sum(one == other for one, other in zip(before, after, strict=True)), [*starts, took]
    await asyncio.sleep(max(0.0, sessions.ends() - DOWN))
    served, before, after, took = await kill(sessions, served, 2 * DOWN)
    lasting = [*RUNNING, *STOPPED]
    same += sum(before[at] == after[at] for at in lasting)
    ended = [at for at in range(SESSIONS) if at not in lasting and before[at]["phase"] == "talk"]
    moved, seconds = await _decisions(sessions, served, ended)
    until.set()
    await asyncio.gather(*talking)
    for seat in sessions.seats:
        await seat.settle()
    over = await _debriefs(sessions, served)
    await asyncio.to_thread(served.stop)
    kept, doubled, lost = sessions.doubled_or_lost()
    expected = SESSIONS * (KILLS - 1) + len(lasting)
    sys.stdout.write(
        f"{KILLS} kills of {SESSIONS} sessions with {len(sessions.seats)} people: {same} of {expected} tables were as "
        f"before, seats, clocks and talk; {moved} of {len(ended)} whose clock ended meanwhile went on within "
        f"{seconds:.1f} s of the start\n"
        f"  {kept} moves acknowledged, {sum(seat.again for seat in sessions.seats)} sent again, {doubled} doubled, "
        f"{lost} lost; {over} of {len(sessions.seats)} people came to the debrief; a start took "
        f"{min(*starts, took):.1f} to {max(*starts, took):.1f} s (load of the machine {os.getloadavg()[0]:.1f})\n"
    )
    everybody = over == len(sessions.seats)
    return same == expected and moved == len(ended) > 0 and not doubled and not lost and everybody


async def _decisions(sessions: Sessions, served: Served, ended: list[int]) -> tuple[int, float]:
    """How many tables, whose clock ended while the server was down, come to the decision, and how soon."""
    began = time.perf_counter()
    while time.perf_counter() < began + 30:
        now = await asyncio.to_thread(sessions.states, served.course())
        if all(now[at]["phase"] == "decision" for at in ended):
            break
        await asyncio.sleep(0.1)
    return sum(now[at]["phase"] == "decision" for at in ended), time.perf_counter() - began


async def _debriefs(sessions: Sessions, served: Served) -> int:
    """Move every table on to its end; returns how many people see the debrief."""
    for _ in range(8):
        await asyncio.to_thread(sessions.move_on, served.course())
        await asyncio.sleep(0.5)
        sheets = [TableSheet(seat.phone.contents) for seat in sessions.seats]
        if all(sheet.is_over for sheet in sheets):
            break
    return sum(sheet.is_over for sheet in sheets)


def main() -> int:
    """Run it once; returns the exit status."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        return 0 if asyncio.run(all_kills(Sessions(Path(folder)))) else 1


if __name__ == "__main__":
    sys.exit(main())
