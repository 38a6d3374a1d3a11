"""What the page of one person in a live session says and offers, phase by phase."""

from dataclasses import dataclass
from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.messages import LiveCall, LiveGoOn
from dlcourse.domain.live.polls import PollCard
from dlcourse.domain.live.seat_views import LiveCard, LiveGroupView, LiveSeatView, LiveTimer
from dlcourse.domain.live.settings import Phase
from dlcourse.pages.form import FormProps
from dlcourse.pages.live import words
from dlcourse.pages.live.clock import LiveClockProps, clock
from dlcourse.pages.live.debrief_contents import GroupDebriefProps, group_debrief
from dlcourse.pages.live.seat_figures import counts_table, room_table
from dlcourse.pages.live.seat_polls import OwnAnswer, answer_form, own_answers
from dlcourse.pages.live.seat_sentences import sentences, would
from dlcourse.pages.live.seat_table import FactProps, MateProps, alone, facts, people
from dlcourse.pages.live.seat_talk import LiveScene, announced, scenes
from dlcourse.pages.live.seat_tasks import SeatAct, act, forms
from dlcourse.pages.markdown import html
from dlcourse.pages.props import TextTable
from dlcourse.pages.roleplay.table import GaugesProps, gauges_at_hand

PLAYING: frozenset[Phase] = frozenset({"preference", "talk", "decision", "choice"})
"""The phases in which people at a table have something to do."""


class DoorProps(TypedDict):
    """The way into a session: what is said there, what its button says, and what it sends."""

    note: str
    label: str
    cohort: str
    session: str


class SeatWords(TypedDict):
    """The titles and buttons of a seat's page, which are the same in every phase.

    ``read`` leads from what there is to read to the form, and ``read_facts`` to the facts in between. ``show_facts``
    and ``hide_facts`` open and close what the seat knows where there is no room to show it all the time.
    """

    case: str
    what_you_know: str
    facts: str
    heard: str
    known: str
    people: str
    said: str
    read: str
    read_facts: str
    have_read_facts: str
    show_facts: str
    hide_facts: str


class SeatContents(TypedDict):
    """What is drawn of a seat.

    ``sentences`` is what there is to know first, and ``would`` what others would do where somebody chooses. ``facts``
    are those that were not said yet and that not everybody holds, ``known`` all others. ``passages`` are the scenes
    with what was said in each. ``said`` is the newest thing that was said, for a screen reader. A group ``plays`` as
    long as there is something to do at its table, and ``reads`` before the first preference. While it ``talks``, the
    last of the ``forms`` is for what one says next. ``answered`` is what one has answered to questions to the room.
    """

    title: str
    heading: str
    who: str
    about: str
    clock: LiveClockProps | None
    told: str
    sentences: list[str]
    would: list[str]
    plays: bool
    talks: bool
    reads: bool
    setting: str
    door: DoorProps | None
    forms: list[FormProps]
    answered: list[OwnAnswer]
    acts: list[SeatAct]
    facts: list[FactProps]
    known: list[FactProps]
    people: list[MateProps]
    gauges: GaugesProps | None
    passages: list[LiveScene]
    said: str
    debrief: GroupDebriefProps | None
    tables: list[TextTable]
    words: SeatWords


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
    return {**_EMPTY, **_frame(view, seen), **(_at_the_table(view, group) if group else {})}  # type: ignore[return-value]


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
        "who": f"{group}. {who}." if view.number else "",
        "about": html(view.role_about),
        "clock": clock(seen.timer) if seen.timer and not view.closed else None,
        "told": view.told,
        "sentences": [words.WAIT_PLACED if view.number else words.WAIT_NO_PLACE],
        "people": people(view.mates),
        "forms": [
            *([answer_form(view, open_poll)] if open_poll and not open_poll.mine else []),
            *(forms(view, view.group) if view.group else []),
        ],
        "answered": own_answers(seen.polls),
        "debrief": group_debrief(seen.debrief) if seen.debrief else None,
        "tables": [*([room_table(seen.room)] if seen.room else []), *shown],
    }


def _at_the_table(view: LiveSeatView, group: LiveGroupView) -> dict[str, object]:
    """What a group that plays shows."""
    own = alone(group)
    return {
        "sentences": sentences(view, group),
        "would": would(group),
        "plays": not view.closed and group.phase in PLAYING,
        "talks": bool(view.role) and not view.closed and group.phase == "talk",
        "reads": group.phase == "preference" and not group.before,
        "setting": html(group.setting),
        "acts": _acts(view, group),
        "facts": facts(view, group, own),
        "known": facts(view, group, [fact for fact in group.facts if fact not in own]),
        "people": people(group.mates, group.knowledge_map),
        "gauges": gauges_at_hand(group.gauges),
        "passages": scenes(view, group),
        "said": announced(group),
    }


def _acts(view: LiveSeatView, group: LiveGroupView) -> list[SeatAct]:
    if view.closed:
        return []
    going_on = [act(LiveGoOn, view, words.GO_ON, phase=group.phase)] if group.may_go_on else []
    return [*going_on, *([] if view.called else [act(LiveCall, view, words.CALL)])]


def _at_the_door(door: LiveCard) -> SeatContents:
    way_in: DoorProps = {"note": words.DOOR_NOTE, "label": words.ENTER, "cohort": door.cohort, "session": door.session}
    return {**_EMPTY, "title": door.title, "heading": words.ENTER, "door": way_in}


_WORDS: SeatWords = {
    "case": words.CASE,
    "what_you_know": words.WHAT_YOU_KNOW,
    "facts": words.FACTS,
    "heard": words.HEARD,
    "known": words.KNOWN,
    "people": words.PEOPLE,
    "said": words.SAID,
    "read": words.READ_ON,
    "read_facts": words.READ_FACTS,
    "have_read_facts": words.HAVE_READ_FACTS,
    "show_facts": words.SHOW_FACTS,
    "hide_facts": words.HIDE_FACTS,
}
_EMPTY: SeatContents = {
    "title": "",
    "heading": "",
    "who": "",
    "about": "",
    "clock": None,
    "told": "",
    "sentences": [],
    "would": [],
    "plays": False,
    "talks": False,
    "reads": False,
    "setting": "",
    "door": None,
    "forms": [],
    "answered": [],
    "acts": [],
    "facts": [],
    "known": [],
    "people": [],
    "gauges": None,
    "passages": [],
    "said": "",
    "debrief": None,
    "tables": [],
    "words": _WORDS,
}
