"""Three plans side by side: for each of the seven questions, the share that each plan reaches."""

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.matching.comparison import PlanComparison, Side
from dlcourse.domain.matching.plan import STAGES, StageName

QUESTIONS: dict[StageName, str] = {
    "uncovered": "Requirements covered",
    "unsupported": "Tasks with support",
    "without_part": "People with a part",
    "named_experts": "People named as experts",
    "greatest_load": "Hours the busiest has left",
    "coached": "Wishes to learn met",
    "fit": "Fit",
}
"""What is reached, in short; more is better in each."""


def comparison(found: PlanComparison) -> Chart:
    """A line for each question with a mark for each plan; the further to the right, the better."""
    sides = {"By title": found.by_title, "Yours": found.own, "The best": found.best}
    return Chart(
        title="What each plan reaches",
        says=_says(found),
        description=(
            "Dot chart with a line for each of the seven questions, the most important at the top. Each line has three "
            "marks: the plan by title, yours, and the best one. Further to the right is better."
        ),
        spec=filled("matching.comparison", [row for name, side in sides.items() for row in _rows(name, side)]),
        columns=("What is reached", *sides),
        rows=tuple(
            (words, *(f"{side.reached[stage]:.0%}" for side in sides.values())) for stage, words in QUESTIONS.items()
        ),
    )


def _rows(plan: str, side: Side) -> list[Row]:
    return [{"question": QUESTIONS[stage], "plan": plan, "share": side.reached[stage]} for stage in STAGES]


def _says(found: PlanComparison) -> str:
    """The sentence under the title: in how many questions one's own plan is level with the best one, and with habit."""
    own, best, title = found.own.measures, found.best.measures, found.by_title.reached
    level = sum(own[stage] == best[stage] for stage in STAGES)
    ahead = sum(found.own.reached[stage] > title[stage] for stage in STAGES)
    return f"Your plan is as good as the best one in {level} of 7 questions, and better than by title in {ahead}."
