"""What those who lead a session may do to a group: move it on, stop or extend its clock, and ask to see facts."""

from datetime import datetime, timedelta

from dlcourse.domain.live.follow_up import NEXT, begin_phase
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.happenings import FactsShown, TimeAdded, TimerPaused, TimerSet
from dlcourse.domain.live.messages import ExtendTimer, LeadGroups, MoveOn, PauseTimer, ResumeTimer, ShowFacts
from dlcourse.domain.speech import Event


def lead_group(command: LeadGroups, group: LiveGroup, now: datetime) -> tuple[Event, ...]:
    """The events that record this for one group; none if it changes nothing there."""
    match command:
        case MoveOn():
            goes_on = group.phase in NEXT and not _went_on(command, group)
            return (begin_phase(group, NEXT[group.phase], now),) if goes_on else ()
        case PauseTimer():
            left = (group.until - now).total_seconds() if group.until else None
            return () if group.paused else (TimerPaused(left=left if left is None else max(0.0, left)),)
        case ResumeTimer():
            return (TimerSet(until=_end(group.left, now)),) if group.paused else ()
        case ExtendTimer(minutes=minutes):
            return _extended(group, timedelta(minutes=minutes), now)
        case ShowFacts():
            return () if group.shown else (FactsShown(),)
        case _:
            return ()


def _went_on(command: MoveOn, group: LiveGroup) -> bool:
    """Whether the group has gone on since the sender looked at it."""
    place = 0 if command.group else group.formed.group - 1
    return place < len(command.seen) and command.seen[place] != group.steps


def _extended(group: LiveGroup, more: timedelta, now: datetime) -> tuple[Event, ...]:
    """More time from when the phase would end, or from now on if that is over or there was no timer."""
    if group.phase not in NEXT:
        return ()
    if group.paused:
        return (TimeAdded(left=(group.left or 0.0) + more.total_seconds()),)
    return (TimerSet(until=max(group.until or now, now) + more),)


def _end(left: float | None, now: datetime) -> datetime | None:
    return None if left is None else now + timedelta(seconds=left)
