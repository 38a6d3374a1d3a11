"""A document as a page draws it, to be read and printed: the same document that a Word file is made of."""

from typing import TypedDict

from dlcourse.domain.document import Document, DocumentItem, Grid, Section
from dlcourse.pages.props import MenuOption, NamedText, TextTable, options

FILES = {"docx": "Word document", "ics": "Dates for your calendar"}
"""The files that can be taken along, by their form."""


class PaperItem(TypedDict):
    """One item: its heading, small lines about it, passages under their own headings, and tables.

    ``blanks`` are questions with a line to write on, ``cards`` names to cut out, with what is below each.
    """

    heading: str
    lines: list[str]
    parts: list[NamedText]
    grids: list[TextTable]
    blanks: list[str]
    cards: list[NamedText]


class PaperSection(TypedDict):
    """Items under one heading; ``alone`` begins a new page of paper."""

    heading: str
    alone: bool
    items: list[PaperItem]


class PaperProps(TypedDict):
    """A document to read and to print; ``files`` are the forms in which it can be taken along."""

    title: str
    name: str
    about: str
    sections: list[PaperSection]
    print: str
    files: list[MenuOption]


def paper(document: Document) -> PaperProps:
    """The document as it is drawn. It can be taken along as a Word file."""
    return {
        "title": document.title,
        "name": document.name,
        "about": document.about,
        "sections": [_section(section) for section in document.sections],
        "print": "Print",
        "files": options({"docx": FILES["docx"]}),
    }


def dated_paper(document: Document) -> PaperProps:
    """Like `paper`, for a document with days in it: they can be taken along as a calendar file, too."""
    return {**paper(document), "files": options(FILES)}


def _section(section: Section) -> PaperSection:
    items = [_item(item) for item in section.items]
    return {"heading": section.heading, "alone": section.alone, "items": items}


def _item(item: DocumentItem) -> PaperItem:
    return {
        "heading": item.heading,
        "lines": list(item.lines),
        "parts": [{"name": part.heading, "text": part.words} for part in item.parts],
        "grids": [_grid(grid) for grid in item.grids],
        "blanks": list(item.blanks),
        "cards": [{"name": name, "text": below} for name, below in item.cards],
    }


def _grid(grid: Grid) -> TextTable:
    return {"title": grid.caption, "columns": list(grid.columns), "rows": [list(row) for row in grid.rows]}
