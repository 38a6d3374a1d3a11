"""What a cohort's events add up to: its people with their roles, whether it is open, and the days of its sessions.

Names are not in it; they are personal text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from dlcourse.domain.cohort.happenings import (
    CohortArchived,
    CohortClosed,
    CohortCreated,
    CohortReopened,
    CohortVersionChosen,
    PersonJoined,
    PersonLeft,
    PersonReadmitted,
    PersonRemoved,
    RoleGiven,
    SessionDateSet,
)
from dlcourse.domain.cohort.messages import (
    CohortRole,
)
from dlcourse.domain.speech import Event

Status = Literal["open", "closed", "archived"]
"""Whether people can join; whether those in it can work."""
Presence = Literal["here", "left", "removed"]


@dataclass(frozen=True, slots=True)
class CohortMember:
    """A person of a cohort, present or not, and when they joined (ISO 8601, UTC)."""

    person: str
    role: CohortRole
    joined: str
    presence: Presence = "here"


@dataclass(slots=True)
class CohortState:
    """A cohort. ``members`` are in the order in which they joined."""

    status: Status = "open"
    members: dict[str, CohortMember] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    """The days of sessions that have one."""
    dates_set: dict[str, str] = field(default_factory=dict)
    """When each was last set (ISO 8601, UTC)."""

    copies: set[str] = field(default_factory=set)
    """The sessions of which the cohort is shown the host's copy."""

    @property
    def here(self) -> Mapping[str, CohortMember]:
        """Those who take part now."""
        return {person: member for person, member in self.members.items() if member.presence == "here"}


def cohort_of(happened: Iterable[tuple[Event, str]]) -> CohortState:
    """The state after these events, each with its time. What cannot be read is passed over."""
    state = CohortState()
    go_on(state, happened)
    return state


def go_on(state: CohortState, happened: Iterable[tuple[Event, str]]) -> None:
    """Bring the state up to date with what has happened since."""
    for event, at in happened:
        _apply(state, event, at)


def _apply(state: CohortState, event: Event, at: str) -> None:
    match event:
        case CohortCreated():
            state.members[event.by] = CohortMember(event.by, event.role, at)
        case PersonJoined():
            state.members[event.person] = CohortMember(event.person, event.role, at)
        case CohortClosed():
            state.status = "closed"
        case CohortReopened():
            state.status = "open"
        case CohortArchived():
            state.status = "archived"
        case SessionDateSet(on=None):
            state.dates.pop(event.session, None)
        case SessionDateSet(on=on) if on:
            state.dates[event.session], state.dates_set[event.session] = on, at
        case CohortVersionChosen(session=session, version="host"):
            state.copies.add(session)
        case CohortVersionChosen(session=session):
            state.copies.discard(session)
        case _:
            _change_member(state, event)


def _change_member(state: CohortState, event: Event) -> None:
    match event:
        case RoleGiven():
            _put(state, event.person, role=event.role)
        case PersonLeft():
            _put(state, event.person, presence="left")
        case PersonRemoved():
            _put(state, event.person, presence="removed")
        case PersonReadmitted():
            _put(state, event.person, presence="here", role=event.role)
        case _:
            pass


def _put(state: CohortState, person: str, **changed: str) -> None:
    if person in state.members:
        state.members[person] = replace(state.members[person], **changed)  # type: ignore[arg-type]
