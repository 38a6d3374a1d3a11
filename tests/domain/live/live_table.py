"""One group of a live session without a store, for tests: people do things, time passes, and they come and go."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from dlcourse.domain.live.follow_up import attendance, begin_phase, follow_up, phase_of_scene
from dlcourse.domain.live.group import form
from dlcourse.domain.live.group_leading import lead_group
from dlcourse.domain.live.happenings import GroupFormed, SeatFilled
from dlcourse.domain.live.messages import LeadGroups, LiveMove
from dlcourse.domain.live.moves import act
from dlcourse.domain.live.replay import follow_group
from dlcourse.domain.live.seat import Readable, group_for
from dlcourse.domain.live.seat_views import LiveGroupView
from dlcourse.domain.live.seating import roles_by_need
from dlcourse.domain.live.settings import Arm, LiveSettings, Phase
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event
from dlcourse.domain.viewer import ERASED
from tests.domain.roleplay.learners import shipped

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
GAP = "the-reading-gap"


class LiveTable:
    """A group that has started. ``now`` is its time; ``events`` is everything that happened after it was formed."""

    def __init__(
        self, people: int = 3, scenario: str | Scenario = GAP, arm: Arm | None = None, **settings: Any
    ) -> None:
        """Seat this many people, named after their roles, the deciding one first, and begin the first phase."""
        self.scenario = shipped(scenario) if isinstance(scenario, str) else scenario
        self.now, self.events = NOON, list[tuple[Event, str]]()
        self.formed = GroupFormed(
            session="session-1",
            cohort="cohort-1",
            group=1,
            scenario="scenario/1",
            settings=LiveSettings(**settings),
            arm=arm or Arm(),
            seats={role: f"{role}-person" for role in roles_by_need(self.scenario)[:people]},
            observers=("watcher",),
        )
        self.group = form(self.formed, self.scenario)
        self._happen([begin_phase(self.group, phase_of_scene(self.group), self.now)])

    def phase(self) -> Phase:
        """The phase of the group."""
        return self.group.phase

    def do(self, role: str, kind: type[LiveMove], **parts: Any) -> tuple[Event, ...]:
        """Make a move of this role; returns what happened by it."""
        command = kind(id="command-1", session="session-1", group=1, **parts)
        return self._happen(act(command, self.group, role, self.now))

    def lead(self, kind: type[LeadGroups], **parts: Any) -> tuple[Event, ...]:
        """Do something as the one who leads the session."""
        command = kind(id="command-1", cohort="cohort-1", session="session-1", **parts)
        return self._happen(lead_group(command, self.group, self.now))

    def away(self, *roles: str) -> tuple[Event, ...]:
        """The people in these roles are away for too long, and everybody else is there."""
        return self._happen(attendance(self.group, {self.group.seats[role] for role in roles}))

    def late(self, role: str, person: str) -> tuple[Event, ...]:
        """Somebody comes late and takes this role; observes if it is empty."""
        return self._happen([SeatFilled(person=person, role=role)])

    def pass_time(self, seconds: float) -> tuple[Event, ...]:
        """Let time pass, and do what is then due."""
        self.now += timedelta(seconds=seconds)
        return self._happen([])

    def erase(self, role: str) -> None:
        """Erase the person in this role everywhere, as the store does, and read the group again."""
        person = self.group.seats[role]
        raw = self.formed.model_dump_json().replace(f'"{person}"', f'"{ERASED}{role}"')
        self.formed = GroupFormed.model_validate_json(raw)
        self.events = [
            (event.model_copy(update={"person": f"{ERASED}{role}"}), at)
            if getattr(event, "person", "") == person
            else (event, at)
            for event, at in self.events
        ]
        self.group = follow_group(form(self.formed, self.scenario), self.events)

    def view(self, role: str) -> LiveGroupView:
        """What this role sees; an observer, if it is empty."""
        return group_for(self.group, role, Readable(names={}, texts={}), self.now)

    def _happen(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """What happened, and what follows by itself."""
        happened = tuple(events)
        self._record(happened)
        then = follow_up(self.group, self.now)
        self._record(then)
        return happened + then

    def _record(self, events: Iterable[Event]) -> None:
        new = [(event, self.now.isoformat()) for event in events]
        self.events += new
        self.group = follow_group(self.group, new)
