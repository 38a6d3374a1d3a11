"""Handlers of the steps of a session: one stream for each person."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.content.standards import standards
from dlcourse.domain.curriculum.steps import (
    STEPS,
    ExerciseProgress,
    FinishStep,
    SessionProgress,
    SessionProgressView,
    StepFinished,
)
from dlcourse.domain.names import unknown
from dlcourse.domain.sessions import Exercise, Session
from dlcourse.domain.speech import Recorded
from dlcourse.domain.standards import in_words
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.curriculum.done import is_done
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.registry import carry_out, look_up, stream_check
from dlcourse.store import ReadTransaction


def _session(asked: FinishStep | SessionProgress, library: Library) -> Session:
    """The session that is asked about; `CourseError` if the course has no such session."""
    curriculum = library.curriculum()
    with suppress(KeyError):
        return curriculum.session(asked.session)
    known = [session.id for session in curriculum.sessions]
    raise unknown("session", asked.session, known, "Choose a session from the home page.")


@carry_out.after(_session)
def finish_step(command: FinishStep, context: WriteContext, session: Session) -> Recorded:
    kept = context.transaction.readable_events(STEPS + context.person)
    event = StepFinished(session=session.id, step=command.step)
    news = [] if event in (each.event for each in kept) else [event]
    return context.transaction.append(STEPS + context.person, len(kept), command.id, context.person, news)


@look_up.register
def show_session_progress(query: SessionProgress, context: ReadContext) -> SessionProgressView:
    session = _session(query, context.library)
    past = finished_steps(context.transaction, context.person)
    return SessionProgressView(
        session=session.id,
        minutes=session.minutes,
        exercises=tuple(_progress(each, session, context) for each in session.exercises),
        finished=tuple(event.step for event in past if event.session == session.id),
        wrote=_wrote(session, context),
        standards=in_words(standards(context.library.data), session.id),
    )


@stream_check("steps")
def check_steps(context: ReadContext, stream: str) -> None:  # noqa: ARG001 (a person has one such stream)
    for event in finished_steps(context.transaction, context.person):
        with suppress(CourseError):  # this version has no such session
            look_up(SessionProgress(session=event.session), context)


def finished_steps(transaction: ReadTransaction, person: str) -> tuple[StepFinished, ...]:
    """The steps that this person has come to the end of, in order."""
    kept = transaction.readable_events(STEPS + person)
    return tuple(each.event for each in kept if isinstance(each.event, StepFinished))


def _progress(exercise: Exercise, session: Session, context: ReadContext) -> ExerciseProgress:
    counts = exercise.id in session.done_when
    return ExerciseProgress(
        id=exercise.id,
        kind=exercise.kind,
        of=exercise.of,
        minutes=exercise.minutes,
        counts=counts,
        done=counts and bool(is_done(exercise, context)),
    )


def _wrote(session: Session, context: ReadContext) -> bool:
    """Whether there is an entry or a promise of this session in the person's log."""
    _, log = log_at(context.transaction, context.person)
    entries = (entry.written.session for entry in log.entries.values())
    promises = (promise.made.session for promise in log.promises.values())
    return session.id in {*entries, *promises}
