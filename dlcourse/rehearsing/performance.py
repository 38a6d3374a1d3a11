"""A whole rehearsal: everybody joins, waits for the start, plays until the debrief, and what they saw is checked."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice
from random import Random

from dlcourse.errors import CourseError
from dlcourse.rehearsing import wording
from dlcourse.rehearsing.personas import Memory, Persona
from dlcourse.rehearsing.phone import Phone
from dlcourse.rehearsing.players import Player
from dlcourse.rehearsing.trespass import Overheard
from dlcourse.rehearsing.way_in import Cookie, Site

Tell = Callable[[str], None]
LOOK = 0.2
"""Seconds between two looks at how far everybody is."""
AT_ONCE = 5
"""How many people join at a time."""
ASK_AGAIN = 2.0
"""Seconds before the home page is looked at again for an open session."""


@dataclass(frozen=True)
class ScriptedCast:
    """Who plays. ``step`` is how many seconds a step takes, unless somebody is slow.

    The same ``seed`` makes the same choices.
    """

    personas: Sequence[Persona]
    seats: int
    step: float = 1.0
    seed: int = 1

    def by_seat(self) -> list[Persona]:
        """Who has which seat: all in turn, but only one who tries what is not allowed, if others are there."""
        again = [persona for persona in self.personas if not persona.trespasses] or self.personas
        return list(islice(chain(self.personas, cycle(again)), self.seats))


@dataclass(frozen=True)
class Performance:
    """What came of it. ``waited`` is what everybody last waited for, if it did not end; else it is empty."""

    players: Sequence[Player]
    seconds: float
    waited: str


async def perform(site: Site, code: str, cast: ScriptedCast, seconds: float, tell: Tell) -> Performance:
    """Rehearse for at most so many seconds; ``tell`` is told what is waited for.

    Raises a `CourseError` if there is no server, no cohort or no session to rehearse with.
    """
    began = time.monotonic()
    players = await assemble(site, code, cast, began + seconds, tell)
    waited = await play_out(players, began + seconds, tell)
    if not any(player.capture().group for player in players):
        raise CourseError("rehearse", wording.NOT_STARTED, wording.START_IT)
    return Performance(players, time.monotonic() - began, waited)


async def assemble(site: Site, code: str, cast: ScriptedCast, end: float, tell: Tell) -> list[Player]:
    """Everybody joins, finds the open session, and opens its page. ``end`` is by a steady clock.

    Raises a `CourseError` if the server, the code or a session is not there.
    """
    await site.check()
    cookies = await _joined(site, code, cast.seats)
    session = await _open_session(site, cookies[0], end, tell)
    players = _players(site, cookies, session, cast)
    for at in range(0, len(players), AT_ONCE):
        await asyncio.gather(*(player.come() for player in players[at : at + AT_ONCE]))
    return players


async def _joined(site: Site, code: str, seats: int) -> list[Cookie]:
    """Everybody joins; the first one alone, so that a wrong code is tried only once."""
    first = await site.join(code, wording.NAME.format(number=1))
    found = [first]
    for at in range(2, seats + 1, AT_ONCE):
        numbers = range(at, min(at + AT_ONCE, seats + 1))
        found += await asyncio.gather(*(site.join(code, wording.NAME.format(number=number)) for number in numbers))
    return found


async def _open_session(site: Site, cookie: Cookie, end: float, tell: Tell) -> str:
    """The session that is open now, or will be. Raises a `CourseError` if none is opened in time."""
    waits = False
    while not (session := await site.session(cookie)):
        if time.monotonic() > end:
            raise CourseError("rehearse", wording.NO_SESSION, wording.OPEN_ONE)
        if not waits:
            tell(wording.WAITS_FOR_SESSION)
        waits = True
        await asyncio.sleep(ASK_AGAIN)
    return session


def _players(site: Site, cookies: Sequence[Cookie], session: str, cast: ScriptedCast) -> list[Player]:
    """Everybody with their persona; if there are more seats than personas, they take turns."""
    players: list[Player] = []
    dice = Random(cast.seed)  # noqa: S311 - no secret depends on it

    def overhears(me: Player) -> Overheard:
        return _overheard(me, players)

    for number, (cookie, persona) in enumerate(zip(cookies, cast.by_seat(), strict=True), 1):
        name = wording.NAME.format(number=number)
        memory = Memory(Random(dice.random()), name)  # noqa: S311 - as above
        players.append(Player(name, persona, Phone(site, cookie), memory, session, cast.step, overhears))
    return players


async def play_out(players: Sequence[Player], end: float, tell: Tell) -> str:
    """Play until ``end``; returns what everybody waits for then, or an empty text if it is over before."""
    over = asyncio.Event()
    playing = [asyncio.create_task(player.play(over)) for player in players]
    said = ""
    try:
        while (waits := wording.waits_for([player.sheet for player in players])) and time.monotonic() < end:
            if waits != said:
                tell(waits)
            said = waits
            done, _ = await asyncio.wait(playing, timeout=LOOK, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        await asyncio.sleep(min(1.0, players[0].step))  # what comes with the debrief is read as well
    finally:
        over.set()
        for task in playing:
            task.cancel()
        await asyncio.gather(*playing, return_exceptions=True)
        for player in players:
            player.phone.close()
    return waits


def _overheard(me: Player, players: Sequence[Player]) -> Overheard:
    """What the others hold, and what they have shared at this table."""
    others = [player for player in players if player is not me and player.sheet.group]
    shares = [(other.sheet.group, act, fact) for other in others for act, fact in other.sheet.own_shares()]
    near = [other for other in others if other.sheet.group == me.sheet.group]
    sent = [(message, fact) for other in near for message, fact in other.shared()]
    return Overheard(shares, sent, frozenset(other.sheet.group for other in others))
