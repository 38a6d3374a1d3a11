"""The views of teams and plans, and the fold of a plan's events into its current state."""

from collections.abc import Iterable
from typing import Literal

from dlcourse.domain.chart import Chart
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.plan import STAGES, StageName, Wishes
from dlcourse.domain.matching.plan_messages import (
    TEAM,
    PlanBegun,
    PlanDropped,
    PlanFailed,
    PlanMade,
    PlanNamed,
    TeamBrought,
    TeamDropped,
)
from dlcourse.domain.matching.reasons import Reasons
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Event, Value, View
from dlcourse.errors import CourseError

Standing = Literal["running", "made", "conflict", "failed", "cut"]
"""The status of a plan. ``cut``: the course was closed before the search ended, or the search runs elsewhere."""


class Made(Value):
    """The stored outcome of a search, and what the wishes or the absence change, stage by stage."""

    outcome: Outcome
    change: tuple[int | float, ...] | None

    def check(self, team: Team, wishes: Wishes) -> None:
        """Raise a `CourseError` if this cannot be the outcome of planning with this team."""
        plan, aims = self.outcome.plan, list(STAGES)
        kept = plan is None or (list(self.outcome.values) == aims and not violations(team, plan, wishes))
        ended = (plan is None) != (self.outcome.conflict is None)
        if not kept or not ended or len(self.change or aims) != len(aims):
            raise CourseError("plan", "it is not one of its team", "Make another one.")


class PlanMark(Value):
    """A plan in a list. ``wishes`` counts what was fixed beforehand; ``away`` means that one person was left out."""

    plan: str
    name: str
    standing: Standing
    wishes: int
    away: bool
    begun: str


class TeamMark(Value):
    """A team in a list with its plans, newest first; ``sample`` is the id of the sample it copies, or empty."""

    team: str
    name: str
    sample: str
    people: int
    work: int
    skills: int
    plans: tuple[PlanMark, ...]


class Sample(Value):
    """A sample team that comes with the course."""

    id: str
    people: int
    work: int


class PlansView(View):
    """My teams, newest first, and the samples; ``most_bytes`` is the largest size of a team file."""

    teams: tuple[TeamMark, ...]
    samples: tuple[Sample, ...]
    most_bytes: int


class TeamView(View):
    """One team of mine. ``words`` names its text, so that a correction can say which version it corrects."""

    mark: TeamMark
    team: Team
    words: str


class SearchProgress(Value):
    """The progress of a search: ``waiting`` for its turn, or in a stage; ``found`` if it has a plan already."""

    waiting: bool
    stage: StageName
    found: bool
    seconds: float
    limit: float


class PlanDetails(Value):
    """The details of a plan, with three baseline plans: seven values each, in the order of the stages."""

    reasons: Reasons
    compared: dict[str, tuple[int | float, ...]]
    load: Chart


class PlanView(View):
    """One of my plans. ``made`` is there if the search has ended, ``shown`` if it found a plan.

    ``members`` are the team that was planned for, without whoever is away; ``now`` is the team as it is now, and
    ``earlier`` says that it was corrected since.
    """

    mark: PlanMark
    team: TeamMark
    members: Team
    now: Team
    earlier: bool
    wishes: Wishes
    away: str
    running: SearchProgress | None
    fault: str
    made: Made | None
    shown: PlanDetails | None
    beside: Outcome | None


class Thread(Value):
    """The state of a plan: how it began, its outcome, and the text that holds its name."""

    begun: PlanBegun
    made: PlanMade | None
    failed: PlanFailed | None
    name: str

    def standing(self, *, searching: bool) -> Standing:
        """The status of the plan; ``searching`` says whether a search for it is running now."""
        if self.made:
            return "conflict" if self.made.conflict else "made"
        if self.failed:
            return "failed"
        return "running" if searching else "cut"

    @property
    def members(self) -> str:
        """The id of the text with the team that is planned for. A team that is corrected later has another text."""
        return self.begun.members or TEAM + self.begun.team

    @property
    def texts(self) -> tuple[str, ...]:
        """The ids of every text with names in it, apart from the team's own."""
        begun = (self.begun.words, f"{self.begun.words}/name", f"{self.begun.words}/away")
        return (*begun, self.name, *([self.made.words] if self.made else []))


def thread(events: Iterable[Event]) -> Thread:
    """Fold the events of one plan; a `CourseError` if it was deleted or never existed."""
    begun, made, failed, name = None, None, None, ""
    for event in events:
        match event:
            case PlanBegun():
                begun, name = event, f"{event.words}/name"
            case PlanMade():
                made = event
            case PlanFailed():
                failed = event
            case PlanNamed():
                name = event.words
            case PlanDropped():
                begun = None
    if begun is None:
        raise no_such("plan")
    return Thread(begun=begun, made=made, failed=failed, name=name)


def brought(events: Iterable[Event]) -> TeamBrought:
    """The event that saved a team as it is now; a `CourseError` if the team was deleted or never existed."""
    found = None
    for event in events:
        found = event if isinstance(event, TeamBrought) else None if isinstance(event, TeamDropped) else found
    if found is None:
        raise no_such("team")
    return found


class GoneError(CourseError):
    """The one answer for something that belongs to others, was deleted, or never existed."""


def no_such(kind: str) -> GoneError:
    """The error about a team or a plan that is not there."""
    return GoneError(kind, f"there is no such {kind} of yours", "Choose one from the list.")
