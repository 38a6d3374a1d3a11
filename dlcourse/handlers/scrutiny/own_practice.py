"""Handlers of one's own practice: one stream for each person and exercise."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.domain.scrutiny.own_practice import (
    OpeningUp,
    OwnPractice,
    OwnPracticeMove,
    OwnPracticeView,
    ReadAs,
    WriteDown,
    opened_up,
    own_practice_view,
    read_as,
    text_ids,
    write_down,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction


def _exercise(command: OwnPracticeMove, library: Library) -> OpeningUp:
    return library.exercise(command.exercise, OpeningUp)


@carry_out.after(_exercise)
def write_down_practice(command: WriteDown, context: WriteContext, exercise: OpeningUp) -> Recorded:
    return _append(command, write_down(command, exercise), context)


@carry_out.after(_exercise)
def read_practice_as(command: ReadAs, context: WriteContext, exercise: OpeningUp) -> Recorded:
    past = events(context.transaction, context.person, command.exercise)
    return _append(command, read_as(command, exercise, past), context)


@look_up.register
def show_own_practice(query: OwnPractice, context: ReadContext) -> OwnPracticeView:
    exercise = context.library.exercise(query.exercise, OpeningUp)
    past = events(context.transaction, context.person, query.exercise)
    return own_practice_view(exercise, past, context.transaction.texts(text_ids(past, exercise)))


@stream_check("own-practice")
def check_own_practice(context: ReadContext, stream: str) -> None:
    with suppress(CourseError):  # this version has no such exercise
        look_up(OwnPractice(exercise=stream.rpartition("/")[2]), context)


@exercise_done("own-practice")
def has_opened_up(exercise: str, context: ReadContext) -> bool:
    return opened_up(events(context.transaction, context.person, exercise))


@exercise_begun("own-practice")
def has_written_some(exercise: str, context: ReadContext) -> bool:
    return bool(events(context.transaction, context.person, exercise))


@exercise_last("own-practice")
def last_written_down(exercise: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(_stream(context.person, exercise)))


def events(transaction: ReadTransaction, person: str, exercise: str) -> tuple[Event, ...]:
    """Everything that the person wrote in this exercise, in order."""
    return tuple(kept.event for kept in transaction.readable_events(_stream(person, exercise)))


def _stream(person: str, exercise: str) -> str:
    return f"own-practice/{person}/{exercise}"


def _append(command: WriteDown | ReadAs, event: Event, context: WriteContext) -> Recorded:
    stream = _stream(context.person, command.exercise)
    version = len(events(context.transaction, context.person, command.exercise))
    return context.transaction.append(stream, version, command.id, context.person, [event], command.texts())
