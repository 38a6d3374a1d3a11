"""Adds a field, an item or a name to a text, each in the style of what stands around it."""

from collections.abc import Iterator, Sequence
from typing import Any

from dlcourse.content.roleplay.studio.places import COPIED, WrittenPart, column, line_end, part_at
from dlcourse.content.roleplay.studio.rendering import Token, brackets, lines_of, words_in_styles
from dlcourse.content.roleplay.studio.splices import Splice
from dlcourse.content.yaml_tree import Path
from dlcourse.domain.roleplay.studio.edits import AddPart, ListNames

ORDER = (
    *("id", "kind", "by", "title", "name", "about", "text", "ask", "decides", "voice", "portrait"),
    *("summary", "start", "min", "max", "minutes", "principles", "source", "setting"),
    *("held_by", "weighs", "said", "touches", "explains"),
    *("heard", "not_heard", "chose", "not_chose", "when", "effects", "reveals", "feedback"),
    *("answers", "hesitates", "credited", "passed_over"),
    *("indicators", "roles", "options", "profile", "best", "decoy", "facts", "scenes"),
    *("leads_to", "choices", "debrief"),
)
"""The order in which fields are usually written; a new one comes behind those that come before it."""


def in_brackets(root: WrittenPart, path: Path) -> bool:
    """Whether the place is within brackets."""
    above = (part_at(root, path[:length]) for length in range(len(path)))
    return any(part is not None and part.style in {"{", "["} for part in above)


def indent_below(text: str, root: WrittenPart, path: Path) -> int:
    """How far the lines of a text are indented that stands there below a ``|``."""
    above = part_at(root, path[:-1])
    if above is None or not above.names:
        return column(text, above.dashes[0]) + 2 if above and above.dashes else 2
    return column(text, min(above.names.values())) + 2


def field(text: str, root: WrittenPart, path: Path, token: str | None, words: Any) -> Iterator[Sequence[Splice]]:
    """Add a field with these words, or with a token; groups above it that are missing are added with it."""
    owner, names = _owner(root, path)
    group = part_at(root, owner)
    if group is None or group.style == COPIED or any(isinstance(name, int) for name in names):
        return
    value: Any = Token(token) if token is not None else words
    if not names:
        return
    for name in reversed(names[1:]):
        value = {name: value}
    yield from _new_field(text, root, owner, group, str(names[0]), value)


def item(text: str, root: WrittenPart, edit: AddPart) -> Iterator[Sequence[Splice]]:
    """Add an item to a list, which is begun if it is missing or empty."""
    fields = _in_order({**edit.fields, **{name: Token(each) for name, each in edit.tokens.items()}, **edit.lists})
    listing = part_at(root, edit.path)
    if listing is None:
        owner = part_at(root, edit.path[:-1])
        if owner is not None:
            yield from _new_list(text, root, edit.path, owner, fields)
    elif listing.style == "-":
        indent = column(text, listing.dashes[-1])
        yield _line_after(text, listing.end, " " * indent + "- " + lines_of(fields, indent + 2))
    elif listing.parts:
        yield [Splice(max(part.end for part in listing.parts.values()), *_twice(listing, f", {brackets(fields)}"))]
    elif in_brackets(root, edit.path):
        yield [Splice(listing.start, listing.end, f"[{brackets(fields)}]")]
    else:
        indent = indent_below(text, root, edit.path)
        shown = f"\n{' ' * indent}- {lines_of(fields, indent + 2)}"
        yield [Splice(_after_colon(text, listing), listing.end, shown)]


def names(text: str, root: WrittenPart, edit: ListNames) -> Iterator[Sequence[Splice]]:
    """Make a list of names out of what is there: only what changes is written, if the list is in brackets."""
    part = part_at(root, edit.path)
    shown = brackets(edit.names)
    if part is None:
        yield from field(text, root, edit.path, None, edit.names)
    elif part.style != COPIED:
        gap = " " if text[part.start - 1 : part.start] == ":" else ""
        start = part.start if part.style != "-" else _after_colon(text, part)
        yield [Splice(start, part.end, (" " if part.style == "-" else gap) + shown)]


def _owner(root: WrittenPart, path: Path) -> tuple[Path, Path]:
    """The longest beginning of the path that is there as a group, and the rest of the path."""
    for length in range(len(path) - 1, -1, -1):
        part = part_at(root, path[:length])
        if part is not None and part.style in {":", "{"}:
            return path[:length], path[length:]
    return (), path


def _new_field(  # noqa: PLR0913, PLR0917 (where, and what)
    text: str, root: WrittenPart, owner: Path, group: WrittenPart, name: str, value: Any
) -> Iterator[Sequence[Splice]]:
    if name in group.parts:  # it is there, but empty
        part = group.parts[name]
        if part.style != COPIED:
            yield [Splice(_after_colon(text, part), part.end, f" {brackets(value)}")]
        return
    if group.style == "{" or in_brackets(root, (*owner, name)):
        shown = f"{name}: {brackets(value)}"
        if group.parts:
            yield [Splice(_behind(group, name).end, *_twice_at(_behind(group, name), f", {shown}"))]
        else:
            yield [Splice(group.start, group.end, "{" + shown + "}")]
        return
    indent = column(text, min(group.names.values()))
    for shown in _shown(value, indent + 2):
        yield _line_after(text, _behind(group, name).end, f"{' ' * indent}{name}: {shown}")


def _shown(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from words_in_styles(value, "", indent, bracketed=False)
    else:
        yield brackets(value)


def _new_list(
    text: str, root: WrittenPart, path: Path, owner: WrittenPart, fields: dict[str, Any]
) -> Iterator[Sequence[Splice]]:
    name = str(path[-1])
    if owner.style == "{" or in_brackets(root, path):
        yield from _new_field(text, root, path[:-1], owner, name, [fields])
        return
    indent = column(text, min(owner.names.values()))
    blank = "\n" if len(path) == 1 else ""
    shown = f"{blank}{' ' * indent}{name}:\n{' ' * (indent + 2)}- {lines_of(fields, indent + 4)}"
    yield _line_after(text, _behind(owner, name).end, shown)


def _behind(group: WrittenPart, name: str) -> WrittenPart:
    """The field after which a new one is written."""
    rank = {known: at for at, known in enumerate(ORDER)}
    before = [known for known in group.names if rank.get(known, 0) <= rank.get(name, len(ORDER))]
    chosen = max(before or group.names, key=lambda known: (rank.get(known, 0), group.names[known]))
    return group.parts[chosen]


def _line_after(text: str, at: int, line: str) -> list[Splice]:
    """A new line below the one of this place; a comment in that line stays there."""
    end = line_end(text, at)
    return [Splice(end, end, f"\n{line}")]


def _after_colon(text: str, part: WrittenPart) -> int:
    """The place right behind the colon or the hyphen before a part."""
    return text.rindex(":", 0, part.start) + 1 if ":" in text[: part.start] else part.start


def _in_order(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in sorted(fields, key=lambda name: ORDER.index(name) if name in ORDER else 0)}


def _twice(listing: WrittenPart, put: str) -> tuple[int, str]:
    return max(part.end for part in listing.parts.values()), put


def _twice_at(part: WrittenPart, put: str) -> tuple[int, str]:
    return part.end, put
