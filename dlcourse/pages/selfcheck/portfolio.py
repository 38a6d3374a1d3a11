"""The self-check of the start and of the end, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, Grid, PieceKind
from dlcourse.domain.selfcheck.check_again import CheckAgainView
from dlcourse.domain.selfcheck.readiness import CheckView
from dlcourse.pages.selfcheck import words
from dlcourse.pages.selfcheck.check_again import says
from dlcourse.pages.selfcheck.readiness import word

CHECKS = PieceKind(
    kind="check",
    rank=70,
    heading=words.CHECKS,
    note=words.CHECKS_NOTE,
    empty=words.NO_CHECKS,
    section=words.CHECKS_SECTION,
)


def check_item(first: CheckView, both: CheckAgainView) -> DocumentItem:
    """Both rounds, as far as they were answered, in words and as a table."""
    again = any(group.way != "incomplete" for group in both.groups)
    parts = [
        DocumentPart(group.name, says(group) if group.way != "incomplete" else before.says)
        for group, before in zip(both.groups, first.groups, strict=True)
        if group.way != "incomplete" or before.says
    ]
    lines = (words.MY_PROFILE_NOTE,)
    rows = tuple((group.name, word(group.first, first), word(group.second, first)) for group in both.groups)
    columns = (words.SUBJECT, *words.TIMES) if again else (words.SUBJECT, words.TIMES[0])
    grid = Grid(words.MY_PROFILE_TABLE, columns, rows if again else tuple(row[:2] for row in rows))
    return DocumentItem(words.THEN_AND_NOW if again else words.MY_PROFILE, lines, tuple(parts), (grid,))
