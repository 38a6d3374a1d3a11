"""Reads the stored text of an entry."""

import json

from dlcourse.domain.reflection.entries import EntryStep
from dlcourse.domain.words import UNREADABLE


def unpacked(packed: str | None) -> tuple[EntryStep, ...]:
    """The steps of a stored text; none if the words were erased, and one that says so if they are damaged."""
    if packed == UNREADABLE:
        return (EntryStep(words=packed),)
    return tuple(EntryStep(heading=heading, words=words) for heading, words in json.loads(packed or "[]"))
