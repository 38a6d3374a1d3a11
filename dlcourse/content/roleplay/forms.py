"""Readers of single fields and of groups of fields: each gives the value, or reports what is wrong with it.

A reader takes a piece of the tree, its path and the report; after a finding its value means nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dlcourse.content.findings import Path, Report, listed, shown, suggestion
from dlcourse.content.tree import Group, Listing, Piece, Words

Reader = Callable[[Piece, Path, Report], Any]

LARGEST_NUMBER = 1_000_000
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WHOLE = re.compile(r"[-+]?0*\d{1,9}", re.ASCII)
_ANY_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_COMPARISON = re.compile(r"\s*(>=|<=|==|>|<)\s*([-+]?\d{1,9})\s*", re.ASCII)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True)
class Form:
    """A group of fields: which it must have and may have, and the reader of each."""

    what: str
    required: Mapping[str, Reader]
    optional: Mapping[str, Reader] = field(default_factory=dict)

    def __call__(self, piece: Piece, path: Path, report: Report) -> dict[str, Any]:
        """The values of the fields by name; reports missing and unknown ones."""
        if not isinstance(piece, Group):
            wrong(piece, path, report, "a group of fields", "Write its fields below, as 'field: value'.")
            return {}
        whole_name = self._named(piece)
        for name in self.required:
            if name not in piece.fields:
                missing(name, whole_name, piece.line, path, report)
        readers = {**self.required, **self.optional}
        return {
            name: _enter(readers.get(name, self._unknown(whole_name)), part, (*path, name), piece.lines[name], report)
            for name, part in piece.fields.items()
        }

    def _unknown(self, whole_name: str) -> Reader:
        known = [*self.required, *self.optional]

        def refuse(_: Piece, path: Path, report: Report) -> None:
            name = str(path[-1])
            here = f"It can have: {', '.join(known)}." if known else "Take it out."
            report.add("shape", path, f"{whole_name} has no field {shown(name)}", suggestion(name, known, here))

        return refuse

    def _named(self, group: Group) -> str:
        name = group.fields.get("id")
        if self.what == "scenario" or not isinstance(name, Words) or name.empty:
            return f"the {self.what}"
        return f"the {self.what} {shown(name.text)}"


def missing(name: str, owner: str, line: int, path: Path, report: Report) -> None:
    """Report that the owner at this path and line lacks a field."""
    report.places[(*path, name)] = line
    report.add("shape", (*path, name), f"{owner} has no '{name}'", f"Add a line '{name}: …' to it.")


def wrong(piece: Piece, path: Path, report: Report, wanted: str, remedy: str) -> Any:
    """Report that something else stands where ``wanted`` is expected; gives None, for a reader to return."""
    last = path[-1] if path else "the file"
    label = f"item {last + 1} of '{path[-2]}'" if isinstance(last, int) else shown(last) if path else last
    found = _described(piece)
    report.add("shape", path, f"{label} should be {wanted}, but is {found}", remedy)


def skip(_piece: Piece, _path: Path, _report: Report) -> None:
    """Read nothing: what this should be cannot be known."""


def taken(word: str, reader: Reader, message: str, remedy: str) -> Reader:
    """The reader, but for one word that means something else here."""

    def read(piece: Piece, path: Path, report: Report) -> Any:
        if isinstance(piece, Words) and piece.text == word:
            report.add("shape", path, message, remedy)
            return None
        return reader(piece, path, report)

    return read


def words(piece: Piece, path: Path, report: Report) -> Any:
    """A text with something in it."""
    if not isinstance(piece, Words) or piece.empty:
        return wrong(piece, path, report, "a text", "Write a text, or take an optional field out.")
    if piece.number or piece.truth is not None:
        return wrong(piece, path, report, "a text", f'Put it in quotes: "{piece.text}".')
    if _UNSEEN.search(piece.text):
        return wrong(piece, path, report, "a text", "Take the characters out that cannot be shown.")
    return piece.text


def reference(piece: Piece, path: Path, report: Report) -> Any:
    """The id of something else; whether that exists is asked later."""
    return words(piece, path, report)


def identifier(piece: Piece, path: Path, report: Report) -> Any:
    """A new id: lower-case words joined by hyphens."""
    if isinstance(piece, Words) and not piece.empty and not _IDENTIFIER.fullmatch(piece.text):
        remedy = f"Write for example '{_as_identifier(piece.text)}'."
        return wrong(piece, path, report, "lower-case words (a-z, 0-9) joined by hyphens", remedy)
    return words(piece, path, report)


def _as_identifier(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or "late-buses"


def whole(least: int = -LARGEST_NUMBER) -> Reader:
    """A whole number, not below ``least`` and not beyond a million."""

    def read(piece: Piece, path: Path, report: Report) -> Any:
        number = whole_number(piece)
        if number is None:
            return wrong(piece, path, report, "a whole number", _number_remedy(piece))
        if not max(least, -LARGEST_NUMBER) <= number <= LARGEST_NUMBER:
            lowest = f"{least}" if least >= 0 else f"-{LARGEST_NUMBER}"
            return wrong(piece, path, report, f"from {lowest} to {LARGEST_NUMBER}", "Write a number in between.")
        return number

    return read


def whole_number(piece: Piece | None) -> int | None:
    """The whole number that stands here, None where something else does; a number too long counts as too large."""
    if isinstance(piece, Words) and piece.plain and _ANY_WHOLE.fullmatch(piece.text):
        return int(piece.text) if _WHOLE.fullmatch(piece.text) else LARGEST_NUMBER + 1
    return None


def _number_remedy(piece: Piece) -> str:
    if isinstance(piece, Words) and not piece.plain and _ANY_WHOLE.fullmatch(piece.text.strip()):
        return f"Leave the quotes out: {piece.text.strip()[:20]}."
    return "Write a number such as 3, without quotes, point or unit."


def yes_or_no(piece: Piece, path: Path, report: Report) -> Any:
    """True or false."""
    if isinstance(piece, Words) and piece.truth is not None:
        return piece.truth
    return wrong(piece, path, report, "true or false", "Write true or false, without quotes.")


def choice_between(*names: str) -> Reader:
    """One of a few words."""

    def read(piece: Piece, path: Path, report: Report) -> Any:
        if isinstance(piece, Words) and piece.text in names:
            return piece.text
        near = suggestion(piece.text, names, "") if isinstance(piece, Words) else ""
        return wrong(piece, path, report, listed(names, "or"), near or "Write one of these words.")

    return read


def many(reader: Reader, least: int = 1) -> Reader:
    """A list of at least so many items, each read by the reader."""

    def read(piece: Piece, path: Path, report: Report) -> Any:
        if not isinstance(piece, Listing):
            return wrong(piece, path, report, "a list", _list_remedy(piece))
        if len(piece.items) < least:
            at_least = "one item" if least == 1 else f"{least} items"
            return wrong(piece, path, report, f"a list of at least {at_least}", "Add to it.")
        return [_enter(reader, item, (*path, at), item.line, report) for at, item in enumerate(piece.items)]

    return read


def _list_remedy(piece: Piece) -> str:
    if isinstance(piece, Words) and not piece.empty:
        return f"Put it in square brackets: [{shown(piece.text)[1:-1]}]."
    return "Begin each item on a line of its own with '- ', or write [one, two]."


def numbers(piece: Piece, path: Path, report: Report) -> Any:
    """Whole numbers by name, as in ``{reroute: 1, later-bell: -1}``."""
    if not isinstance(piece, Group):
        return wrong(piece, path, report, "names with numbers", "Write for example {name: 1}.")
    return Form("list of numbers", {}, dict.fromkeys(piece.fields, whole()))(piece, path, report)


def comparison(piece: Piece, path: Path, report: Report) -> Any:
    """A comparison in quotes, as in ``">= 2"``."""
    found = _COMPARISON.fullmatch(piece.text) if isinstance(piece, Words) else None
    if found is None:
        remedy = 'Write a sign (>=, <=, >, <, ==) and a whole number in quotes, such as ">= 2".'
        return wrong(piece, path, report, "a comparison", remedy)
    return {"symbol": found[1], "number": int(found[2])}


def _enter(reader: Reader, piece: Piece, path: Path, line: int, report: Report) -> Any:
    report.places[path] = line
    return reader(piece, path, report)


def _described(piece: Piece) -> str:
    if isinstance(piece, Group):
        return "a group of fields" if piece.fields else "empty"
    if isinstance(piece, Listing):
        return f"a list of {len(piece.items)}" if piece.items else "an empty list"
    if piece.empty:
        return "empty"
    if piece.number:
        return f"the number {shown(piece.text)[1:-1]}"
    return piece.text if piece.truth is not None else f"the text {shown(piece.text)}"
