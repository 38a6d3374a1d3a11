"""The improvement plan, as a piece of a portfolio."""

from dataclasses import replace

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.domain.inquiry.messages import ImprovementPlanView
from dlcourse.pages.inquiry.document import plan_item
from dlcourse.pages.inquiry.paper import about_lines
from dlcourse.pages.inquiry.words import DOCUMENT_TITLE

IMPROVEMENT_PLANS = PieceKind(
    kind="improvement-plan",
    rank=45,
    heading=DOCUMENT_TITLE,
    note="The plan as it is now, with the names in it. Ask those people before you show it to anyone.",
    empty="When you have named a problem at your place, your plan appears here.",
    section=DOCUMENT_TITLE,
)


def plan_piece(view: ImprovementPlanView) -> DocumentItem:
    """The plan with whose it is and when it begins."""
    return replace(plan_item(view), heading=DOCUMENT_TITLE, lines=tuple(about_lines(view)))
