"""How much of the improvement plan is there, for the home page."""

from dlcourse.domain.growing_work import GrowingWork
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.domain.inquiry.plan_views import written
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.home_summaries import home_summary
from dlcourse.handlers.inquiry.plan import plan_of
from dlcourse.pages.inquiry.words import TITLE


@home_summary("inquiry")
def sum_up_inquiry(context: ReadContext) -> GrowingWork:
    view = plan_of(context, context.person)
    problem = next(card.answer("problem") for card in view.parts if card.part == FIRST)
    return GrowingWork(to="improvement-plan", title=problem or TITLE, done=written(view), of=len(view.parts))
