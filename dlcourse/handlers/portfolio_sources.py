"""What a subject offers to the portfolio: the pieces of one kind that a person could choose, and their content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry


@dataclass(frozen=True)
class Offer:
    """How a piece is offered: its title, how it begins, where it belongs, and when it changed (ISO 8601, UTC).

    It is ``private`` if only its author can read it in the course.
    """

    title: str
    begins: str = ""
    where: str = ""
    at: str = ""
    private: bool = True


@dataclass(frozen=True)
class Finds:
    """Everything that a person could choose from one source. Nothing is read before it is asked for.

    ``sessions`` maps the id of each piece, the newest first, to the session it belongs to (empty for none). ``offers``
    gives the offers for some of these ids. ``read`` gives their content now, without the pieces whose words were
    erased. ``topics`` change when there is more to choose from.
    """

    sessions: Mapping[str, str]
    offers: Callable[[Sequence[str]], Mapping[str, Offer]]
    read: Callable[[Sequence[str]], Mapping[str, DocumentItem]]
    topics: tuple[str, ...] = ()


Find = Callable[[ReadContext], Finds]


@dataclass(frozen=True)
class PortfolioSource:
    """A kind of piece, and the function that finds a person's pieces of it."""

    kind: PieceKind
    find: Find


SOURCES: Registry[PortfolioSource] = Registry("kind of piece", FLOOR)
"""What a portfolio can take, by kind."""


def portfolio_source(kind: PieceKind) -> Callable[[Find], Find]:
    """Register the function that finds a person's pieces of this kind."""

    def register(find: Find) -> Find:
        SOURCES.add(kind.kind, PortfolioSource(kind, find))
        return find

    return register


Piece = tuple[Offer, Callable[[], DocumentItem | None]]
"""The offer of a piece, and the function that reads it: it gives None if the words were erased."""


def few(pieces: Mapping[str, Piece]) -> Finds:
    """The finds of a source that never has many pieces, and none that belong to a session. ``pieces`` is by id."""

    def read(ids: Sequence[str]) -> dict[str, DocumentItem]:
        found = {one: pieces[one][1]() for one in ids}
        return {one: item for one, item in found.items() if item}

    return Finds(dict.fromkeys(pieces, ""), lambda ids: {one: pieces[one][0] for one in ids}, read)
