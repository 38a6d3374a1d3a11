"""The levels that one gave in the self-check, as a table."""

from collections.abc import Iterator

from dlcourse.domain.chart import Chart
from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView
from dlcourse.domain.selfcheck.readiness import Check, CheckView
from dlcourse.domain.speech import Course
from dlcourse.results.exercises import named_by
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("check", "text", "the id of the self-check"),
    Column("round", "whole", "1 at the start of the course, 2 at its end"),
    Column("group", "text", "the id of the group of statements"),
    Column("group_name", "text", "the name of the group"),
    Column("statement", "text", "the id of the statement"),
    Column("text", "text", "the statement"),
    Column("observed", "yes/no", "whether you could observe it"),
    Column("level", "whole", "how often you observed it, 1 to 5; missing if you could not"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each statement that was answered, round by round."""
    for check in named_by("self-check", course):
        for round_ in (1, 2):
            view = course.see(Check(check=check, round=round_))
            assert isinstance(view, CheckView)
            yield from _answered(view)


def _answered(view: CheckView) -> Iterator[Row]:
    for group in view.groups:
        for each in group.statements:
            if each.level is not None:
                seen = each.level > 0
                level = each.level if seen else None
                yield view.check, view.round, group.id, group.name, each.id, each.text, seen, level


def chart(course: Course) -> Chart | None:
    """What changed between both rounds, or else how often you saw each subject at the start."""
    for check in named_by("self-check", course):
        both, first = course.see(CheckAgain(check=check)), course.see(Check(check=check))
        assert isinstance(both, CheckAgainView)
        assert isinstance(first, CheckView)
        if found := both.chart or first.chart:
            return found
    return None


ABOUT = "Your self-check. One row for each statement that you answered, round by round."
TABLE = ResultTable(ABOUT, COLUMNS, rows, chart)
