"""The days on which two sides look at an expectation together, for a calendar file."""

from collections.abc import Iterator

from dlcourse.domain.dates import CalendarDate
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source
from dlcourse.handlers.reciprocity.expectations import ledger_of
from dlcourse.pages.reciprocity.document import asks
from dlcourse.pages.reciprocity.words import CALENDAR_ABOUT, CALENDAR_TITLE


@calendar_source("expectation")
def find_expectation_dates(context: ReadContext) -> Iterator[CalendarDate]:
    for card in ledger_of(context).cards:
        if card.on and card.stage == "in-force":
            title, about = CALENDAR_TITLE.format(what=card.what), CALENDAR_ABOUT.format(asks=asks(card))
            yield CalendarDate(id=f"expectation-{card.expectation}", on=card.on, title=title, about=about, at=card.at)
