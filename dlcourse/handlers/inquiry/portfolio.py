"""What a portfolio can take from an inquiry: the improvement plan as it is now."""

from functools import partial

from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.domain.inquiry.plan_views import written
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.inquiry.plan import plan_of
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.pages.inquiry.portfolio import IMPROVEMENT_PLANS, plan_piece
from dlcourse.pages.inquiry.words import TITLE


@portfolio_source(IMPROVEMENT_PLANS)
def find_improvement_plans(context: ReadContext) -> Finds:
    view = plan_of(context, context.person)
    if not written(view):
        return few({})
    problem = next(card.answer("problem") for card in view.parts if card.part == FIRST)
    offer = Offer(TITLE, problem, at=view.changed, private=view.visibility == "private")
    return few({"plan": (offer, partial(plan_piece, view))})
