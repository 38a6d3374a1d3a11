"""The log as it is seen: one's own, whole and searchable, a session's part of it, and another's as far as it is shared.

These are the questions and what is answered; how the answers are made is in `search` and `log_views`.
"""

from datetime import date

from pydantic import Field

from dlcourse.domain.reflection.commitments import Outcome
from dlcourse.domain.reflection.entries import EntryNotes, EntryStep, Visibility
from dlcourse.domain.sessions import Prompt
from dlcourse.domain.speech import Query, Value, View

REFLECTION = "reflection/"
"""Before a person's id: the stream of their log, and the topic under which changes of it are announced."""


class WholeLog(Query):
    """My log, newest first: entries with all these words, of this session, with this principle; a page of them."""

    find: str = Field(default="", max_length=200)
    session: str = ""
    principle: str = ""
    page: int = Field(default=1, ge=1)


class SessionLog(Query):
    """What a session asks, what I wrote to it, and which promises are open."""

    session: str


class OneEntry(Query):
    """An entry of mine, whole, with its earlier versions."""

    entry: str


class SharedLog(Query):
    """What another person's log shows me."""

    author: str


class EntryVersion(EntryNotes):
    """An entry as it was saved at one time."""

    steps: tuple[EntryStep, ...]
    at: str


class EntryCard(Value):
    """An entry with its newest version, whose visibility is who may read it now.

    ``cut`` where only the beginning of its words is here; ``written`` is when the first version was saved.
    """

    entry: str
    session: str
    session_title: str
    prompt: str
    asked: str
    newest: EntryVersion
    cut: bool
    versions: int
    written: str


class AnswerCard(Value):
    """What became of a promise, as its maker said it."""

    outcome: Outcome
    words: str
    again: date | None
    at: str


class PromiseCard(Value):
    """A promise; ``by`` is the day that counts now."""

    commitment: str
    session: str
    session_title: str
    asked: str
    what: str
    by: date | None
    open: bool
    made: str
    answers: tuple[AnswerCard, ...]


class FilterChoice(Value):
    """Something to filter by."""

    id: str
    name: str


class Point(Value):
    """How sure somebody was when they wrote an entry."""

    at: str
    confidence: int
    asked: str


class WholeLogView(View):
    """A page of my log; ``found`` of ``total`` entries fit, ``rated`` of all say how sure one was.

    ``topic`` changes with the log.
    """

    cards: tuple[EntryCard, ...]
    page: int
    pages: int
    found: int
    total: int
    sessions: tuple[FilterChoice, ...]
    principles: tuple[str, ...]
    promises: tuple[PromiseCard, ...]
    points: tuple[Point, ...]
    rated: int
    topic: str


class Asked(Value):
    """A prompt with my last entries to it, the newest first, and how many there are in all."""

    prompt: Prompt
    cards: tuple[EntryCard, ...]
    all: int


class SessionLogView(View):
    """A session's part of my log; ``earlier`` are open promises of other sessions, ``own`` those of this one."""

    session: str
    title: str
    asked: tuple[Asked, ...]
    free: tuple[EntryCard, ...]
    commitment: str
    earlier: tuple[PromiseCard, ...]
    own: tuple[PromiseCard, ...]
    topic: str


class EntryView(View):
    """An entry, whole; ``before`` are its earlier versions, the newest first."""

    card: EntryCard
    before: tuple[EntryVersion, ...]


class SharedCard(Value):
    """An entry as somebody else may see it: its newest version, and nothing about how sure its author was."""

    entry: str
    session: str
    asked: str
    steps: tuple[EntryStep, ...]
    principles: tuple[str, ...]
    visibility: Visibility
    changed: str


class SharedLogView(View):
    """Another person's entries, as far as they let me read them; nothing, also for whoever does not exist."""

    cards: tuple[SharedCard, ...]
