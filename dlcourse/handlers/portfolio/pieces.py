"""The pieces that a person has chosen for their portfolio, as they are now."""

from collections.abc import Iterable, Mapping

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.domain.portfolio.messages import (
    ChosenPieces,
    ItemsArranged,
    Piece,
    PortfolioNamed,
    id_of,
    kind_of,
)
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio.arrangement import arranged, chosen_in
from dlcourse.handlers.portfolio_sources import SOURCES, Finds
from dlcourse.handlers.selfcheck.readiness import introduction
from dlcourse.store import StoredEvent


def kinds_of_pieces() -> tuple[PieceKind, ...]:
    """All kinds of pieces, in the order in which they are offered."""
    return tuple(sorted((source.kind for source in SOURCES.values()), key=lambda kind: kind.rank))


def chosen_pieces(context: ReadContext) -> ChosenPieces:
    """What the person has chosen. Only kinds of which there is something are looked through."""
    kinds = {kind_of(item) for item in chosen_in(context.transaction, context.person)}
    return pieces_among({kind: SOURCES[kind].find(context) for kind in kinds if kind in SOURCES}, context)


def pieces_among(finds: Mapping[str, Finds], context: ReadContext) -> ChosenPieces:
    """What the person has chosen, of what was found of each kind."""
    events = arranged(context.transaction, context.person)
    return ChosenPieces(
        name=_name(events, context),
        pieces=_pieces(chosen_in(context.transaction, context.person), finds, context.library.curriculum()),
        kinds=kinds_of_pieces(),
        arranged=any(isinstance(kept.event, ItemsArranged) for kept in events),
        changed=events[-1].at if events else "",
    )


def _pieces(order: Iterable[str], finds: Mapping[str, Finds], curriculum: Curriculum) -> tuple[Piece, ...]:
    """The chosen pieces in their order, as they are now. Pieces that no longer exist are left out."""
    items = {kind: _read(kind, found, order) for kind, found in finds.items()}
    chosen_now = ((item, items.get(kind_of(item), {}).get(id_of(item))) for item in order)
    return tuple(
        _piece(item, content, finds[kind_of(item)].sessions[id_of(item)], curriculum)
        for item, content in chosen_now
        if content
    )


def _read(kind: str, finds: Finds, order: Iterable[str]) -> Mapping[str, DocumentItem]:
    ids = [id_of(item) for item in order if kind_of(item) == kind and id_of(item) in finds.sessions]
    return finds.read(ids) if ids else {}


def _piece(item: str, content: DocumentItem, session: str, curriculum: Curriculum) -> Piece:
    return Piece(
        item=item,
        session=session,
        session_title=_title(session, curriculum),
        section=SOURCES[kind_of(item)].kind.section,
        content=content,
    )


def _title(session: str, curriculum: Curriculum) -> str:
    return next((each.title for each in curriculum.sessions if each.id == session), session)


def _name(events: tuple[StoredEvent, ...], context: ReadContext) -> str:
    """The name that was chosen last, or else the name with which the person introduced themselves."""
    named = [kept.event.words for kept in events if isinstance(kept.event, PortfolioNamed)]
    words = context.transaction.text(named[-1]) if named else None
    return introduction(context.transaction, context.person).name if words is None else words
