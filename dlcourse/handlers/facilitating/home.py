"""Handler of a facilitator's home: gathered from the cohorts, their calendars and their live sessions."""

from datetime import date, timedelta

from dlcourse.domain.cohort.messages import Cohorts
from dlcourse.domain.cohort.views import CohortCard, CohortsView
from dlcourse.domain.facilitating.home import (
    FacilitatorHome,
    FacilitatorHomeView,
    LedCohort,
    MeetingDay,
    OpenRoom,
    RunCard,
    coming,
    next_session,
)
from dlcourse.domain.facilitating.presenting import last_begun
from dlcourse.domain.policy import FACILITATORS, HOSTS
from dlcourse.handlers.cohort.reading import state_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.facilitating import is_facilitator
from dlcourse.handlers.facilitating.presenting import happened_in
from dlcourse.handlers.facilitating.runs import sessions_with_runs
from dlcourse.handlers.live.listing import listed
from dlcourse.handlers.registry import look_up
from dlcourse.store import utc_now

ENDS_LATER = timedelta(hours=8)
"""So long after midnight in UTC, a day has ended in California as well. Meetings there are in the evening, too."""


@look_up.register
def show_facilitator_home(query: FacilitatorHome, context: ReadContext) -> FacilitatorHomeView:  # noqa: ARG001 (a query without parts)
    hosts, cohort = bool(context.viewer.roles & HOSTS), context.viewer.cohort
    if not is_facilitator(context):
        return FacilitatorHomeView(facilitates=False, hosts=hosts)
    runs = tuple(
        RunCard(session=each.id, title=each.title, minutes=each.minutes) for each in sessions_with_runs(context)
    )
    cohorts = _led(context)
    day = coming((each.next for each in cohorts if each.next), _today())
    begun = last_begun(event for event, _ in happened_in(context.transaction, context.person))
    following = next_session(runs, day, begun)
    return FacilitatorHomeView(
        facilitates=True,
        next=following,
        on=day.on if day and day.session == following else None,
        cohort=cohort,
        hosts=hosts,
        cohorts=cohorts,
        runs=runs,
    )


def _led(context: ReadContext) -> tuple[LedCohort, ...]:
    """The cohort in which the viewer leads. Whoever runs the server and is in none sees all that go on."""
    view = look_up(Cohorts(), context)
    assert isinstance(view, CohortsView)
    current = context.viewer.cohort
    mine = (card for card in view.cohorts if (card.cohort == current if current else card.status != "archived"))
    may = bool(context.viewer.roles & FACILITATORS)
    return tuple(_led_cohort(card, context, _today()) for card in mine) if may else ()


def _today() -> date:
    """The first day whose meetings may still be to come or going on."""
    return (utc_now() - ENDS_LATER).date()


def _led_cohort(card: CohortCard, context: ReadContext, on: date) -> LedCohort:
    state = state_of(context.transaction, card.cohort)
    days = (MeetingDay(session=session, on=day) for session, day in state.dates.items())
    rooms = (each for each in listed(context.transaction, card.cohort) if not each.ended)
    return LedCohort(
        cohort=card.cohort,
        name=card.name,
        status=state.status,
        people=card.people,
        next=coming(days, on),
        live=tuple(OpenRoom(session=each.session, title=each.title) for each in rooms),
    )
