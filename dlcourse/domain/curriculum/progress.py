"""A person's progress: which exercises and sessions are done, what they started, and where to continue.

Nothing is tracked in secret: a session is done when the exercises that its author declared are done.
"""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from dlcourse.domain.chart import Chart
from dlcourse.domain.curriculum.versions import OwnSession
from dlcourse.domain.growing_work import GrowingWork
from dlcourse.domain.roleplay.shelf import Fault
from dlcourse.domain.sessions import Curriculum, Session
from dlcourse.domain.speech import Query, Value, View


class Home(Query):
    """The course from where I stand: sessions, what I began, scenarios."""


class SessionMark(Value):
    """A session with its mark: done, or the titles of the exercises that are still to do.

    ``counting`` are the titles of all exercises that must be done.

    It is ``begun`` as soon as anything was done in it: a step in one of its exercises, or an entry in its log. ``last``
    is when that was, for the last thing (ISO 8601, UTC); it is empty if nobody can tell.
    """

    id: str
    title: str
    summary: str
    minutes: int
    core: int = 0
    open: bool
    done: bool
    begun: bool
    to_do: tuple[str, ...]
    counting: tuple[str, ...] = ()
    last: str = ""


class ScenarioMark(Value):
    """A scenario with the state of my plays of it; ``own`` ones come from the home folder."""

    id: str
    title: str
    summary: str
    minutes: int
    own: bool
    attempts: int
    state: Literal["new", "begun", "ended"]


class Resume(Value):
    """Where I left off: the newest play that has not ended."""

    scenario: str
    title: str
    seat: str


class DuePromise(Value):
    """A promise to ask about now: how it begins, its day, and the title of its session, or empty."""

    what: str
    by: date | None
    session_title: str


class SessionDay(Value):
    """The day on which a cohort does a session."""

    session: str
    title: str
    on: date


class OpenLiveSession(Value):
    """A live session of one's cohort that one can enter now, or has entered."""

    session: str
    title: str
    entered: bool


class HomeView(View):
    """What the home page and the frame show; ``person`` is the name that somebody gave, or empty.

    ``owner`` is the id of the person whose work this is; ``empty`` means that there is none yet. ``due`` are the most
    urgent of the ``all_due`` promises that are due. ``growing`` is work of which a part is there.
    ``damaged`` means that some work could not be read.
    ``chart`` draws how far somebody is; None until an exercise is done.
    ``own_sessions`` are notebooks of their own in the home folder.

    ``notes`` are the sessions whose notes for facilitators this person may open; None for all who do not facilitate.
    ``cohort`` is the name of the cohort in which they are, or None, and ``days`` are the days that it meets, the
    earliest first; a host ``may_create`` cohorts. ``leads`` is the id of that cohort if they lead it, or empty.
    ``live`` are its open live sessions, for those who do not lead it; ``live_list`` is the topic that tells of more.
    """

    title: str
    summary: str
    person: str
    sessions: tuple[SessionMark, ...]
    scenarios: tuple[ScenarioMark, ...]
    faults: tuple[Fault, ...]
    resume: Resume | None
    due: tuple[DuePromise, ...] = ()
    all_due: int = 0
    growing: tuple[GrowingWork, ...] = ()
    owner: str = ""
    empty: bool = False
    damaged: bool = False
    notes: tuple[str, ...] | None = None
    own_sessions: tuple[OwnSession, ...] = ()
    cohort: str | None = None
    days: tuple[SessionDay, ...] = ()
    may_create: bool = False
    leads: str = ""
    live: tuple[OpenLiveSession, ...] = ()
    live_list: str = ""
    chart: Chart | None = None


NONE_BEGUN: Mapping[str, str] = MappingProxyType({})
"""For whoever has done nothing in any session."""


def marks(
    curriculum: Curriculum, done: Collection[str], begun: Mapping[str, str] = NONE_BEGUN
) -> tuple[SessionMark, ...]:
    """The sessions in order, with marks.

    ``done`` holds the ids of the exercises that are done, ``begun`` the ids of sessions in which something was done,
    each with the time of the last thing.
    """
    return tuple(_mark(session, done, begun) for session in curriculum.sessions)


def _mark(session: Session, done: Collection[str], begun: Mapping[str, str]) -> SessionMark:
    titles = {exercise.id: exercise.title for exercise in session.exercises}
    to_do = tuple(titles[exercise] for exercise in session.done_when if exercise not in done)
    return SessionMark(
        id=session.id,
        title=session.title,
        summary=session.summary,
        minutes=session.minutes,
        core=session.core,
        open=session.open,
        done=bool(session.done_when) and not to_do,
        begun=session.id in begun or len(to_do) < len(session.done_when),
        to_do=to_do,
        counting=tuple(titles[exercise] for exercise in session.done_when),
        last=begun.get(session.id, ""),
    )
