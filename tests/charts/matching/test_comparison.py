"""Three plans side by side as a chart: the dots drawn are the shares of the table."""

from dlcourse.charts.matching.comparison import QUESTIONS, comparison
from dlcourse.domain.matching.comparison import PlanComparison, compare_plans
from dlcourse.domain.matching.outcome import Outcome, stages
from dlcourse.domain.matching.plan import STAGES, measure
from tests.domain.matching.crews import crew, laid_out


def found() -> PlanComparison:
    """One's own plan is a single contributor; the best is the plan laid out by hand."""
    values = measure(crew(), laid_out())
    best = Outcome(plan=laid_out(), stages=stages(crew(), laid_out(), values, values), conflict=None, seconds=0.1)
    return compare_plans(crew(), {("Atlas", "Ana"): "contributor"}, best)


def test_each_question_has_a_dot_for_each_plan() -> None:
    """A dot lies at the share that its plan reaches, and the questions keep their order."""
    spec = comparison(found()).spec
    assert spec
    rows = next(iter(spec["datasets"].values())) if "datasets" in spec else spec["layer"][0]["data"]["values"]
    assert list(dict.fromkeys(row["question"] for row in rows)) == [QUESTIONS[stage] for stage in STAGES]
    own = {row["question"]: row["share"] for row in rows if row["plan"] == "Yours"}
    assert own == {QUESTIONS[stage]: found().own.reached[stage] for stage in STAGES}


def test_the_twin_and_the_sentence_say_the_same() -> None:
    """The table has the shares of all three plans; the sentence counts where one's own is level with the best."""
    chart = comparison(found())
    assert chart.columns == ("What is reached", "By title", "Yours", "The best")
    for row, stage in zip(chart.rows, STAGES, strict=True):
        sides = (found().by_title, found().own, found().best)
        assert row == (QUESTIONS[stage], *(f"{side.reached[stage]:.0%}" for side in sides))
    level = sum(found().own.measures[stage] == found().best.measures[stage] for stage in STAGES)
    assert f"as good as the best one in {level} of 7" in chart.says
