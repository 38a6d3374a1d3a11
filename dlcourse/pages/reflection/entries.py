"""Entries of the log as they are shown: in a list, or opened with their earlier versions."""

from collections.abc import Collection, Iterable
from typing import TypedDict

from dlcourse.domain.reflection.entries import EntryStep
from dlcourse.domain.reflection.log import EntryCard, EntryView
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.form import FormProps
from dlcourse.pages.reflection.readers import ReaderChoice, reader_choices, who_reads
from dlcourse.pages.reflection.words import ABOUT, VERSIONS, WITHOUT_QUESTION, sure
from dlcourse.pages.reflection.writing_form import next_version
from dlcourse.pages.words import counted, listed


class WrittenStep(TypedDict):
    """A step of an entry; its heading may be empty."""

    heading: str
    words: str


class LogEntry(TypedDict):
    """An entry in a list.

    ``cut`` if only the beginning of its words is here; ``changed`` and ``versions`` are empty if it has one version.
    ``choices`` are the audiences to choose from; there are none while nobody else is there.
    """

    entry: str
    title: str
    session: str
    steps: list[WrittenStep]
    cut: bool
    written: str
    changed: str
    versions: str
    notes: list[str]
    visibility: Visibility
    readers: str
    choices: list[ReaderChoice]


class OldVersion(TypedDict):
    """An earlier version of an entry."""

    at: str
    steps: list[WrittenStep]
    notes: list[str]


class OpenedEntry(LogEntry):
    """An open entry: all of its words, its earlier versions, and the form that changes it."""

    form: FormProps
    before: list[OldVersion]


def entry_props(card: EntryCard, audiences: Collection[Visibility]) -> LogEntry:
    """An entry in a list; ``audiences`` are those that have readers."""
    newest = card.newest
    about = ABOUT.format(principles=listed(list(newest.principles))) if newest.principles else ""
    return {
        "entry": card.entry,
        "title": card.asked or WITHOUT_QUESTION,
        "session": card.session_title,
        "steps": _steps(newest.steps),
        "cut": card.cut,
        "written": card.written,
        "changed": newest.at if card.versions > 1 else "",
        "versions": counted(card.versions, *VERSIONS) if card.versions > 1 else "",
        "notes": [about, sure(newest.confidence)],
        "visibility": newest.visibility,
        "readers": who_reads(newest.visibility, audiences),
        "choices": reader_choices(newest.visibility, audiences),
    }


def opened_props(view: EntryView, audiences: Collection[Visibility]) -> OpenedEntry:
    """An open entry, with what a form needs to go on from it."""
    card = view.card
    return {
        **entry_props(card, audiences),
        "form": next_version(card),
        "before": [{"at": old.at, "steps": _steps(old.steps), "notes": [sure(old.confidence)]} for old in view.before],
    }


def _steps(steps: Iterable[EntryStep]) -> list[WrittenStep]:
    return [{"heading": step.heading, "words": step.words} for step in steps]
