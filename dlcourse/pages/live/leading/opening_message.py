"""What the form sends that opens a live session, and the command that it leads to."""

from collections.abc import Mapping

from pydantic import Field

from dlcourse.domain.live.messages import OpenLive
from dlcourse.domain.live.settings import Absence, Arm, Leftover, LiveSettings, Pacing, PhaseMinutes, TimerMinutes
from dlcourse.domain.roleplay.messages import NewPlay
from dlcourse.domain.words import Id
from dlcourse.pages.messages import Message


class OpenWith(Message):
    """Open a session of this scenario with these settings; ``plan`` says which arms the groups play."""

    id: str = Field(min_length=8, max_length=64)
    session: NewPlay
    scenario: str
    group_size: int = Field(default=0, ge=0, le=12)
    pacing: Pacing = "facilitator"
    plan: str = "hidden"
    preference: TimerMinutes = 3
    talk: TimerMinutes = 15
    decision: TimerMinutes = 3
    choice: TimerMinutes = 4
    outcome: TimerMinutes = 2
    leftover: Leftover = "observe"
    absence: Absence = "stand-in"
    gone_after: int = Field(default=60, ge=5, le=900)


def open_live_with(said: OpenWith, cohort: Id, plans: Mapping[str, tuple[Arm, ...]]) -> OpenLive:
    """The command of what was filled in; a plan that is not among the known ones is the usual one."""
    minutes = {phase: getattr(said, phase) for phase in PhaseMinutes.model_fields}
    alike = {name: getattr(said, name) for name in ("group_size", "leftover", "pacing", "absence", "gone_after")}
    settings = LiveSettings(**alike, minutes=PhaseMinutes(**minutes), arms=plans.get(said.plan, (Arm(),)))
    return OpenLive(id=said.id, cohort=cohort, session=said.session, scenario=said.scenario, settings=settings)
