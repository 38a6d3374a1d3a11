"""The self-check and the eight situations, each from the start and from the end, as pieces of a portfolio."""

from collections.abc import Sequence

from dlcourse.domain.document import DocumentItem, DocumentPart, Grid, PieceKind
from dlcourse.domain.selfcheck.check_again import CheckAgainView
from dlcourse.domain.selfcheck.judgment import JudgingView
from dlcourse.domain.selfcheck.readiness import CheckView
from dlcourse.pages.selfcheck import judgment_words, words
from dlcourse.pages.selfcheck.check_again import says
from dlcourse.pages.selfcheck.judgment import idea_rows, result_sentence
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
    chart = both.chart if again else first.chart
    heading, charts = words.THEN_AND_NOW if again else words.MY_PROFILE, (chart,) if chart else ()
    return DocumentItem(heading, lines, tuple(parts), (grid,), charts)


JUDGMENTS = PieceKind(
    kind="judgment",
    rank=71,
    heading=judgment_words.PIECES,
    note=judgment_words.PIECES_NOTE,
    empty=judgment_words.NO_PIECES,
    section=words.CHECKS_SECTION,
)


def judgment_item(both: Sequence[JudgingView]) -> DocumentItem:
    """The results in words, and one's own reasons, without the key: a colleague may still have that form to answer."""
    view = both[0]
    reasons = tuple(
        DocumentPart(each.situation.text, each.words, own=True)
        for one in both
        if one.next is None
        for each in one.judged
        if each.words
    )
    rows = tuple(tuple(row) for row in idea_rows(view))
    grids = (Grid(judgment_words.PLACE_BY_PLACE, judgment_words.COLUMNS, rows),) if rows else ()
    return DocumentItem(view.title, (result_sentence(view), judgment_words.CAREFUL), reasons, grids)
