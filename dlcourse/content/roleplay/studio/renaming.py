"""Renames an id where it is used: in fields, in lists, as the name of a field, and in ``scene.choice``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dlcourse.content.roleplay.shorthand import CONDITION_WORDS
from dlcourse.content.roleplay.studio.meaning import Meaning
from dlcourse.content.roleplay.studio.places import COPIED, WrittenPart, part_at
from dlcourse.content.roleplay.studio.splices import Splice, blocked, place_in_form
from dlcourse.content.yaml_tree import Path, Scalar
from dlcourse.domain.roleplay.studio.edits import Edit, WriteToken
from dlcourse.errors import CourseError

_EACH, _NAME = "*", "@"
_CHOICE, _WHEN = "scenes * choices *", "scenes * choices * when"
_USES = {
    "roles": ("facts * held_by *", "facts * touches @", "scenes * by"),
    "options": ("best", "decoy", "facts * weighs @", "scenes * leads_to @"),
    "facts": (f"{_WHEN} heard *", f"{_WHEN} not_heard *", f"{_CHOICE} reveals *"),
    "indicators": (f"{_CHOICE} effects @", f"{_WHEN} @"),
    "scenes": ("start", f"{_CHOICE} leads_to", "scenes * leads_to *"),
}
"""Where the ids of each list are used: ``*`` stands for every part there, ``@`` for the names of the fields there."""
_WAYS = (f"{_WHEN} chose *", f"{_WHEN} not_chose *")
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


class IdUse(NamedTuple):
    """A use of an id: its place, what is there, what is to be there, and whether that is the name of a field."""

    path: Path
    old: str
    new: str
    names: bool


def uses_to_rename(before: Meaning, edit: Edit) -> tuple[IdUse, ...]:
    """The uses of the id that the edit writes anew; none if it writes no id, or if two parts had the old one.

    Raises a `CourseError` if the id is used, and the new one cannot be told apart from another value.
    """
    if not isinstance(edit, WriteToken) or len(edit.path) < 3 or edit.path[-1] != "id":
        return ()
    found = uses_of(before, edit.path[:-1], edit.token)
    if found:
        *above, _, _ = edit.path
        _fit(edit, above, [item.get("id") if isinstance(item, dict) else None for item in _items(before, above)])
    return found


def uses_of(before: Meaning, part: Path, new: str = "") -> tuple[IdUse, ...]:
    """The uses of the id of the part at this path, each with the new id.

    There are none if it has no id, if another part of the list has the same one, or if it is the new one already.
    """
    *above, at = part
    ids = [item.get("id") if isinstance(item, dict) else None for item in _items(before, above)]
    old = ids[at] if isinstance(at, int) and at < len(ids) else None
    if not isinstance(old, str) or not old or ids.count(old) > 1 or old == new:
        return ()
    return tuple(_uses(before, above, old, new))


def with_renamed(data: Meaning, uses: Iterable[IdUse]) -> Meaning:
    """The data with the new id at all these places; it is changed in place."""
    for use in uses:
        *above, last = use.path
        around: Any = data
        for step in above:
            around = around[step]
        if use.names:
            around[use.new] = around.pop(use.old)
        else:
            around[last] = use.new
    return data


def rename_splices(text: str, root: WrittenPart, uses: Iterable[IdUse]) -> list[Splice]:
    """The changes of the text at these places. What is a copy of another place changes with that."""
    return [splice for use in uses for splice in _splice(text, root, use)]


def _fit(edit: WriteToken, above: Sequence[str | int], ids: Sequence[Any]) -> None:
    where, remedy = place_in_form(edit.path), "Choose another id. Until then the old one stays."
    if edit.token in ids or (above == ["indicators"] and edit.token in CONDITION_WORDS):
        raise CourseError(where, "this id means something else already", remedy)
    if not _ID.fullmatch(edit.token) or Scalar(1, edit.token, plain=True).value != edit.token:
        raise CourseError(where, "this cannot be an id", "Use lower-case words joined by hyphens.")


def _uses(data: Meaning, above: Sequence[str | int], old: str, new: str) -> Iterator[IdUse]:
    """All uses of an id of this list."""
    kind = str(above[-1])
    for pattern in _USES.get(kind, ()) if len(above) == 1 else ():
        for path, here in _places(data, pattern.split()):
            if here == old:
                yield IdUse(path, old, new, names=pattern.endswith(_NAME))
    renamed = dict(_renamed_ways(data, above, old, new))
    for pattern in _WAYS:
        for path, here in _places(data, pattern.split()):
            if isinstance(here, str) and here in renamed:
                yield IdUse(path, here, renamed[here], names=False)


def _renamed_ways(data: Meaning, above: Sequence[str | int], old: str, new: str) -> Iterator[tuple[str, str]]:
    """Every ``scene.choice`` and ``panel.option`` in which the id stands, before and after."""
    options = [item.get("id") for item in _items(data, ["options"]) if isinstance(item, dict)]
    for at, scene in enumerate(_items(data, ["scenes"])):
        if not isinstance(scene, dict):
            continue
        name, choices = scene.get("id"), _items(scene, ["choices"])
        ways = options if scene.get("kind") == "panel" else [way.get("id") for way in choices if isinstance(way, dict)]
        if list(above) == ["scenes"] and name == old:
            yield from ((f"{old}.{way}", f"{new}.{way}") for way in ways)
        if list(above) == ["scenes", at, "choices"] or (list(above) == ["options"] and scene.get("kind") == "panel"):
            yield f"{name}.{old}", f"{name}.{new}"


def _places(data: Any, pattern: Sequence[str], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The places of a pattern, each with what is there."""
    if not pattern:
        yield path, data
        return
    step, *rest = pattern
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, part in parts:
        if step == _NAME and isinstance(name, str):
            yield (*path, name), name
        elif step in {_EACH, name}:
            yield from _places(part, rest, (*path, name))


def _items(data: Any, path: Sequence[str | int]) -> list[Any]:
    """The items of the list at the path; none if there is no list."""
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return []
    return data if isinstance(data, list) else []


def _splice(text: str, root: WrittenPart, use: IdUse) -> Iterator[Splice]:
    above, part = part_at(root, use.path[:-1]), part_at(root, use.path)
    if above is None or part is None or COPIED in {above.style, part.style}:
        return
    start = above.names[str(use.path[-1])] if use.names else part.start
    found = re.compile(rf"(?:&\S+\s+)?(['\"]?)({re.escape(use.old)})\1").match(text, start)
    if found is None:
        raise blocked(use.path)
    yield Splice(*found.span(2), use.new)
