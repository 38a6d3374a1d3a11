"""The clock of a phase, as the pages of those who lead a session show it."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from dlcourse.domain.live.console_views import ConsoleGroup
from dlcourse.domain.live.seat_views import LiveTimer
from dlcourse.pages.live.timers import TimerProps, timer_props

Timers = Mapping[int, LiveTimer]
"""The timers of the groups, by their numbers."""

LEFT, PAUSED, OVER, NO_TIMER = "{time} left", "Paused, {time} left", "Time is up", "Paused"


class LiveClockProps(TypedDict):
    """A clock and its words; the browser fills in ``{time}``. ``timer`` is None if it is paused without a time."""

    timer: TimerProps | None
    left: str
    paused: str
    over: str


def kept_timers(before: Timers, groups: Iterable[ConsoleGroup]) -> dict[int, LiveTimer]:
    """The timers now. One that has not changed is the one that was looked up first, so that it is not sent again."""
    now = {group.number: group.timer for group in groups if group.timer}
    return {number: _first(before.get(number), timer) for number, timer in now.items()}


def _first(before: LiveTimer | None, now: LiveTimer) -> LiveTimer:
    same = before is not None and before.model_copy(update={"now": now.now}) == now
    return before if before is not None and same else now


def clock(timer: LiveTimer | None) -> LiveClockProps | None:
    """The clock; None if nothing is to be shown."""
    shown = timer_props(timer) if timer else None
    if shown is None and not (timer and timer.paused):
        return None
    return {"timer": shown, "left": LEFT, "paused": PAUSED if shown else NO_TIMER, "over": OVER}
