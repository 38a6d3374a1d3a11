"""What the page about the portfolio draws: the document as it will be read, and what can be put in."""

from collections.abc import Sequence
from typing import Literal, TypedDict

from dlcourse.domain.document import Grid, PieceKind
from dlcourse.domain.portfolio.messages import NAME, NamePortfolio, Piece, PieceOffer, PortfolioView
from dlcourse.pages.fields import line
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.portfolio import words
from dlcourse.pages.portfolio.document import document, sections_of
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
    """Pieces under one heading.

    ``item`` is one of them and stands for the section; ``up`` and ``down`` are pieces of the sections that it can
    change places with, or empty.
    """

    heading: str
    item: str
    items: list[PieceProps]
    up: str
    down: str


class PieceWords(TypedDict):
    """The buttons of a piece and of a section."""

    up: str
    down: str
    out: str
    section_up: str
    section_down: str


class OfferProps(TypedDict):
    """A piece that can be added: its source and time (ISO 8601); ``note`` says who can read it."""

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
    form: FormProps
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
        "title": words.TITLE,
        "lead": words.LEAD,
        "note": words.NOTE,
        "form": form(
            NamePortfolio,
            "portfolio-name",
            [line("name", words.YOUR_NAME, NAME, view.name)],
            submit=words.CHANGE_NAME,
        ),
        "preview_title": words.PREVIEW,
        "empty": "" if view.pieces else words.EMPTY,
        "document": {"title": made.title, "name": made.name, "about": made.about},
        "sections": _sections(sections_of(view)),
        "words": {
            "up": words.UP,
            "down": words.DOWN,
            "out": words.OUT,
            "section_up": words.SECTION_UP,
            "section_down": words.SECTION_DOWN,
        },
        "offers_title": words.OFFERS,
        "offers": [_offers(kind, view) for kind in view.kinds],
        "print": words.PRINT,
        "files": [
            {"form": "docx", "to": "portfolio.docx", "text": words.AS_WORD},
            {"form": "md", "to": "portfolio.md", "text": words.AS_MARKDOWN},
        ],
    }


def _sections(sections: Sequence[tuple[str, Sequence[Piece]]]) -> list[PortfolioSection]:
    """The sections, each with those before and after it. A section is named by its first piece."""
    names = ["", *(pieces[0].item for _, pieces in sections), ""]
    return [
        {
            "heading": heading,
            "item": pieces[0].item,
            "items": _items(pieces),
            "up": names[place],
            "down": names[place + 2],
        }
        for place, (heading, pieces) in enumerate(sections)
    ]


def _items(pieces: Sequence[Piece]) -> list[PieceProps]:
    names = ["", *(piece.item for piece in pieces), ""]
    return [_item(piece, names[place], names[place + 2]) for place, piece in enumerate(pieces)]


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
        "note": words.PRIVATE if offer.private else words.SHARED,
        "chosen": offer.chosen,
    }


def _filter(kind: PieceKind, view: PortfolioView) -> OfferFilter:
    shown, total = len(view.offers[kind.kind]), view.totals[kind.kind]
    every = counted(total, *kind.units)
    told = (words.ALL_SHOWN if shown == total else words.NEWEST_SHOWN).format(shown=shown, pieces=every)
    sessions = [MenuOption(value=one.id, text=one.title) for one in view.sessions[kind.kind]]
    choices = [MenuOption(value="", text=words.ALL_SESSIONS), *sessions]
    return {"label": words.WHICH_SESSION, "value": view.of, "choices": choices, "told": told}
