"""The days that a person wants to remember, from every subject that registers some, as one calendar file."""

import base64
from collections.abc import Callable, Iterable

from dlcourse.domain.dates import CalendarDate, TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.registry import FLOOR, look_up
from dlcourse.registration import Registry

FindDates = Callable[[ReadContext], Iterable[CalendarDate]]
DATES: Registry[FindDates] = Registry("kind of day", FLOOR)
"""What finds a person's days to remember, by kind."""


def calendar_source(kind: str) -> Callable[[FindDates], FindDates]:
    """Register the function that finds a person's days of this kind."""
    return DATES.register(kind)


def dates_of(context: ReadContext) -> tuple[CalendarDate, ...]:
    """All days of a person, the earliest first."""
    found = (each for kind in sorted(DATES) for each in DATES[kind](context))
    return tuple(sorted(found, key=lambda each: (each.on, each.id)))


@look_up.register
def show_take_calendar(query: TakeCalendar, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    from dlcourse.exports.calendar_file import MEDIA_TYPE, calendar_file  # only needed for the file

    dates = dates_of(context)

    def file() -> DownloadView:
        content = base64.b64encode(calendar_file(dates)).decode()
        return DownloadView(name="check-ins.ics", type=MEDIA_TYPE, content=content)

    return Heavy(file)
