"""Handlers of worked examples: one stream for each person and example, an event for each answer."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.domain.speech import Recorded
from dlcourse.domain.worked_example.mending import (
    Mending,
    MendingView,
    MendLine,
    WorkedExample,
    mend,
    mending_view,
)
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction, StoredEvent


def _example(command: MendLine, library: Library) -> WorkedExample:
    return library.exercise(command.exercise, WorkedExample)


@carry_out.after(_example)
def mend_line(command: MendLine, context: WriteContext, example: WorkedExample) -> Recorded:
    happened, stream = mend(command, example), _stream(context.person, command.exercise)
    version = len(_answers(context.transaction, context.person, command.exercise))
    return context.transaction.append(stream, version, command.id, context.person, [happened])


@look_up.register
def show_mending(query: Mending, context: ReadContext) -> MendingView:
    example = context.library.exercise(query.exercise, WorkedExample)
    answers = _answers(context.transaction, context.person, query.exercise)
    return mending_view(example, (each.event for each in answers))


@stream_check("worked-example")
def check_mending(context: ReadContext, stream: str) -> None:
    with suppress(CourseError):  # this version has no such example
        show_mending(Mending(exercise=stream.rpartition("/")[2]), context)


@exercise_done("worked-example")
def is_mended(exercise: str, context: ReadContext) -> bool:
    return show_mending(Mending(exercise=exercise), context).next is None


@exercise_begun("worked-example")
def is_begun(exercise: str, context: ReadContext) -> bool:
    return bool(_answers(context.transaction, context.person, exercise))


@exercise_last("worked-example")
def last_mended(exercise: str, context: ReadContext) -> str:
    return last_time(_answers(context.transaction, context.person, exercise))


def _answers(transaction: ReadTransaction, person: str, exercise: str) -> tuple[StoredEvent, ...]:
    return transaction.readable_events(_stream(person, exercise))


def _stream(person: str, exercise: str) -> str:
    return f"worked-example/{person}/{exercise}"
