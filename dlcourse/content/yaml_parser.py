"""Parses a YAML 1.2 file into a tree, or reports why that is not possible, with the line and a remedy.

It refuses a file that is too long, too deep, or has too many values. It never interprets the values.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import Reader, ReaderError

from dlcourse.content import yaml_errors, yaml_look_alikes
from dlcourse.content.characters import visible_name
from dlcourse.content.findings import shown
from dlcourse.content.yaml_look_alikes import SyntaxProblem
from dlcourse.content.yaml_tree import Group, Listing, Node, Scalar

LARGEST = 300_000
"""The most characters (or bytes) that a file may have."""

DEEPEST = 20
"""How many lists and groups may be inside each other."""

MOST = 100_000
"""The most values that a file may have. A copy (``*name``) counts as everything that it repeats."""

MOST_WRITTEN = 10_000
"""The most values that may be written out in a file. Reading more would take too long."""

_TAKEN_FOR_LINE_ENDS = "\x85\u2028\u2029"


class Unreadable(Exception):  # noqa: N818 - it carries the problems, it is not an error in the program
    """The text is not plain YAML 1.2; ``problems`` say why."""

    def __init__(self, *problems: SyntaxProblem) -> None:
        """``problems``: at least one."""
        super().__init__(*problems)
        self.problems = problems


@dataclass
class _Reading:
    """The state of a parse: the text, the parser's events to come, and the problems so far."""

    text: str
    restore: dict[int, str]
    stream: Iterator[events.Event] = field(default_factory=lambda: iter(()))
    problems: list[SyntaxProblem] = field(default_factory=list)
    named: dict[str, tuple[Node, int]] = field(default_factory=dict)
    unused: dict[str, events.Event] = field(default_factory=dict)
    odd_names: dict[str, list[int]] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    size: int = 0
    written: int = 0

    def refuse(self, event: events.Event, message: str, remedy: str) -> None:
        self.problems.append(SyntaxProblem(_line(event), message, remedy))


def decode(raw: bytes) -> str:
    """The bytes of a file as text; `Unreadable` if they are too many or not UTF-8."""
    if len(raw) > LARGEST:
        raise Unreadable(_too_long(len(raw)))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = SyntaxProblem(line, "the file is not saved as UTF-8 text", "Save it again with the encoding UTF-8.")
        raise Unreadable(problem) from None


def parse(text: str) -> Node | None:
    """The text as a tree, or None if it is empty; `Unreadable` if it is not plain YAML 1.2."""
    if len(text) > LARGEST:
        raise Unreadable(_too_long(len(text)))
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    hidden = _replacements(lines)
    reading = _Reading(lines, {new: chr(old) for old, new in hidden.items()})
    try:
        reading.stream = iter(YAML(typ="safe", pure=True).parse(lines.translate(hidden)))
        return _document(reading)
    except MarkedYAMLError as error:
        raise Unreadable(yaml_errors.explain(error, lines.split("\n"), reading.inside)) from None
    except ReaderError:
        raise Unreadable(_unprintable(lines)) from None
    except (YAMLError, ValueError, OverflowError):
        what = "the file has an escape such as \\U that names no character"
        raise Unreadable(SyntaxProblem(1, what, "Write the character itself.")) from None


def _replacements(text: str) -> dict[int, int]:
    """Unused characters to replace those that the parser takes as line ends, although YAML 1.2 does not."""
    free = (code for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return {ord(char): next(free) for char in _TAKEN_FOR_LINE_ENDS if char in text}


def _document(reading: _Reading) -> Node | None:
    node: Node | None = None
    for event in reading.stream:
        if isinstance(event, events.NodeEvent):
            node = _piece(reading, event, 0)
            break
    for event in reading.stream:
        if isinstance(event, events.DocumentStartEvent):
            what = "a second document begins here"
            reading.refuse(event, what, "Keep one scenario in a file; remove the line '---'.")
            break
    for event in reading.unused.values():
        reading.refuse(event, "a text that begins with '&' is read as the name of a place", yaml_errors.QUOTE)
    reading.problems += yaml_look_alikes.of_names(reading.odd_names)
    if reading.problems:
        raise Unreadable(*reading.problems)
    return node


def _piece(reading: _Reading, event: events.Event, depth: int) -> Node:
    """The value that begins with this event; for a copy, the node that it names."""
    if depth > DEEPEST:
        raise Unreadable(
            SyntaxProblem(_line(event), "too many lists or groups are inside each other", "Use fewer levels.")
        )
    if isinstance(event, events.AliasEvent):
        return _copy(reading, event)
    before = reading.size
    _grow(reading, event, 1)
    reading.written += 1
    if reading.written > MOST_WRITTEN:
        remedy = "Split it into several scenarios."
        raise Unreadable(SyntaxProblem(_line(event), f"the file has more than {MOST_WRITTEN:,} values", remedy))
    node = _written(reading, event, depth)
    if (anchor := getattr(event, "anchor", None)) is not None:
        reading.named[anchor] = node, reading.size - before
        reading.unused[anchor] = event
    return node


def _written(reading: _Reading, event: events.Event, depth: int) -> Node:
    if getattr(event, "ctag", None) is not None:
        reading.refuse(event, "a text that begins with '!' is read as a type", yaml_errors.QUOTE)
    if isinstance(event, events.SequenceStartEvent):
        return Listing(_line(event), tuple(_items(reading, depth)))
    if isinstance(event, events.MappingStartEvent):
        return _group(reading, event, depth)
    return _words(reading, event)


def _words(reading: _Reading, event: events.Event) -> Scalar:
    text = _whole_characters(getattr(event, "value", "").translate(reading.restore))
    if getattr(event, "style", None) is not None:
        reading.inside.update(range(_line(event) + 1, event.end_mark.line + 2 - (event.end_mark.column == 0)))
        return Scalar(_line(event), text, plain=False)
    note = _note(reading.text, event.end_mark.index)
    return Scalar(_line(event), text, plain=True, note=note, note_line=int(event.end_mark.line) + 1)


def _note(text: str, end: int) -> str:
    """The comment after a value, in the line where the value ends."""
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else line_end].lstrip(" \t")
    return rest if rest.startswith("#") else ""


def _whole_characters(text: str) -> str:
    """The text with surrogate pairs, which JSON writes as two escapes, joined to characters."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _copy(reading: _Reading, event: events.AliasEvent) -> Node:
    if event.anchor not in reading.named:
        reading.refuse(event, "a text that begins with '*' is read as a copy of another place", yaml_errors.QUOTE)
        return Scalar(_line(event), "", plain=True)
    node, size = reading.named[event.anchor]
    reading.unused.pop(event.anchor, None)
    _grow(reading, event, size)
    return replace(node, line=_line(event))


def _grow(reading: _Reading, event: events.Event, size: int) -> None:
    reading.size += size
    if reading.size > MOST:
        what = f"the file has more than {MOST:,} values, copies counted"
        raise Unreadable(SyntaxProblem(_line(event), what, "Split it, and use fewer copies."))


def _items(reading: _Reading, depth: int) -> Iterator[Node]:
    while not isinstance(event := next(reading.stream), events.SequenceEndEvent):
        yield _piece(reading, event, depth + 1)


def _group(reading: _Reading, start: events.Event, depth: int) -> Group:
    group = Group(_line(start), {}, {})
    while not isinstance(event := next(reading.stream), events.MappingEndEvent):
        key = _piece(reading, event, depth + 1)
        value = _noted(reading, event, _piece(reading, next(reading.stream), depth + 1))
        if not isinstance(key, Scalar):
            reading.refuse(event, "there is a list or a group where a field's name should be", yaml_errors.QUOTE)
        elif char := yaml_look_alikes.begins_name(key.text):
            reading.odd_names.setdefault(char, []).append(key.line)
        elif key.text in group.fields:
            remedy = f"Keep one of them; the first is in line {group.lines[key.text]}."
            reading.refuse(event, f"the field {shown(key.text)} is here a second time", remedy)
        else:
            group.fields[key.text], group.lines[key.text] = value, key.line
    return group


def _noted(reading: _Reading, name: events.Event, value: Node) -> Node:
    """A field's value. An empty one gets the comment in the line of the field's name."""
    if not isinstance(value, Scalar) or value.text or not value.plain:
        return value
    note = _note(reading.text, reading.text.find(":", name.end_mark.index) + 1)
    return Scalar(_line(name), "", plain=True, note=note, note_line=_line(name))


def _line(event: events.Event) -> int:
    return int(event.start_mark.line) + 1


def _too_long(size: int) -> SyntaxProblem:
    return SyntaxProblem(
        1, f"the file has {size:,} characters, more than {LARGEST:,}", "Split it into several scenarios."
    )


def _unprintable(text: str) -> SyntaxProblem:
    found = Reader.NON_PRINTABLE.search(text)
    place, char = (found.start(), found[0]) if found else (0, text[0])
    line = text.count("\n", 0, place) + 1
    what = f"there is {visible_name(char)} here, which cannot be shown"
    return SyntaxProblem(line, what, "Delete it, or write the line again.")
