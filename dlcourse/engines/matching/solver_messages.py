"""The messages to and from the solving process: one job in, lines of news out."""

from fractions import Fraction

from dlcourse.domain.matching.outcome import Conflict
from dlcourse.domain.matching.plan import Plan, StageName, Wishes
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Value


class SolverJob(Value):
    """What to solve, and how many seconds it may take once it was read."""

    team: Team
    wishes: Wishes
    seconds: float


class News(Value):
    """The current stage and its bounds, the plan if it is new, and at the end ``done`` with a conflict, if any.

    ``seconds`` counts from when the job was read.
    """

    stage: StageName
    bounds: dict[StageName, Fraction]
    seconds: float
    plan: Plan | None = None
    conflict: Conflict | None = None
    done: bool = False
    failed: str = ""
