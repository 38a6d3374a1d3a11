"""An author's YAML text as a small tree that knows its lines: words, lists and groups of fields.

It stops where the text is not plain YAML 1.2; what the fields should be called or hold is `shape`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from dlcourse.content import mistakes

LARGEST = 1_000_000
"""Characters (or bytes) that a file may have."""

DEEPEST = 20
"""How many lists and groups may stand inside each other."""

MOST = 200_000
"""Values that a file may have; a copy (``*name``) counts as all that it repeats."""

_NOTHING = {"", "~", "null", "Null", "NULL"}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(
    r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A single value. ``plain``: without quotes and not a block, so that it can also be a number, true, or nothing."""

    line: int
    text: str
    plain: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is there, or only blanks."""
        return not self.text.strip() or (self.plain and self.text in _NOTHING)

    @property
    def truth(self) -> bool | None:
        """True or false where that is written without quotes, else None."""
        return _TRUTH.get(self.text) if self.plain else None

    @property
    def number(self) -> bool:
        """Whether YAML 1.2 reads a number here, whole or not."""
        return self.plain and _NUMBER.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    line: int
    items: tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields; ``lines`` gives the line of each field's name."""

    line: int
    fields: dict[str, "Piece"]
    lines: dict[str, int]


Piece = Words | Listing | Group


@dataclass(frozen=True)
class Snag:
    """Why a text cannot be read, and where (lines count from 1)."""

    line: int
    message: str
    remedy: str


class Unreadable(Exception):  # noqa: N818 - it carries the snags, it is not an error of the program
    """The text is no plain YAML 1.2; says why."""

    def __init__(self, *snags: Snag) -> None:
        """Keep the snags, at least one."""
        super().__init__(*snags)
        self.snags = snags


@dataclass
class _Reading:
    """A reading under way: what YAML says next, and what was refused so far."""

    stream: Iterator[events.Event]
    snags: list[Snag] = field(default_factory=list)
    named: dict[str, tuple[Piece, int]] = field(default_factory=dict)
    unused: dict[str, events.Event] = field(default_factory=dict)
    size: int = 0

    def refuse(self, event: events.Event, message: str, remedy: str) -> None:
        self.snags.append(Snag(_line(event), message, remedy))


def decode(raw: bytes) -> str:
    """The bytes of a file as text; `Unreadable` where they are not UTF-8 or too many."""
    if len(raw) > LARGEST:
        raise Unreadable(_too_long(len(raw)))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        snag = Snag(line, "the file is not saved as UTF-8 text", "Save it again with the encoding UTF-8.")
        raise Unreadable(snag) from None


def parse(text: str) -> Piece | None:
    """The text as a tree, None where there is nothing in it; `Unreadable` where it is not plain YAML 1.2."""
    if len(text) > LARGEST:
        raise Unreadable(_too_long(len(text)))
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return _document(_Reading(iter(YAML(typ="safe", pure=True).parse(lines))))
    except MarkedYAMLError as error:
        raise Unreadable(Snag(*mistakes.explain(error, lines.split("\n")))) from None
    except ReaderError as error:
        raise Unreadable(_unprintable(lines, error)) from None
    except (YAMLError, ValueError, OverflowError):
        snag = Snag(
            1, "the file has an escape such as \\U in it that names no character", "Write the character itself."
        )
        raise Unreadable(snag) from None


def _document(reading: _Reading) -> Piece | None:
    piece: Piece | None = None
    for event in reading.stream:
        if isinstance(event, events.NodeEvent):
            piece = _piece(reading, event, 0)
            break
    for event in reading.stream:
        if isinstance(event, events.DocumentStartEvent):
            reading.refuse(
                event, "a second document begins here", "Keep one scenario in a file; remove the line '---'."
            )
            break
    for event in reading.unused.values():
        reading.refuse(event, "a text that begins with '&' is read as the name of a place", mistakes.QUOTE)
    if reading.snags:
        raise Unreadable(*reading.snags)
    return piece


def _piece(reading: _Reading, event: events.Event, depth: int) -> Piece:
    """One value, as far as it is written out here; a copy is the piece that it names."""
    if depth > DEEPEST:
        raise Unreadable(Snag(_line(event), "too many lists or groups stand inside each other", "Write it flatter."))
    if isinstance(event, events.AliasEvent):
        return _copy(reading, event)
    before = reading.size
    _grow(reading, event, 1)
    piece = _written(reading, event, depth)
    if (anchor := getattr(event, "anchor", None)) is not None:
        reading.named[anchor] = piece, reading.size - before
        reading.unused[anchor] = event
    return piece


def _written(reading: _Reading, event: events.Event, depth: int) -> Piece:
    if getattr(event, "ctag", None) is not None:
        reading.refuse(event, "a text that begins with '!' is read as a type", mistakes.QUOTE)
    if isinstance(event, events.SequenceStartEvent):
        return Listing(_line(event), tuple(_items(reading, depth)))
    if isinstance(event, events.MappingStartEvent):
        return _group(reading, event, depth)
    return Words(_line(event), _whole_characters(getattr(event, "value", "")), getattr(event, "style", None) is None)


def _whole_characters(text: str) -> str:
    """The text with characters that JSON writes as two escapes put together."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _copy(reading: _Reading, event: events.AliasEvent) -> Piece:
    if event.anchor not in reading.named:
        reading.refuse(event, "a text that begins with '*' is read as a copy of another place", mistakes.QUOTE)
        return Words(_line(event), "", plain=True)
    piece, size = reading.named[event.anchor]
    reading.unused.pop(event.anchor, None)
    _grow(reading, event, size)
    return replace(piece, line=_line(event))


def _grow(reading: _Reading, event: events.Event, size: int) -> None:
    reading.size += size
    if reading.size > MOST:
        what = f"the file has more than {MOST:,} values, copies counted"
        raise Unreadable(Snag(_line(event), what, "Split it, and write out what is copied."))


def _items(reading: _Reading, depth: int) -> Iterator[Piece]:
    while not isinstance(event := next(reading.stream), events.SequenceEndEvent):
        yield _piece(reading, event, depth + 1)


def _group(reading: _Reading, start: events.Event, depth: int) -> Group:
    group = Group(_line(start), {}, {})
    while not isinstance(event := next(reading.stream), events.MappingEndEvent):
        key = _piece(reading, event, depth + 1)
        value = _piece(reading, next(reading.stream), depth + 1)
        if not isinstance(key, Words):
            reading.refuse(event, "a list or a group stands where a field's name should be", mistakes.QUOTE)
        elif key.text in group.fields:
            remedy = f"Keep one of them; the first is in line {group.lines[key.text]}."
            reading.refuse(event, f"the field {mistakes.quoted(key.text)} is here a second time", remedy)
        else:
            group.fields[key.text], group.lines[key.text] = value, key.line
    return group


def _line(event: events.Event) -> int:
    return int(event.start_mark.line) + 1


def _too_long(size: int) -> Snag:
    return Snag(1, f"the file has {size:,} characters, more than {LARGEST:,}", "Split it into several scenarios.")


def _unprintable(text: str, error: ReaderError) -> Snag:
    place = text.find(chr(error.character)) if isinstance(error.character, int) else 0
    line = text.count("\n", 0, max(place, 0)) + 1
    return Snag(line, "there is a character here that cannot be shown", "Delete it, or write the line again.")
