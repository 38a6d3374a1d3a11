"""How far somebody is in the course, as a piece of a portfolio."""

from dlcourse.domain.chart import Chart
from dlcourse.domain.document import DocumentItem, Grid, PieceKind
from dlcourse.pages.curriculum import words

PROGRESS = PieceKind(
    kind="progress",
    rank=75,
    heading=words.PROGRESS,
    note=words.PROGRESS_NOTE,
    empty=words.NO_PROGRESS,
    section=words.PROGRESS,
)


def progress_item(chart: Chart) -> DocumentItem:
    """The exercises of each session that are done, drawn and as a table."""
    grid = Grid(words.PROGRESS_TABLE, chart.columns, chart.rows)
    return DocumentItem(words.PROGRESS_NOTE.rstrip("."), (), (), (grid,), (chart,))
