"""One's promises and what became of them, as a table."""

from collections.abc import Iterator

from dlcourse.domain.reflection.log import PromiseCard, WholeLog, WholeLogView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("commitment", "text", "the id of the promise"),
    Column("session", "text", "the id of the session it was made in; empty for none"),
    Column("session_title", "text", "the title of that session"),
    Column("asked", "text", "what the session asked for"),
    Column("what", "text", "what you promised"),
    Column("by", "day", "the day by which"),
    Column("open", "yes/no", "whether it is still to be kept"),
    Column("due", "yes/no", "whether it is time to say what became of it"),
    Column("made", "time", "when you made it"),
    Column("answers", "whole", "how many times you said what became of it"),
    Column("outcome", "text", "what became of it, as you said last: kept, partly, not kept or dropped"),
    Column("said", "text", "your words about that"),
    Column("answered", "time", "when you said so"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each promise, the oldest first."""
    view = course.see(WholeLog())
    assert isinstance(view, WholeLogView)
    yield from map(_row, sorted(view.promises, key=lambda promise: promise.made))


def _row(promise: PromiseCard) -> Row:
    last = promise.answers[-1] if promise.answers else None
    return (
        promise.commitment,
        promise.session,
        promise.session_title,
        promise.asked,
        promise.what,
        promise.by,
        promise.open,
        promise.due,
        promise.made,
        len(promise.answers),
        last and last.outcome,
        last and last.words,
        last and last.at,
    )


TABLE = ResultTable("What you promised to do. One row for each promise, the oldest first.", COLUMNS, rows)
