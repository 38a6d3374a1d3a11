"""Entries of the log as they are shown: in a list, or opened with their earlier versions."""

from collections.abc import Iterable
from typing import TypedDict

from dlcourse.domain.reflection.entries import EntryStep
from dlcourse.domain.reflection.log import EntryCard, EntryVersion, EntryView
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.reflection.words import READERS, WORDS, sure
from dlcourse.pages.reflection.writing_form import LogForm, form
from dlcourse.pages.words import counted, listed


class WrittenStep(TypedDict):
    """A step of an entry; its heading may be empty."""

    heading: str
    words: str


class LogEntry(TypedDict):
    """An entry in a list.

    ``cut`` if only the beginning of its words is here; ``changed`` and ``versions`` are empty if it has one version.
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


class EntryValues(TypedDict):
    """What was chosen for an entry, for the form that changes it."""

    guide: str
    principles: tuple[str, ...]
    confidence: int | None
    visibility: Visibility


class OldVersion(TypedDict):
    """An earlier version of an entry."""

    at: str
    steps: list[WrittenStep]
    notes: list[str]


class OpenedEntry(LogEntry):
    """An open entry: all of its words, its earlier versions, and the form that changes it."""

    form: LogForm
    values: EntryValues
    before: list[OldVersion]


def entry_props(card: EntryCard) -> LogEntry:
    """An entry in a list."""
    newest = card.newest
    return {
        "entry": card.entry,
        "title": card.asked or "Without a question",
        "session": card.session_title,
        "steps": _steps(newest.steps),
        "cut": card.cut,
        "written": card.written,
        "changed": newest.at if card.versions > 1 else "",
        "versions": counted(card.versions, "version", "versions") if card.versions > 1 else "",
        "notes": [f"About {listed(list(newest.principles))}" if newest.principles else "", sure(newest.confidence)],
        "visibility": newest.visibility,
        "readers": READERS[newest.visibility][2],
    }


def opened_props(view: EntryView) -> OpenedEntry:
    """An open entry, with what a form needs to go on from it."""
    card = view.card
    return {
        **entry_props(card),
        "form": form(f"entry/{card.entry}", WORDS["edit"], "ReviseEntry", entry=card.entry, after=card.versions),
        "values": _values(card.newest),
        "before": [{"at": old.at, "steps": _steps(old.steps), "notes": [sure(old.confidence)]} for old in view.before],
    }


def _values(version: EntryVersion) -> EntryValues:
    return {
        "guide": version.guide,
        "principles": version.principles,
        "confidence": version.confidence,
        "visibility": version.visibility,
    }


def _steps(steps: Iterable[EntryStep]) -> list[WrittenStep]:
    return [{"heading": step.heading, "words": step.words} for step in steps]
