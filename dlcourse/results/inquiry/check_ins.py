"""The check-ins of one's improvement plan and what one answered, as a table."""

from collections.abc import Iterator

from dlcourse.domain.inquiry.messages import ImprovementPlan, ImprovementPlanView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("days", "whole", "days after the first day of the plan: 30, 60 or 90"),
    Column("on", "day", "the day of the check-in; missing until the plan has a first day"),
    Column("outcome", "text", "what became of the plan, as you said last: kept, changed or ended"),
    Column("seen", "text", "what you saw, in your words"),
    Column("said", "time", "when you said so"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each check-in of a plan that has a first day."""
    view = course.see(ImprovementPlan())
    assert isinstance(view, ImprovementPlanView)
    for card in view.check_ins:
        if card.on:
            outcome, seen, at = card.answers[-1] if card.answers else (None, None, None)
            yield card.days, card.on, outcome, seen, at


TABLE = ResultTable("The check-ins of your improvement plan. One row for each of the three.", COLUMNS, rows)
