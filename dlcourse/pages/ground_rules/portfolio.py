"""The aim and the rules, as a piece of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, PieceKind
from dlcourse.domain.ground_rules.views import GroundRulesView
from dlcourse.pages.ground_rules.document import aim_item, rules_table
from dlcourse.pages.ground_rules.words import AIM, DOCUMENT_TITLE

GROUND_RULES = PieceKind(
    kind="ground-rules",
    rank=46,
    heading="Your ground rules",
    note="The aim, and the rules that are adopted or provisional. What was said about them is not in it.",
    empty="When you have written an aim, it appears here with its rules.",
    section="Registers",
)


def rules_item(view: GroundRulesView) -> DocumentItem:
    """The aim and the rules as they are now."""
    aim, rules = aim_item(view), rules_table(view)
    return DocumentItem(DOCUMENT_TITLE, (), (DocumentPart(AIM, aim.heading, own=True), *aim.parts), rules.grids)
