"""Three plans side by side, stage by stage: one's own, the plan by title, and the best plan.

It compares what each gains, who has a part, and who is accountable. It solves nothing.
"""

from dlcourse.domain.matching.baselines import by_title, filled
from dlcourse.domain.matching.board import Parts, plan_of
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.plan import MOST, STAGES, Measures, Plan, StageName, measure, ranking, without_part
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Value, View


class Side(Value):
    """One of the plans: its seven values, who has no part in it, and who is accountable for what."""

    measures: Measures
    left_out: tuple[str, ...]
    accountable: dict[str, str]


class ComparedPlansView(View):
    """The three plans; ``people`` says why somebody has their part in the best plan.

    ``proven`` means that no plan can be better. ``first_difference`` is the first stage in which one's own plan is
    worse.
    """

    own: Side
    by_title: Side
    best: Side
    proven: bool
    first_difference: StageName | None
    now_in: tuple[str, ...]
    people: dict[str, tuple[str, ...]]


def compare_plans(team: Team, parts: Parts, best: Outcome) -> ComparedPlansView:
    """Compare one's own parts with the other two plans; ``best`` must hold a plan."""
    assert best.plan is not None
    own, title = plan_of(team, parts), filled(team, by_title(team))
    missed = {*without_part(team, own), *without_part(team, title)} - set(without_part(team, best.plan))
    return ComparedPlansView(
        own=_side(team, own),
        by_title=_side(team, title),
        best=_side(team, best.plan),
        proven=best.proven,
        first_difference=_first_difference(measure(team, own), best.values),
        now_in=tuple(name for name in team.by_name if name in missed),
        people=reasons(team, best.plan).people,
    )


def gain(stage: StageName, worse: Measures, better: Measures) -> float:
    """By how much ``better`` is better in a stage; negative if it is worse."""
    step = better[stage] - worse[stage]
    return float(step if stage in MOST else -step)


def _side(team: Team, plan: Plan) -> Side:
    return Side(measures=measure(team, plan), left_out=without_part(team, plan), accountable=plan.accountable)


def _first_difference(own: Measures, best: Measures) -> StageName | None:
    pairs = zip(STAGES, ranking(own), ranking(best), strict=True)
    return next((name for name, mine, other in pairs if mine != other), None)
