"""What both kinds of log have: words, what became of the last promise, and the open entry."""

from collections.abc import Collection
from typing import TypedDict

from dlcourse.domain.reflection.log import EntryView
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.props import PageProps
from dlcourse.pages.reflection.entries import OpenedEntry, opened_props
from dlcourse.pages.reflection.words import PROMISE, WORDS, LogWords, PromiseWords


class LogShared(TypedDict):
    """The props that both kinds of log share.

    ``promise_told`` is what became of the last step with a promise; ``opened`` is None if no entry is open.
    """

    words: LogWords
    promise_words: PromiseWords
    promise_told: str
    opened: OpenedEntry | None


class LogFrame(PageProps, LogShared):
    """What every log has; ``lead`` and ``note`` stand below its heading."""

    heading: str
    lead: str
    note: str


def same_props(opened: EntryView | None, audiences: Collection[Visibility], told: str) -> LogShared:
    """The props that both kinds of log share: words, what became of the last promise, and the open entry."""
    return {
        "words": WORDS,
        "promise_words": PROMISE,
        "promise_told": told,
        "opened": opened_props(opened, audiences) if opened else None,
    }
