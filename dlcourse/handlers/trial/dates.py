"""The days on which trials are decided, for a calendar file."""

from collections.abc import Iterator

from dlcourse.domain.dates import CalendarDate
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source
from dlcourse.handlers.trial.bench import bench_of
from dlcourse.pages.trial.document import limit_of
from dlcourse.pages.trial.words import CALENDAR_ABOUT, CALENDAR_TITLE


@calendar_source("trial")
def find_trial_dates(context: ReadContext) -> Iterator[CalendarDate]:
    for card in bench_of(context).cards:
        if card.mine and card.stage in {"planned", "running"}:
            about = CALENDAR_ABOUT.format(expected=card.expected, limit=limit_of(card))
            title = CALENDAR_TITLE.format(test=card.plan["test"])
            yield CalendarDate(id=f"trial-{card.trial}", on=card.on, title=title, about=about, at=card.at)
