"""Drafts: words in a form that were not sent yet.

They are stored at each pause, only for their writer, and are no event.

A draft has the id that its command will have. Once the command is sent, the draft no longer exists. Each tab writes its
own draft and counts its versions. A draft that continues another one says which one, and from which version. So words
are never lost, in whatever order drafts arrive and however many tabs are open.
"""

from typing import Annotated, Any

from pydantic import Field, ValidationError

from dlcourse.domain.speech import Command, Query, Value, View
from dlcourse.domain.words import Id, Words

LONGEST = 600_000
"""The most characters that one field of a form can have."""
PREFIX = "log/"

Name = Annotated[str, Field(max_length=80)]
Filled = Annotated[Words, Field(max_length=LONGEST)]


class KeepDraft(Command):
    """Store what a form holds. ``slot`` says which form, and ``count`` grows each time.

    ``over`` and ``over_count`` name the draft that these words continue, and its version at that time.
    """

    draft: Id
    slot: str = Field(min_length=1, max_length=200)
    count: int = Field(ge=1)
    fields: dict[Name, Filled] = Field(max_length=60)
    over: str = Field(default="", max_length=64)
    over_count: int = 0


class DropDraft(Command):
    """Delete a draft up to its version ``count``."""

    draft: Id
    count: int = Field(ge=1)


class Drafts(Query):
    """What I wrote and did not send, in forms whose slots begin with one of ``slots``, or in all if that is empty."""

    slots: tuple[str, ...] = ()


class Draft(Value):
    """A draft as it is stored. Without fields, it was deleted or continued by another one."""

    slot: str
    count: int
    fields: dict[str, str] | None


class DraftCard(Value):
    """A draft as its writer sees it."""

    draft: str
    slot: str
    count: int
    fields: dict[str, str]
    at: str


class DraftsView(View):
    """My drafts, the newest first.

    ``who`` keeps the words of several people in one browser apart; ``topic`` changes with any of my drafts.
    """

    drafts: tuple[DraftCard, ...]
    who: str
    topic: str


def key(draft: str) -> str:
    """The key under which a draft is stored."""
    return PREFIX + draft


def kept(words: str | None) -> Draft | None:
    """The draft in a stored row; None if there is no row or if another program wrote it."""
    try:
        return Draft.model_validate_json(words) if words else None
    except ValidationError:
        return None


def keep(command: KeepDraft, found: Draft | None) -> Draft | None:
    """What to store in place of the row that was found; None if that is as new or newer."""
    if found is not None and found.count >= command.count:
        return None
    return Draft(slot=command.slot, count=command.count, fields=command.fields)


def put_away(draft: Draft | None, count: int) -> Draft | None:
    """What to store for a deleted draft up to version ``count``: no words, and late copies of it stay deleted too."""
    if draft is not None and draft.count > count:
        return None
    return Draft(slot=draft.slot if draft else "", count=count, fields=None)


def cards(rows: dict[str, Any], slots: tuple[str, ...] = ()) -> tuple[DraftCard, ...]:
    """The drafts that hold words, the newest first.

    ``rows`` are the stored rows by key, each with ``words`` and ``at``. Only drafts in slots that begin with one of
    ``slots`` are included, or all if ``slots`` is empty.
    """
    found = [(name.removeprefix(PREFIX), kept(row.words), row.at) for name, row in rows.items()]
    mine = [
        DraftCard(draft=name, slot=draft.slot, count=draft.count, fields=draft.fields, at=at)
        for name, draft, at in found
        if draft and draft.fields is not None and draft.slot.startswith(slots or "")
    ]
    return tuple(sorted(mine, key=lambda card: card.at, reverse=True))
