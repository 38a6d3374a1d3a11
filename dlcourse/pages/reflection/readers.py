"""Who may read an entry: the audiences to choose from, and what each means."""

from collections.abc import Collection
from typing import TypedDict

from dlcourse.domain.sharing import Visibility
from dlcourse.pages.reflection.words import NO_READERS, READERS


class ReaderChoice(TypedDict):
    """Who may read an entry; ``says`` is what that means, before it is saved."""

    value: Visibility
    text: str
    says: str


def readers_props(audiences: Collection[Visibility]) -> list[ReaderChoice]:
    """The audiences to choose from for a new entry: those that have readers."""
    return [
        {"value": value, "text": choice, "says": before}
        for value, (choice, before, _) in READERS.items()
        if value in audiences
    ]


def reader_choices(now: Visibility, audiences: Collection[Visibility]) -> list[ReaderChoice]:
    """The audiences that an entry can be given instead of the one that it has ``now``; empty if there is no other."""
    choices = readers_props({*audiences, now})
    return choices if len(choices) > 1 else []


def who_reads(now: Visibility, audiences: Collection[Visibility]) -> str:
    """Who can read an entry that was written for this audience."""
    choice, _, after = READERS[now]
    return after if now in audiences else NO_READERS.format(choice=choice)
