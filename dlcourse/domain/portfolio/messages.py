"""A portfolio: the pieces of their work that people choose to show to others, in the order they choose.

Nothing is added automatically. It holds references: each piece is shown as it is now, and deleted ones are left out.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import Words
from dlcourse.errors import CourseError

PORTFOLIOS = "portfolio/"
"""Before a person's id: the stream of what they chose."""
MOST = 200
"""Pieces in a portfolio."""
NAME = 200
"""Characters of the name on it."""

Item = Annotated[str, Field(pattern=r"^[a-z][a-z-]{0,31}/[\w.-]{1,64}$")]
"""A chosen piece: its kind, and its id among those of its kind."""


class PutIn(Command):
    """Put a piece in, behind the others."""

    item: Item


class TakeOut(Command):
    """Take a piece out again; it stays where it came from."""

    item: Item


class SwapItems(Command):
    """Let two pieces change places."""

    item: Item
    other: Item


class SwapSections(Command):
    """Let two sections change places, with all their pieces; each is named by one of its pieces."""

    item: Item
    other: Item


class NamePortfolio(Command):
    """Set the name on the portfolio; it may be empty."""

    name: Words = Field(max_length=NAME)

    def texts(self) -> dict[str, str]:
        """The name."""
        return {self.id: " ".join(self.name.split())}


class Portfolio(Query):
    """My portfolio, and the pieces that I could add.

    Of kinds that offer only so many pieces at once, it offers those ``of`` one session, if one is named.
    """

    of: str = Field(default="", max_length=64)


class TakePortfolio(Query):
    """My portfolio as a file."""

    form: Literal["docx", "md"]


class ItemPutIn(Event):
    """A piece was put in."""

    item: str


class ItemTakenOut(Event):
    """A piece was taken out."""

    item: str


class ItemsSwapped(Event):
    """Two pieces changed places."""

    item: str
    other: str


class ItemsArranged(Event):
    """All pieces were given this order, and from now on the order of the sections follows from it."""

    items: tuple[str, ...]


class PortfolioNamed(Event):
    """The name on it was changed; it is under ``words``."""

    words: str


class Piece(Value):
    """A chosen piece as it is now.

    ``session`` is the one it belongs to, empty for none; ``section`` is the heading of its kind, which may be empty.
    """

    item: str
    session: str
    session_title: str
    section: str
    content: DocumentItem


class SessionChoice(Value):
    """A session by which offers can be narrowed down."""

    id: str
    title: str


class PieceOffer(Value):
    """Something that can be chosen: what it is called, how it begins; ``private``: only its author can read it."""

    item: str
    title: str
    begins: str
    where: str
    at: str
    private: bool
    chosen: bool


class ChosenPieces(View):
    """The pieces in their order, as they are now.

    ``arranged`` is True if the sections have an order of their author's own. ``changed`` is when something was chosen
    last, empty if nothing ever was.
    """

    name: str
    pieces: tuple[Piece, ...]
    kinds: tuple[PieceKind, ...]
    arranged: bool
    changed: str


class PortfolioView(ChosenPieces):
    """The chosen pieces, and the offers of each kind.

    ``totals`` is how many pieces of each kind could be offered, shown or not; ``sessions`` are those by which the
    offers of a kind can be narrowed down.
    """

    offers: dict[str, tuple[PieceOffer, ...]]
    totals: dict[str, int]
    of: str
    sessions: dict[str, tuple[SessionChoice, ...]]
    topics: tuple[str, ...]


def kind_of(item: str) -> str:
    """The kind of a piece."""
    return item.partition("/")[0]


def id_of(item: str) -> str:
    """Its id among those of its kind."""
    return item.partition("/")[2]


def chosen(events: Iterable[Event]) -> tuple[str, ...]:
    """The chosen pieces in their order."""
    order: list[str] = []
    for event in events:
        match event:
            case ItemPutIn(item=item) if item not in order:
                order.append(item)
            case ItemTakenOut(item=item) if item in order:
                order.remove(item)
            case ItemsSwapped(item=item, other=other) if item in order and other in order:
                one, two = order.index(item), order.index(other)
                order[one], order[two] = other, item
            case ItemsArranged(items=items):
                order = [*(item for item in items if item in order), *(item for item in order if item not in items)]
            case _:
                pass
    return tuple(order)


def put_in(command: PutIn, order: tuple[str, ...]) -> ItemPutIn:
    """Record that a piece of one's own was put in."""
    if command.item in order:
        raise CourseError("portfolio", "that piece is in it already", "Reload the page.")
    if len(order) >= MOST:
        raise CourseError("portfolio", f"it holds {MOST} pieces already", "Take one out first.")
    return ItemPutIn(item=command.item)


def take_out(command: TakeOut, order: tuple[str, ...]) -> ItemTakenOut:
    """Record that a piece was taken out."""
    _refuse_absent(order, command.item)
    return ItemTakenOut(item=command.item)


def swap(command: SwapItems, order: tuple[str, ...]) -> ItemsSwapped:
    """Record that two pieces changed places."""
    _refuse_absent(order, command.item, command.other)
    return ItemsSwapped(item=command.item, other=command.other)


def swap_sections(command: SwapSections, sections: Sequence[Sequence[str]], order: Sequence[str]) -> ItemsArranged:
    """Record that two sections changed places; ``sections`` are the pieces of each section, as they are shown.

    Pieces that are in no section, because they are gone for now, keep their place behind the others.
    """
    _refuse_absent([item for section in sections for item in section], command.item, command.other)
    one, two = (
        next(place for place, section in enumerate(sections) if item in section)
        for item in (command.item, command.other)
    )
    moved = list(sections)
    moved[one], moved[two] = moved[two], moved[one]
    shown = [item for section in moved for item in section]
    return ItemsArranged(items=(*shown, *(item for item in order if item not in shown)))


def no_such_piece() -> CourseError:
    """The same error for a piece that is somebody else's, has not ended, or does not exist."""
    return CourseError("portfolio", "there is no such piece of yours", "Choose one from the list.")


def _refuse_absent(order: Sequence[str], *items: str) -> None:
    if not set(items) <= set(order):
        raise CourseError("portfolio", "that piece is not in it any more", "Reload the page.")
