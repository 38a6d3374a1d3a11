"""What a text means as plain data, and what it should mean after a change. It knows nothing of how that is written."""

import copy
from collections.abc import Sequence
from typing import Any

from dlcourse.content.roleplay.studio.places import WrittenPart, part_at
from dlcourse.content.roleplay.studio.splices import blocked
from dlcourse.content.yaml_tree import Group, Listing, Node, Scalar
from dlcourse.domain.roleplay.studio.edits import (
    AddPart,
    Edit,
    ListNames,
    MovePart,
    RemovePart,
    WriteToken,
    WriteWords,
)

Meaning = dict[str, Any]
"""The fields of a file: texts, numbers, true and false, lists and groups."""


def meaning(node: Node) -> Any:
    """The tree as plain data. A single value is what YAML means by it; an empty text is ``""``."""
    match node:
        case Group():
            return {name: meaning(part) for name, part in node.fields.items()}
        case Listing():
            return [meaning(item) for item in node.items]
        case Scalar():
            return node.value if node.plain else node.text


def after(before: Meaning, edit: Edit, root: WrittenPart) -> Meaning:
    """What the file should mean after the change. Raises a `CourseError` if its place cannot be there."""
    data = copy.deepcopy(before)
    try:
        match edit:
            case WriteWords():
                _set(data, edit.path, _as_before(data, edit, root))
            case WriteToken():
                _set(data, edit.path, Scalar(1, edit.token, plain=True).value)
            case ListNames():
                _set(data, edit.path, list(edit.names))
            case AddPart():
                _added(data, edit)
            case RemovePart():
                return _removed(data, edit.path)
            case MovePart():
                _moved(data, edit)
    except (KeyError, IndexError, TypeError, AttributeError):
        raise blocked(edit.path) from None
    return data


def _as_before(data: Meaning, edit: WriteWords, root: WrittenPart) -> str:
    """The words; below a ``|`` they end with a line end, as they did before."""
    part = part_at(root, edit.path)
    old = _get(data, edit.path) if part else ""
    ended = part is not None and part.style in {"|", ">"} and isinstance(old, str) and old.endswith("\n")
    return edit.words + "\n" if ended and edit.words.strip() and not edit.words.endswith("\n") else edit.words


def _get(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


def _set(data: Any, path: Sequence[str | int], value: Any) -> None:
    """Set the value, and make the groups above it if they are missing or empty."""
    *above, last = path
    for step in above:
        if isinstance(data, dict) and not isinstance(data.get(step), dict | list):
            data[step] = {}
        data = data[step]
    if isinstance(last, int) and not (isinstance(data, list) and last < len(data)):
        raise IndexError(last)
    data[last] = value


def _added(data: Any, edit: AddPart) -> None:
    *above, last = edit.path
    for step in above:
        data = data[step]
    tokens = {name: Scalar(1, token, plain=True).value for name, token in edit.tokens.items()}
    if not isinstance(data.get(last), list):
        data[last] = []
    lists = {name: list(items) for name, items in edit.lists.items()}
    data[last].append(edit.fields | tokens | lists)


def _removed(data: Meaning, path: Sequence[str | int]) -> Meaning:
    """The data without the part. A list that loses its last item stays as an empty list."""
    above = _get(data, path[:-1])
    del above[path[-1]]
    return data


def _moved(data: Any, edit: MovePart) -> None:
    items = _get(data, edit.path[:-1])
    if not isinstance(items, list) or edit.to >= len(items):
        raise IndexError(edit.to)
    items.insert(edit.to, items.pop(int(edit.path[-1])))
