"""What was measured in one's trials, as a table."""

from collections.abc import Iterator

from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row
from dlcourse.results.trial.trials import own_trials

COLUMNS = (
    Column("trial", "text", "the id of the trial"),
    Column("on", "day", "the day on which it was measured"),
    Column("value", "whole", "what was measured"),
    Column("expected", "whole", "the value that was expected at the end"),
    Column("limit", "whole", "the value that must not be passed"),
    Column("breach", "yes/no", "whether this reading went past the limit"),
    Column("words", "text", "what was noticed besides; missing if nothing was written"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each reading, by trial, in the order in which they were written down."""
    for card in own_trials(course):
        for each in card.readings:
            yield card.trial, each.on, each.value, card.expected, card.limit, each.breach, each.words or None


TABLE = ResultTable("What was measured in your trials. One row for each reading.", COLUMNS, rows)
