"""What a change of the form is called when it is taken back, and the ids that new parts get from their names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dlcourse.domain.roleplay.studio.edits import AddPart, Edit, MovePart, RemovePart, WriteToken, WriteWords
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.naming import items_in, place_name

_NAMED = {"roles": "role", "options": "option"}
_RESERVED = {"all", "true", "false", "null"}
"""Words that mean something else where an id is written."""


def change_name(edits: Sequence[Edit], contents: Mapping[str, Any]) -> str:
    """What somebody reads for this change: the place, and what was done there if that is not plain."""
    for edit in edits:
        match edit:
            case AddPart():
                return words.WAS_ADDED.format(place=place_name(contents, edit.path))
            case RemovePart() if isinstance(edit.path[-1], int):
                return words.WAS_REMOVED.format(place=place_name(contents, edit.path))
            case MovePart():
                return words.WAS_MOVED.format(place=place_name(contents, edit.path))
            case _:
                return words.WAS_WRITTEN.format(place=place_name(contents, edit.path))
    return ""


def with_ids(edits: Sequence[Edit], contents: Mapping[str, Any], own: frozenset[str]) -> tuple[Edit, ...]:
    """The edits, with an id made from the name where a new part was given one.

    A part is new if its id is still the one that the form gave it, or one of its ``own``, made here before.
    """
    return tuple(each for edit in edits for each in (edit, *_id_for(edit, contents, own)))


def ids_made(edits: Sequence[Edit], before: Sequence[Edit]) -> frozenset[str]:
    """The ids among the edits that were not there before."""
    return frozenset(edit.token for edit in edits if isinstance(edit, WriteToken) and edit not in before)


def _id_for(edit: Edit, contents: Mapping[str, Any], own: frozenset[str]) -> Iterator[WriteToken]:
    if not isinstance(edit, WriteWords) or len(edit.path) != 3 or edit.path[2] != "name" or edit.path[0] not in _NAMED:
        return
    listing, at, _ = edit.path
    ids = [str(item.get("id")) if isinstance(item, dict) else "" for item in items_in(contents, str(listing))]
    old = ids[at] if isinstance(at, int) and at < len(ids) else ""
    given = re.fullmatch(rf"{_NAMED[str(listing)]}-\d+", old)
    new = _fresh(edit.words, [each for each in ids if each != old] + [*_RESERVED])
    if (given or old in own) and new and new != old:
        yield WriteToken(path=(listing, at, "id"), token=new)


def _fresh(name: str, taken: Sequence[str]) -> str:
    """An id made from what comes before the comma in a name; empty if that has no letters for one."""
    stem = "-".join(re.findall("[a-z0-9]+", name.partition(",")[0].lower())[:5])[:50].strip("-")
    if not stem[:1].isalpha():
        return ""
    number = next(number for number in range(1, len(taken) + 2) if _numbered(stem, number) not in taken)
    return _numbered(stem, number)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
