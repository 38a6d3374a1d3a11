"""What a person has chosen for their portfolio, and the commands that change it."""

from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out
from dlcourse.course.pieces import found
from dlcourse.course.reflection import log_at
from dlcourse.domain.portfolio import (
    PORTFOLIOS,
    NamePortfolio,
    PortfolioNamed,
    PutIn,
    SwapItems,
    TakeOut,
    chosen,
    id_of,
    kind_of,
    no_such_piece,
    put_in,
    swap,
    take_out,
)
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.store import Kept, Reading


@carry_out.register
def _(command: PutIn, desk: WritingDesk) -> Recorded:
    event = put_in(command, chosen_in(desk.books, desk.person))
    _refuse_unless_mine(command.item, ReadingDesk(desk.books, desk.person, desk.library, desk.workshop))
    return _append(desk, command, event)


@carry_out.register
def _(command: TakeOut, desk: WritingDesk) -> Recorded:
    return _append(desk, command, take_out(command, chosen_in(desk.books, desk.person)))


@carry_out.register
def _(command: SwapItems, desk: WritingDesk) -> Recorded:
    return _append(desk, command, swap(command, chosen_in(desk.books, desk.person)))


@carry_out.register
def _(command: NamePortfolio, desk: WritingDesk) -> Recorded:
    return _append(desk, command, PortfolioNamed(words=command.id))


def arranged(books: Reading, person: str) -> tuple[Kept, ...]:
    """All that the person said about their portfolio, in order."""
    return books.events(PORTFOLIOS + person)


def chosen_in(books: Reading, person: str) -> tuple[str, ...]:
    """What the person has chosen, in its order."""
    return chosen(kept.event for kept in arranged(books, person))


def _append(desk: WritingDesk, command: Command, event: Event) -> Recorded:
    stream, length = PORTFOLIOS + desk.person, len(arranged(desk.books, desk.person))
    return desk.books.append(stream, length, command.id, desk.person, [event], command.texts())


def _refuse_unless_mine(item: str, desk: ReadingDesk) -> None:
    one = id_of(item)
    match kind_of(item):
        case "entry":
            mine = one in log_at(desk.books, desk.person)[1].entries
        case "promise":
            mine = one in log_at(desk.books, desk.person)[1].promises
        case kind:
            mine = one in found(desk).get(kind, {})
    if not mine:
        raise no_such_piece()
