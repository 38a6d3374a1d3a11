"""What is read from the store: events, streams, drafts, and where people stand."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from dlcourse.domain.event_versions import read_event
from dlcourse.domain.speech import Damaged, Event
from dlcourse.errors import CourseError
from dlcourse.store import database_errors
from dlcourse.store import tables as t
from dlcourse.store.checksums import event_name, is_whole

MOST_REMEMBERED = 8192
"""So many events that were read are kept in memory; a thousand take one and a half megabytes."""
LONGEST_REMEMBERED = 2000
"""Characters of such an event. Longer ones, such as a scenario or a figure about thousands of people, are rare."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event in its stream. Versions count from 1; ``at`` is ISO 8601, UTC."""

    stream: str
    version: int
    command: str
    actor: str
    event: Event
    at: str


@dataclass(frozen=True, slots=True)
class StreamSummary:
    """A stream in which somebody takes part: its length, and the times of its first and its last event."""

    stream: str
    version: int
    began: str
    changed: str


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """Words that were not sent yet, and when they were stored."""

    words: str
    at: str


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event with its place among all events of the store. Numbers grow, and some are left out."""

    seq: int
    stored: StoredEvent


NOWHERE = "0 0 0"
"""The mark of somebody who takes part in no stream."""


@dataclass(frozen=True, slots=True)
class PersonState:
    """Where a person stands.

    ``mark`` changes whenever a stream in which they take part changes. ``last_seen`` is when they last did something
    (ISO 8601, UTC); empty if they never did.
    """

    mark: str
    last_seen: str

    @property
    def is_nowhere(self) -> bool:
        """Whether they take part in no stream: they did nothing yet, or were erased."""
        return self.mark == NOWHERE


@dataclass(frozen=True, slots=True)
class Projected:
    """A stored value of a projection, as JSON, and the mark of the state for which it was computed."""

    mark: str
    body: str


def stored(row: Row[Any]) -> StoredEvent:
    """The event in this row. Raises a `CourseError` if it is damaged, or of a kind that this version does not know."""
    if not is_whole(t.events, row):
        raise CourseError(event_name(row), *database_errors.BAD_ROW)
    return StoredEvent(row.stream, row.version, row.command, row.actor, _event(row), row.at)


def decoded(row: Row[Any]) -> StoredEvent:
    """Like `stored`, but a row that is equal in all columns is read once: the same event comes again and again.

    Each command and each page reads what happened before, of which only the end is new.
    """
    return _decoded(row) if len(row.body) <= LONGEST_REMEMBERED else stored(row)


_decoded = lru_cache(maxsize=MOST_REMEMBERED)(stored)


def damaged(stream: str, version: int) -> StoredEvent:
    """Stands for an event that cannot be read."""
    return StoredEvent(stream, version, "", "", Damaged(), database_errors.LONG_AGO)


def _event(row: Row[Any]) -> Event:
    try:
        return read_event(row.kind, json.loads(row.body))
    except (ValueError, TypeError, CourseError):
        raise CourseError(
            event_name(row),
            f"this version of the course cannot read '{row.kind}'",
            "Install the version that wrote it, or put back a copy of the store.",
        ) from None
