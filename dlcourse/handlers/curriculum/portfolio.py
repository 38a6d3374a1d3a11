"""What a portfolio can take from the course as a whole: how far somebody is."""

from functools import partial

from dlcourse.charts.curriculum.progress import progress_chart
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.home import marks_of
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.pages.curriculum.portfolio import PROGRESS, progress_item
from dlcourse.pages.curriculum.words import PROGRESS as TITLE

ONE = "sessions"
"""There is one such piece, with this id."""


@portfolio_source(PROGRESS)
def find_progress(context: ReadContext) -> Finds:
    chart = progress_chart(marks_of(context.library.curriculum(), context))
    return few({ONE: (Offer(TITLE, chart.says), partial(progress_item, chart))} if chart else {})
