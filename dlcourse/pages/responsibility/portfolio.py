"""The map of responsibility, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.pages.responsibility.document import gaps_item, map_table
from dlcourse.pages.responsibility.words import DOCUMENT_TITLE

RESPONSIBILITY_MAPS = PieceKind(
    kind="responsibility",
    rank=47,
    heading="Who answers for what",
    note="The map with its gaps, and with the names that stand in it. Ask those people before you show it to anyone.",
    empty="When you have shared out one piece of leading, it appears here.",
    section="Registers",
)


def map_item(view: ResponsibilityView) -> DocumentItem:
    """The map as it is now."""
    return DocumentItem(DOCUMENT_TITLE, (), gaps_item(view).parts, map_table(view).grids)
