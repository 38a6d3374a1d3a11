"""What the events of a log add up to, damaged ones included."""

from collections.abc import Iterable
from dataclasses import replace

from dlcourse.domain.reflection.commitments import COMMITTED, CommitmentAnswered, CommitmentDeleted, promised
from dlcourse.domain.reflection.entries import Entry, EntryRevised, EntryShared, EntryWritten, Log
from dlcourse.domain.speech import Damaged, Event

Happened = tuple[Event, str]
"""An event, and when."""


def log_of(happened: Iterable[Happened], before: Log | None = None) -> Log:
    """The log after these events, starting from the log ``before`` them.

    A damaged event may have made an entry private, so all entries before it are private until they are shared again.
    """
    before = before or Log()
    entries, promises, damaged = dict(before.entries), dict(before.promises), before.damaged
    for event, at in happened:
        match event:
            case EntryWritten():
                entries[event.entry] = Entry(event, ((event, at),), event.visibility, event.cohort)
            case EntryRevised():
                past = entries.get(event.entry) or Entry(_first_version_lost(event), (), event.visibility)
                versions = (*past.versions, (event, at))
                entries[event.entry] = replace(
                    past, versions=versions, visibility=event.visibility, cohort=event.cohort
                )
            case EntryShared() if event.entry in entries:
                shared = entries[event.entry]
                entries[event.entry] = replace(shared, visibility=event.visibility, cohort=event.cohort)
            case CommitmentAnswered() if event.commitment not in promises:
                pass  # the event that made it is lost
            case _ if isinstance(event, COMMITTED):
                promises[event.commitment] = promised(event, at, promises.get(event.commitment))
            case CommitmentDeleted():
                promises.pop(event.commitment, None)
            case Damaged():
                damaged += 1
                entries = {name: replace(entry, visibility="private") for name, entry in entries.items()}
    return Log(entries, promises, damaged)


def _first_version_lost(revised: EntryRevised) -> EntryWritten:
    """Stands for the first version of an entry if that is damaged. Nobody knows any more what was asked."""
    return EntryWritten(session="", prompt="", asked="", **revised.model_dump())
