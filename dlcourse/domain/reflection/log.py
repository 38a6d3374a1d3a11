"""The queries of the log and their views: the whole log with search, one session, one entry, another person's log.

The views are made in `search` and `log_views`.
"""

from datetime import date

from pydantic import Field

from dlcourse.domain.chart import Chart
from dlcourse.domain.reflection.commitments import Outcome
from dlcourse.domain.reflection.entries import EntryNotes, EntryStep
from dlcourse.domain.sessions import Prompt
from dlcourse.domain.sharing import Visibility
from dlcourse.domain.speech import Query, Value, View

REFLECTION = "reflection/"
"""Before a person's id: the stream of their log, and the topic under which changes of it are announced."""


class WholeLog(Query):
    """A page of my log, newest first: entries that contain all these words, of this session, with this principle."""

    find: str = Field(default="", max_length=200)
    session: str = ""
    principle: str = ""
    page: int = Field(default=1, ge=1)


class SessionLog(Query):
    """The prompts of a session, my entries to them, and open promises."""

    session: str


class OneEntry(Query):
    """An entry of mine, whole, with its earlier versions."""

    entry: str


class SharedLog(Query):
    """What I may read of another person's log."""

    author: str


class EntryVersion(EntryNotes):
    """An entry as it was saved at one time."""

    steps: tuple[EntryStep, ...]
    at: str


class EntryCard(Value):
    """An entry with its newest version. Its visibility says who may read the entry now.

    ``cut`` is True if this is only the beginning of its words; ``written`` is when the first version was saved.
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
    """A promise; ``by`` is the day that counts now, and ``due`` is True if it is time to ask about it.

    ``words`` is the id of its words; ``changed`` is when it was last changed, or empty.
    """

    commitment: str
    session: str
    session_title: str
    asked: str
    words: str
    what: str
    by: date | None
    open: bool
    due: bool
    made: str
    changed: str
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
    """A page of my log; ``found`` of ``total`` entries match. ``chart`` shows how sure I was over time.

    ``audiences`` are the audiences that have readers. ``topic`` changes with the log. ``damaged`` is the number of
    things done in the log that cannot be read any more.
    """

    cards: tuple[EntryCard, ...]
    page: int
    pages: int
    found: int
    total: int
    sessions: tuple[FilterChoice, ...]
    principles: tuple[str, ...]
    promises: tuple[PromiseCard, ...]
    chart: Chart | None
    audiences: tuple[Visibility, ...]
    topic: str
    damaged: int = 0


class Asked(Value):
    """A prompt with my last entries to it, the newest first, and how many there are in all."""

    prompt: Prompt
    cards: tuple[EntryCard, ...]
    all: int


class SessionLogView(View):
    """A session's part of my log: ``due`` are promises to ask about now, ``own`` the other ones of this session.

    ``audiences`` are the audiences that have readers.
    """

    session: str
    title: str
    asked: tuple[Asked, ...]
    free: tuple[EntryCard, ...]
    commitment: str
    due: tuple[PromiseCard, ...]
    own: tuple[PromiseCard, ...]
    audiences: tuple[Visibility, ...]
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
    """The entries of another person that I may read; empty also if there is no such person.

    ``name`` is theirs in the viewer's cohort; empty for somebody who is not in it.
    """

    cards: tuple[SharedCard, ...]
    name: str = ""
