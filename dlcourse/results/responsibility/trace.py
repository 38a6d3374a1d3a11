"""The accountability trace, as a table."""

from collections.abc import Iterator

from dlcourse.domain.responsibility.messages import Responsibility
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("kind", "text", "what kind of decision it is, such as a role-play, a plan or a ground rule"),
    Column("what", "text", "what was decided"),
    Column("contributed", "text", "whose knowledge it rests on, a line each"),
    Column("answers", "text", "who answers for it"),
    Column("changed", "text", "what it changed in practice"),
    Column("gaps", "whole", "how many of the last three are missing"),
    Column("decided", "time", "when it was decided"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each decision, the newest first."""
    view = course.see(Responsibility())
    assert isinstance(view, ResponsibilityView)
    for each in view.trace:
        people = "\n".join(each.contributed)
        yield each.kind, each.what, people, each.answers, each.changed, len(each.gaps), each.at


TABLE = ResultTable("Your accountability trace. One row for each decision, the newest first.", COLUMNS, rows)
