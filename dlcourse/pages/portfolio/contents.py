"""What the page about the portfolio draws: the document as it will be read, and what can be put in."""

from collections.abc import Sequence
from typing import Literal, TypedDict

from dlcourse.domain.document import Grid, PieceKind
from dlcourse.domain.portfolio.messages import NAME, Piece, PieceOffer, PortfolioView
from dlcourse.pages.portfolio.certificate_contents import NameForm
from dlcourse.pages.portfolio.document import document, sections_of
from dlcourse.pages.portfolio.words import LEAD, NOTE, PRIVATE, SHARED, TITLE
from dlcourse.pages.props import MenuOption
from dlcourse.pages.words import counted


class DocumentHead(TypedDict):
    """The head of the document."""

    title: str
    name: str
    about: str


class PartOfPiece(TypedDict):
    """A stretch of words in a piece."""

    heading: str
    words: str


class GridProps(TypedDict):
    """A table in a piece; a row begins with what it is about."""

    caption: str
    columns: list[str]
    rows: list[list[str]]


class PieceProps(TypedDict):
    """A piece as it will be read. ``up`` and ``down`` are the pieces it can change places with, or empty."""

    item: str
    heading: str
    name: str
    lines: list[str]
    parts: list[PartOfPiece]
    grids: list[GridProps]
    up: str
    down: str


class PortfolioSection(TypedDict):
    """Pieces under one heading."""

    heading: str
    items: list[PieceProps]


class PieceWords(TypedDict):
    """The buttons of a piece."""

    up: str
    down: str
    out: str


class OfferProps(TypedDict):
    """Something that can be put in: where it is from and when (ISO 8601), and ``note``, who can read it."""

    item: str
    title: str
    begins: str
    where: str
    at: str
    note: str
    chosen: bool


class OfferFilter(TypedDict):
    """A menu of sessions whose entries are offered, and how many are shown of how many."""

    label: str
    value: str
    choices: list[MenuOption]
    told: str


class OffersProps(TypedDict):
    """What of one kind can be put in."""

    kind: str
    heading: str
    note: str
    offers: list[OfferProps]
    filter: OfferFilter | None


class PortfolioFile(TypedDict):
    """The portfolio as a file."""

    form: Literal["docx", "md"]
    to: str
    text: str


class PortfolioContents(TypedDict):
    """The portfolio as it will be read, and what can be put in."""

    title: str
    lead: str
    note: str
    form: NameForm
    preview_title: str
    empty: str
    document: DocumentHead
    sections: list[PortfolioSection]
    words: PieceWords
    offers_title: str
    offers: list[OffersProps]
    print: str
    files: list[PortfolioFile]


def portfolio_contents(view: PortfolioView) -> PortfolioContents:
    """The portfolio as it will be read, and what can be put in."""
    made = document(view)
    return {
        "title": TITLE,
        "lead": LEAD,
        "note": NOTE,
        "form": {"label": "The name on it", "value": view.name, "limit": NAME, "submit": "Change the name"},
        "preview_title": "What is in it",
        "empty": "Nothing yet. Choose something below, and see here what it looks like." if not view.pieces else "",
        "document": {"title": made.title, "name": made.name, "about": made.about},
        "sections": [_section(heading, pieces) for heading, pieces in sections_of(view)],
        "words": {"up": "Up", "down": "Down", "out": "Take out"},
        "offers_title": "What you can put in",
        "offers": [_offers(kind, view) for kind in view.kinds],
        "print": "Print it",
        "files": [
            {"form": "docx", "to": "portfolio.docx", "text": "Take it as a Word document (.docx)"},
            {"form": "md", "to": "portfolio.md", "text": "Take it as Markdown (.md)"},
        ],
    }


def _section(heading: str, pieces: Sequence[Piece]) -> PortfolioSection:
    names = ["", *(piece.item for piece in pieces), ""]
    items = [_item(piece, names[place], names[place + 2]) for place, piece in enumerate(pieces)]
    return {"heading": heading, "items": items}


def _item(piece: Piece, up: str, down: str) -> PieceProps:
    """A piece with those it can change places with. ``name`` tells it from others when its buttons are read aloud."""
    content = piece.content
    begins = next((part.words for part in content.parts if part.words.strip()), "")
    return {
        "item": piece.item,
        "heading": content.heading,
        "name": f"{content.heading} {begins[:60]}".strip(),
        "lines": list(content.lines),
        "parts": [{"heading": part.heading, "words": part.words} for part in content.parts],
        "grids": [_grid(grid) for grid in content.grids],
        "up": up,
        "down": down,
    }


def _grid(grid: Grid) -> GridProps:
    return {"caption": grid.caption, "columns": list(grid.columns), "rows": [list(row) for row in grid.rows]}


def _offers(kind: PieceKind, view: PortfolioView) -> OffersProps:
    offers = view.offers[kind.kind]
    return {
        "kind": kind.kind,
        "heading": kind.heading,
        "note": kind.note if offers else kind.empty,
        "offers": [_offer(offer) for offer in offers],
        "filter": _filter(kind, view) if view.sessions.get(kind.kind) else None,
    }


def _offer(offer: PieceOffer) -> OfferProps:
    return {
        "item": offer.item,
        "title": offer.title or offer.begins[:80],
        "begins": offer.begins if offer.title else "",
        "where": offer.where,
        "at": offer.at,
        "note": PRIVATE if offer.private else SHARED,
        "chosen": offer.chosen,
    }


def _filter(kind: PieceKind, view: PortfolioView) -> OfferFilter:
    shown, total = len(view.offers[kind.kind]), view.totals[kind.kind]
    every = counted(total, *kind.units)
    told = f"{every}." if shown == total else f"The newest {shown} of {every}; choose a session to see others."
    sessions = [MenuOption(value=one.id, text=one.title) for one in view.sessions[kind.kind]]
    choices = [MenuOption(value="", text="All sessions"), *sessions]
    return {"label": "From which session?", "value": view.of, "choices": choices, "told": told}
