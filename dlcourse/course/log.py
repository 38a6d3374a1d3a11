"""Handlers of the log's views: one's own, a session's part, one entry whole, and what somebody else may read."""

import hashlib

from dlcourse.course.desk import Heavy, ReadingDesk, look_up, shows
from dlcourse.course.reflection import REFLECTION, log_at
from dlcourse.domain.log import OneEntry, SessionLog, SharedLog, SharedLogView, WholeLog, WholeLogView
from dlcourse.domain.policy import Relation
from dlcourse.domain.reflection import Entry, Log, entry_of
from dlcourse.domain.search import RECENT, candidates, containing, of_session, points, principles_in, sessions_in, shown
from dlcourse.domain.showing import card, entry_view, promise_card, readable, session_view, shared_view, words_of
from dlcourse.store import drafts_topic


@look_up.register
def _(query: WholeLog, desk: ReadingDesk) -> Heavy:
    _, log = log_at(desk.books, desk.person)
    entries = candidates(log, query)
    needed = entries if query.find.strip() else shown(entries, query.page)[0]
    texts = desk.books.texts(words_of(needed, log.promises.values()))
    return Heavy(lambda: _whole(query, log, entries, texts, desk))


@look_up.register
def _(query: SessionLog, desk: ReadingDesk) -> Heavy:
    _, log = log_at(desk.books, desk.person)
    recent = [entry for entries in of_session(query.session, log).values() for entry in entries[:RECENT]]
    texts = desk.books.texts(words_of(recent, log.promises.values()))
    mine = (who(desk.person), topics(desk.person))
    return Heavy(lambda: session_view(query.session, log, desk.library.curriculum(), texts, *mine))


@look_up.register
def _(query: OneEntry, desk: ReadingDesk) -> Heavy:
    entry = entry_of(query.entry, log_at(desk.books, desk.person)[1])
    texts = desk.books.texts(version.words for version, _ in entry.versions)
    return Heavy(lambda: entry_view(entry, desk.library.curriculum(), texts))


@look_up.register
def _(query: SharedLog, desk: ReadingDesk) -> SharedLogView:
    relations = standing(desk.person, query.author)
    _, log = log_at(desk.books, query.author)
    texts = desk.books.texts(words_of(readable(log, relations)))
    return shared_view(log, relations, texts)


@shows("reflection")
def _(desk: ReadingDesk, _: str) -> None:
    log = log_at(desk.books, desk.person)[1]
    curriculum = desk.library.curriculum()
    every = [version.words for entry in log.entries.values() for version, _ in entry.versions]
    texts = desk.books.texts([*every, *words_of((), log.promises.values())])
    for entry in log.entries.values():
        entry_view(entry, curriculum, texts)
    _whole(WholeLog(), log, candidates(log, WholeLog()), texts, desk)


def standing(viewer: str, author: str) -> frozenset[Relation]:
    """How a viewer stands to an author. Until cohorts exist, everybody else is a stranger."""
    return frozenset({"self"}) if viewer == author else frozenset()


def topics(person: str) -> tuple[str, ...]:
    """What to watch, to hear that the log or a draft changed."""
    return REFLECTION + person, drafts_topic(person)


def who(person: str) -> str:
    """A mark by which a browser keeps one person's words apart from another's; it leads to nobody."""
    return hashlib.sha256(f"log of {person}".encode()).hexdigest()[:16]


def _whole(query: WholeLog, log: Log, entries: list[Entry], texts: dict[str, str], desk: ReadingDesk) -> WholeLogView:
    """Search, and show a page of what was found; outside the transaction, from what was read in it."""
    curriculum = desk.library.curriculum()
    found = containing(entries, query.find, texts) if query.find.strip() else entries
    here, page, pages = shown(found, query.page)
    newest, rated = points(log)
    return WholeLogView(
        cards=tuple(card(entry, curriculum, texts) for entry in here),
        page=page,
        pages=pages,
        found=len(found),
        total=len(log.entries),
        sessions=sessions_in(log, curriculum),
        principles=principles_in(log),
        promises=tuple(promise_card(promise, curriculum, texts) for promise in reversed(tuple(log.promises.values()))),
        points=newest,
        rated=rated,
        who=who(desk.person),
        topics=topics(desk.person),
    )
