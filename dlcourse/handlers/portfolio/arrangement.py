"""What a person has chosen for their portfolio, and the commands that change it."""

from dlcourse.domain.portfolio.messages import (
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
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.portfolio_sources import SOURCES
from dlcourse.handlers.registry import carry_out, exercise_done, exercise_last
from dlcourse.store import ReadTransaction, StoredEvent


@carry_out.register
def put_in_piece(command: PutIn, context: WriteContext) -> Recorded:
    event = put_in(command, chosen_in(context.transaction, context.person))
    _refuse_unless_mine(command.item, ReadContext(context.transaction, context.viewer, context.library, context.jobs))
    return append(context, command, event)


@carry_out.register
def take_out_piece(command: TakeOut, context: WriteContext) -> Recorded:
    return append(context, command, take_out(command, chosen_in(context.transaction, context.person)))


@carry_out.register
def swap_items(command: SwapItems, context: WriteContext) -> Recorded:
    return append(context, command, swap(command, chosen_in(context.transaction, context.person)))


@carry_out.register
def name_portfolio(command: NamePortfolio, context: WriteContext) -> Recorded:
    return append(context, command, PortfolioNamed(words=command.id))


def arranged(transaction: ReadTransaction, person: str) -> tuple[StoredEvent, ...]:
    """Everything that the person said about their portfolio, in order."""
    return transaction.readable_events(PORTFOLIOS + person)


def chosen_in(transaction: ReadTransaction, person: str) -> tuple[str, ...]:
    """What the person has chosen, in their order."""
    return chosen(kept.event for kept in arranged(transaction, person))


@exercise_done("portfolio")
def has_chosen(_: str, context: ReadContext) -> bool:
    return bool(chosen_in(context.transaction, context.person))


@exercise_last("portfolio")
def last_arranged(_: str, context: ReadContext) -> str:
    return last_time(arranged(context.transaction, context.person))


def append(context: WriteContext, command: Command, event: Event) -> Recorded:
    """Record what happened to the person's portfolio."""
    stream, length = PORTFOLIOS + context.person, len(arranged(context.transaction, context.person))
    return context.transaction.append(stream, length, command.id, context.person, [event], command.texts())


def _refuse_unless_mine(item: str, context: ReadContext) -> None:
    source = SOURCES.get(kind_of(item))
    if source is None or id_of(item) not in source.find(context).sessions:
        raise no_such_piece()
