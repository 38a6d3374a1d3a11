"""What a portfolio can take from the log: entries and promises."""

from collections.abc import Sequence

from dlcourse.domain.document import DocumentItem
from dlcourse.domain.reflection.commitments import Promise
from dlcourse.domain.reflection.entries import Entry, Log
from dlcourse.domain.reflection.log import REFLECTION
from dlcourse.domain.reflection.log_views import card, promise_card, words_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, portfolio_source
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.reflection.log_views import today
from dlcourse.pages.reflection.portfolio import ENTRIES, PROMISES, entry_item, promise_item

WHOLE = 10**6
"""The number of characters of an entry that a portfolio shows: all of them."""
BEGINS = 200
"""The number of characters of an entry that an offer shows."""


@portfolio_source(ENTRIES)
def find_entries(context: ReadContext) -> Finds:
    log = log_at(context.transaction, context.person)[1]
    topic = REFLECTION + context.person
    return Finds(
        {entry.newest.entry: entry.written.session for entry in log.newest_first},
        lambda ids: _entry_offers(_entries(ids, log), context),
        lambda ids: _entry_items(_entries(ids, log), context),
        (topic,),
    )


@portfolio_source(PROMISES)
def find_promises(context: ReadContext) -> Finds:
    promises = log_at(context.transaction, context.person)[1].promises
    return Finds(
        {one: promises[one].made.session for one in reversed(list(promises))},
        lambda ids: _promise_offers({one: promises[one] for one in ids}, context),
        lambda ids: _promise_items({one: promises[one] for one in ids}, context),
    )


def _entries(ids: Sequence[str], log: Log) -> dict[str, Entry]:
    return {one: log.entries[one] for one in ids}


def _entry_offers(entries: dict[str, Entry], context: ReadContext) -> dict[str, Offer]:
    texts, curriculum = context.transaction.texts(words_of(entries.values())), context.library.curriculum()
    cards = {one: card(entry, curriculum, texts, BEGINS) for one, entry in entries.items()}
    return {
        one: Offer(
            each.asked,
            " ".join(step.words for step in each.newest.steps)[:BEGINS],
            each.session_title,
            each.newest.at,
            each.newest.visibility == "private",
        )
        for one, each in cards.items()
    }


def _entry_items(entries: dict[str, Entry], context: ReadContext) -> dict[str, DocumentItem]:
    texts, curriculum = context.transaction.texts(words_of(entries.values())), context.library.curriculum()
    return {
        one: entry_item(card(entry, curriculum, texts, WHOLE))
        for one, entry in entries.items()
        if entry.newest.words in texts
    }


def _promise_offers(promises: dict[str, Promise], context: ReadContext) -> dict[str, Offer]:
    texts, curriculum = context.transaction.texts(words_of((), promises.values())), context.library.curriculum()
    cards = {one: promise_card(promise, curriculum, texts, today()) for one, promise in promises.items()}
    return {one: Offer(each.asked, each.what, each.session_title, each.made) for one, each in cards.items()}


def _promise_items(promises: dict[str, Promise], context: ReadContext) -> dict[str, DocumentItem]:
    texts, curriculum = context.transaction.texts(words_of((), promises.values())), context.library.curriculum()
    return {
        one: promise_item(promise_card(promise, curriculum, texts, today()))
        for one, promise in promises.items()
        if promise.words in texts
    }
