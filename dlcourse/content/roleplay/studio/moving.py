"""Takes a field or an item out of a text, and moves an item of a list with the comments right above it."""

from collections.abc import Iterator, Sequence

from dlcourse.content.roleplay.studio.places import COPIED, WrittenPart, line_end, line_start, part_at
from dlcourse.content.roleplay.studio.splices import Splice
from dlcourse.content.yaml_tree import Path
from dlcourse.domain.roleplay.studio.edits import MovePart


def removed(text: str, root: WrittenPart, path: Path) -> Iterator[Sequence[Splice]]:
    """Take the part out. Comments stay, apart from one in its own line."""
    above, part = part_at(root, path[:-1]), part_at(root, path)
    if above is None or part is None or above.style == COPIED:
        return
    if len(above.parts) == 1:
        empty = "[]" if isinstance(path[-1], int) else "{}"
        start = above.start
        if above.style in {"-", ":"} and path[:-1]:
            start = text.rindex(":", 0, above.start) + 1 if isinstance(path[-2], str) else above.start
            empty = f" {empty}" if isinstance(path[-2], str) else empty
        yield [Splice(start, above.end, empty)]
    elif above.style in {"[", "{"}:
        yield [_out_of_brackets(above, path[-1])]
    else:
        yield from _lines_out(text, above, path[-1])


def moved(text: str, root: WrittenPart, edit: MovePart) -> Iterator[Sequence[Splice]]:
    """Move an item to another place of its list: the places stay, with what stands between them."""
    listing, number = part_at(root, edit.path[:-1]), edit.path[-1]
    if listing is None or not isinstance(number, int) or listing.style not in {"-", "["}:
        return
    spans = _bodies(text, listing)
    order = list(range(len(spans)))
    order.insert(edit.to, order.pop(number))
    bodies = [text[start:end] for start, end in spans]
    yield [Splice(*spans[place], bodies[item]) for place, item in enumerate(order) if place != item]


def _out_of_brackets(above: WrittenPart, step: str | int) -> Splice:
    keys = list(above.parts)
    at = keys.index(step)
    begins = [above.names[key] if isinstance(key, str) else above.parts[key].start for key in keys]
    if at + 1 < len(keys):
        return Splice(begins[at], begins[at + 1], "")
    return Splice(above.parts[keys[at - 1]].end, above.parts[step].end, "")


def _lines_out(text: str, above: WrittenPart, step: str | int) -> Iterator[Sequence[Splice]]:
    end = line_end(text, above.parts[step].end)
    start = above.names[step] if isinstance(step, str) else above.dashes[step]
    if text[line_start(text, start) : start].strip():  # it stands in the line of the hyphen above it
        following = min((place for place in above.names.values() if place > start), default=None)
        if following is not None:
            yield [Splice(start, following, "")]
        return
    yield [Splice(line_start(text, start), min(end + 1, len(text)), "")]
    if end == len(text):  # the last line of a file that has no line end
        yield [Splice(max(0, line_start(text, start) - 1), end, "")]


def _bodies(text: str, listing: WrittenPart) -> list[tuple[int, int]]:
    """Where each item stands, with the comments right above it and the one in its last line."""
    if listing.style == "[":
        return [(part.start, part.end) for part in listing.parts.values()]
    ends = [line_end(text, part.end) for part in listing.parts.values()]
    first = [line_start(text, dash) for dash in listing.dashes]
    limits = [0, *ends]
    return [(_with_comments(text, start, limits[at]), ends[at]) for at, start in enumerate(first)]


def _with_comments(text: str, start: int, limit: int) -> int:
    """The beginning of the comment lines right above this line, but not above the limit."""
    while start > limit:
        above = line_start(text, start - 1)
        if above < limit or not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start
