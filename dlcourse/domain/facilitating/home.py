"""A facilitator's home: what comes next, the cohorts that somebody leads, and the sessions with a run-of-show."""

from collections.abc import Iterable, Sequence
from datetime import date

from dlcourse.domain.speech import Query, Value, View


class FacilitatorHome(Query):
    """What I need to lead the course: the next session, my cohorts, and every run-of-show."""


class OpenRoom(Value):
    """A live session that has not ended."""

    session: str
    title: str


class MeetingDay(Value):
    """A session, and the day on which a cohort does it."""

    session: str
    on: date


class LedCohort(Value):
    """A cohort that somebody leads: how many participants it has, what comes next, and its open live sessions."""

    cohort: str
    name: str
    status: str
    people: int
    next: MeetingDay | None = None
    live: tuple[OpenRoom, ...] = ()


class RunCard(Value):
    """A session with a run-of-show, and how many minutes it takes."""

    session: str
    title: str
    minutes: int


class FacilitatorHomeView(View):
    """A facilitator's home. Whoever does not lead a cohort chooses to facilitate first; until then it is empty.

    ``next`` is the id of the session that comes next, and ``on`` its day if one is set. ``cohort`` is the one in which
    the viewer is, or empty; ``hosts`` says whether they run the server.
    """

    facilitates: bool
    next: str = ""
    on: date | None = None
    cohort: str = ""
    hosts: bool = False
    cohorts: tuple[LedCohort, ...] = ()
    runs: tuple[RunCard, ...] = ()


def coming(days: Iterable[MeetingDay], today: date) -> MeetingDay | None:
    """The first day that is today or later; None if there is none."""
    return min((day for day in days if day.on >= today), key=lambda day: (day.on, day.session), default=None)


def next_session(runs: Sequence[RunCard], day: MeetingDay | None, begun: str) -> str:
    """The session that comes next: that of the ``day``, or else the one after the last that was ``begun``."""
    ids = [run.session for run in runs]
    if day and day.session in ids:
        return day.session
    after = ids.index(begun) + 1 if begun in ids else 0
    return ids[min(after, len(ids) - 1)] if ids else ""
