"""Handlers of the portfolio's views: what was chosen as it is now, what could be, and the whole of it as a file."""

import base64
from collections.abc import Callable, Iterable, Iterator

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    PORTFOLIOS,
    Kind,
    Piece,
    PieceOffer,
    Portfolio,
    PortfolioNamed,
    PortfolioView,
    TakePortfolio,
    chosen,
    id_of,
    kind_of,
)
from dlcourse.domain.reflection.commitments import Promise
from dlcourse.domain.reflection.entries import Entry, Log
from dlcourse.domain.reflection.log import EntryCard, PromiseCard
from dlcourse.domain.reflection.log_views import card, promise_card, words_of
from dlcourse.domain.reflection.search import sessions_in
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import Heavy, ReadContext, look_up
from dlcourse.handlers.portfolio.arrangement import arranged
from dlcourse.handlers.portfolio.sources import Content, Found, found
from dlcourse.handlers.reflection.entries import REFLECTION, log_at
from dlcourse.handlers.selfcheck.readiness import introduction
from dlcourse.store import StoredEvent

OFFERED = 60
"""Entries that are offered at once, the newest; a session's own can be asked for."""
WHOLE = 10**6
"""Characters of an entry in the portfolio: all of them."""
BEGINS = 200
"""Characters of what is offered."""


@look_up.register
def show_portfolio(query: Portfolio, context: ReadContext) -> Heavy:
    made = _gather(query.of, context)
    return Heavy(made)


@look_up.register
def show_take_portfolio(query: TakePortfolio, context: ReadContext) -> Heavy:
    from dlcourse.exports.portfolio.portfolio_files import TYPES, portfolio_file  # only whoever takes it along needs it

    made = _gather("", context)

    def file() -> DownloadView:
        view = made()
        content = base64.b64encode(portfolio_file(view, query.form)).decode()
        name = f"portfolio-{view.changed[:10] or 'empty'}.{query.form}"
        return DownloadView(name=name, type=TYPES[query.form], content=content)

    return Heavy(file)


def _gather(of: str, context: ReadContext) -> Callable[[], PortfolioView]:
    """Read what is needed, all at one moment; what is returned puts it together after the transaction."""
    events = arranged(context.transaction, context.person)
    order = chosen(kept.event for kept in events)
    log, curriculum = log_at(context.transaction, context.person)[1], context.library.curriculum()
    fit = [entry for entry in log.newest_first if not of or entry.written.session == of]
    picked = [log.entries[one] for one in _ids(order, "entry") if one in log.entries]
    texts = context.transaction.texts(words_of([*fit[:OFFERED], *picked], log.promises.values()))
    others = found(context)
    contents = {
        item: others[kind_of(item)][id_of(item)].read()
        for item in order
        if id_of(item) in others.get(kind_of(item), {})
    }
    name = _name(events, context)

    def put_together() -> PortfolioView:
        pieces = (_piece(item, log, curriculum, texts, contents.get(item)) for item in order)
        return PortfolioView(
            name=name,
            pieces=tuple(piece for piece in pieces if piece),
            offers={
                "entry": tuple(_entry_offer(one, curriculum, texts, order) for one in fit[:OFFERED]),
                "promise": tuple(
                    _promise_offer(one, curriculum, texts, order) for one in reversed(tuple(log.promises.values()))
                ),
                **{
                    kind: tuple(_other_offer(f"{kind}/{one}", each, order) for one, each in mine.items())
                    for kind, mine in others.items()
                },
            },
            entries=len(fit),
            of=of,
            sessions=sessions_in(log, curriculum),
            changed=events[-1].at if events else "",
            topics=(PORTFOLIOS + context.person, REFLECTION + context.person),
        )

    return put_together


def _ids(order: Iterable[str], kind: Kind) -> Iterator[str]:
    return (id_of(item) for item in order if kind_of(item) == kind)


def _name(events: tuple[StoredEvent, ...], context: ReadContext) -> str:
    """The name that was chosen last, else the one that somebody introduced themselves by."""
    named = [kept.event.words for kept in events if isinstance(kept.event, PortfolioNamed)]
    words = context.transaction.text(named[-1]) if named else None
    return introduction(context.transaction, context.person).name if words is None else words


def _piece(item: str, log: Log, curriculum: Curriculum, texts: dict[str, str], other: Content | None) -> Piece | None:
    """A piece as it is now; None where its words are gone."""
    content: EntryCard | PromiseCard | Content | None = other
    match kind_of(item), id_of(item):
        case "entry", one if one in log.entries and log.entries[one].newest.words in texts:
            content = card(log.entries[one], curriculum, texts, WHOLE)
        case "promise", one if one in log.promises and log.promises[one].made.words in texts:
            content = promise_card(log.promises[one], curriculum, texts)
        case _:
            pass
    if content is None:
        return None
    belongs = isinstance(content, EntryCard | PromiseCard)
    session, title = (content.session, content.session_title) if belongs else ("", "")  # type: ignore[union-attr]
    return Piece(item=item, session=session, session_title=title, content=content)


def _entry_offer(entry: Entry, curriculum: Curriculum, texts: dict[str, str], order: tuple[str, ...]) -> PieceOffer:
    one = card(entry, curriculum, texts, BEGINS)
    return PieceOffer(
        item=f"entry/{one.entry}",
        title=one.asked,
        begins=" ".join(step.words for step in one.steps)[:BEGINS],
        where=one.session_title,
        at=one.changed,
        private=one.visibility == "private",
        chosen=f"entry/{one.entry}" in order,
    )


def _promise_offer(
    promise: Promise, curriculum: Curriculum, texts: dict[str, str], order: tuple[str, ...]
) -> PieceOffer:
    one = promise_card(promise, curriculum, texts)
    item = f"promise/{one.commitment}"
    return PieceOffer(
        item=item,
        title=one.asked,
        begins=one.what[:BEGINS],
        where=one.session_title,
        at=one.made,
        private=True,
        chosen=item in order,
    )


def _other_offer(item: str, one: Found, order: tuple[str, ...]) -> PieceOffer:
    return PieceOffer(
        item=item,
        title=one.title,
        begins=one.begins[:BEGINS],
        where=one.where,
        at=one.at,
        private=True,
        chosen=item in order,
    )
