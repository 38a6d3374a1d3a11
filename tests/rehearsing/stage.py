"""A rehearsal at a served home, for tests: a cohort, whoever leads its session, and everything that they are sent."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import uuid4

from dlcourse.course.remote import RemoteCourse
from dlcourse.domain.cohort.messages import CohortPeople, CreateCohort, GiveRole
from dlcourse.domain.cohort.views import CohortMade, CohortPeopleView
from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import OpenLive
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.speech import Command
from dlcourse.pages.live.words import PHASES
from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.performance import Performance, ScriptedCast, assemble, play_out
from dlcourse.rehearsing.phone import Phone
from dlcourse.rehearsing.players import Player
from dlcourse.rehearsing.way_in import Cookie, Site
from tests.person import GAP
from tests.serving import PATIENCE, Served

SETTINGS = LiveSettings(group_size=3, gone_after=900)
A = TypeVar("A")


async def seen(look: Callable[[], A | None]) -> A:
    """What a look finds, once it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"nothing came of {look}")


@dataclass
class Stage:
    """A cohort of a served home with an open session. ``shown`` is when the text of a group was asked for."""

    served: Served
    scenario: str = GAP
    settings: LiveSettings = SETTINGS
    session: str = field(default_factory=lambda: uuid4().hex)
    shown: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Create the cohort, and open the session."""
        self.cohort = uuid4().hex
        made = self.host(CreateCohort, name=f"Rehearsal {self.cohort[:4]}")
        assert isinstance(made, CohortMade)
        self.made = made
        self.host(OpenLive, session=self.session, scenario=self.scenario, settings=self.settings)

    @property
    def site(self) -> Site:
        """Where it is served."""
        return Site(self.served.address)

    @property
    def course(self) -> RemoteCourse:
        """The course for whoever runs the server."""
        return self.served.course()

    def host(self, kind: type[Command], **parts: Any) -> object:
        """Do something as whoever runs the server."""
        return self.course.do(kind.model_validate({"id": uuid4().hex, "cohort": self.cohort, **parts}))

    async def console(self) -> LiveConsoleView:
        """What whoever runs the server sees of the session."""
        query = LiveConsole(cohort=self.cohort, session=self.session)
        view = await asyncio.to_thread(self.course.see, query)
        assert isinstance(view, LiveConsoleView)
        return view

    async def co_leader(self) -> Phone:
        """The browser of somebody who joins, and is made a co-facilitator."""
        cookie = await self.site.join(self.made.join_code, "Cora")
        view = await asyncio.to_thread(self.course.see, CohortPeople(cohort=self.cohort))
        assert isinstance(view, CohortPeopleView)
        person = next(each.person for each in view.people if each.name == "Cora")
        await asyncio.to_thread(self.host, GiveRole, person=person, role="co-facilitator")
        return await self._console_of(cookie)

    async def evening(self, cast: ScriptedCast) -> "Evening":
        """Rehearse, while the facilitator leads the groups through all phases."""
        lead = await self._console_of(await self.site.join(self.made.facilitator_key, "Faye"))
        leaders = {"Faye": lead, "Cora": await self.co_leader()}
        players = await assemble(self.site, self.made.join_code, cast, time.monotonic() + PATIENCE, _say_nothing)
        began = time.monotonic()
        playing = asyncio.create_task(play_out(players, began + 2 * PATIENCE, _say_nothing))
        try:
            await self._lead(lead, players)
            waited = await playing
        finally:
            playing.cancel()
            for phone in leaders.values():
                phone.close()
        captures = [(Capture(name, tuple(phone.frames)), self.shown) for name, phone in leaders.items()]
        return Evening(Performance(players, time.monotonic() - began, waited), captures)

    async def begin_and_close(self, people: int) -> None:
        """Wait for so many people, seat them in one group, let them read what they know, and close the session."""
        lead = await self._console_of(await self.site.join(self.made.facilitator_key, "Faye"))
        while len((await self.console()).people) < people:
            await asyncio.sleep(0.1)
        await self.seat(lead, 1)
        await self.tell(lead, "StartLive")
        while (group := (await self.console()).groups[0]).stated < group.players:
            await asyncio.sleep(0.1)
        await self.tell(lead, "CloseLive")
        lead.close()

    async def seat(self, lead: Phone, groups: int) -> None:
        """Give people places by hand, in the order of their names: one in each group, then the next role."""
        view = await self.console()
        people = sorted(view.people, key=lambda person: int(person.name.split()[-1]))
        roles = [role.id for role in view.roles][: self.settings.group_size]
        for at, person in enumerate(people):
            role = roles[at // groups] if at // groups < len(roles) else ""
            await self.tell(lead, "PlaceSomebody", person=person.person, group=1 + at % groups, role=role)

    async def tell(self, lead: Phone, say: str, **parts: Any) -> None:
        """Send a command of somebody who leads; it has to be carried out."""
        sent = await lead.say({"say": say, "cohort": self.cohort, "session": self.session, **parts})
        assert sent.taken, lead.page("")["notice"]

    async def _console_of(self, cookie: Cookie) -> Phone:
        phone = Phone(self.site, cookie)
        await phone.open({"cohort": self.cohort, "session": self.session}, "lead-live")
        return phone

    async def _lead(self, lead: Phone, players: list[Player]) -> None:
        """Seat, start, and move on whenever everybody has done what there is to do."""
        await seen(lambda: all(player.sheet.contents and not player.sheet.contents["door"] for player in players))
        await self.seat(lead, 2)
        await self.tell(lead, "StartLive")
        await seen(lambda: all(player.sheet.group for player in players))
        await self._move_on(lead, players, lambda player: not any(player.sheet.forms()))
        await self._move_on(lead, players, _has_talked)
        self.shown[1] = time.monotonic()
        await self.tell(lead, "ShowFacts", group=1)
        tried = {player.name: len(player.attempts) for player in players}
        await seen(lambda: all(len(one.attempts) > tried[one.name] for one in players if one.persona.trespasses))
        await seen(lambda: all(player.sheet.heading == PHASES["outcome"] for player in players))
        await self.tell(lead, "MoveOn", group=0)

    async def _move_on(self, lead: Phone, players: list[Player], is_ready: Callable[[Player], bool]) -> None:
        await seen(lambda: all(map(is_ready, players)))
        before = {player.sheet.heading for player in players}
        await self.tell(lead, "MoveOn", group=0)
        await seen(lambda: all(player.sheet.heading not in before for player in players))


@dataclass(frozen=True)
class Evening:
    """What came of a rehearsal, and what those who lead were sent, with when they asked to read each group."""

    performance: Performance
    leaders: list[tuple[Capture, dict[int, float]]]


def _has_talked(player: Player) -> bool:
    """Whether somebody has said what they have to say; who drops out is back, and who tries things has tried them."""
    back = not player.persona.leaves or (bool(player.phone.away) and player.phone.is_open)
    tried = not player.persona.trespasses or bool(player.floods)
    silent = player.persona.name in {"announces", "silent"}
    return back and tried and (silent or not any(player.sheet.own_shares()))


def _say_nothing(_: str) -> None:
    """The facilitator of these tests reads nothing on the way."""
