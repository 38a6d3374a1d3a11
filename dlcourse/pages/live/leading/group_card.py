"""A group on the console: its phase and clock, who is there, how much was said, and what can be done for it."""

from typing import TypedDict

from dlcourse.domain.live.console_views import ConsoleGroup, ConsoleSeat, LiveConsoleView
from dlcourse.domain.live.seat_views import Holder, LiveTimer
from dlcourse.domain.live.settings import Arm
from dlcourse.pages.live.clock import LiveClockProps, clock
from dlcourse.pages.live.leading import console_words as words
from dlcourse.pages.live.leading.acts import LiveAct, arm_acts, group_acts, waits_for_decision
from dlcourse.pages.live.words import PHASES
from dlcourse.pages.props import LinkProps, MeasureProps


class SeatNote(TypedDict):
    """A note on a seat; one that is ``warm`` asks for a look."""

    text: str
    warm: bool


class SeatRow(TypedDict):
    """A seat: its role, who has it, and notes on it. ``move`` is the person whom a click moves, or empty."""

    role: str
    person: str
    notes: list[SeatNote]
    holder: Holder
    move: str
    move_label: str


class SaidFact(TypedDict):
    """A fact that was said, and by which role."""

    by: str
    text: str


class ReadFacts(TypedDict):
    """What was said at a table, after somebody asked for it."""

    note: str
    facts: list[SaidFact]
    empty: str


class GroupCard(TypedDict):
    """What is drawn of a group; ``back`` leads to its debrief. ``arm_acts`` change what it knows, before the start."""

    number: int
    title: str
    arm: str
    phase: str
    clock: LiveClockProps | None
    here: str
    seats: list[SeatRow]
    measure: MeasureProps | None
    lines: list[str]
    read: ReadFacts | None
    back: LinkProps | None
    acts: list[LiveAct]
    arm_label: str
    arm_acts: list[LiveAct]


def group_card(view: LiveConsoleView, group: ConsoleGroup, timer: LiveTimer | None, names: dict[str, str]) -> GroupCard:
    """What is drawn of the group. ``names`` are those of everybody in the session, by their ids."""
    people = [seat for seat in group.seats if seat.person]
    return {
        "number": group.number,
        "title": words.GROUP.format(number=group.number),
        "arm": words.arm_name(group.arm) if view.options and (group.unique or group.arm != Arm()) else "",
        "phase": PHASES[group.phase],
        "clock": clock(timer),
        "here": words.HERE.format(here=group.players, seats=len(people)) if view.status != "open" else "",
        "seats": [*(_seat(view, group, seat) for seat in group.seats), *_observers(view, group, names)],
        "measure": _measure(group) if view.options and view.status != "open" else None,
        "lines": _lines(view, group),
        "read": _read(view, group) if group.shown else None,
        "back": _looking_back(view, group) if group.phase == "debrief" else None,
        "acts": group_acts(view, group),
        "arm_label": words.ARM,
        "arm_acts": arm_acts(view, group),
    }


def _looking_back(view: LiveConsoleView, group: ConsoleGroup) -> LinkProps:
    to = f"cohort/{view.cohort}/live/{view.session}/group/{group.number}"
    return {"to": to, "text": words.LOOK_BACK, "note": words.LOOK_BACK_SPOKEN.format(number=group.number)}


def _seat(view: LiveConsoleView, group: ConsoleGroup, seat: ConsoleSeat) -> SeatRow:
    movable = view.status == "open" and seat.person
    return {
        "role": seat.name,
        "person": seat.person_name or (words.NO_NAME if seat.person else ""),
        "notes": _notes(view, group, seat),
        "holder": seat.holder,
        "move": seat.person if movable else "",
        "move_label": words.MOVE.format(name=seat.person_name or words.NO_NAME) if movable else "",
    }


def _notes(view: LiveConsoleView, group: ConsoleGroup, seat: ConsoleSeat) -> list[SeatNote]:
    about, talked = words.EMPTY_SEATS if view.status == "open" else words.HOLDERS, _talked(group, seat)
    notes: list[SeatNote] = [
        {"text": words.DECIDES if seat.decides else "", "warm": False},
        {"text": about[seat.holder], "warm": seat.holder in {"gone", "nobody"}},
        {"text": talked, "warm": talked == words.SILENT},
    ]
    return [note for note in notes if note["text"]]


def _talked(group: ConsoleGroup, seat: ConsoleSeat) -> str:
    """What is known of somebody's part so far: whether they stated a preference, and how often they said something."""
    if group.phase == "preference":
        return words.STATED if seat.stated else ""
    if seat.turns:
        return words.SAID.of(seat.turns)
    return words.SILENT if group.phase in {"talk", "decision"} and seat.holder == "person" else ""


def _observers(view: LiveConsoleView, group: ConsoleGroup, names: dict[str, str]) -> list[SeatRow]:
    """Those who observe the group; before the start with their names, because they can be moved."""
    if view.status != "open":
        return []
    return [_observer(person, names.get(person) or words.NO_NAME) for person in group.observers]


def _observer(person: str, name: str) -> SeatRow:
    return {
        "role": words.OBSERVES,
        "person": name,
        "notes": [],
        "holder": "person",
        "move": person,
        "move_label": words.MOVE.format(name=name),
    }


def _measure(group: ConsoleGroup) -> MeasureProps | None:
    if not group.unique:
        return None
    text = words.FACTS_TEXT.format(said=group.surfaced, all=group.unique)
    return {"label": words.FACTS, "text": text, "value": group.surfaced, "max": group.unique}


def _lines(view: LiveConsoleView, group: ConsoleGroup) -> list[str]:
    """What else there is to know of the group now, in a line each."""
    if view.status == "open":
        return []
    roles, options = ({each.id: each.name for each in some} for some in (view.roles, view.options))
    lines = [
        group.scene if group.chooser else "",
        words.CHOOSING.format(role=roles.get(group.chooser, "")) if group.chooser else "",
        words.STATED_COUNT.format(stated=group.stated, players=group.players)
        if group.phase in {"preference", "decision"}
        else "",
        words.DOUBTS.of(group.dissent) if group.dissent else "",
        words.OBSERVERS.of(len(group.observers)) if group.observers else "",
        _outcome(view, group, options),
    ]
    return [line for line in lines if line]


def _outcome(view: LiveConsoleView, group: ConsoleGroup, options: dict[str, str]) -> str:
    if group.outcome and group.outcome.option:
        return words.DECIDED.format(option=options.get(group.outcome.option, ""))
    if waits_for_decision(view, group):
        return words.TO_DECIDE
    return words.UNDECIDED if options and group.phase in {"outcome", "debrief"} else ""


def _read(view: LiveConsoleView, group: ConsoleGroup) -> ReadFacts:
    roles = {role.id: role.name for role in view.roles}
    facts: list[SaidFact] = [
        {"by": words.BY.format(role=roles.get(fact.by, "")), "text": fact.text} for fact in group.facts
    ]
    return {"note": words.READING, "facts": facts, "empty": words.NOTHING_SAID}
