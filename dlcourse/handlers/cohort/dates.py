"""The days of a cohort's sessions, for a member's calendar file and home page."""

from collections.abc import Iterator

from dlcourse.domain.cohort.views import SessionDate
from dlcourse.domain.dates import CalendarDate
from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.cohort.reading import cohort_name, session_dates, state_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source


@calendar_source("cohort")
def find_session_dates(context: ReadContext) -> Iterator[CalendarDate]:
    cohort = context.viewer.cohort
    if not cohort:
        return
    state, name = state_of(context.transaction, cohort), cohort_name(context.transaction, cohort)
    for each in session_dates(context, state):
        if each.on:
            title = f"{name}: {each.title}" if name else each.title
            key = f"cohort-{cohort}-{each.session}"
            yield CalendarDate(id=key, on=each.on, title=title, about="", at=state.dates_set[each.session])


def days_of_cohort(context: ReadContext) -> tuple[SessionDate, ...]:
    """The days that are set in the viewer's cohort, the earliest first; none if they are in no cohort."""
    cohort = context.viewer.cohort
    if not cohort or not context.transaction.latest_kind(COHORT + cohort, ("SessionDateSet",)):
        return ()
    dated = [each for each in session_dates(context, state_of(context.transaction, cohort)) if each.on]
    return tuple(sorted(dated, key=lambda each: (str(each.on), each.session)))
