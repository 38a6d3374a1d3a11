"""Handlers of one's own expertise: one stream for each person; a name that somebody added is a text of its own."""

from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, shows
from dlcourse.domain.expertise import (
    DropExpertise,
    ExpertiseView,
    MyExpertise,
    SayExpertise,
    added,
    expertise_view,
    say,
    text_of,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.store import Reading


@carry_out.register
def _(command: SayExpertise, desk: WritingDesk) -> Recorded:
    return _record(command, desk)


@carry_out.register
def _(command: DropExpertise, desk: WritingDesk) -> Recorded:
    recorded = _record(command, desk)
    desk.books.drop_texts(desk.person, [text_of(command.expertise)])
    return recorded


@look_up.register
def _(query: MyExpertise, desk: ReadingDesk) -> ExpertiseView:  # noqa: ARG001 (a query without parts)
    past = events(desk.books, desk.person)
    ids = {text_of(each): each for each in added(past)}
    names = {ids[text]: words for text, words in desk.books.texts(ids).items()}
    return expertise_view(desk.library.expertise(), past, names)


@shows("expertise")
def _(desk: ReadingDesk, _: str) -> None:
    look_up(MyExpertise(), desk)


def events(books: Reading, person: str) -> tuple[Event, ...]:
    """All that the person said of their expertise, in order."""
    return tuple(kept.event for kept in books.events(_stream(person)))


def _record(command: SayExpertise, desk: WritingDesk) -> Recorded:
    past = events(desk.books, desk.person)
    happened = say(command, desk.library.expertise(), past)
    return desk.books.append(_stream(desk.person), len(past), command.id, desk.person, [happened], command.texts())


def _stream(person: str) -> str:
    return f"expertise/{person}"
