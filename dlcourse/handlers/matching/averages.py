"""Handlers of role averages: one stream of guesses for each person."""

from dlcourse.content.matching.samples import role_averages, sample_team
from dlcourse.domain.matching.averages import Averages, AveragesView, GuessHighest, averages_view, guess
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_done, exercise_last, look_up
from dlcourse.store import ReadTransaction


@carry_out.register
def guess_highest(command: GuessHighest, context: WriteContext) -> Recorded:
    past = guesses(context.transaction, context.person)
    happened = guess(command, role_averages(context.library))
    return context.transaction.append(_stream(context.person), len(past), command.id, context.person, [happened])


@look_up.register
def show_averages(query: Averages, context: ReadContext) -> Heavy:
    past, library = guesses(context.transaction, context.person), context.library

    def view() -> AveragesView:
        return averages_view(role_averages(library), sample_team(library, query.team), past)

    return Heavy(view)


@exercise_done("averages")
def has_guessed_highest(_: str, context: ReadContext) -> bool:
    return bool(guesses(context.transaction, context.person))


@exercise_last("averages")
def last_guessed(_: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(_stream(context.person)))


def guesses(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """Everything that the person guessed, in order."""
    return tuple(kept.event for kept in transaction.readable_events(_stream(person)))


def _stream(person: str) -> str:
    return f"averages/{person}"
