"""Handler of the choice to facilitate: one stream for each person."""

from dlcourse import files
from dlcourse.domain.curriculum.facilitating import (
    FACILITATING,
    ChooseFacilitating,
    choose_facilitating,
    facilitates,
)
from dlcourse.domain.policy import FACILITATORS
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, stream_check
from dlcourse.store import ReadTransaction

NOTES = "facilitator"
"""The folder with the notebooks for facilitators, in the folder of the notebooks."""


@carry_out.register
def record_facilitating(command: ChooseFacilitating, context: WriteContext) -> Recorded:
    past = choices(context.transaction, context.person)
    news = choose_facilitating(command, past)
    stream = FACILITATING + context.person
    return context.transaction.append(stream, len(past), command.id, context.person, news)


@stream_check("facilitating")
def check_facilitating(context: ReadContext, stream: str) -> None:  # noqa: ARG001 (a person has one such stream)
    is_facilitator(context)


def is_facilitator(context: ReadContext) -> bool:
    """Whether this person facilitates: by their role if they are in a cohort, otherwise by their own choice."""
    if context.viewer.cohort:
        return bool(context.viewer.roles & FACILITATORS)
    return facilitates(choices(context.transaction, context.person))


def choices(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """What this person chose, in order."""
    return tuple(stored.event for stored in transaction.readable_events(FACILITATING + person))


def notes_there() -> frozenset[str]:
    """The sessions for which there are notes."""
    return frozenset(path.stem for path in (files.notebooks() / NOTES).glob("*.ipynb"))
