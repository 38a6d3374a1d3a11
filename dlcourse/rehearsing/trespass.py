"""What the malicious participant tries: to act as somebody else, to see what others see, and to flood the server.

The participants of a rehearsal run in one program, so this one has even overheard the ids of what others hold.
"""

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tornado.websocket import WebSocketClosedError

from dlcourse.rehearsing.phone import Phone, Sent
from dlcourse.rehearsing.table import TableSheet

Props = Mapping[str, Any]
LEADERS: tuple[Props, ...] = (
    {"say": "MoveOn", "group": 0},
    {"say": "PauseTimer", "group": 0},
    {"say": "ExtendTimer", "group": 0, "minutes": 60},
    {"say": "ShowFacts", "group": 0},
    {"say": "SeatEveryone"},
    {"say": "StartLive"},
    {"say": "BroadcastWords", "words": "Everybody go home"},
    {"say": "RevealRoom"},
    {"say": "CloseLive"},
)
"""What only those who lead the cohort may ask."""
PAGES = "lead-live", "live-figures", "live-screen", "live-questions", "live-group", "open-live"
"""Pages of those who lead the cohort."""
ADDRESSES = "", "/figures", "/screen", "/group/1"
"""After the address of the console: pages that a browser may load."""
FLOOD, PATIENCE = 500, 10.0
"""How many messages are sent at once, and the seconds that the server has to deal with them."""


@dataclass(frozen=True)
class Overheard:
    """What others in the room hold, as share buttons by group, and which facts they shared at one's own table.

    Each comes with the fact in plain words.
    """

    shares: Sequence[tuple[int, Props, str]]
    messages: Sequence[tuple[Props, str]]
    groups: frozenset[int]


@dataclass(frozen=True)
class Trespass:
    """Something that is not allowed, tried. ``fact`` may be shared by anybody at the table once it was said there."""

    about: str
    sent: Sent
    seen: bool = False
    fact: str = ""

    @property
    def worked(self) -> bool:
        """Whether it was carried out, or a page was shown."""
        return self.sent.taken or self.seen


@dataclass(frozen=True)
class Flooded:
    """What came of a flood: when it began and ended (seconds of a steady clock), and whether the server cut it off."""

    began: float
    ended: float
    cut_off: bool


async def trespass(phone: Phone, session: str, cohort: str, overheard: Overheard) -> list[Trespass]:
    """Try everything, one thing after the other."""
    sheet, found = TableSheet(phone.contents), list[Trespass]()
    for about, message, fact in _moves(sheet, session, overheard):
        found.append(Trespass(about, await phone.say(message), fact=fact))
    for page in PAGES:
        found.append(await _opened(phone, page, {"cohort": cohort, "session": session, "group": "1"}))
    for command in LEADERS:
        asked = {**command, "cohort": cohort, "session": session}
        for page in ("", "lead-live"):
            found.append(Trespass(f"{command['say']}, which only a leader may ask", await phone.say(asked, page)))
    found.append(await _opened(phone, "live", {"session": uuid4().hex}))
    for address in ADDRESSES:
        await phone.read(f"cohort/{cohort}/live/{session}{address}")
    return found


async def flood(phone: Phone) -> Flooded:
    """Send very many messages at once, and wait until they are dealt with, one way or the other."""
    began, before, last = time.monotonic(), phone.cut, None
    try:
        for number in range(FLOOD):
            phone.send({"id": f"flood-{number}", "say": "LookAgain"})
        last = asyncio.create_task(phone.say({"say": "LookAgain"}))
        await asyncio.wait([last], timeout=PATIENCE)
    except WebSocketClosedError:
        pass
    return Flooded(began, time.monotonic(), phone.cut > before)


async def _opened(phone: Phone, page: str, place: Props) -> Trespass:
    at = page if page != "live" else "another-session"
    sent = await phone.say({"page": page, "place": place}, at)
    shown = phone.page(at)
    about = "the page of a session that nobody opened" if page == "live" else f"the page {page} of those who lead"
    return Trespass(about, Sent(sent.at, sent.message, sent.answered), seen=bool(shown) and not shown.get("notice"))


def _moves(sheet: TableSheet, session: str, overheard: Overheard) -> Iterator[tuple[str, Props, str]]:
    """Moves that are not this person's to make: what they are, the message, and the fact that it is about."""
    own, table = sheet.group, {"session": session, "group": sheet.group}
    for group, act, fact in overheard.shares:
        if fact in sheet.own:
            continue
        if group == own:
            yield "to share a fact that somebody else holds", {"say": "LiveShare", **act["fixed"]}, fact
        else:
            yield "to share a fact in another group", {"say": "LiveShare", **act["fixed"]}, ""
            yield "to share a fact of another group", {"say": "LiveShare", **act["fixed"], **table}, fact
    for group in sorted(overheard.groups - {own}):
        yield "to ask in another group", {"say": "LiveAsk", **table, "group": group, "how": "open"}, ""
        yield "to call for help in another group", {"say": "LiveCall", **table, "group": group}, ""
    for message, fact in overheard.messages:
        yield "to send again what somebody else has sent", message, fact
    if not any(form["say"] == "LiveDecide" for form in sheet.forms()):
        for option in _options(sheet):
            yield (
                "to decide for the one who decides",
                {"say": "LiveDecide", **table, "option": option, "reason": "So"},
                "",
            )
    for topic in (f"live-group/{session}/{group}" for group in overheard.groups):
        yield "to watch a topic", {"say": "Watch", "topic": topic}, ""
        yield "to watch a topic", {"say": "Noticed", "topic": topic}, ""


def _options(sheet: TableSheet) -> list[str]:
    """The options of the scenario, as the forms have them."""
    for form in sheet.forms():
        for field in form["fields"]:
            if field.get("name") == "option":
                return [option["value"] for option in field["choices"]][:1]
    return []
