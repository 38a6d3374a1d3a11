"""Who has which part in what is led, as a table."""

from collections.abc import Iterator

from dlcourse.domain.responsibility.messages import Responsibility
from dlcourse.domain.responsibility.people import ShareText
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("share", "text", "what is led"),
    Column("person", "text", "who has this part in it"),
    Column("part", "text", "today, leads, contributes, learns, answers or stands in"),
    Column("knows", "text", "what somebody contributes; empty for the other parts"),
    Column("authority", "text", "what may be decided without asking"),
    Column("gaps", "whole", "how much is missing in this piece of leading"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each part that somebody has."""
    view = course.see(Responsibility())
    assert isinstance(view, ResponsibilityView)
    for card in view.shares:
        for person, part, knows in _parts(card.share):
            yield card.share.what, person, part, knows, card.share.authority, len(card.gaps)


def _parts(share: ShareText) -> Iterator[tuple[str, str, str]]:
    yield from ((name, "today", "") for name in share.today)
    yield from ((name, "leads", "") for name in share.leads)
    yield from ((each.name, "contributes", each.knows) for each in share.contributes)
    yield from ((name, "learns", "") for name in share.learns)
    yield from ((name, part, "") for name, part in ((share.answers, "answers"), (share.stand_in, "stands in")) if name)


TABLE = ResultTable("Who has which part in what is led. One row for each part that somebody has.", COLUMNS, rows)
