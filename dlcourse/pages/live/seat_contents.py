"""What the page of one person in a live session says and offers."""

from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.seat_views import LiveCard, LiveSeatView, LiveTimer
from dlcourse.domain.live.settings import Phase
from dlcourse.pages.live.words import ENTER, PHASES


class TimerProps(TypedDict):
    """The clock of a phase, in milliseconds of the server's time; ``until`` is None if nothing ends by itself.

    ``now`` is the server's time when this was looked up: a browser counts from the moment at which it got this.
    """

    until: int | None
    left: int | None
    now: int


class DoorProps(TypedDict):
    """The way into a session: what its button says, and what it sends."""

    label: str
    cohort: str
    session: str


class SeatContents(TypedDict):
    """What is drawn of a seat."""

    title: str
    phase: str
    heading: str
    role: str
    group: int
    timer: TimerProps | None
    door: DoorProps | None


def seat_contents(
    view: LiveSeatView | None,
    door: LiveCard | None,
    timer: LiveTimer | None,
    debrief: LiveDebriefView | None,  # noqa: ARG001
    room: LiveRoomView | None,  # noqa: ARG001
) -> SeatContents | None:
    """What is drawn; None if nothing is known of the session."""
    if view is None:
        return _door_contents(door) if door else None
    phase: Phase = view.group.phase if view.group else "waiting"
    return {
        "title": view.title,
        "phase": phase,
        "heading": PHASES[phase],
        "role": view.role_name,
        "group": view.number,
        "timer": timer_props(timer) if timer else None,
        "door": None,
    }


def timer_props(timer: LiveTimer) -> TimerProps | None:
    """The clock; None for a phase without one."""
    if timer.until is None and timer.left is None:
        return None
    return {
        "until": None if timer.until is None else round(timer.until.timestamp() * 1000),
        "left": None if timer.left is None else round(timer.left * 1000),
        "now": round(timer.now.timestamp() * 1000),
    }


def _door_contents(door: LiveCard) -> SeatContents:
    return {
        "title": door.title,
        "phase": "door",
        "heading": ENTER,
        "role": "",
        "group": 0,
        "timer": None,
        "door": {"label": ENTER, "cohort": door.cohort, "session": door.session},
    }
