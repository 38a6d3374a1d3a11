"""Handlers of the portfolio's views: the chosen pieces as they are now, the available pieces, and the file."""

import base64
from collections.abc import Collection, Iterable, Mapping

from dlcourse.domain.document import DocumentItem, PieceKind
from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    PORTFOLIOS,
    ItemsArranged,
    Piece,
    PieceOffer,
    Portfolio,
    PortfolioNamed,
    PortfolioView,
    SessionChoice,
    TakePortfolio,
    chosen,
    id_of,
    kind_of,
)
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import ReadContext, Slow
from dlcourse.handlers.portfolio.arrangement import arranged
from dlcourse.handlers.portfolio_sources import SOURCES, Finds, Offer
from dlcourse.handlers.registry import look_up
from dlcourse.handlers.selfcheck.readiness import introduction
from dlcourse.store import StoredEvent

BEGINS = 200
"""How many characters of a piece its offer shows."""


@look_up.register
def show_portfolio(query: Portfolio, context: ReadContext) -> PortfolioView:
    return portfolio_view(query.of, context)


@look_up.register
def show_take_portfolio(query: TakePortfolio, context: ReadContext) -> Slow:
    from dlcourse.exports.portfolio.files import TYPES, portfolio_file  # only needed for the file

    view = portfolio_view("", context)

    def file() -> DownloadView:
        content = base64.b64encode(portfolio_file(view, query.form)).decode()
        name = f"portfolio-{view.changed[:10] or 'empty'}.{query.form}"
        return DownloadView(name=name, type=TYPES[query.form], content=content)

    return Slow(file)


def portfolio_view(of: str, context: ReadContext) -> PortfolioView:
    """The person's portfolio, with what can be put in; ``of`` narrows down some offers to one session."""
    events = arranged(context.transaction, context.person)
    order, curriculum = chosen(kept.event for kept in events), context.library.curriculum()
    kinds = sorted((source.kind for source in SOURCES.values()), key=lambda kind: kind.rank)
    finds = {kind.kind: SOURCES[kind.kind].find(context) for kind in kinds}
    fit = {kind.kind: _fit(kind, finds[kind.kind], of) for kind in kinds}
    return PortfolioView(
        name=_name(events, context),
        pieces=_pieces(order, finds, curriculum),
        kinds=tuple(kinds),
        offers={kind.kind: _offers(kind, finds[kind.kind], fit[kind.kind], order) for kind in kinds},
        totals={kind: len(ids) for kind, ids in fit.items()},
        of=of,
        sessions={kind.kind: _sessions(finds[kind.kind], curriculum) for kind in kinds if kind.most},
        arranged=any(isinstance(kept.event, ItemsArranged) for kept in events),
        changed=events[-1].at if events else "",
        topics=(PORTFOLIOS + context.person, *(topic for found in finds.values() for topic in found.topics)),
    )


def _fit(kind: PieceKind, finds: Finds, of: str) -> list[str]:
    """The pieces to offer. Only a kind with too many pieces to offer at once is narrowed down to one session."""
    return [one for one, session in finds.sessions.items() if not of or not kind.most or session == of]


def _offers(kind: PieceKind, finds: Finds, fit: list[str], order: Collection[str]) -> tuple[PieceOffer, ...]:
    offers = finds.offers(fit[: kind.most])
    return tuple(_offer(f"{kind.kind}/{one}", offer, order) for one, offer in offers.items())


def _offer(item: str, offer: Offer, order: Collection[str]) -> PieceOffer:
    return PieceOffer(
        item=item,
        title=offer.title,
        begins=offer.begins[:BEGINS],
        where=offer.where,
        at=offer.at,
        private=offer.private,
        chosen=item in order,
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


def _sessions(finds: Finds, curriculum: Curriculum) -> tuple[SessionChoice, ...]:
    """The sessions to which the pieces belong, in the order of the course."""
    used = set(finds.sessions.values())
    return tuple(SessionChoice(id=each.id, title=each.title) for each in curriculum.sessions if each.id in used)


def _title(session: str, curriculum: Curriculum) -> str:
    return next((each.title for each in curriculum.sessions if each.id == session), session)


def _name(events: tuple[StoredEvent, ...], context: ReadContext) -> str:
    """The name that was chosen last, or else the name with which the person introduced themselves."""
    named = [kept.event.words for kept in events if isinstance(kept.event, PortfolioNamed)]
    words = context.transaction.text(named[-1]) if named else None
    return introduction(context.transaction, context.person).name if words is None else words
