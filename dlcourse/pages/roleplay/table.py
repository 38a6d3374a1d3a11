"""How a table in play is shown: the story so far, what I know, who is there, and the one thing to do next."""

from collections.abc import Sequence
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.table import Gauge, KnownFact, Seat, Stage, TableView
from dlcourse.pages.face import FaceProps
from dlcourse.pages.markdown import html
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.frame import RoleplayFrame
from dlcourse.pages.roleplay.talk import Cast, SceneProps, passages
from dlcourse.pages.roleplay.tasks import SeatTask, task
from dlcourse.pages.words import counted


class SettingProps(TypedDict):
    """What the case is about; it was read before the seat was taken, so it is folded."""

    title: str
    html: str


class ClockProps(TypedDict):
    """How many minutes of talk are left, of all there are."""

    label: str
    text: str
    left: int
    all: int


class FactNote(TypedDict):
    """A fact, with what is to be said of where it comes from or whether it surfaced."""

    html: str
    note: str


class KnownFacts(TypedDict):
    """Facts that the seat knows from one source; ``mine`` are those it brought."""

    title: str
    mine: bool
    facts: list[FactNote]


class KnownProps(TypedDict):
    """All facts that the seat knows."""

    title: str
    groups: list[KnownFacts]


class PersonAtTable(TypedDict):
    """Who holds a seat, with a face and what is known about them."""

    name: str
    face: FaceProps
    note: str
    you: bool
    html: str


class PeopleAtTable(TypedDict):
    """Everybody at the table."""

    title: str
    list: list[PersonAtTable]


class GaugeProps(TypedDict):
    """An indicator within its bounds, as a number and in words."""

    name: str
    value: int
    min: int
    max: int
    text: str


class GaugesProps(TypedDict):
    """How things stand."""

    title: str
    list: list[GaugeProps]


class TableScreen(RoleplayFrame):
    """A table in play.

    ``heading`` names what is shown now; the page tells by it that the talk has moved on. ``read`` is the button that
    leads from what there is to read to the form, and ``read_facts`` the one that leads to the facts in between.
    ``show_facts`` and ``hide_facts`` open and close what the seat knows where there is no room to show it all the time.
    ``goes_on`` says at the end of what another attempt has said already that a new one begins here; otherwise it is "".
    """

    screen: Literal["table"]
    play: str
    stage: Stage
    heading: str
    setting: SettingProps
    clock: ClockProps | None
    passages: list[SceneProps]
    talk_label: str
    goes_on: str
    task: SeatTask
    known: KnownProps | None
    people: PeopleAtTable
    gauges: GaugesProps | None
    leave: str
    read: str
    read_facts: str
    show_facts: str
    hide_facts: str


def table_screen(frame: RoleplayFrame, view: TableView, shared: int = 0) -> TableScreen:
    """The table as its seat sees it; ``shared`` is how many moves the play has from another attempt."""
    cast = cast_of(view)
    return {
        **frame,
        "screen": "table",
        "play": view.play,
        "stage": view.stage,
        "heading": _heading(view),
        "setting": {"title": words.SETTING, "html": html(view.setting)},
        "clock": _clock(view),
        "share": share(view),
        "passages": passages(view.passages, cast),
        "talk_label": words.CONVERSATION,
        "goes_on": _goes_on(view) if shared and view.moves == shared else "",
        "task": task(view, cast),
        "known": {"title": words.FACTS, "groups": _facts(view, cast)} if view.facts else None,
        "people": {"title": words.PEOPLE, "list": [_person(seat, cast) for seat in view.seats]},
        "gauges": gauges_at_hand(view.gauges),
        "leave": words.ALL_ATTEMPTS,
        "read": words.HAVE_READ_FACTS if view.stage == "prefer" else words.HAVE_READ_SCENE,
        "read_facts": words.READ_FACTS,
        "show_facts": words.SHOW_FACTS if view.facts else words.PEOPLE,
        "hide_facts": words.HIDE_FACTS,
    }


def cast_of(view: TableView) -> Cast:
    """Who and what the conversation is about, as the seat knows them."""
    return Cast(view.seats, view.options, {fact.id for fact in view.facts if fact.since == "everyone"})


def _heading(view: TableView) -> str:
    if view.stage == "prefer":
        return words.PREFER_HEADING
    return view.passages[-1].title or view.title


def _clock(view: TableView) -> ClockProps | None:
    if view.stage not in {"talk", "decide"}:
        return None
    text = words.MINUTES_LEFT.format(left=view.minutes_left, minutes=counted(view.minutes, "minute", "minutes"))
    return {"label": words.TALK_TIME_LEFT, "text": text, "left": view.minutes_left, "all": view.minutes}


def _goes_on(view: TableView) -> str:
    if view.stage != "talk":
        return words.GOES_ON
    return words.GOES_ON_AT.format(minute=view.minutes - view.minutes_left + 1)


BEFORE_TALK, AFTER_TALK = 0.1, 0.8
"""How much of a play with a talk is done when the talk begins, and when it ends."""
A_SCENE = 0.1
"""How much of a story without a talk one scene is; stories of the course have about ten on each way through them."""


def share(view: TableView) -> float:
    """How much of the play is done, from 0 to 1. It grows with each minute of talk, or in a story with each scene."""
    if view.stage == "end":
        return 1
    if not view.minutes:
        return round(min(A_SCENE * (len(view.passages) - 1), AFTER_TALK), 3)
    if view.stage == "prefer":
        return 0
    used = view.minutes if view.decided else view.minutes - view.minutes_left
    return round(BEFORE_TALK + (AFTER_TALK - BEFORE_TALK) * used / view.minutes, 3)


def _facts(view: TableView, cast: Cast) -> list[KnownFacts]:
    """What I know, by where it comes from; of what was heard the newest first."""
    groups = {since: [fact for fact in view.facts if fact.since == since] for since in words.SINCE}
    return [
        {
            "title": words.SINCE[since],
            "mine": since == "own",
            "facts": [_fact(fact, cast) for fact in sorted(facts, key=lambda fact: -fact.minute)],
        }
        for since, facts in groups.items()
        if facts
    ]


def _fact(fact: KnownFact, cast: Cast) -> FactNote:
    return {"html": html(fact.text), "note": _told(fact, cast)}


def _told(fact: KnownFact, cast: Cast) -> str:
    """Who told the fact first, and when; "" if nobody has."""
    sentence = words.SAID_BY_YOU if cast.mine(fact.by) else words.HEARD_FROM if fact.by else ""
    return sentence.format(by=cast.call(fact.by), minute=fact.minute)


def _person(seat: Seat, cast: Cast) -> PersonAtTable:
    notes = [note for note, holds in (("you", seat.you), ("decides", seat.decides)) if holds]
    return {
        "name": seat.name,
        "face": cast.face(seat.id),
        "note": ", ".join(notes),
        "you": seat.you,
        "html": html(seat.about),
    }


def gauges_at_hand(gauges: Sequence[Gauge]) -> GaugesProps | None:
    """How things stand; None in a case without indicators."""
    return {"title": words.GAUGES, "list": [_gauge(gauge) for gauge in gauges]} if gauges else None


def _gauge(gauge: Gauge) -> GaugeProps:
    return {
        "name": gauge.name,
        "value": gauge.value,
        "min": gauge.min,
        "max": gauge.max,
        "text": words.GAUGE_VALUE.format(value=gauge.value, max=gauge.max),
    }
