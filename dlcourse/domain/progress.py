"""How far a person is: which exercises and sessions are done, what is begun, and where to go on.

Nothing here is measured by stealth: a session is done when what its author declared is done.
"""

from collections.abc import Collection
from typing import Literal

from dlcourse.domain.curriculum import Curriculum, Session
from dlcourse.domain.speech import Query, Value, View


class Home(Query):
    """The course from where I stand: sessions, what I began, scenarios."""


class SessionMark(Value):
    """A session with its mark: done, or how many of the exercises that make it done are."""

    id: str
    title: str
    summary: str
    minutes: int
    open: bool
    done: bool
    exercises_done: int
    exercises: int


class ScenarioMark(Value):
    """A scenario with what became of my plays of it; ``own`` ones come from the home folder."""

    id: str
    title: str
    summary: str
    minutes: int
    own: bool
    attempts: int
    state: Literal["new", "begun", "ended"]


class Fault(Value):
    """An own scenario file that cannot be played, and why, a line each."""

    file: str
    findings: tuple[str, ...]


class Resume(Value):
    """Where I left off: the newest play that has not ended."""

    scenario: str
    title: str
    seat: str


class HomeView(View):
    """What the home page and the frame show."""

    title: str
    summary: str
    sessions: tuple[SessionMark, ...]
    scenarios: tuple[ScenarioMark, ...]
    faults: tuple[Fault, ...]
    resume: Resume | None


def marks(curriculum: Curriculum, done: Collection[str]) -> tuple[SessionMark, ...]:
    """The sessions in their order, marked by the ids of the exercises that are done."""
    return tuple(_mark(session, done) for session in curriculum.sessions)


def _mark(session: Session, done: Collection[str]) -> SessionMark:
    count = sum(exercise in done for exercise in session.done_when)
    return SessionMark(
        id=session.id,
        title=session.title,
        summary=session.summary,
        minutes=session.minutes,
        open=session.open,
        done=bool(session.done_when) and count == len(session.done_when),
        exercises_done=count,
        exercises=len(session.done_when),
    )
