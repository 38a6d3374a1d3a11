"""The contents of a YAML file as a tree of single values, lists and groups of fields, each with its line.

`yaml_parser` makes a tree from a file, and `schema` checks it.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from dlcourse.domain.names import shows_nothing

Path = tuple[str | int, ...]
"""The path to a place in a file, such as ``("scenes", 2, "choices", 0, "when", "heard")``."""

LARGEST_NUMBER = 1_000_000
"""A larger number is read as one more than this, with its own sign."""

_NOTHING = {"", "~", "null", "Null", "NULL"}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(
    r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    re.ASCII,
)
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_SHORT = re.compile(r"[-+]?0*\d{1,9}", re.ASCII)


class Unfit(Enum):
    """Values that no field accepts: an empty value, and a number that is not whole."""

    EMPTY = "empty"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value.

    ``plain``: it has no quotes and is not a block, so it can also be a number, true, or nothing. ``note``: the comment
    right after a plain value, and ``note_line`` the line of that comment.
    """

    line: int
    text: str
    plain: bool
    note: str = ""
    note_line: int = 0

    @property
    def empty(self) -> bool:
        """Whether it has no visible characters, or means nothing."""
        return (self.plain and self.text in _NOTHING) or shows_nothing(self.text)

    @property
    def truth(self) -> bool | None:
        """True or false if that is written without quotes, else None."""
        return _TRUTH.get(self.text) if self.plain else None

    @property
    def number(self) -> bool:
        """Whether this is a number in YAML 1.2, whole or not."""
        return self.plain and _NUMBER.fullmatch(self.text) is not None

    @property
    def value(self) -> Any:
        """The value in YAML 1.2: a text, a whole number, true or false, or `Unfit`."""
        if self.empty:
            return Unfit.EMPTY
        if self.truth is not None:
            return self.truth
        return _whole(self.text) if self.number else self.text


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    line: int
    items: tuple["Node", ...]

    @property
    def value(self) -> tuple[Any, ...]:
        """The values of the items."""
        return tuple(item.value for item in self.items)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields; ``lines`` gives the line of each field's name."""

    line: int
    fields: dict[str, "Node"]
    lines: dict[str, int]

    @property
    def value(self) -> dict[str, Any]:
        """The values of the fields by name."""
        return {name: part.value for name, part in self.fields.items()}


Node = Scalar | Listing | Group


def at(root: Node, path: Path) -> Node | None:
    """The node at the path, or None."""
    node: Node | None = root
    for step in path:
        node = _step(node, step)
    return node


def line_of(root: Node, path: Path) -> int:
    """The line of a field's name or of a list item. If the path leads to nothing, the line of the group around it."""
    line, node = root.line, root
    for step in path:
        there = _step(node, step)
        if there is None:
            return node.line if isinstance(node, Group) else line
        line = node.lines[str(step)] if isinstance(node, Group) else there.line
        node = there
    return line


def text_of(node: Node | None, name: str) -> str:
    """The text in this field of a group; "" if it has no single value."""
    part = _step(node, name)
    return part.text if isinstance(part, Scalar) else ""


def items_of(node: Node | None, name: str) -> tuple[Node, ...]:
    """The items of the list in this field of a group; () if it has no list."""
    part = _step(node, name)
    return part.items if isinstance(part, Listing) else ()


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Group) and isinstance(step, str):
        return node.fields.get(step)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _whole(text: str) -> int | Unfit:
    if not _WHOLE.fullmatch(text):
        return Unfit.FRACTION
    return int(text) if _SHORT.fullmatch(text) else (LARGEST_NUMBER + 1) * (-1 if text.startswith("-") else 1)
