"""One's expectations, asked and given, as a table."""

from collections.abc import Iterator

from dlcourse.domain.reciprocity.ledger import LedgerView
from dlcourse.domain.reciprocity.messages import Ledger
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("expectation", "text", "the id of the expectation"),
    Column("asker", "text", "the role of whoever asks"),
    Column("other", "text", "the role of the other side"),
    Column("side", "text", "on which side you are: asker or other"),
    Column("alone", "yes/no", "whether you write both sides yourself"),
    Column("what", "text", "what is asked"),
    Column("stage", "text", "asked, offered, sent-back, declined, in-force, closed or withdrawn"),
    Column("time", "text", "the time that is given for it; missing if none is"),
    Column("training", "text", "the training that is given for it; missing if none is"),
    Column("example", "text", "the example that is given for it; missing if none is"),
    Column("on", "day", "the day on which both sides look at it together"),
    Column("helped", "text", "what helped, as the other side says"),
    Column("missing", "text", "what was missing, as the other side says"),
    Column("outcome", "text", "what came of it: met, partly or not-met; missing until it is closed"),
    Column("learned", "text", "what the asker learned about making it possible"),
    Column("changed", "time", "when it last changed"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each expectation, the newest first."""
    view = course.see(Ledger())
    assert isinstance(view, LedgerView)
    for card in view.cards:
        capacity = (card.capacity.get(kind) or None for kind in ("time", "training", "example"))
        start = (
            card.expectation,
            card.asker,
            card.other,
            card.side,
            card.alone,
            card.what,
            card.stage,
            *capacity,
            card.on,
        )
        yield (*start, card.helped or None, card.missing or None, card.outcome, card.learned or None, card.at)


TABLE = ResultTable("What you ask of others and others of you. One row for each expectation.", COLUMNS, rows)
