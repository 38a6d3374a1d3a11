"""Words not yet said: kept from pause to pause, for nobody but their writer, and no event.

A draft has the id that the command which says it will have: said once, it is no draft any more. Each tab writes a draft
of its own and counts; a draft that takes another one over says which, and up to where. So no order of arrival, and no
second tab, makes words vanish.
"""

from typing import Annotated, Any

from pydantic import Field, ValidationError

from dlcourse.domain.speech import Command, Query, Value, View
from dlcourse.domain.words import Id, Words

LONGEST = 600_000
"""Characters of one field of a form."""
PREFIX = "log/"

Name = Annotated[str, Field(max_length=80)]
Filled = Annotated[Words, Field(max_length=LONGEST)]


class KeepDraft(Command):
    """Keep what a form holds: ``slot`` says which form, ``count`` grows with each keeping.

    ``over`` and ``over_count`` name the draft that these words go on from, as far as it had come then.
    """

    draft: Id
    slot: str = Field(min_length=1, max_length=200)
    count: int = Field(ge=1)
    fields: dict[Name, Filled] = Field(max_length=60)
    over: str = Field(default="", max_length=64)
    over_count: int = 0


class DropDraft(Command):
    """Put a draft away, as far as it has come at ``count``."""

    draft: Id
    count: int = Field(ge=1)


class Drafts(Query):
    """What I wrote and did not save, in the forms whose slots begin with one of ``slots``, or in all for none."""

    slots: tuple[str, ...] = ()


class Draft(Value):
    """A draft as it is kept; without fields it was put away, or taken over by another one."""

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
    """The name under which a draft is kept."""
    return PREFIX + draft


def kept(words: str | None) -> Draft | None:
    """The draft in a kept row; None for none, and for a row that somebody else's program wrote."""
    try:
        return Draft.model_validate_json(words) if words else None
    except ValidationError:
        return None


def keep(command: KeepDraft, found: Draft | None) -> Draft | None:
    """What to keep in place of what was found; None where that is as new, or newer."""
    if found is not None and found.count >= command.count:
        return None
    return Draft(slot=command.slot, count=command.count, fields=command.fields)


def put_away(draft: Draft | None, count: int) -> Draft | None:
    """What to keep of a draft that has come no further than ``count``: no words, and late copies stay away, too."""
    if draft is not None and draft.count > count:
        return None
    return Draft(slot=draft.slot if draft else "", count=count, fields=None)


def cards(rows: dict[str, Any], slots: tuple[str, ...] = ()) -> tuple[DraftCard, ...]:
    """The drafts that hold words, the newest first; ``rows`` are what is kept by key, each with ``words`` and ``at``.

    Only those in slots that begin with one of ``slots``, unless that is empty.
    """
    found = [(name.removeprefix(PREFIX), kept(row.words), row.at) for name, row in rows.items()]
    mine = [
        DraftCard(draft=name, slot=draft.slot, count=draft.count, fields=draft.fields, at=at)
        for name, draft, at in found
        if draft and draft.fields is not None and draft.slot.startswith(slots or "")
    ]
    return tuple(sorted(mine, key=lambda card: card.at, reverse=True))
