"""The entries of one's log, as a table."""

from collections.abc import Iterator

from dlcourse.domain.chart import Chart
from dlcourse.domain.reflection.entries import EntryStep
from dlcourse.domain.reflection.log import EntryCard, EntryView, OneEntry, WholeLog, WholeLogView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("entry", "text", "the id of the entry"),
    Column("session", "text", "the id of the session it was written in; empty for none"),
    Column("session_title", "text", "the title of that session"),
    Column("asked", "text", "the question that it answers; empty for a free entry"),
    Column("words", "text", "your words, as you saved them last, with their headings"),
    Column("principles", "names", "the principles that you tagged it with, such as ('P1', 'P9')"),
    Column("confidence", "whole", "how sure you were, 1 to 5"),
    Column("visibility", "text", "who may read it: private, facilitator, reviewers or cohort"),
    Column("versions", "whole", "how many times you saved it"),
    Column("written", "time", "when you saved it first"),
    Column("changed", "time", "when you saved it last"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each entry, the oldest first."""
    yield from map(_row, reversed([_whole(card, course) for card in _cards(course)]))


def _cards(course: Course) -> Iterator[EntryCard]:
    """All entries, the newest first, page by page."""
    page = pages = 1
    while page <= pages:
        view = course.see(WholeLog(page=page))
        assert isinstance(view, WholeLogView)
        yield from view.cards
        page, pages = page + 1, view.pages


def _whole(card: EntryCard, course: Course) -> EntryCard:
    """The entry with all of its words; a list of entries has only the beginning of long ones."""
    if not card.cut:
        return card
    view = course.see(OneEntry(entry=card.entry))
    assert isinstance(view, EntryView)
    return view.card


def _row(card: EntryCard) -> Row:
    newest = card.newest
    return (
        card.entry,
        card.session,
        card.session_title,
        card.asked,
        _words(newest.steps),
        newest.principles,
        newest.confidence,
        newest.visibility,
        card.versions,
        card.written,
        newest.at,
    )


def _words(steps: tuple[EntryStep, ...]) -> str:
    return "\n\n".join("\n".join(filter(None, (step.heading, step.words))) for step in steps)


def chart(course: Course) -> Chart | None:
    """How sure you were from entry to entry."""
    view = course.see(WholeLog())
    assert isinstance(view, WholeLogView)
    return view.chart


TABLE = ResultTable("What you wrote in your log. One row for each entry, the oldest first.", COLUMNS, rows, chart)
