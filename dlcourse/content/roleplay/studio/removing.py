"""Takes a part out together with everything that names it, so that nothing in the file points to what is gone.

A fact that nobody else knows is handed to the heir whom the author names, or taken out as well.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from dlcourse.content.roleplay.studio.meaning import Meaning, after
from dlcourse.content.roleplay.studio.places import WrittenPart
from dlcourse.content.roleplay.studio.renaming import IdUse, uses_of
from dlcourse.domain.roleplay.studio.edits import Edit, ListNames, Path, RemovePart, WriteWords

_OPTIONAL = {"touches", "effects", "when", "heard", "not_heard", "chose", "not_chose", "reveals", "by"}
"""Fields that are taken out once nothing is left in them. Others stay empty, for the author to fill in again."""


def edits_without(before: Meaning, edit: RemovePart, root: WrittenPart) -> Iterator[Edit]:
    """The changes that take this part out, in order: first what names it, then facts that nobody knows, then itself."""
    data, unknown = copy.deepcopy(before), []
    for use in sorted(uses_of(before, edit.path), key=_from_the_end, reverse=True):
        if _is_last(data, use) and use.path[-2] == "held_by":
            if not edit.heir:
                unknown.append(use.path[:2])
                continue
            change: Edit = ListNames(path=use.path[:-1], names=(edit.heir,))
        else:
            change = _taken_out(data, use)
        data = after(data, change, root)
        yield change
    yield from (RemovePart(path=fact) for fact in unknown)
    yield edit


def _taken_out(data: Meaning, use: IdUse) -> Edit:
    """The change that takes one use out: of an optional field that would be empty then, the whole field."""
    path = use.path
    if not use.names and not isinstance(path[-1], int):
        return RemovePart(path=path) if path[-1] in _OPTIONAL else WriteWords(path=path, words="")
    while path[-2] in _OPTIONAL and len(_at(data, path[:-1])) == 1:
        path = path[:-1]
    return RemovePart(path=path)


def _is_last(data: Meaning, use: IdUse) -> bool:
    return isinstance(use.path[-1], int) and len(_at(data, use.path[:-1])) == 1


def _from_the_end(use: IdUse) -> list[tuple[bool, str | int]]:
    """A key by which items of a list are sorted by number."""
    return [(isinstance(step, int), step) for step in use.path]


def _at(data: Any, path: Sequence[str | int] | Path) -> Any:
    for step in path:
        data = data[step]
    return data
