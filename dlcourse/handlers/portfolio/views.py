"""Handlers of the portfolio's views: the chosen pieces as they are now, the available pieces, and the file."""

import base64
from collections.abc import Collection

from dlcourse.domain.document import PieceKind
from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    PORTFOLIOS,
    PieceOffer,
    Portfolio,
    PortfolioView,
    SessionChoice,
    TakePortfolio,
)
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import ReadContext, Slow
from dlcourse.handlers.portfolio.arrangement import chosen_in
from dlcourse.handlers.portfolio.pieces import chosen_pieces, kinds_of_pieces, pieces_among
from dlcourse.handlers.portfolio_sources import SOURCES, Finds, Offer
from dlcourse.handlers.registry import look_up

BEGINS = 200
"""How many characters of a piece its offer shows."""


@look_up.register
def show_portfolio(query: Portfolio, context: ReadContext) -> PortfolioView:
    order, kinds = chosen_in(context.transaction, context.person), kinds_of_pieces()
    curriculum = context.library.curriculum()
    finds = {kind.kind: SOURCES[kind.kind].find(context) for kind in kinds}
    fit = {kind.kind: _fit(kind, finds[kind.kind], query.of) for kind in kinds}
    return PortfolioView(
        **dict(pieces_among(finds, context)),
        offers={kind.kind: _offers(kind, finds[kind.kind], fit[kind.kind], order) for kind in kinds},
        totals={kind: len(ids) for kind, ids in fit.items()},
        of=query.of,
        sessions={kind.kind: _sessions(finds[kind.kind], curriculum) for kind in kinds if kind.most},
        topics=(PORTFOLIOS + context.person, *(topic for found in finds.values() for topic in found.topics)),
    )


@look_up.register
def show_take_portfolio(query: TakePortfolio, context: ReadContext) -> Slow:
    from dlcourse.exports.portfolio.files import TYPES, portfolio_file  # only needed for the file

    found = chosen_pieces(context)

    def file() -> DownloadView:
        content = base64.b64encode(portfolio_file(found, query.form)).decode()
        name = f"portfolio-{found.changed[:10] or 'empty'}.{query.form}"
        return DownloadView(name=name, type=TYPES[query.form], content=content)

    return Slow(file)


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


def _sessions(finds: Finds, curriculum: Curriculum) -> tuple[SessionChoice, ...]:
    """The sessions to which the pieces belong, in the order of the course."""
    used = set(finds.sessions.values())
    return tuple(SessionChoice(id=each.id, title=each.title) for each in curriculum.sessions if each.id in used)
