"""Writes a document as Markdown (CommonMark, with tables as most programs read them).

What people wrote stays as it is: characters with a meaning in Markdown are escaped, so they are rendered as typed.
"""

import re
from collections.abc import Iterator

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid

_MARKS = re.compile(r"[\\`*_\[\]<&~|]")
_BEGINS = re.compile(r"^(?:[#>+=-]|(\d{1,9})(?=[.)]))")


def markdown(document: Document) -> str:
    """The whole document."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    yield f"# {_line(document.title)}"
    if document.name:
        yield _line(document.name)
    yield _line(document.about)
    for section in document.sections:
        yield f"## {_line(section.heading)}"
        for item in section.items:
            yield from _item(item)


def _item(item: DocumentItem) -> Iterator[str]:
    yield f"### {_line(item.heading)}"
    yield from (_line(line) for line in item.lines)
    for part in item.parts:
        yield from _part(part)
    for chart in item.charts:
        yield f"#### {_line(chart.title)}"
        yield _line(chart.says)
    for grid in item.grids:
        yield from _grid(grid)


def _part(part: DocumentPart) -> Iterator[str]:
    if part.heading.strip():
        yield f"#### {_line(part.heading)}"
    if part.words.strip():
        yield words(part.words)


def _grid(grid: Grid) -> Iterator[str]:
    yield f"#### {_line(grid.caption)}"
    lines = (grid.columns, ("---",) * len(grid.columns), *grid.rows)
    yield "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def words(text: str) -> str:
    """Somebody's text: line breaks stay, and empty lines separate paragraphs."""
    paragraphs = re.split(r"\n[ \t]*(?:\n[ \t]*)+", _unix(text).strip("\n"))
    return "\n\n".join("\\\n".join(_line(line) for line in each.split("\n")) for each in paragraphs if each.strip())


def _cell(text: str) -> str:
    return text if set(text) == {"-"} else _line(text)


def _line(text: str) -> str:
    """One line with all Markdown characters escaped.

    Whitespace before the first letter is removed, as it is never shown.
    """
    line = _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(_unix(text).split("\n")).strip())
    return _BEGINS.sub(lambda mark: f"{mark[1]}\\" if mark[1] else f"\\{mark[0]}", line)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
