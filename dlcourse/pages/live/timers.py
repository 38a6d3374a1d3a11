"""The timer of a phase, as it is sent to a browser."""

from typing import TypedDict

from dlcourse.domain.live.seat_views import LiveTimer


class TimerProps(TypedDict):
    """The clock of a phase, in milliseconds of the server's time; ``until`` is None if nothing ends by itself.

    ``now`` is the server's time when this was looked up: a browser counts from the moment at which it got this.
    """

    until: int | None
    left: int | None
    now: int


def timer_props(timer: LiveTimer) -> TimerProps | None:
    """The clock; None for a phase without one."""
    if timer.until is None and timer.left is None:
        return None
    return {
        "until": None if timer.until is None else round(timer.until.timestamp() * 1000),
        "left": None if timer.left is None else round(timer.left * 1000),
        "now": round(timer.now.timestamp() * 1000),
    }
