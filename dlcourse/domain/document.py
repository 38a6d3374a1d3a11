"""A document of headings, words and tables, in plain text. How it is drawn or written to a file is decided elsewhere.

Any subject can make a part of one; the portfolio puts the parts together.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentPart:
    """A stretch of words; ``own`` where they are the author's, word for word. ``heading`` may be empty."""

    heading: str
    words: str
    own: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with a caption; each row begins with what it is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class DocumentItem:
    """One thing in a document: its heading, small lines that say what it is, and what it consists of."""

    heading: str
    lines: tuple[str, ...]
    parts: tuple[DocumentPart, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True)
class Section:
    """Things under one heading."""

    heading: str
    items: tuple[DocumentItem, ...]


@dataclass(frozen=True)
class Document:
    """A whole document; ``name`` is its author's, and may be empty."""

    title: str
    name: str
    about: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class PieceKind:
    """A kind of piece that a portfolio can take, with the words that the portfolio's page says about it.

    ``kind`` begins the id of each piece. Kinds are listed by ``rank``. In the document, a piece stands under the
    heading of its session, or under ``section``; pieces without either come after the sessions. ``note`` says what of
    a piece goes in; ``empty`` is said while there is none. ``most`` limits how many are offered at once, the newest;
    the others can be found by their session. ``units`` is what one and several are called when they are counted.
    """

    kind: str
    rank: int
    heading: str
    note: str
    empty: str
    section: str = ""
    most: int | None = None
    units: tuple[str, str] = ("piece", "pieces")
