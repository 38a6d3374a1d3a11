"""Explains schema errors to an author: which field, what belongs there, what is there instead, and what to do.

It only explains the errors that `schema` found. References to names are checked elsewhere.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from dlcourse.content import yaml_look_alikes
from dlcourse.content.findings import Report, listed, one_line, shown, suggestion
from dlcourse.content.schema import Spot
from dlcourse.content.yaml_tree import LARGEST_NUMBER, Group, Listing, Node, Path, Scalar, at, text_of

EXAMPLES: dict[str, str] = {
    "Comparison": 'Write >=, <=, >, < or == and a whole number in quotes, such as ">= 2".',
    "dict": "Write for example {name: 1}.",
}
_COMPARE = "Compare it with a file that works."
_ANY_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)


class _Wanted(NamedTuple):
    """What belongs in a field, and what to do if something else is there."""

    what: str
    remedy: str


class SchemaErrorReporter:
    """Reports the schema errors of one file. ``names`` says what a group of a type is called: ``{Role: "role"}``."""

    def __init__(self, found: Iterable[Spot], names: Mapping[Any, str], report: Report) -> None:
        """Errors in a tree with these spots go to ``report``."""
        self._spots = {spot.path: spot for spot in found}
        self._names, self._report = names, report

    def add(self, error: ErrorDetails) -> None:
        """Report the error with the code ``shape``."""
        path, kind = tuple(error["loc"]), error["type"]
        if kind == "missing":
            self.missing(path[:-1], str(path[-1]))
        elif kind == "union_tag_not_found":
            self.missing(path, "kind")
        elif kind == "extra_forbidden":
            self._unknown(path)
        else:
            self._wrong((*path, "kind") if kind == "union_tag_invalid" else path, error)

    def missing(self, owner: Path, name: str) -> None:
        """Report that the group at this path lacks a field."""
        what = f"{self.owner(owner)} has no '{name}'"
        self._report.add("shape", (*owner, name), what, f"Add a line '{name}: …' to it.")

    def owner(self, path: Path) -> str:
        """The name of the group at this path, such as ``the role 'driver'``."""
        spot = self._spots.get(path)
        what = self._names.get(spot.kind if spot else None, "scene" if path else "file")
        name = text_of(at(self._report.root, path), "id") if path else ""
        return f"the {what} {shown(name)}" if name.strip() else f"the {what}"

    def _unknown(self, path: Path) -> None:
        name, owner = str(path[-1]), self.owner(path[:-1])
        spot = self._spots.get(path[:-1])
        known = spot.fields if spot else []
        here = f"It can have: {', '.join(known)}." if known else "Take it out."
        odd = yaml_look_alikes.found_in(name)
        why = f": {odd[0]}" if odd else ""
        remedy = self._report.suggestion(name, known, odd[1] if odd else here)
        self._report.add("shape", path, f"{owner} has no field {shown(name)}{why}", remedy)

    def _wrong(self, path: Path, error: ErrorDetails) -> None:
        node = at(self._report.root, path)
        if node is None:
            self._report.add("shape", path, error["msg"], _COMPARE)
            return
        wanted = _WANTED.get(error["type"], _otherwise)(error, node)
        odd = None if isinstance(node, Group | Listing) or node.empty else yaml_look_alikes.found_in(node.text)
        why, remedy = (f": {odd[0]}", odd[1]) if odd else ("", wanted.remedy)
        what = f"{_label(path)} should be {wanted.what}, but is {_described(node)}{why}"
        self._report.add("shape", path, what, remedy)


def _label(path: Path) -> str:
    last = path[-1] if path else "the file"
    if isinstance(last, int):
        return f"item {last + 1} of '{path[-2]}'" if len(path) > 1 else f"item {last + 1}"
    return shown(last) if path else last


def _text(_: ErrorDetails, node: Node) -> _Wanted:
    if isinstance(node, Scalar) and not node.empty:
        return _Wanted("a text", f'Put it in quotes: "{node.text[:40]}".')
    if isinstance(node, Scalar) and node.note:
        return _Wanted("a text", f"What follows '#' is a note. Put it in quotes: \"{one_line(node.note)[:40]}\".")
    return _Wanted("a text", "Write a text, or take an optional field out.")


def _identifier(_: ErrorDetails, node: Node) -> _Wanted:
    example = as_identifier(node.text) if isinstance(node, Scalar) else "late-buses"
    return _Wanted("lower-case words (a-z, 0-9) joined by hyphens", f"Write for example '{example}'.")


def as_identifier(text: str) -> str:
    """The id that the author of this text may have meant."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or "late-buses"


def _number(_: ErrorDetails, node: Node) -> _Wanted:
    if isinstance(node, Scalar) and not node.plain and _ANY_WHOLE.fullmatch(node.text.strip()):
        return _Wanted("a whole number", f"Leave the quotes out: {node.text.strip()[:20]}.")
    return _Wanted("a whole number", "Write a number such as 3, without quotes, point or unit.")


def _bound(error: ErrorDetails, _: Node) -> _Wanted:
    context = error.get("ctx", {})
    if "ge" in context:
        least = f"at least {context['ge']:,}".replace(f"{-LARGEST_NUMBER:,}", f"-{LARGEST_NUMBER:,}")
        return _Wanted(least, "Write a larger number.")
    return _Wanted(f"at most {context.get('le', LARGEST_NUMBER):,}", "Write a smaller number.")


def _truth(_: ErrorDetails, __: Node) -> _Wanted:
    return _Wanted("true or false", "Write true or false, without quotes.")


def _list(_: ErrorDetails, node: Node) -> _Wanted:
    if isinstance(node, Scalar) and not node.empty:
        return _Wanted("a list", f"Put it in square brackets: [{shown(node.text)[1:-1]}].")
    return _Wanted("a list", "Begin each item on a line of its own with '- ', or write [one, two].")


def _length(error: ErrorDetails, _: Node) -> _Wanted:
    least = error.get("ctx", {}).get("min_length", 1)
    return _Wanted(f"a list of at least {'one item' if least == 1 else f'{least} items'}", "Add to it.")


def _group(error: ErrorDetails, _: Node) -> _Wanted:
    if error.get("ctx", {}).get("class_name") == "Comparison":
        return _Wanted("a comparison", EXAMPLES["Comparison"])
    return _Wanted("a group of fields", "Write its fields below, as 'field: value'.")


def _names(_: ErrorDetails, __: Node) -> _Wanted:
    return _Wanted("names with a value each", EXAMPLES["dict"])


def _one_of(error: ErrorDetails, node: Node) -> _Wanted:
    context = error.get("ctx", {})
    names = re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags") or ""))
    near = suggestion(node.text, names, "") if isinstance(node, Scalar) else ""
    return _Wanted(listed(names, "or"), near or "Write one of these words.")


def _otherwise(error: ErrorDetails, _: Node) -> _Wanted:
    return _Wanted(f"something else ({error['msg']})", _COMPARE)


_WANTED: dict[str, Callable[[ErrorDetails, Node], _Wanted]] = {
    "string_type": _text,
    "string_pattern_mismatch": _identifier,
    "int_type": _number,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "bool_type": _truth,
    "tuple_type": _list,
    "too_short": _length,
    "model_type": _group,
    "model_attributes_type": _group,
    "dict_type": _names,
    "literal_error": _one_of,
    "union_tag_invalid": _one_of,
}


def _described(node: Node) -> str:
    if isinstance(node, Group):
        return "a group of fields" if node.fields else "empty"
    if isinstance(node, Listing):
        return f"a list of {len(node.items)}" if node.items else "an empty list"
    if node.empty:
        return "empty"
    if node.number:
        return f"the number {shown(node.text)[1:-1]}"
    return node.text if node.truth is not None else f"the text {shown(node.text)}"
