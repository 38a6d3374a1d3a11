"""Handlers of presenting: one stream for each person."""

from dlcourse.domain.facilitating.presenting import PRESENTING, BeginRun, RunBegun, ShowSlide, SlideShown
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, stream_check
from dlcourse.store import ReadTransaction


@carry_out.register
def show_slide(command: ShowSlide, context: WriteContext) -> Recorded:
    return _record(command.id, SlideShown(session=command.session, slide=command.slide), context)


@carry_out.register
def begin_run(command: BeginRun, context: WriteContext) -> Recorded:
    return _record(command.id, RunBegun(session=command.session), context)


@stream_check("presenting")
def check_presenting(context: ReadContext, stream: str) -> None:  # noqa: ARG001 (a person has one such stream)
    happened_in(context.transaction, context.person)


def happened_in(transaction: ReadTransaction, person: str) -> tuple[tuple[Event, str], ...]:
    """What this person presented, each event with its time, in order."""
    return tuple((stored.event, stored.at) for stored in transaction.readable_events(PRESENTING + person))


def _record(command: str, event: Event, context: WriteContext) -> Recorded:
    stream = PRESENTING + context.person
    return context.transaction.append(stream, context.transaction.length(stream), command, context.person, [event])
