"""What the solving process is told and what it tells: one job, then one line of JSON for whatever is new."""

from fractions import Fraction

from dlcourse.domain.matching.outcome import Conflict
from dlcourse.domain.matching.plan import Plan, StageName, Wishes
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Value


class SolverJob(Value):
    """What to solve, and how many seconds it may take from when it was read."""

    team: Team
    wishes: Wishes
    seconds: float


class News(Value):
    """The stage in hand and its bounds; the plan where it is new; at the end ``done``, with a conflict if there is one.

    ``seconds`` are those since the job was read.
    """

    stage: StageName
    bounds: dict[StageName, Fraction]
    seconds: float
    plan: Plan | None = None
    conflict: Conflict | None = None
    done: bool = False
    failed: str = ""
