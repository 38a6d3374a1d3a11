"""What happens in a group without anybody asking for it: the next phase, and what is done for people who are gone."""

from collections.abc import Set
from datetime import datetime, timedelta

from dlcourse.domain.live.group import LiveGroup, deal, unheld
from dlcourse.domain.live.happenings import FactsDealt, PhaseBegun, SeatGone, SeatReturned
from dlcourse.domain.live.replay import follow_group
from dlcourse.domain.live.settings import Phase
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel
from dlcourse.domain.roleplay.talk.deciding import decision
from dlcourse.domain.speech import Event

BY_ITSELF: frozenset[Phase] = frozenset({"preference", "talk", "outcome"})
"""The phases that end when their time is up, where groups set their own pace. Only a person ends any other."""
NEXT: dict[Phase, Phase] = {
    "preference": "talk",
    "talk": "decision",
    "decision": "outcome",
    "choice": "outcome",
    "outcome": "debrief",
}
"""The phase after each, if nobody decides or chooses in it."""


def follow_up(group: LiveGroup, now: datetime) -> tuple[Event, ...]:
    """Everything that now happens by itself, in order; nothing if the group waits for somebody."""
    happened: tuple[Event, ...] = ()
    while more := _next_step(group, now):
        group = follow_group(group, ((event, now.isoformat()) for event in more))
        happened += more
    return happened


def attendance(group: LiveGroup, away: Set[str]) -> tuple[Event, ...]:
    """The events that record who is gone and who is back, if these people are away."""
    seats = [(role.id, group.seats[role.id]) for role in group.scenario.roles if role.id in group.seats]
    left = [SeatGone(role=role) for role, person in seats if person in away and role not in group.gone]
    back = [SeatReturned(role=role) for role, person in seats if person not in away and role in group.gone]
    return (*back, *left)


def due(group: LiveGroup) -> datetime | None:
    """When something happens by itself in this group, if nobody does anything until then; None if nothing does."""
    by_itself = group.formed.settings.pacing == "group" and group.phase in BY_ITSELF
    return group.until if by_itself else None


def begin_phase(group: LiveGroup, phase: Phase, now: datetime) -> PhaseBegun:
    """The event that begins this phase now, with its timer."""
    minutes = group.formed.settings.minutes.of(phase)
    return PhaseBegun(phase=phase, until=now + timedelta(minutes=minutes) if minutes else None)


def phase_of_scene(group: LiveGroup) -> Phase:
    """The phase with which the scene begins that the story is in. A panel that comes again has no first preferences."""
    match group.play.here:
        case Panel():
            return "talk" if group.play.decided else "preference"
        case Crossroads():
            return "choice"
        case End():
            return "outcome"


def _next_step(group: LiveGroup, now: datetime) -> tuple[Event, ...]:
    if group.phase in {"waiting", "debrief"}:
        return ()
    if facts := unheld(group):
        return (FactsDealt(facts=deal(group, facts)),)
    if group.turned:
        return (begin_phase(group, phase_of_scene(group), now),)
    if group.phase == "decision" and group.present and group.decider not in group.present:
        return (decision(group.play),)
    if group.formed.settings.pacing == "group" and _is_done(group, now):
        return (begin_phase(group, NEXT[group.phase], now),)
    return ()


def _is_done(group: LiveGroup, now: datetime) -> bool:
    if group.phase == "preference" and group.present and group.present <= group.play.before.keys():
        return True
    return group.phase in BY_ITSELF and group.until is not None and group.until <= now
