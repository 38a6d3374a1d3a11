"""Handlers of one's own expertise: one stream for each person.

A name that somebody added is stored as a separate text.
"""

from dlcourse.domain.expertise.profile import (
    DropExpertise,
    ExpertiseList,
    ExpertiseView,
    MyExpertise,
    SayExpertise,
    added,
    all_rated,
    expertise_view,
    say,
    text_of,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction


@carry_out.register
def say_expertise(command: SayExpertise, context: WriteContext) -> Recorded:
    return _record(command, context)


@carry_out.register
def drop_expertise(command: DropExpertise, context: WriteContext) -> Recorded:
    recorded = _record(command, context)
    context.transaction.drop_texts(context.person, [text_of(command.expertise)])
    return recorded


@look_up.register
def show_my_expertise(query: MyExpertise, context: ReadContext) -> ExpertiseView:  # noqa: ARG001 (a query without parts)
    past = events(context.transaction, context.person)
    ids = {text_of(each): each for each in added(past)}
    names = {ids[text]: words for text, words in context.transaction.texts(ids).items()}
    return expertise_view(context.library.exercise("expertise", ExpertiseList), past, names)


@stream_check("expertise")
def check_expertise(context: ReadContext, _: str) -> None:
    look_up(MyExpertise(), context)


@exercise_done("expertise")
def has_rated_all(_: str, context: ReadContext) -> bool:
    return all_rated(context.library.exercise("expertise", ExpertiseList), events(context.transaction, context.person))


@exercise_begun("expertise")
def has_rated_some(_: str, context: ReadContext) -> bool:
    return bool(events(context.transaction, context.person))


@exercise_last("expertise")
def last_rated(_: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(_stream(context.person)))


def events(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """Everything that the person said about their expertise, in order."""
    return tuple(kept.event for kept in transaction.readable_events(_stream(person)))


def _record(command: SayExpertise, context: WriteContext) -> Recorded:
    past = events(context.transaction, context.person)
    happened = say(command, context.library.exercise("expertise", ExpertiseList), past)
    return context.transaction.append(
        _stream(context.person), len(past), command.id, context.person, [happened], command.texts()
    )


def _stream(person: str) -> str:
    return f"expertise/{person}"
