"""Handlers of role averages: one stream of guesses for each person."""

from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up
from dlcourse.domain.averages import Averages, AveragesView, GuessHighest, averages_view, guess
from dlcourse.domain.speech import Event, Recorded
from dlcourse.store import Reading


@carry_out.register
def _(command: GuessHighest, desk: WritingDesk) -> Recorded:
    past = guesses(desk.books, desk.person)
    happened = guess(command, desk.library.role_averages())
    return desk.books.append(_stream(desk.person), len(past), command.id, desk.person, [happened])


@look_up.register
def _(query: Averages, desk: ReadingDesk) -> Heavy:
    past, library = guesses(desk.books, desk.person), desk.library

    def view() -> AveragesView:
        return averages_view(library.role_averages(), library.team(query.team), past)

    return Heavy(view)


def guesses(books: Reading, person: str) -> tuple[Event, ...]:
    """All that the person guessed, in order."""
    return tuple(kept.event for kept in books.events(_stream(person)))


def _stream(person: str) -> str:
    return f"averages/{person}"
