"""One's problem of practice, part by part and version by version, as a table."""

from collections.abc import Iterator

from dlcourse.domain.inquiry.messages import ImprovementPlan, ImprovementPlanView, PartCard
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("part", "text", "the id of the part, which is that of its session"),
    Column("field", "text", "the name of the field, such as problem or aim"),
    Column("words", "text", "what you wrote there"),
    Column("version", "whole", "which version of the part it is, counted among those that are kept; the first is 1"),
    Column("newest", "yes/no", "whether it is the newest version"),
    Column("saved", "time", "when you saved it"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each field of each version, part by part, the oldest version first."""
    view = course.see(ImprovementPlan())
    assert isinstance(view, ImprovementPlanView)
    for card in view.parts:
        yield from _rows(card)


def _rows(card: PartCard) -> Iterator[Row]:
    versions = [*reversed(card.before), *([card.newest] if card.newest else [])]
    for number, version in enumerate(versions, 1):
        for field, words in version.answers.items():
            yield card.part, field, words, number, version is card.newest, version.at


TABLE = ResultTable(
    "Your problem of practice. One row for each field of each version, part by part, the oldest version first.",
    COLUMNS,
    rows,
)
