"""What the page of one person in a live session says and offers, phase by phase."""

from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.polls import PollCard
from dlcourse.domain.live.seat_views import LiveCard, LiveGroupView, LiveSeatView, LiveTimer
from dlcourse.domain.live.settings import Phase
from dlcourse.pages.form import FormProps
from dlcourse.pages.live.clock import LiveClockProps, clock
from dlcourse.pages.live.seat import words
from dlcourse.pages.live.seat.cast import cast_of
from dlcourse.pages.live.seat.debrief import LiveDebriefProps, debrief, outcome_lines
from dlcourse.pages.live.seat.table import (
    MateProps,
    PacketPart,
    TurnProps,
    knowledge_map,
    mates,
    packet,
    said,
    turns,
)
from dlcourse.pages.live.seat.tasks import poll_form, task, waits
from dlcourse.pages.markdown import html
from dlcourse.pages.roleplay.talk import SceneProps
from dlcourse.pages.words import counted


class DoorProps(TypedDict):
    """The way into a session: what is said of it, what its button says, and what it sends."""

    note: str
    label: str
    cohort: str
    session: str


class LivePollProps(TypedDict):
    """A question to the whole room: a form while it is open and unanswered, then what came of it."""

    number: int
    title: str
    about: str
    ask: str
    form: FormProps | None
    lines: list[str]


class TableProps(TypedDict):
    """A group in play. ``go_on`` and ``call`` are buttons, empty where they are not offered."""

    number: int
    case: str
    case_html: str
    waits: str
    would: list[str]
    task: FormProps | None
    packet_title: str
    packet_note: str
    packet: list[PacketPart]
    map_title: str
    map: list[str]
    talk_label: str
    passages: list[SceneProps]
    turns: list[TurnProps]
    people_title: str
    people: list[MateProps]
    outcome: list[str]
    go_on: str
    call: str
    called: str


class SeatContents(TypedDict):
    """What is drawn: who I am, the clock, what everybody was told, and the table, the door or the debrief."""

    title: str
    phase: str
    heading: str
    who: str
    about: str
    clock: LiveClockProps | None
    told: list[str]
    waiting_title: str
    waiting: list[str]
    door: DoorProps | None
    table: TableProps | None
    polls: list[LivePollProps]
    debrief: LiveDebriefProps | None


def seat_contents(  # noqa: PLR0913, PLR0917 (what the page knows)
    view: LiveSeatView | None,
    door: LiveCard | None,
    timer: LiveTimer | None,
    polls: tuple[PollCard, ...],
    looking_back: LiveDebriefView | None,
    room: LiveRoomView | None,
) -> SeatContents | None:
    """What is drawn; None if nothing is known of the session."""
    if view is None:
        return _door(door) if door else None
    group = view.group
    phase: Phase = group.phase if group else "waiting"
    told = [view.told, words.SHOWN if group and group.shown else "", words.CLOSED if view.closed else ""]
    return {
        "title": view.title,
        "phase": phase,
        "heading": words.PHASES[phase],
        "who": _who(view),
        "about": html(view.role_about),
        "clock": clock(timer) if timer else None,
        "told": [line for line in told if line],
        "waiting_title": words.WITH if view.mates and not group else "",
        "waiting": [f"{mate.name} ({mate.person})" if mate.person else mate.name for mate in view.mates],
        "door": None,
        "table": _table(view, group) if group and not view.closed else None,
        "polls": [_poll(view, poll) for poll in polls],
        "debrief": debrief(looking_back, room) if looking_back and phase == "debrief" else None,
    }


def _who(view: LiveSeatView) -> str:
    if view.role:
        return words.SEAT.format(role=view.role_name, number=view.number)
    if view.number:
        return words.OBSERVER.format(number=view.number)
    return words.NO_PLACE.format(here=counted(view.here, *words.HERE))


def _table(view: LiveSeatView, group: LiveGroupView) -> TableProps:
    return {
        "number": view.number,
        "case": words.CASE,
        "case_html": html(group.setting),
        "waits": waits(view, group),
        "would": _would(group),
        "task": task(view, group),
        "packet_title": words.KNOWN,
        "packet_note": words.KNOWN_NOTE if view.role else "",
        "packet": packet(view, group),
        "map_title": words.MAP,
        "map": knowledge_map(group),
        "talk_label": words.TALK,
        "passages": said(group),
        "turns": turns(view, group),
        "people_title": words.PEOPLE,
        "people": mates(group),
        "outcome": outcome_lines(group.outcome, cast_of(group)) if group.outcome else [],
        "go_on": words.GO_ON.get(group.phase, "") if group.may_go_on else "",
        "call": "" if view.called or not view.role else words.CALL,
        "called": words.CALLED if view.called else "",
    }


def _would(group: LiveGroupView) -> list[str]:
    if group.choice is None:
        return []
    who, named = cast_of(group), {each.id: each.name for each in group.choice.choices}
    return [
        words.WOULD_SAY.format(name=who.seat(role), choice=named.get(choice, choice))
        for role, choice in group.choice.would.items()
    ]


def _poll(view: LiveSeatView, poll: PollCard) -> LivePollProps:
    return {
        "number": poll.number,
        "title": words.POLL,
        "about": html(poll.about),
        "ask": poll.ask,
        "form": poll_form(view, poll) if poll.open and not poll.mine else None,
        "lines": _poll_lines(poll),
    }


def _poll_lines(poll: PollCard) -> list[str]:
    named = {answer.id: answer.text for answer in poll.answers}
    mine = [words.POLL_ANSWERED.format(answer=named.get(poll.mine, poll.mine))] if poll.mine else []
    if not poll.answers:
        return [*mine, words.POLL_OWN] if mine else []
    if poll.open:
        return mine
    if poll.counts is None:
        return [*mine, words.POLL_FEW]
    counts = [f"{text}: {poll.counts.get(answer, 0)}" for answer, text in named.items()]
    return [*mine, words.POLL_COUNTS, *counts, *filter(None, [poll.why])]


def _door(door: LiveCard) -> SeatContents:
    way_in: DoorProps = {"note": words.DOOR, "label": words.ENTER, "cohort": door.cohort, "session": door.session}
    return {
        "title": door.title,
        "phase": "door",
        "heading": words.PHASES["waiting"],
        "who": "",
        "about": "",
        "clock": None,
        "told": [],
        "waiting_title": "",
        "waiting": [],
        "door": way_in,
        "table": None,
        "polls": [],
        "debrief": None,
    }
