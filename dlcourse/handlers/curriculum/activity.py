"""In which sessions a person has done something, and when they last did. Nothing but what is stored is looked at."""

from collections.abc import Collection, Iterable, Mapping

from dlcourse.domain.curriculum.steps import STEPS, StepFinished
from dlcourse.domain.reflection.entries import Log
from dlcourse.domain.sessions import Curriculum, Exercise, Session
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.done import is_begun, last_done


def begun_sessions(curriculum: Curriculum, done: Collection[str], log: Log, context: ReadContext) -> dict[str, str]:
    """The open sessions in which this person has done something, each with the time of the last thing they did.

    That is an entry, a promise, a step that was read to its end, or a beginning in one of the exercises ``done`` or
    not. A time is ISO 8601, UTC, and empty where nobody can tell it any more.
    """
    noted = _newest([*_written(log), *_promised(log), *_steps_finished(context)])
    sessions = [session for session in curriculum.sessions if session.open]
    times = {session.id: _last(session, noted, context) for session in sessions}
    return {each.id: times[each.id] for each in sessions if times[each.id] or _any_begun(each, done, context)}


def _last(session: Session, noted: Mapping[str, str], context: ReadContext) -> str:
    return max(noted.get(session.id, ""), *(last_done(exercise, context) for exercise in _counting(session)), "")


def _any_begun(session: Session, done: Collection[str], context: ReadContext) -> bool:
    return any(exercise.id in done or is_begun(exercise, context) for exercise in _counting(session))


def _counting(session: Session) -> list[Exercise]:
    """The exercises that must be done for the session to be done."""
    return [exercise for exercise in session.exercises if exercise.id in session.done_when]


def _newest(happened: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The last time of each session, out of pairs of session and time."""
    newest = dict[str, str]()
    for session, at in happened:
        newest[session] = max(at, newest.get(session, ""))
    return newest


def _written(log: Log) -> list[tuple[str, str]]:
    return [(entry.written.session, at) for entry in log.entries.values() for _, at in entry.versions]


def _promised(log: Log) -> list[tuple[str, str]]:
    return [(promise.made.session, promise.at) for promise in log.promises.values()]


def _steps_finished(context: ReadContext) -> list[tuple[str, str]]:
    kept = context.transaction.readable_events(STEPS + context.person)
    return [(each.event.session, each.at) for each in kept if isinstance(each.event, StepFinished)]
