"""Handlers of reflection: entries, promises and drafts; one stream for each person, words in rows of their own.

A log is folded on from where it was folded last, so that thousands of entries cost no more than the newest ones. What
is kept for that in memory holds no words.
"""

from collections import OrderedDict

from dlcourse.content.library import Library
from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.domain import drafts
from dlcourse.domain.commitments import AnswerCommitment, MakeCommitment, answer, commit
from dlcourse.domain.curriculum import Curriculum
from dlcourse.domain.drafts import DraftsView, DropDraft, KeepDraft
from dlcourse.domain.reflection import (
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
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.store import Kept, Reading, drafts_topic

REFLECTION = "reflection/"
REMEMBERED = 64
"""Logs that are kept folded in memory."""


@make_ready.register
def _(command: WriteEntry | MakeCommitment, library: Library) -> Curriculum:  # noqa: ARG001 (one curriculum for all)
    return library.curriculum()


@carry_out.register
def _(command: WriteEntry, desk: WritingDesk) -> Recorded:
    assert isinstance(desk.ready, Curriculum)
    version, log = log_at(desk.books, desk.person)
    return _append(desk, version, command, write(command, log, desk.ready))


@carry_out.register
def _(command: ReviseEntry, desk: WritingDesk) -> Recorded:
    version, log = log_at(desk.books, desk.person)
    return _append(desk, version, command, revise(command, log))


@carry_out.register
def _(command: ShareEntry, desk: WritingDesk) -> Recorded:
    version, log = log_at(desk.books, desk.person)
    return _append(desk, version, command, share(command, log))


@carry_out.register
def _(command: MakeCommitment, desk: WritingDesk) -> Recorded:
    assert isinstance(desk.ready, Curriculum)
    version, log = log_at(desk.books, desk.person)
    session = session_of(command.session, desk.ready) if command.session else None
    asked = session.commitment.ask if session and session.commitment else ""
    return _append(desk, version, command, commit(command, asked, log.promises.get(command.commitment)))


@carry_out.register
def _(command: AnswerCommitment, desk: WritingDesk) -> Recorded:
    version, log = log_at(desk.books, desk.person)
    return _append(desk, version, command, answer(command, log.promises.get(command.commitment)))


@carry_out.register
def _(command: KeepDraft, desk: WritingDesk) -> Recorded:
    """A draft leaves no event; the answer tells how far it has come, whichever copy of it arrived."""
    if said := desk.books.recorded(desk.person, command.draft):
        return said  # a copy that was on its way when it was said
    row = desk.books.draft(desk.person, drafts.key(command.draft))
    found = drafts.kept(row.words) if row else None
    if kept := drafts.keep(command, found):
        row = desk.books.keep_draft(desk.person, drafts.key(command.draft), kept.model_dump_json())
        if command.over:
            _put_away(desk, command.over, command.over_count)
    assert row is not None
    return Recorded(stream=drafts_topic(desk.person), version=(kept or found or command).count, at=row.at)


@carry_out.register
def _(command: DropDraft, desk: WritingDesk) -> Recorded:
    at = _put_away(desk, command.draft, command.count)
    return Recorded(stream=drafts_topic(desk.person), version=command.count, at=at)


@look_up.register
def _(query: drafts.Drafts, desk: ReadingDesk) -> DraftsView:  # noqa: ARG001 (a query without parts)
    return DraftsView(drafts=drafts.cards(desk.books.drafts(desk.person, drafts.PREFIX)))


def log_at(books: Reading, person: str) -> tuple[int, Log]:
    """The person's log, and how many events it is made of."""
    stream = REFLECTION + person
    version, command, log = _folded.get(stream, _NOTHING)
    newer = books.events(stream, max(version - 1, 0))
    if version and not (newer and newer[0].command == command):
        return _remember(stream, log_of(_happened(every := books.events(stream))), every)
    return _remember(stream, log_of(_happened(newer[min(version, 1) :]), log), newer)


_NOTHING: tuple[int, str, Log] = (0, "", Log())
_folded: OrderedDict[str, tuple[int, str, Log]] = OrderedDict()
"""For each stream how far it was folded, by which command its last event came, and the log.

Another course in this process, or a work that was taken back, may have gone on otherwise from there: the command tells.
"""


def _remember(stream: str, log: Log, events: tuple[Kept, ...]) -> tuple[int, Log]:
    last = events[-1] if events else None
    if last is None:
        _folded.pop(stream, None)
        return 0, log
    _folded[stream] = (last.version, last.command, log)
    if len(_folded) > REMEMBERED:
        _folded.popitem(last=False)
    return last.version, log


def _happened(events: tuple[Kept, ...]) -> list[tuple[Event, str]]:
    return [(kept.event, kept.at) for kept in events]


def _append(desk: WritingDesk, version: int, command: Command, event: Event) -> Recorded:
    """Record what was said; what was its draft is none any more."""
    recorded = desk.books.append(REFLECTION + desk.person, version, command.id, desk.person, [event], command.texts())
    desk.books.drop_draft(desk.person, drafts.key(command.id))
    return recorded


def _put_away(desk: WritingDesk, draft: str, count: int) -> str:
    """Take a draft's words away and leave how far it had come; return when it was last kept."""
    row = desk.books.draft(desk.person, drafts.key(draft))
    empty = drafts.put_away(drafts.kept(row.words) if row else None, count)
    if empty is not None:
        row = desk.books.keep_draft(desk.person, drafts.key(draft), empty.model_dump_json())
    assert row is not None
    return row.at
