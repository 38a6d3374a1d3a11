"""What the page about the portfolio draws: the document as it will be read, and what can be put in."""

from typing import Literal, TypedDict

from dlcourse.domain.portfolio.messages import NAME, Kind, PieceOffer, PortfolioView
from dlcourse.pages.portfolio.certificate_contents import NameForm
from dlcourse.pages.portfolio.document import Grid, Item, Section, document
from dlcourse.pages.portfolio.words import KINDS, LEAD, NOTE, PRIVATE, SHARED, TITLE
from dlcourse.pages.props import Option
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
    choices: list[Option]
    told: str


class OffersProps(TypedDict):
    """What of one kind can be put in."""

    kind: Kind
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
        "sections": [_section(section) for section in made.sections],
        "words": {"up": "Up", "down": "Down", "out": "Take out"},
        "offers_title": "What you can put in",
        "offers": [_offers(kind, view) for kind in KINDS],
        "print": "Print it",
        "files": [
            {"form": "docx", "to": "portfolio.docx", "text": "Take it as a Word document (.docx)"},
            {"form": "md", "to": "portfolio.md", "text": "Take it as Markdown (.md)"},
        ],
    }


def _section(section: Section) -> PortfolioSection:
    items = section.items
    names = [item.item for item in items]
    return {
        "heading": section.heading,
        "items": [
            _item(item, names[place - 1] if place else "", names[place + 1] if place + 1 < len(names) else "")
            for place, item in enumerate(items)
        ],
    }


def _item(item: Item, up: str, down: str) -> PieceProps:
    """A piece with those that it can change places with; ``name`` tells it from others for who hears the buttons."""
    begins = next((part.words for part in item.parts if part.words.strip()), "")
    return {
        "item": item.item,
        "heading": item.heading,
        "name": f"{item.heading} {begins[:60]}".strip(),
        "lines": list(item.lines),
        "parts": [{"heading": part.heading, "words": part.words} for part in item.parts],
        "grids": [_grid(grid) for grid in item.grids],
        "up": up,
        "down": down,
    }


def _grid(grid: Grid) -> GridProps:
    return {"caption": grid.caption, "columns": list(grid.columns), "rows": [list(row) for row in grid.rows]}


def _offers(kind: Kind, view: PortfolioView) -> OffersProps:
    heading, note, empty = KINDS[kind]
    offers = view.offers[kind]
    return {
        "kind": kind,
        "heading": heading,
        "note": note if offers else empty,
        "offers": [_offer(offer) for offer in offers],
        "filter": _filter(view) if kind == "entry" and view.sessions else None,
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


def _filter(view: PortfolioView) -> OfferFilter:
    shown = len(view.offers["entry"])
    every = counted(view.entries, "entry", "entries")
    told = f"{every}." if shown == view.entries else f"The newest {shown} of {every}; choose a session to see others."
    choices = [Option(value="", text="All sessions"), *(Option(value=one.id, text=one.name) for one in view.sessions)]
    return {"label": "From which session?", "value": view.of, "choices": choices, "told": told}
