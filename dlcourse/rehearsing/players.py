"""One scripted participant of a rehearsal: joins, takes a seat, and plays as their persona does until it is over."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dlcourse.pages.live import words
from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.personas import Memory, Persona
from dlcourse.rehearsing.phone import Phone
from dlcourse.rehearsing.table import TableSheet
from dlcourse.rehearsing.trespass import Flooded, Overheard, Trespass, flood, trespass

AWAY = 8.0
"""How many steps long somebody who drops out is gone."""
QUIET = 1.0
"""Seconds after which a page is looked at again, although nothing came."""
TRESPASSES = {words.PHASES["talk"], words.PHASES["decision"], words.PHASES["choice"]}
"""The phases in which things are tried that are not allowed."""


@dataclass
class Player:
    """Somebody who plays. ``step`` is how many seconds a step takes; ``overhears`` is asked by the malicious one."""

    name: str
    persona: Persona
    phone: Phone
    memory: Memory
    session: str
    step: float
    overhears: Callable[["Player"], Overheard]
    attempts: list[Trespass] = field(default_factory=list)
    floods: list[Flooded] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    refused: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def sheet(self) -> TableSheet:
        """What the page shows now."""
        return TableSheet(self.phone.contents)

    async def come(self) -> None:
        """Load the page, and open it."""
        self.phone.news = self._changed.set
        await self.phone.read(f"live/{self.session}")
        await self._open()

    async def play(self, until: asyncio.Event) -> None:
        """Do what the persona does, step by step, until everything is over."""
        while not until.is_set():
            self._changed.clear()
            if not self.phone.is_open:
                await self._open()
            if not await self._acts():
                await self._news()

    def capture(self) -> Capture:
        """What this participant was sent and did."""
        said = [sent for sent in self.phone.sent if sent.message.get("say") == "LiveShare"]
        done = [sent for sent in said if sent.taken or not sent.answered]
        return Capture(
            self.name,
            tuple(self.phone.frames),
            tuple((sent.at, fact) for sent in done if (fact := self.facts.get(sent.message["fact"]))),
            tuple(self.phone.away),
            tuple(self.memory.typed),
            tuple(self._private()),
        )

    def _private(self) -> Iterator[str]:
        """What this participant wrote to a question to the room."""
        for sent in self.phone.sent:
            if sent.message.get("say") == "AnswerRoom" and sent.message.get("words"):
                yield sent.message["words"]

    def shared(self) -> list[tuple[Mapping[str, Any], str]]:
        """The messages by which facts of one's own were shared, each with the fact in plain words."""
        said = (sent.message for sent in self.phone.sent if sent.message.get("say") == "LiveShare")
        return [(message, self.facts[message["fact"]]) for message in said if message["fact"] in self.facts]

    async def _open(self) -> None:
        await self.phone.open({"session": self.session})

    async def _acts(self) -> bool:
        """Take one step, if there is anything to do."""
        sheet = self.sheet
        self.facts |= {act["fixed"]["fact"]: fact for act, fact in sheet.shares()}
        if self.persona.leaves and sheet.heading == words.PHASES["talk"] and self.memory.first_time("away"):
            await self.phone.leave(AWAY * self.step)
            return True
        if self.persona.trespasses and sheet.heading in TRESPASSES and self.memory.first_time(f"try/{sheet.heading}"):
            await self._trespass()
        message = self.persona.next(sheet, self.memory)
        if message is None:
            return False
        await asyncio.sleep(self.step * self.persona.pause * self.memory.dice.uniform(0.5, 1.5))
        await self._say(message)
        return True

    async def _say(self, message: Mapping[str, Any]) -> None:
        sent = await self.phone.say(message)
        self.refused += bool(sent.answered) and not sent.taken
        if sent.taken and message["say"] == "LiveIdea" and self.persona.trespasses:
            await self.phone.say(sent.message)

    async def _trespass(self) -> None:
        cohort = next((sent.message["cohort"] for sent in self.phone.sent if "cohort" in sent.message), "")
        self.attempts += await trespass(self.phone, self.session, cohort, self.overhears(self))
        if not self.floods:
            self.floods.append(await flood(self.phone))

    async def _news(self) -> None:
        try:
            await asyncio.wait_for(self._changed.wait(), QUIET)
        except TimeoutError:
            return
