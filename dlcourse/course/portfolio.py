"""Handlers of the portfolio's views: what was chosen as it is now, what could be, and the whole of it as a file."""

import base64
from collections.abc import Callable, Iterable, Iterator

from dlcourse.course.arrangement import arranged
from dlcourse.course.desk import Heavy, ReadingDesk, look_up
from dlcourse.course.pieces import Content, Found, found
from dlcourse.course.reflection import REFLECTION, log_at
from dlcourse.course.start import introduction
from dlcourse.domain.commitments import Promise
from dlcourse.domain.curriculum import Curriculum
from dlcourse.domain.log import Card, PromiseCard
from dlcourse.domain.paper import PaperView
from dlcourse.domain.portfolio import (
    PORTFOLIOS,
    Kind,
    Offer,
    Piece,
    Portfolio,
    PortfolioNamed,
    PortfolioView,
    TakePortfolio,
    chosen,
    id_of,
    kind_of,
)
from dlcourse.domain.reflection import Entry, Log
from dlcourse.domain.search import sessions_in
from dlcourse.domain.showing import card, promise_card, words_of
from dlcourse.store import Kept

OFFERED = 60
"""Entries that are offered at once, the newest; a session's own can be asked for."""
WHOLE = 10**6
"""Characters of an entry in the portfolio: all of them."""
BEGINS = 200
"""Characters of what is offered."""


@look_up.register
def _(query: Portfolio, desk: ReadingDesk) -> Heavy:
    made = _gather(query.of, desk)
    return Heavy(made)


@look_up.register
def _(query: TakePortfolio, desk: ReadingDesk) -> Heavy:
    from dlcourse.exports.portfolio import TYPES, portfolio_file  # only whoever takes it along needs it

    made = _gather("", desk)

    def file() -> PaperView:
        view = made()
        content = base64.b64encode(portfolio_file(view, query.form)).decode()
        name = f"portfolio-{view.changed[:10] or 'empty'}.{query.form}"
        return PaperView(name=name, type=TYPES[query.form], content=content)

    return Heavy(file)


def _gather(of: str, desk: ReadingDesk) -> Callable[[], PortfolioView]:
    """Read what is needed, all at one moment; what is returned puts it together after the transaction."""
    events = arranged(desk.books, desk.person)
    order = chosen(kept.event for kept in events)
    log, curriculum = log_at(desk.books, desk.person)[1], desk.library.curriculum()
    fit = [entry for entry in log.newest_first if not of or entry.written.session == of]
    picked = [log.entries[one] for one in _ids(order, "entry") if one in log.entries]
    texts = desk.books.texts(words_of([*fit[:OFFERED], *picked], log.promises.values()))
    others = found(desk)
    contents = {
        item: others[kind_of(item)][id_of(item)].read()
        for item in order
        if id_of(item) in others.get(kind_of(item), {})
    }
    name = _name(events, desk)

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
            topics=(PORTFOLIOS + desk.person, REFLECTION + desk.person),
        )

    return put_together


def _ids(order: Iterable[str], kind: Kind) -> Iterator[str]:
    return (id_of(item) for item in order if kind_of(item) == kind)


def _name(events: tuple[Kept, ...], desk: ReadingDesk) -> str:
    """The name that was chosen last, else the one that somebody introduced themselves by."""
    named = [kept.event.words for kept in events if isinstance(kept.event, PortfolioNamed)]
    words = desk.books.text(named[-1]) if named else None
    return introduction(desk.books, desk.person).name if words is None else words


def _piece(item: str, log: Log, curriculum: Curriculum, texts: dict[str, str], other: Content | None) -> Piece | None:
    """A piece as it is now; None where its words are gone."""
    content: Card | PromiseCard | Content | None = other
    match kind_of(item), id_of(item):
        case "entry", one if one in log.entries and log.entries[one].newest.words in texts:
            content = card(log.entries[one], curriculum, texts, WHOLE)
        case "promise", one if one in log.promises and log.promises[one].made.words in texts:
            content = promise_card(log.promises[one], curriculum, texts)
        case _:
            pass
    if content is None:
        return None
    belongs = isinstance(content, Card | PromiseCard)
    session, title = (content.session, content.session_title) if belongs else ("", "")  # type: ignore[union-attr]
    return Piece(item=item, session=session, session_title=title, content=content)


def _entry_offer(entry: Entry, curriculum: Curriculum, texts: dict[str, str], order: tuple[str, ...]) -> Offer:
    one = card(entry, curriculum, texts, BEGINS)
    return Offer(
        item=f"entry/{one.entry}",
        title=one.asked,
        begins=" ".join(step.words for step in one.steps)[:BEGINS],
        where=one.session_title,
        at=one.changed,
        private=one.visibility == "private",
        chosen=f"entry/{one.entry}" in order,
    )


def _promise_offer(promise: Promise, curriculum: Curriculum, texts: dict[str, str], order: tuple[str, ...]) -> Offer:
    one = promise_card(promise, curriculum, texts)
    item = f"promise/{one.commitment}"
    return Offer(
        item=item,
        title=one.asked,
        begins=one.what[:BEGINS],
        where=one.session_title,
        at=one.made,
        private=True,
        chosen=item in order,
    )


def _other_offer(item: str, one: Found, order: tuple[str, ...]) -> Offer:
    return Offer(
        item=item,
        title=one.title,
        begins=one.begins[:BEGINS],
        where=one.where,
        at=one.at,
        private=True,
        chosen=item in order,
    )
