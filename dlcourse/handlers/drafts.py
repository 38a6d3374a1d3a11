"""Handlers of drafts: words in a form that were not sent yet. Only their writer sees them, and each has its own row."""

import hashlib

from dlcourse.domain import drafts
from dlcourse.domain.drafts import Drafts, DraftsView, DropDraft, KeepDraft
from dlcourse.domain.speech import Command, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.store import WriteTransaction, drafts_topic


@carry_out.register
def keep_draft(command: KeepDraft, context: WriteContext) -> Recorded:
    """Store a draft, which leaves no event. The answer says which state of the draft is stored now."""
    if said := context.transaction.recorded(context.person, command.draft):
        return said  # a copy of the draft that was still on its way when the command was sent
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
def show_drafts(query: Drafts, context: ReadContext) -> DraftsView:
    cards = drafts.cards(context.transaction.drafts(context.person, drafts.PREFIX), query.slots)
    return DraftsView(drafts=cards, who=who(context.person), topic=drafts_topic(context.person))


def drop_said(transaction: WriteTransaction, person: str, command: Command) -> None:
    """Delete the draft of a command that was just carried out. It had the id of the command and is no longer needed."""
    transaction.drop_draft(person, drafts.key(command.id))


def who(person: str) -> str:
    """A mark by which a browser keeps the words of different people apart. It does not identify anybody."""
    return hashlib.sha256(f"log of {person}".encode()).hexdigest()[:16]


def _put_away(context: WriteContext, draft: str, count: int) -> str:
    """Delete the words of a draft, but record how far it had come. Returns when it was last stored."""
    row = context.transaction.draft(context.person, drafts.key(draft))
    empty = drafts.put_away(drafts.kept(row.words) if row else None, count)
    if empty is not None:
        row = context.transaction.keep_draft(context.person, drafts.key(draft), empty.model_dump_json())
    assert row is not None
    return row.at
