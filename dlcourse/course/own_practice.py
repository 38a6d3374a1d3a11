"""Handlers of one's own practice: one stream for each person and exercise."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, make_ready, shows
from dlcourse.domain.own_practice import (
    OpeningUp,
    OwnPractice,
    OwnPracticeMove,
    OwnPracticeView,
    ReadAs,
    WriteDown,
    own_practice_view,
    read_as,
    text_ids,
    write_down,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.store import Reading


@make_ready.register
def _(command: OwnPracticeMove, library: Library) -> OpeningUp:
    return library.opening_up(command.exercise)


@carry_out.register
def _(command: WriteDown, desk: WritingDesk) -> Recorded:
    return _append(command, write_down(command, _ready(desk)), desk)


@carry_out.register
def _(command: ReadAs, desk: WritingDesk) -> Recorded:
    past = events(desk.books, desk.person, command.exercise)
    return _append(command, read_as(command, _ready(desk), past), desk)


@look_up.register
def _(query: OwnPractice, desk: ReadingDesk) -> OwnPracticeView:
    exercise = desk.library.opening_up(query.exercise)
    past = events(desk.books, desk.person, query.exercise)
    return own_practice_view(exercise, past, desk.books.texts(text_ids(past, exercise)))


@shows("own-practice")
def _(desk: ReadingDesk, stream: str) -> None:
    with suppress(CourseError):  # this version has no such exercise
        look_up(OwnPractice(exercise=stream.rpartition("/")[2]), desk)


def events(books: Reading, person: str, exercise: str) -> tuple[Event, ...]:
    """All that the person wrote in this exercise, in order."""
    return tuple(kept.event for kept in books.events(_stream(person, exercise)))


def _ready(desk: WritingDesk) -> OpeningUp:
    assert isinstance(desk.ready, OpeningUp)
    return desk.ready


def _stream(person: str, exercise: str) -> str:
    return f"own-practice/{person}/{exercise}"


def _append(command: WriteDown | ReadAs, event: Event, desk: WritingDesk) -> Recorded:
    stream = _stream(desk.person, command.exercise)
    version = len(events(desk.books, desk.person, command.exercise))
    return desk.books.append(stream, version, command.id, desk.person, [event], command.texts())
