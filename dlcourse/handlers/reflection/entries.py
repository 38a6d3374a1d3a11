"""Handlers of reflection: entries, promises and drafts; one stream for each person, words in rows of their own.

A log is folded on from where it was folded last, so that thousands of entries cost no more than the newest ones. What
is kept for that in memory holds no words.
"""

from collections import OrderedDict

from dlcourse.content.library import Library
from dlcourse.domain.reflection import drafts
from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment, answer, commit
from dlcourse.domain.reflection.drafts import DraftsView, DropDraft, KeepDraft
from dlcourse.domain.reflection.entries import (
    Log,
    ReviseEntry,
    ShareEntry,
    WriteEntry,
    log_of,
    revise,
    session_of,
    share,
    write,
)
from dlcourse.domain.reflection.log import REFLECTION
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.store import ReadTransaction, StoredEvent, drafts_topic

REMEMBERED = 64
"""Logs that are kept folded in memory."""


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
    return _append(context, version, command, commit(command, asked, log.promises.get(command.commitment)))


@carry_out.register
def answer_commitment(command: AnswerCommitment, context: WriteContext) -> Recorded:
    version, log = log_at(context.transaction, context.person)
    return _append(context, version, command, answer(command, log.promises.get(command.commitment)))


@carry_out.register
def keep_draft(command: KeepDraft, context: WriteContext) -> Recorded:
    """A draft leaves no event; the answer tells how far it has come, whichever copy of it arrived."""
    if said := context.transaction.recorded(context.person, command.draft):
        return said  # a copy that was on its way when it was said
    row = context.transaction.draft(context.person, drafts.key(command.draft))
    found = drafts.kept(row.words) if row else None
    if kept := drafts.keep(command, found):
        row = context.transaction.keep_draft(context.person, drafts.key(command.draft), kept.model_dump_json())
        if command.over:
            _put_away(context, command.over, command.over_count)
    assert row is not None
    return Recorded(stream=drafts_topic(context.person), version=(kept or found or command).count, at=row.at)


@carry_out.register
def drop_draft(command: DropDraft, context: WriteContext) -> Recorded:
    at = _put_away(context, command.draft, command.count)
    return Recorded(stream=drafts_topic(context.person), version=command.count, at=at)


@look_up.register
def show_drafts(query: drafts.Drafts, context: ReadContext) -> DraftsView:  # noqa: ARG001 (a query without parts)
    return DraftsView(drafts=drafts.cards(context.transaction.drafts(context.person, drafts.PREFIX)))


def log_at(transaction: ReadTransaction, person: str) -> tuple[int, Log]:
    """The person's log, and how many events it is made of."""
    stream = REFLECTION + person
    version, command, log = _folded.get(stream, _NOTHING)
    newer = transaction.events(stream, max(version - 1, 0))
    if version and not (newer and newer[0].command == command):
        return _remember(stream, log_of(_happened(every := transaction.events(stream))), every)
    return _remember(stream, log_of(_happened(newer[min(version, 1) :]), log), newer)


_NOTHING: tuple[int, str, Log] = (0, "", Log())
_folded: OrderedDict[str, tuple[int, str, Log]] = OrderedDict()
"""For each stream how far it was folded, by which command its last event came, and the log.

Another course in this process, or a work that was taken back, may have gone on otherwise from there: the command tells.
"""


def _remember(stream: str, log: Log, events: tuple[StoredEvent, ...]) -> tuple[int, Log]:
    last = events[-1] if events else None
    if last is None:
        _folded.pop(stream, None)
        return 0, log
    _folded[stream] = (last.version, last.command, log)
    if len(_folded) > REMEMBERED:
        _folded.popitem(last=False)
    return last.version, log


def _happened(events: tuple[StoredEvent, ...]) -> list[tuple[Event, str]]:
    return [(kept.event, kept.at) for kept in events]


def _append(context: WriteContext, version: int, command: Command, event: Event) -> Recorded:
    """Record what was said; what was its draft is none any more."""
    recorded = context.transaction.append(
        REFLECTION + context.person, version, command.id, context.person, [event], command.texts()
    )
    context.transaction.drop_draft(context.person, drafts.key(command.id))
    return recorded


def _put_away(context: WriteContext, draft: str, count: int) -> str:
    """Take a draft's words away and leave how far it had come; return when it was last kept."""
    row = context.transaction.draft(context.person, drafts.key(draft))
    empty = drafts.put_away(drafts.kept(row.words) if row else None, count)
    if empty is not None:
        row = context.transaction.keep_draft(context.person, drafts.key(draft), empty.model_dump_json())
    assert row is not None
    return row.at
