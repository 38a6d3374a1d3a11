"""Handlers of the log's views: one's own log, the part of one session, one full entry, and what others may read."""

from datetime import date

from dlcourse.charts.reflection.confidence import confidence
from dlcourse.domain.reflection.entries import Entry, Log, entry_of
from dlcourse.domain.reflection.log import (
    REFLECTION,
    OneEntry,
    SessionLog,
    SharedLog,
    SharedLogView,
    WholeLog,
    WholeLogView,
)
from dlcourse.domain.reflection.log_views import (
    card,
    entry_view,
    promise_card,
    readable,
    session_view,
    shared_in,
    shared_view,
    soonest_first,
    words_of,
)
from dlcourse.domain.reflection.search import (
    RECENT,
    candidates,
    containing,
    of_session,
    points,
    principles_in,
    sessions_in,
    shown,
)
from dlcourse.domain.sharing import Relation, audiences
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.registry import look_up, stream_check
from dlcourse.handlers.relations import name_of, relations_to
from dlcourse.store import utc_now


@look_up.register
def show_whole_log(query: WholeLog, context: ReadContext) -> Heavy:
    _, log = log_at(context.transaction, context.person)
    entries = candidates(log, query)
    needed = entries if query.find.strip() else shown(entries, query.page)[0]
    texts = context.transaction.texts(words_of(needed, log.promises.values()))
    return Heavy(lambda: _whole(query, log, entries, texts, context))


@look_up.register
def show_session_log(query: SessionLog, context: ReadContext) -> Heavy:
    _, log = log_at(context.transaction, context.person)
    recent = [entry for entries in of_session(query.session, log).values() for entry in entries[:RECENT]]
    texts = context.transaction.texts(words_of(recent, log.promises.values()))
    return Heavy(
        lambda: session_view(
            query.session,
            log,
            context.library.curriculum(),
            texts,
            today(),
            audiences(others(context.viewer)),
            REFLECTION + context.person,
        )
    )


@look_up.register
def show_one_entry(query: OneEntry, context: ReadContext) -> Heavy:
    entry = entry_of(query.entry, log_at(context.transaction, context.person)[1])
    texts = context.transaction.texts(version.words for version, _ in entry.versions)
    return Heavy(lambda: entry_view(entry, context.library.curriculum(), texts))


@look_up.register
def show_shared_log(query: SharedLog, context: ReadContext) -> SharedLogView:
    relations = relations_to(context, query.author)
    log = shared_in(log_at(context.transaction, query.author)[1], context.viewer.cohort)
    texts = context.transaction.texts(words_of(readable(log, relations)))
    name = name_of(context, query.author) if relations else ""
    return shared_view(log, relations, texts).model_copy(update={"name": name})


@stream_check("reflection")
def check_reflection(context: ReadContext, _: str) -> None:
    log = log_at(context.transaction, context.person)[1]
    curriculum = context.library.curriculum()
    every = [version.words for entry in log.entries.values() for version, _ in entry.versions]
    texts = context.transaction.texts([*every, *words_of((), log.promises.values())])
    for entry in log.entries.values():
        entry_view(entry, curriculum, texts)
    _whole(WholeLog(), log, candidates(log, WholeLog()), texts, context)


def others(viewer: Viewer) -> frozenset[Relation]:
    """The relations in which other people stand to the viewer. Without a cohort there is nobody."""
    return frozenset({"facilitator", "reviewer", "cohort"}) if viewer.cohort else frozenset()


def today() -> date:
    """The day on which a page is looked at, in UTC."""
    return utc_now().date()


def _whole(
    query: WholeLog, log: Log, entries: list[Entry], texts: dict[str, str], context: ReadContext
) -> WholeLogView:
    """Search, and return a page of results. This runs after the transaction, on what was read in it."""
    curriculum = context.library.curriculum()
    found = containing(entries, query.find, texts) if query.find.strip() else entries
    here, page, pages = shown(found, query.page)
    newest, rated = points(log)
    promises = [promise_card(promise, curriculum, texts, today()) for promise in log.promises.values()]
    return WholeLogView(
        cards=tuple(card(entry, curriculum, texts) for entry in here),
        page=page,
        pages=pages,
        found=len(found),
        total=len(log.entries),
        sessions=sessions_in(log, curriculum),
        principles=principles_in(log),
        promises=(*soonest_first(promises), *(each for each in reversed(promises) if not each.due)),
        chart=confidence(newest, rated),
        audiences=audiences(others(context.viewer)),
        topic=REFLECTION + context.person,
        damaged=log.damaged,
    )
