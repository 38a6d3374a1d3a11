"""Handlers of reflection: entries and promises. There is one stream for each person, and words have their own rows.

A log is folded on from the point where it was last folded, so thousands of entries cost no more than the newest ones.
What stays in memory for this holds no words.
"""

from collections import OrderedDict
from datetime import datetime

from dlcourse.content.library import Library
from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    ChangeCommitment,
    CommitmentDeleted,
    DeleteCommitment,
    MakeCommitment,
    answer,
    change,
    commit,
    promise_of,
)
from dlcourse.domain.reflection.entries import (
    EntryShared,
    Log,
    ReviseEntry,
    ShareEntry,
    Version,
    WriteEntry,
    revise,
    session_of,
    share,
    write,
)
from dlcourse.domain.reflection.folding import log_of
from dlcourse.domain.reflection.log import REFLECTION
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.registry import carry_out
from dlcourse.store import ReadTransaction, StoredEvent

REMEMBERED = 64
"""The number of folded logs that stay in memory."""


def _curriculum(command: WriteEntry | MakeCommitment, library: Library) -> Curriculum:  # noqa: ARG001 (there is one)
    return library.curriculum()


@carry_out.after(_curriculum)
def write_entry(command: WriteEntry, context: WriteContext, curriculum: Curriculum) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    return _append(context, version, command, write(command, log, curriculum))


@carry_out.register
def revise_entry(command: ReviseEntry, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    return _append(context, version, command, revise(command, log))


@carry_out.register
def share_entry(command: ShareEntry, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    return _append(context, version, command, share(command, log))


@carry_out.after(_curriculum)
def make_commitment(command: MakeCommitment, context: WriteContext, curriculum: Curriculum) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    session = session_of(command.session, curriculum) if command.session else None
    asked = session.commitment.ask if session and session.commitment else ""
    event = commit(command, asked, log.promises.get(command.commitment), _now(context))
    return _append(context, version, command, event)


@carry_out.register
def change_commitment(command: ChangeCommitment, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    event = change(command, log.promises.get(command.commitment), _now(context))
    context.transaction.drop_texts(context.person, [command.after])
    return _append(context, version, command, event)


@carry_out.register
def answer_commitment(command: AnswerCommitment, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    event = answer(command, log.promises.get(command.commitment), _now(context))
    return _append(context, version, command, event)


@carry_out.register
def delete_commitment(command: DeleteCommitment, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    promise = promise_of(log.promises.get(command.commitment))
    context.transaction.drop_texts(context.person, promise.texts)
    return _append(context, version, command, CommitmentDeleted(commitment=command.commitment))


def log_at(transaction: ReadTransaction, person: str) -> tuple[int, Log]:
    """The person's log, and the number of its events."""
    stream = REFLECTION + person
    version, command, log = _folded.get(stream, _NOTHING)
    newer = transaction.readable_events(stream, max(version - 1, 0))
    if version and not (newer and newer[0].command == command):
        return _remember(stream, log_of(_happened(every := transaction.readable_events(stream))), every)
    return _remember(stream, log_of(_happened(newer[min(version, 1) :]), log), newer)


_NOTHING: tuple[int, str, Log] = (0, "", Log())
_folded: OrderedDict[str, tuple[int, str, Log]] = OrderedDict()
"""The folded log of each stream, the number of folded events, and the command of the last of them.

The stream may have changed since it was folded, by another course in this process or because a transaction was rolled
back. The command shows whether it has.
"""


def _remember(stream: str, log: Log, events: tuple[StoredEvent, ...]) -> tuple[int, Log]:
    last = events[-1] if events else None
    if last is None or log.damaged:  # what is damaged may be restored, without a new event
        _folded.pop(stream, None)
        return (last.version if last else 0), log
    _folded[stream] = (last.version, last.command, log)
    if len(_folded) > REMEMBERED:
        _folded.popitem(last=False)
    return last.version, log


def _happened(events: tuple[StoredEvent, ...]) -> list[tuple[Event, str]]:
    return [(kept.event, kept.at) for kept in events]


def _now(context: WriteContext) -> datetime:
    return datetime.fromisoformat(context.transaction.now())


def _append(context: WriteContext, version: int, command: Command, event: Event) -> Recorded:
    """Record the event with its texts, and in which cohort it says who may read something."""
    if isinstance(event, Version | EntryShared):
        event = event.model_copy(update={"cohort": context.viewer.cohort})
    stream = REFLECTION + context.person
    return context.transaction.append(stream, version, command.id, context.person, [event], command.texts())
