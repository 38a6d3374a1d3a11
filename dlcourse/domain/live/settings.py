"""How a facilitator sets up a live session: group size, pace, absent people, timers, and the arm of each group."""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event, Value
from dlcourse.errors import CourseError

Phase = Literal["waiting", "preference", "talk", "decision", "choice", "outcome", "debrief"]
"""What a group does now. ``choice`` is a branching scene, where one role chooses how the story goes on."""
Pacing = Literal["facilitator", "group"]
"""Who moves a group on: the facilitator; or the group itself, and its timers."""
Absence = Literal["stand-in", "re-deal"]
"""What happens to a seat that nobody holds or whose person is gone.

A scripted colleague plays it, or its facts are dealt to those who are there.
"""
Leftover = Literal["observe", "smaller-groups"]
"""What happens to people when their number is no multiple of the group size."""
Condition = Literal["hidden", "manifest"]
"""Whether each role knows only what the scenario gives it, or everybody knows everything."""

At = tuple[Event, str]
"""An event and when it was recorded (ISO 8601, UTC)."""

MOST_ARMS = 4
LONGEST = 240
"""Minutes that a phase may last."""

TimerMinutes = Annotated[int, Field(ge=0, le=LONGEST)]


class Arm(Value):
    """One arm of the exercise. With a ``knowledge_map``, everybody sees how much each role knows that others do not."""

    condition: Condition = "hidden"
    knowledge_map: bool = False


class PhaseMinutes(Value):
    """How many minutes each phase lasts; 0 means that it has no timer. The debrief has none."""

    preference: TimerMinutes = 3
    talk: TimerMinutes = 15
    decision: TimerMinutes = 3
    choice: TimerMinutes = 4
    outcome: TimerMinutes = 2

    def of(self, phase: Phase) -> int:
        """The minutes of this phase."""
        return int(getattr(self, phase, 0))


class LiveSettings(Value):
    """The settings of a live session. A ``group_size`` of 0 means one person for each role.

    ``gone_after`` is the number of seconds after which a person without a connection counts as gone. The groups take
    the ``arms`` in turn.
    """

    group_size: int = Field(default=0, ge=0, le=12)
    leftover: Leftover = "observe"
    pacing: Pacing = "facilitator"
    absence: Absence = "stand-in"
    gone_after: int = Field(default=60, ge=5, le=900)
    minutes: PhaseMinutes = PhaseMinutes()
    arms: Annotated[tuple[Arm, ...], Field(min_length=1, max_length=MOST_ARMS)] = (Arm(),)

    def size(self, scenario: Scenario) -> int:
        """How many people a group has. Raises a `CourseError` if the scenario has fewer roles."""
        roles = len(scenario.roles)
        if self.group_size > roles:
            what = f"this scenario has {roles} roles, and a group of {self.group_size} needs more"
            raise CourseError("group size", what, f"Choose {roles} or fewer.")
        return self.group_size or roles


def in_arm(scenario: Scenario, arm: Arm) -> Scenario:
    """The scenario as the groups of this arm play it: if it is manifest, every role holds every fact."""
    if arm.condition == "hidden" or not scenario.facts:
        return scenario
    everyone = tuple(role.id for role in scenario.roles)
    facts = tuple(fact.model_copy(update={"held_by": everyone}) for fact in scenario.facts)
    fields = {name: getattr(scenario, name) for name in Scenario.model_fields}
    return Scenario.model_construct(None, **fields | {"facts": facts, "profile": "manifest", "decoy": None})
