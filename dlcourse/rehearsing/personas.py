"""How scripted participants behave: each persona is a list of what it does, the first thing that is possible first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dlcourse.rehearsing.filling import filled, ways_of
from dlcourse.rehearsing.table import TableSheet

Message = dict[str, Any]


@dataclass
class Memory:
    """What a participant has done: the buttons and forms that were used, and the words that were typed."""

    dice: Random
    name: str
    used: set[str] = field(default_factory=set)
    typed: list[str] = field(default_factory=list)

    def first_time(self, mark: str) -> bool:
        """Whether this was not done before; from now on, it was."""
        if mark in self.used:
            return False
        self.used.add(mark)
        return True

    def words(self, about: str) -> str:
        """Words to type that nobody else types, so that they can be recognized wherever they turn up."""
        self.typed.append(f"{about} ({self.name.lower().replace(' ', '')}x{self.dice.getrandbits(32):08x})")
        return self.typed[-1]


Step = Callable[[TableSheet, Memory], Message | None]


def come_in(sheet: TableSheet, memory: Memory) -> Message | None:
    """Enter the session."""
    door = sheet.contents.get("door")
    if not door or not memory.first_time("door"):
        return None
    return {"say": "EnterLive", "cohort": door["cohort"], "session": door["session"]}


def fills(*kinds: str, about: str = "", way: str = "") -> Step:
    """A step that fills in a form for one of these commands, once in each phase."""

    def step(sheet: TableSheet, memory: Memory) -> Message | None:
        for form in sheet.forms():
            offered = any(each["say"] in kinds for each in ways_of(form))
            if offered and memory.first_time(f"{form['slot']}/{kinds[0]}/{way}"):
                return filled(form, kinds, memory.dice, memory.words(about) if about else "", way)
        return None

    return step


def presses(*kinds: str, most: int = 99) -> Step:
    """A step that presses a button for one of these commands; each button once, and at most so many."""

    def step(sheet: TableSheet, memory: Memory) -> Message | None:
        done = sum(mark.startswith(f"press/{kinds[0]}/") for mark in memory.used)
        for act in sheet.acts() if done < most else ():
            if act["say"] in kinds and memory.first_time(
                f"press/{kinds[0]}/{act['say']}/{sorted(act['fixed'].items())}"
            ):
                return {"say": act["say"], **act["fixed"]}
        return None

    return step


def share(sheet: TableSheet, memory: Memory) -> Message | None:
    """Share a fact that only some know."""
    for act, fact in sheet.own_shares():
        if memory.first_time(f"share/{fact}"):
            return {"say": act["say"], **act["fixed"]}
    return None


PREFER = fills("LivePrefer")
DECIDE = fills("LiveDecide", about="This fits what was said here")
CHOOSE = fills("LiveChoose", "LiveWouldChoose")
ANSWER = fills("AnswerRoom", about="What I take from this")
LEAN = fills("LiveIdea", about="I lean this way")
ASK_ONE, ASK_ALL, ASK_DOUBTS = (fills("LiveAsk", way=way) for way in ("expertise", "open", "dissent"))
REACT = presses("LiveMarkNew", "LiveSupport", most=6)
GO_ON, CALL = presses("LiveGoOn"), presses("LiveCall", most=1)


@dataclass(frozen=True)
class Persona:
    """How somebody behaves. ``pause`` is how long they wait before each step, where most people wait 1.

    ``leaves`` somebody whose connection is lost in the talk; ``trespasses`` somebody who tries what is not allowed.
    """

    name: str
    about: str
    steps: tuple[Step, ...]
    pause: float = 1.0
    leaves: bool = False
    trespasses: bool = False

    def next(self, sheet: TableSheet, memory: Memory) -> Message | None:
        """What they do now; None if there is nothing for them to do."""
        return next(self._possible(sheet, memory), None)

    def _possible(self, sheet: TableSheet, memory: Memory) -> Iterator[Message]:
        for step in self.steps:
            if message := step(sheet, memory):
                yield message


DUTIES = (come_in, PREFER, DECIDE, CHOOSE, ANSWER)
"""What everybody does, so that the group gets on."""
TALKS = (ASK_ONE, share, ASK_ALL, REACT, ASK_DOUBTS, LEAN)

PERSONAS = {
    persona.name: persona
    for persona in (
        Persona("asks-well", "asks others for what they know, and shares", (*DUTIES, *TALKS, GO_ON)),
        Persona("announces", "says at once which way to go, and shares nothing", (come_in, LEAN, *DUTIES, CALL)),
        Persona("silent", "says nothing in the talk", DUTIES),
        Persona("slow", "does the same as one who asks well, but late", (*DUTIES, *TALKS), pause=4.0),
        Persona("drops-out", "loses the connection in the talk, and comes back", (*DUTIES, *TALKS), leaves=True),
        Persona("malicious", "tries everything that is not allowed", (*DUTIES, LEAN, share, REACT), trespasses=True),
    )
}
"""All personas, by name, in the order in which seats get them."""
