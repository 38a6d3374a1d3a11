"""Handlers of the sorting exercise: one stream for each person and exercise, an event for each answer."""

from contextlib import suppress

from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, shows
from dlcourse.domain.sorting import Sort, Sorted, Sorting, SortingView, sort, sorting_view
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.store import Reading


@carry_out.register
def _(command: Sort, desk: WritingDesk) -> Recorded:
    stream = stream_of(desk.person, command.exercise)
    past = answers(desk.books, desk.person, command.exercise)
    happened = sort(command, desk.library.sorting(command.exercise).situations, past)
    return desk.books.append(stream, len(past), command.id, desk.person, [happened])


@look_up.register
def _(query: Sorting, desk: ReadingDesk) -> SortingView:
    past = answers(desk.books, desk.person, query.exercise)
    return sorting_view(desk.library.sorting(query.exercise), past)


@shows("sorting")
def _(desk: ReadingDesk, stream: str) -> None:
    with suppress(CourseError):  # this version has no such exercise
        look_up(Sorting(exercise=stream.rpartition("/")[2]), desk)


def stream_of(person: str, exercise: str) -> str:
    """The stream of one person's answers in one exercise."""
    return f"sorting/{person}/{exercise}"


def answers(books: Reading, person: str, exercise: str) -> tuple[Sorted, ...]:
    """What the person answered so far, in order."""
    kept = books.events(stream_of(person, exercise))
    return tuple(each.event for each in kept if isinstance(each.event, Sorted))
