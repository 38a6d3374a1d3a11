"""A document of headings, words, charts and tables in plain text. Other modules draw it or write it to a file.

Any subject can make a part of a document; the portfolio puts the parts together.
"""

from dataclasses import dataclass

from dlcourse.domain.chart import Chart


@dataclass(frozen=True)
class DocumentPart:
    """A passage of text. ``own`` says that the words are the author's, word for word. ``heading`` may be empty."""

    heading: str
    words: str
    own: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with a caption. The first cell of each row says what the row is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class DocumentItem:
    """One item in a document: its heading, small lines that describe it, and its content.

    ``grids`` say what ``charts`` draw, for files without pictures and for people who cannot see them. ``blanks`` are
    questions to answer by hand, each with a line to write on. ``cards`` are to be cut out and put up: a name in large
    letters, and what is below it.
    """

    heading: str
    lines: tuple[str, ...]
    parts: tuple[DocumentPart, ...]
    grids: tuple[Grid, ...] = ()
    charts: tuple[Chart, ...] = ()
    blanks: tuple[str, ...] = ()
    cards: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Section:
    """Items under one heading. ``alone`` begins a new page of paper, to be given to somebody by itself."""

    heading: str
    items: tuple[DocumentItem, ...]
    alone: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. ``name`` is the name of its author and may be empty."""

    title: str
    name: str
    about: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class PieceKind:
    """A kind of piece that a portfolio can take, with the words that the portfolio's page says about it.

    The id of each piece begins with ``kind``. Kinds are listed by ``rank``. In the document, a piece stands under the
    heading of its session, or under ``section``; pieces without either come after the sessions. ``note`` says which
    part of a piece goes in. ``empty`` is shown while there is none. ``most`` limits how many are offered at once, the
    newest first; the others can be found by their session. ``units`` are the words for one and for several of them when
    they are counted.
    """

    kind: str
    rank: int
    heading: str
    note: str
    empty: str
    section: str = ""
    most: int | None = None
    units: tuple[str, str] = ("piece", "pieces")
