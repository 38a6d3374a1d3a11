"""What the page of one person in a live session says and offers, phase by phase."""

from dataclasses import dataclass
from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.messages import LiveCall, LiveGoOn
from dlcourse.domain.live.polls import PollCard
from dlcourse.domain.live.seat_views import ChoicePoint, LiveCard, LiveGroupView, LiveSeatView, LiveTimer
from dlcourse.domain.live.settings import Phase
from dlcourse.pages.form import FormProps
from dlcourse.pages.live import words
from dlcourse.pages.live.clock import LiveClockProps, clock
from dlcourse.pages.live.seat_debrief import counts_table, room_table, tables
from dlcourse.pages.live.seat_table import (
    FactProps,
    LiveLineProps,
    MateProps,
    Names,
    alone,
    announced,
    facts,
    lines,
    names_of,
    people,
)
from dlcourse.pages.live.seat_tasks import SeatAct, act, answer_form, forms
from dlcourse.pages.markdown import html
from dlcourse.pages.props import TextTable


class DoorProps(TypedDict):
    """The way into a session: what is said there, what its button says, and what it sends."""

    note: str
    label: str
    cohort: str
    session: str


class SeatContents(TypedDict):
    """What is drawn of a seat. ``scene`` is where the story is; ``sentences`` is what there is to know first.

    ``facts`` are those that
    were not said yet and that not everybody holds, ``known`` all others. ``said`` is the newest thing that was said,
    for a screen reader.
    """

    title: str
    heading: str
    who: str
    about: str
    clock: LiveClockProps | None
    told: str
    sentences: list[str]
    scene: str
    door: DoorProps | None
    forms: list[FormProps]
    acts: list[SeatAct]
    facts_title: str
    facts: list[FactProps]
    known_title: str
    known: list[FactProps]
    people_title: str
    people: list[MateProps]
    lines_title: str
    lines: list[LiveLineProps]
    said: str
    tables: list[TextTable]
    questions_title: str
    questions: list[str]


@dataclass(frozen=True)
class SeatSeen:
    """Everything that was looked up for a seat. ``door`` is what is known of a session before one enters it."""

    view: LiveSeatView | None = None
    door: LiveCard | None = None
    timer: LiveTimer | None = None
    debrief: LiveDebriefView | None = None
    room: LiveRoomView | None = None
    polls: tuple[PollCard, ...] = ()


def seat_contents(seen: SeatSeen) -> SeatContents | None:
    """What is drawn; None if nothing is known of the session."""
    if seen.view is None:
        return _at_the_door(seen.door) if seen.door else None
    view, group = seen.view, seen.view.group
    contents = {**_EMPTY, **_frame(view, seen), **(_at_the_table(view, group) if group else {})}
    if seen.debrief:
        contents["questions"] = [asked.ask for asked in seen.debrief.questions]
    return contents  # type: ignore[return-value]


def _frame(view: LiveSeatView, seen: SeatSeen) -> dict[str, object]:
    """What every phase shows: who one is, the clock, what was said to all, and questions to the room."""
    phase: Phase = view.group.phase if view.group else "waiting"
    open_poll = next((poll for poll in seen.polls if poll.open), None)
    shown = [table for poll in seen.polls if (table := counts_table(poll))]
    who = words.YOU_ARE.format(role=view.role_name) if view.role else words.OBSERVING
    group = words.GROUP.format(number=view.number)
    return {
        "title": view.title,
        "heading": words.ENDED if view.closed else words.PHASES[phase],
        "who": f"{group}. {who}" if view.number else "",
        "about": view.role_about,
        "clock": clock(seen.timer) if seen.timer and not view.closed else None,
        "told": view.told,
        "sentences": [words.WAIT_PLACED if view.number else words.WAIT_NO_PLACE],
        "people": people(view.mates),
        "forms": [
            *([answer_form(view, open_poll)] if open_poll and not open_poll.mine else []),
            *(forms(view, view.group) if view.group else []),
        ],
        "tables": [
            *(tables(seen.debrief) if seen.debrief else []),
            *([room_table(seen.room)] if seen.room else []),
            *shown,
        ],
    }


def _at_the_table(view: LiveSeatView, group: LiveGroupView) -> dict[str, object]:
    """What a group that plays shows."""
    return {
        "sentences": _sentences(view, group),
        "scene": html(group.passages[-1].text) if group.passages else "",
        "acts": _acts(view, group),
        "facts": facts(view, group, alone(group)),
        "known": facts(view, group, [fact for fact in group.facts if fact not in alone(group)]),
        "people": people(group.mates, group.knowledge_map),
        "lines": lines(view, group),
        "said": announced(group),
    }


def _sentences(view: LiveSeatView, group: LiveGroupView) -> list[str]:
    """What there is to know first: what to do, who decides, and whether facts are read."""
    names = names_of(group.mates)
    said = [_task(view, group)]
    if group.outcome:
        decided = {option.id: option.name for option in group.options}.get(group.outcome.option, "")
        sentence = words.OUTCOME.format(role=names.get(group.outcome.by, ""), option=decided)
        said.append(sentence if decided else words.UNDECIDED)
    if group.phase in {"preference", "decision"}:
        said.append(words.STATED.format(stated=group.stated, players=group.players))
    if group.choice:
        said += _would(group.choice, names)
    if group.shown:
        said.append(words.SHOWN)
    return said


def _task(view: LiveSeatView, group: LiveGroupView) -> str:
    names = names_of(group.mates)
    if view.observes and group.phase in words.OBSERVER_NOTES:
        return words.OBSERVER_NOTES[group.phase]
    if group.phase == "preference" and group.before:
        return words.PREFERENCE_KEPT.format(option=_option(group, group.before))
    if group.phase == "decision" and group.after:
        return words.AGAIN_KEPT.format(option=_option(group, group.after), decider=names.get(group.decider, ""))
    if group.phase == "decision" and group.decider == view.role:
        return words.YOU_DECIDE
    if group.choice and group.choice.yours:
        return words.YOU_CHOOSE
    chooser = names.get(group.choice.chooser, "") if group.choice else ""
    return words.NOTES[group.phase].format(decider=names.get(group.decider, ""), chooser=chooser)


def _option(group: LiveGroupView, option: str) -> str:
    return next((each.name for each in group.options if each.id == option), "")


def _would(here: ChoicePoint, names: Names) -> list[str]:
    choices = {choice.id: choice.name for choice in here.choices}
    return [
        words.WOULD_DO.format(role=names.get(role, ""), choice=choices.get(choice, ""))
        for role, choice in here.would.items()
    ]


def _acts(view: LiveSeatView, group: LiveGroupView) -> list[SeatAct]:
    if view.closed:
        return []
    going_on = [act(LiveGoOn, view, words.GO_ON, phase=group.phase)] if group.may_go_on else []
    return [*going_on, act(LiveCall, view, words.CALLED if view.called else words.CALL)]


def _at_the_door(door: LiveCard) -> SeatContents:
    way_in: DoorProps = {"note": words.DOOR_NOTE, "label": words.ENTER, "cohort": door.cohort, "session": door.session}
    return {**_EMPTY, "title": door.title, "heading": words.ENTER, "door": way_in}


_EMPTY: SeatContents = {
    "title": "",
    "heading": "",
    "who": "",
    "about": "",
    "clock": None,
    "told": "",
    "sentences": [],
    "scene": "",
    "door": None,
    "forms": [],
    "acts": [],
    "facts_title": words.FACTS,
    "facts": [],
    "known_title": words.KNOWN,
    "known": [],
    "people_title": words.PEOPLE,
    "people": [],
    "lines_title": words.SAID,
    "lines": [],
    "said": "",
    "tables": [],
    "questions_title": words.QUESTIONS,
    "questions": [],
}
