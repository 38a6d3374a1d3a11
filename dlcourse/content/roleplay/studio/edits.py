"""Carries out the changes of a form as changes of the text, so that comments, order, quotes and blank lines stay.

An id that is written anew is renamed wherever it is used. Each change is made in the text alone, and the result is
read again. A change that does not mean exactly what was asked for is refused, and the text stays as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dlcourse.content.roleplay.studio import inserting, moving
from dlcourse.content.roleplay.studio.meaning import Meaning, after, meaning
from dlcourse.content.roleplay.studio.places import COPIED, WrittenPart, part_at
from dlcourse.content.roleplay.studio.reading import parsed, places
from dlcourse.content.roleplay.studio.removing import edits_without
from dlcourse.content.roleplay.studio.renaming import rename_splices, uses_to_rename, with_renamed
from dlcourse.content.roleplay.studio.rendering import words_in_styles
from dlcourse.content.roleplay.studio.splices import Splice, blocked, spliced
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.domain.roleplay.studio.edits import (
    AddPart,
    Edit,
    ListNames,
    MovePart,
    RemovePart,
    WriteToken,
    WriteWords,
)
from dlcourse.errors import CourseError


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after these changes, in order; its lines end in a line feed alone.

    Raises a `CourseError` if the text cannot be read, or if a place is written in a way that cannot be changed so.
    """
    for edit in edits:
        for step in _steps(text, edit):
            text = _one(text, step) if step == edit or not isinstance(step, RemovePart) else edited(text, [step])
    return text


def _steps(text: str, edit: Edit) -> Sequence[Edit]:
    """The changes that make this one; a part is taken out after all that names it."""
    if not isinstance(edit, RemovePart):
        return (edit,)
    before, root = _read(text)
    return tuple(edits_without(before, edit, root))


def _one(text: str, edit: Edit) -> str:
    before, root = _read(text)
    uses = uses_to_rename(before, edit)
    wanted = with_renamed(after(before, edit, root), uses)
    if wanted == before:
        return text
    renamed = rename_splices(text, root, uses)
    for splices in _ways(text, root, edit, wanted):
        found = spliced(text, [*splices, *renamed])
        if _means(found, wanted):
            return found
    raise blocked(edit.path)


def _read(text: str) -> tuple[Meaning, WrittenPart]:
    try:
        node = parsed(text)
    except Unreadable as unreadable:
        line = unreadable.problems[0].line
        what = f"the text cannot be read from line {line} on"
        raise CourseError("form", what, "Mend that in the text first; the form can be used again then.") from None
    root = places(text)
    if node is None or root is None or root.style not in {":", "{"}:
        raise CourseError("form", "the text has no fields yet", "Write the first one in the text: 'id: my-scenario'.")
    return meaning(node), root


def _means(text: str, wanted: Meaning) -> bool:
    try:
        node = parsed(text)
    except Unreadable:
        return False
    return node is not None and meaning(node) == wanted


def _ways(text: str, root: WrittenPart, edit: Edit, wanted: Meaning) -> Iterator[Sequence[Splice]]:
    match edit:
        case WriteWords() | WriteToken():
            yield from _written(text, root, edit, _at(wanted, edit.path))
        case ListNames():
            yield from inserting.names(text, root, edit)
        case AddPart():
            yield from inserting.item(text, root, edit)
        case RemovePart():
            yield from moving.removed(text, root, edit.path)
        case MovePart():
            yield from moving.moved(text, root, edit)


def _written(text: str, root: WrittenPart, edit: WriteWords | WriteToken, words: Any) -> Iterator[Sequence[Splice]]:
    """Write over what is there, or add the field."""
    part, above = part_at(root, edit.path), part_at(root, edit.path[:-1])
    if part is None or above is None:
        yield from inserting.field(text, root, edit.path, edit.token if isinstance(edit, WriteToken) else None, words)
        return
    if part.style == COPIED or part.parts:
        return
    if isinstance(edit, WriteToken):
        yield [_over(text, part, edit.token)]
        return
    bracketed = inserting.in_brackets(root, edit.path)
    indent = inserting.indent_below(text, root, edit.path)
    for shown in words_in_styles(words, part.style, indent, bracketed=bracketed):
        yield [_over(text, part, shown)]
        if part.end == len(text):
            yield [_over(text, part, shown + "\n")]


def _over(text: str, part: WrittenPart, shown: str) -> Splice:
    """Put this in place of a part. Where nothing was written, a space comes before it."""
    gap = " " if part.start == part.end and text[part.start - 1 : part.start] in {":", "-"} else ""
    return Splice(part.start, part.end, gap + shown)


def _at(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data
