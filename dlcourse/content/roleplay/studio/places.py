"""Where each value of a YAML text begins and ends, so that one of them can be replaced and all else stays as it is.

`yaml_parser` says what the text means, and refuses what cannot be read. This module only measures what can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML, events

from dlcourse.content.yaml_tree import Path

COPIED = "*"
"""The style of a copy of another place: what it repeats is written elsewhere."""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A value as it is written: from ``start`` up to ``end``, without comments and blank lines after it.

    ``style`` is empty for a plain value, else its quotation mark, ``|`` or ``>``; ``{`` and ``[`` for what is in
    brackets, ``:`` and ``-`` for groups and lists on lines of their own. ``names`` gives where the name of each field
    begins; ``parts`` the fields by name, or the items by number. ``dashes`` are where the items of a list on lines
    begin.
    """

    start: int
    end: int
    style: str
    names: dict[str, int] = field(default_factory=dict)
    parts: dict[str | int, "WrittenPart"] = field(default_factory=dict)
    dashes: tuple[int, ...] = ()


def written(text: str) -> WrittenPart | None:
    """The parts of a text that `yaml_parser` can read; None if it is empty. Lines end in a line feed alone."""
    stream = iter(YAML(typ="safe", pure=True).parse(text))
    for event in stream:
        if isinstance(event, events.NodeEvent):
            return _part(text, event, stream, _begin(event))
    return None


def part_at(root: WrittenPart, path: Path) -> WrittenPart | None:
    """The part at the path; None if there is none, or if it is written elsewhere and only copied here."""
    here: WrittenPart | None = root
    for step in path:
        here = here.parts.get(step) if here else None
    return here


def line_start(text: str, at: int) -> int:
    """Where the line of this place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of this place ends, before its line end."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def column(text: str, at: int) -> int:
    """How many characters stand before this place in its line."""
    return at - line_start(text, at)


def _begin(event: events.Event) -> int:
    return int(event.start_mark.index)


def _part(text: str, event: events.Event, stream: Iterator[events.Event], after: int) -> WrittenPart:
    """The part that begins with this event; ``after`` is where it stands if nothing is written there."""
    if isinstance(event, events.AliasEvent):
        return WrittenPart(_begin(event), int(event.end_mark.index), COPIED)
    if isinstance(event, events.MappingStartEvent):
        return _group(text, event, stream)
    if isinstance(event, events.SequenceStartEvent):
        return _listing(text, event, stream)
    style, end = getattr(event, "style", None) or "", int(event.end_mark.index)
    if not style and not getattr(event, "value", ""):
        return WrittenPart(after, after, "")
    return WrittenPart(_begin(event), _content_end(text, _begin(event), end, style), style)


def _content_end(text: str, start: int, end: int, style: str) -> int:
    """The end of a value without the blank lines after it, unless they belong to it."""
    if style not in {"|", ">"}:
        return end
    header = text[start : line_end(text, start)]
    if "+" in header.partition("#")[0]:
        return end - 1 if text[end - 1 : end] == "\n" else end
    kept = text[start:end].rstrip()
    return start + max(len(kept), len(header))


def _group(text: str, event: events.Event, stream: Iterator[events.Event]) -> WrittenPart:
    names: dict[str, int] = {}
    parts: dict[str | int, WrittenPart] = {}
    bracketed = bool(getattr(event, "flow_style", False))
    start, end = _begin(event), int(event.end_mark.index)
    while not isinstance(each := next(stream), events.MappingEndEvent):
        key = _part(text, each, stream, _begin(each))
        colon = text.find(":", key.end)
        part = _part(text, next(stream), stream, (colon if colon >= 0 else key.end - 1) + 1)
        name = str(getattr(each, "value", ""))
        names[name], parts[name] = key.start, part
        end = max(end, part.end)
    return WrittenPart(
        min([start, *names.values()]),
        int(each.end_mark.index) if bracketed else end,
        "{" if bracketed else ":",
        names,
        parts,
    )


def _listing(text: str, event: events.Event, stream: Iterator[events.Event]) -> WrittenPart:
    parts: dict[str | int, WrittenPart] = {}
    dashes: list[int] = []
    bracketed = bool(getattr(event, "flow_style", False))
    start = _begin(event)
    end, indent = (int(event.end_mark.index) if bracketed else start), column(text, start)
    while not isinstance(each := next(stream), events.SequenceEndEvent):
        if not bracketed:
            dashes.append(_dash(text, end, indent))
        parts[len(parts)] = _part(text, each, stream, dashes[-1] + 1 if dashes else end)
        end = parts[len(parts) - 1].end
    if bracketed:
        return WrittenPart(start, int(each.end_mark.index), "[", {}, parts)
    return WrittenPart(start, end, "-", {}, parts, tuple(dashes))


def _dash(text: str, after: int, indent: int) -> int:
    """Where the next item of a list on lines begins."""
    if column(text, after) == indent and text[after : after + 1] == "-":
        return after
    found = re.compile(rf"^ {{{indent}}}-", re.MULTILINE).search(text, line_end(text, after))
    return found.end() - 1 if found else after
