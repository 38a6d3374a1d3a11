"""The days on which a plan is looked at again, for a calendar file."""

from collections.abc import Iterator

from dlcourse.domain.dates import CalendarDate
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source
from dlcourse.handlers.inquiry.plan import plan_of
from dlcourse.pages.inquiry.check_ins import calendar_words


@calendar_source("check-in")
def find_check_in_dates(context: ReadContext) -> Iterator[CalendarDate]:
    view = plan_of(context, context.person)
    for card in view.check_ins:
        if card.on and not card.answers:
            title, about = calendar_words(card.days, view)
            yield CalendarDate(id=f"check-in-{card.days}", on=card.on, title=title, about=about, at=view.changed)
