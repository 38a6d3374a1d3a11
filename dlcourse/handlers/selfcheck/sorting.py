"""Handlers of the sorting exercise: one stream for each person and exercise, an event for each answer."""

from contextlib import suppress

from dlcourse.domain.selfcheck.situations import SortingExercise
from dlcourse.domain.selfcheck.sorting import Sort, Sorted, Sorting, SortingView, all_sorted, sort, sorting_view
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction, StoredEvent


@carry_out.register
def sort_situation(command: Sort, context: WriteContext) -> Recorded:
    stream = stream_of(context.person, command.exercise)
    kept = context.transaction.readable_events(stream)
    happened = sort(command, context.library.exercise(command.exercise, SortingExercise), _answers(kept))
    return context.transaction.append(stream, len(kept), command.id, context.person, [happened])


@look_up.register
def show_sorting(query: Sorting, context: ReadContext) -> SortingView:
    past = answers(context.transaction, context.person, query.exercise)
    return sorting_view(context.library.exercise(query.exercise, SortingExercise), past)


@stream_check("sorting")
def check_sorting(context: ReadContext, stream: str) -> None:
    with suppress(CourseError):  # this version has no such exercise
        look_up(Sorting(exercise=stream.rpartition("/")[2]), context)


@exercise_done("sort")
def has_sorted_all(exercise: str, context: ReadContext) -> bool:
    return all_sorted(
        context.library.exercise(exercise, SortingExercise), answers(context.transaction, context.person, exercise)
    )


@exercise_begun("sort")
def has_sorted_some(exercise: str, context: ReadContext) -> bool:
    return bool(answers(context.transaction, context.person, exercise))


@exercise_last("sort")
def last_sorted(exercise: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(stream_of(context.person, exercise)))


def stream_of(person: str, exercise: str) -> str:
    """The stream of one person's answers in one exercise."""
    return f"sorting/{person}/{exercise}"


def answers(transaction: ReadTransaction, person: str, exercise: str) -> tuple[Sorted, ...]:
    """The person's answers so far, in order."""
    return _answers(transaction.readable_events(stream_of(person, exercise)))


def _answers(kept: tuple[StoredEvent, ...]) -> tuple[Sorted, ...]:
    return tuple(each.event for each in kept if isinstance(each.event, Sorted))
