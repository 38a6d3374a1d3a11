"""Three plans side by side, question by question: one's own, the plan by title, and the best plan.

It compares what each achieves, who has a part, and who is accountable. It solves nothing and draws nothing.
"""

from fractions import Fraction

from dlcourse.domain.chart import Chart
from dlcourse.domain.matching.baselines import by_title, filled
from dlcourse.domain.matching.board import Parts, plan_of
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.plan import MOST, STAGES, Measures, Plan, StageName, measure, ranking, without_part
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Value, View


class Side(Value):
    """One of the plans: its seven values, who has no part in it, who is accountable for what, its broken rules.

    A task that nobody is accountable for counts as unsupported. ``reached`` is, for each question, the share of what
    could be reached at best, from 0 to 1.
    """

    measures: Measures
    reached: dict[StageName, float]
    left_out: tuple[str, ...]
    accountable: dict[str, str]
    broken: int


class PlanComparison(Value):
    """The three plans; ``people`` says why somebody has their part in the best plan.

    ``proven`` means that no plan can be better. ``first_difference`` is the first question in which one's own plan
    differs from the best one. ``now_in`` are the people whom one of the other plans leaves out.
    """

    own: Side
    by_title: Side
    best: Side
    proven: bool
    first_difference: StageName | None
    now_in: tuple[str, ...]
    people: dict[str, tuple[str, ...]]


class ComparedPlansView(View):
    """The comparison, and a chart of what each plan reaches."""

    found: PlanComparison
    chart: Chart


def compare_plans(team: Team, parts: Parts, best: Outcome) -> PlanComparison:
    """Compare one's own parts with the other two plans; ``best`` must hold a plan."""
    assert best.plan is not None
    own, title = plan_of(team, parts), filled(team, by_title(team))
    missed = {*without_part(team, own), *without_part(team, title)} - set(without_part(team, best.plan))
    sides = _side(team, own), _side(team, best.plan)
    return PlanComparison(
        own=sides[0],
        by_title=_side(team, title),
        best=sides[1],
        proven=best.proven,
        first_difference=_first_difference(sides[0].measures, sides[1].measures),
        now_in=tuple(name for name in team.by_name if name in missed),
        people=reasons(team, best.plan).people,
    )


def question_values(team: Team, plan: Plan) -> Measures:
    """The seven values, where a task that nobody is accountable for counts as unsupported.

    `measure` leaves such tasks out, because a solver's plan has none. In a plan made by hand that would reward tasks
    without anybody.
    """
    values = measure(team, plan)
    unanswered = sum(task.name not in plan.accountable for task in team.work)
    return values | {"unsupported": values["unsupported"] + unanswered}


def gain(stage: StageName, worse: Measures, better: Measures) -> float:
    """By how much ``better`` is better in a stage; negative if it is worse."""
    step = better[stage] - worse[stage]
    return float(step if stage in MOST else -step)


def _side(team: Team, plan: Plan) -> Side:
    values = question_values(team, plan)
    return Side(
        measures=values,
        reached=_reached(team, values),
        left_out=without_part(team, plan),
        accountable=plan.accountable,
        broken=len(violations(team, plan)),
    )


def _reached(team: Team, values: Measures) -> dict[StageName, float]:
    """For each question the share of what could be reached; of hours, the share that the busiest person has left."""
    totals = _totals(team)
    return {
        stage: _share(values[stage] if stage in MOST else totals[stage] - values[stage], totals[stage])
        for stage in STAGES
    }


def _totals(team: Team) -> Measures:
    """The number behind each question: what there is of it at most."""
    people, asked = Fraction(len(team.people)), Fraction(len(team.requirements))
    levels = sum(team.best[skill] for _, skill in team.requirements)
    return {
        "uncovered": asked,
        "unsupported": Fraction(len(team.work)),
        "without_part": people,
        "named_experts": people,
        "greatest_load": Fraction(1),
        "coached": Fraction(sum(len(person.wants) for person in team.people)),
        "fit": levels + asked,
    }


def _share(part: Fraction, whole: Fraction) -> float:
    return float(min(max(part / whole, Fraction(0)), Fraction(1))) if whole else 1.0


def _first_difference(own: Measures, best: Measures) -> StageName | None:
    pairs = zip(STAGES, ranking(own), ranking(best), strict=True)
    return next((name for name, mine, other in pairs if mine != other), None)
