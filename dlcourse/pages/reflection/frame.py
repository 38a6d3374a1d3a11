"""What both kinds of log have: words, the choices for an entry, and the open entry."""

from collections.abc import Collection
from typing import TypedDict

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import HEADING, LONGEST
from dlcourse.domain.reflection.log import EntryView
from dlcourse.domain.reflection.schemas import SCHEMAS, Schema
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.props import MenuOption, PageProps, options
from dlcourse.pages.reflection.entries import OpenedEntry, opened_props
from dlcourse.pages.reflection.readers import ReaderChoice, readers_props
from dlcourse.pages.reflection.words import CONFIDENCE, PROMISE, WORDS, LogWords, PromiseWords


class GuideStep(TypedDict):
    """A step of a way to write, and the question that helps to write it."""

    heading: str
    ask: str


class WritingGuide(TypedDict):
    """A way to write; ``own_steps`` if the person words the steps."""

    id: str
    name: str
    about: str
    steps: list[GuideStep]
    own_steps: bool


class WritingLimits(TypedDict):
    """The most characters of a step's heading, and of an entry."""

    heading: int
    words: int


class LogShared(TypedDict):
    """The props that both kinds of log share.

    ``promise_told`` is what became of the last step with a promise; ``opened`` is None if no entry is open.
    """

    words: LogWords
    promise_words: PromiseWords
    promise_told: str
    readers: list[ReaderChoice]
    guides: list[WritingGuide]
    principles: list[MenuOption]
    confidences: list[MenuOption]
    limits: WritingLimits
    opened: OpenedEntry | None


class LogFrame(PageProps, LogShared):
    """What every log has; ``lead`` and ``note`` stand below its heading."""

    heading: str
    lead: str
    note: str


def same_props(opened: EntryView | None, audiences: Collection[Visibility], told: str) -> LogShared:
    """The props that both kinds of log share: words, the choices for an entry, the open entry."""
    return {
        "words": WORDS,
        "promise_words": PROMISE,
        "promise_told": told,
        "readers": readers_props(audiences),
        "guides": [_guide(schema) for schema in SCHEMAS.values()],
        "principles": options({each.id: f"{each.id}: {each.short}" for each in PRINCIPLES.values()}),
        "confidences": options({str(step): f"{step}: {word}" for step, word in enumerate(CONFIDENCE, 1)}),
        "limits": {"heading": HEADING, "words": LONGEST},
        "opened": opened_props(opened, audiences) if opened else None,
    }


def _guide(schema: Schema) -> WritingGuide:
    return {
        "id": schema.id,
        "name": schema.name,
        "about": schema.about,
        "steps": [{"heading": step.heading, "ask": step.ask} for step in schema.steps],
        "own_steps": schema.own_steps,
    }
