"""The self-check of the start and of the end, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, Grid, PieceKind
from dlcourse.domain.selfcheck.check_again import CheckAgainView
from dlcourse.domain.selfcheck.readiness import CheckView
from dlcourse.pages.selfcheck.check_again import says
from dlcourse.pages.selfcheck.readiness import word
from dlcourse.pages.selfcheck.words import TIMES

CHECKS = PieceKind(
    kind="check",
    rank=70,
    heading="The self-check",
    note="The view from your window, then and now, in words.",
    empty="When you have answered statements of the self-check, it appears here.",
    section="How things are at my place",
)


def check_item(first: CheckView, both: CheckAgainView) -> DocumentItem:
    """Both rounds, as far as they were answered, in words and as a table."""
    again = any(group.way != "incomplete" for group in both.groups)
    words = [
        DocumentPart(group.name, says(group) if group.way != "incomplete" else before.says)
        for group, before in zip(both.groups, first.groups, strict=True)
        if group.way != "incomplete" or before.says
    ]
    lines = ("A view from one window, in words. No grade, no total, and nobody to be compared with.",)
    rows = tuple((group.name, word(group.first, first), word(group.second, first)) for group in both.groups)
    columns = ("Subject", *TIMES) if again else ("Subject", TIMES[0])
    grid = Grid("How often it was seen", columns, rows if again else tuple(row[:2] for row in rows))
    return DocumentItem("Then and now" if again else "The view from my window", lines, tuple(words), (grid,))
