"""Handlers of the portfolio's views: what was chosen as it is now, what could be, and the whole of it as a file."""

import base64
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dlcourse.course.arrangement import any_level, arranged
from dlcourse.course.desk import Heavy, ReadingDesk, look_up
from dlcourse.course.reflection import REFLECTION, log_at
from dlcourse.course.roleplay import plays
from dlcourse.course.start import introduction
from dlcourse.domain.attempts import Attempt
from dlcourse.domain.check_again import CheckAgain, CheckAgainView
from dlcourse.domain.commitments import Promise
from dlcourse.domain.curriculum import Curriculum
from dlcourse.domain.debrief import DebriefView
from dlcourse.domain.log import Card, PromiseCard
from dlcourse.domain.paper import PaperView
from dlcourse.domain.portfolio import (
    PORTFOLIOS,
    Checked,
    Kind,
    Offer,
    Piece,
    Played,
    Portfolio,
    PortfolioNamed,
    PortfolioView,
    TakePortfolio,
    chosen,
    id_of,
    kind_of,
)
from dlcourse.domain.reflection import Entry, Log
from dlcourse.domain.roleplay import Debrief
from dlcourse.domain.search import sessions_in
from dlcourse.domain.showing import card, promise_card, words_of
from dlcourse.domain.speech import View
from dlcourse.domain.start import Check, CheckView
from dlcourse.store import Kept

OFFERED = 60
"""Entries that are offered at once, the newest; a session's own can be asked for."""
WHOLE = 10**6
"""Characters of an entry in the portfolio: all of them."""
BEGINS = 200
"""Characters of what is offered."""
V = TypeVar("V", bound=View)


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
    mine = [attempt for attempt in plays(desk) if attempt.ended]
    played = {one.play: _played(one, desk) for one in mine if one.play in set(_ids(order, "play"))}
    asked = [each.of for each in curriculum.exercises if each.kind == "self-check"]
    checked = {check: _checked(check, desk) for check in asked if any_level(check, desk)}
    name = _name(events, desk)

    def put_together() -> PortfolioView:
        pieces = (_piece(item, log, curriculum, texts, played, checked) for item in order)
        return PortfolioView(
            name=name,
            pieces=tuple(piece for piece in pieces if piece),
            offers={
                "entry": tuple(_entry_offer(one, curriculum, texts, order) for one in fit[:OFFERED]),
                "promise": tuple(
                    _promise_offer(one, curriculum, texts, order) for one in reversed(tuple(log.promises.values()))
                ),
                "play": tuple(_play_offer(one, order) for one in mine),
                "check": tuple(_check_offer(one, order) for one in checked.values()),
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


def _piece(  # noqa: PLR0913, PLR0917 (all there is to choose from)
    item: str,
    log: Log,
    curriculum: Curriculum,
    texts: dict[str, str],
    played: dict[str, Played],
    checked: dict[str, Checked],
) -> Piece | None:
    """A piece as it is now; None where its words are gone."""
    content: Card | PromiseCard | Played | Checked | None = None
    match kind_of(item), id_of(item):
        case "entry", one if one in log.entries and log.entries[one].newest.words in texts:
            content = card(log.entries[one], curriculum, texts, WHOLE)
        case "promise", one if one in log.promises and log.promises[one].made.words in texts:
            content = promise_card(log.promises[one], curriculum, texts)
        case "play", one:
            content = played.get(one)
        case "check", one:
            content = checked.get(one)
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


def _play_offer(one: Attempt, order: tuple[str, ...]) -> Offer:
    item = f"play/{one.play}"
    return Offer(
        item=item,
        title=f"{one.title}: attempt {one.number}",
        begins=one.outcome or one.decided,
        where=one.seat,
        at=one.changed,
        private=True,
        chosen=item in order,
    )


def _check_offer(one: Checked, order: tuple[str, ...]) -> Offer:
    item = f"check/{one.first.check}"
    return Offer(item=item, title=one.first.title, begins="", where="", at="", private=True, chosen=item in order)


def _played(one: Attempt, desk: ReadingDesk) -> Played:
    return Played(number=one.number, at=one.changed, debrief=_seen(DebriefView, look_up(Debrief(play=one.play), desk)))


def _checked(check: str, desk: ReadingDesk) -> Checked:
    first = _seen(CheckView, look_up(Check(check=check), desk))
    return Checked(first=first, both=_seen(CheckAgainView, look_up(CheckAgain(check=check), desk)))


def _seen(kind: type[V], view: View | Heavy) -> V:
    assert isinstance(view, kind)
    return view
