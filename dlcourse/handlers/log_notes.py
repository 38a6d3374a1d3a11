"""What another subject writes into a person's reflection log, in the same transaction as its own event.

The log registers the function that writes it, so that neither subject imports the other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry


@dataclass(frozen=True)
class LogNote:
    """An entry to be written: its ``id``, the session it belongs to, what it answers, and the words under headings.

    The id is made from that of the command that leads to the entry, so that it is written once.
    """

    id: str
    session: str
    asked: str
    steps: tuple[tuple[str, str], ...]
    principles: tuple[str, ...]


TakeNote = Callable[[LogNote, WriteContext], object]
TAKERS: Registry[TakeNote] = Registry("log", FLOOR)
"""What writes such an entry; it is private, like every new entry."""


def takes_notes(name: str) -> Callable[[TakeNote], TakeNote]:
    """Register the function that writes entries into the viewer's log."""
    return TAKERS.register(name)


def into_log(note: LogNote, context: WriteContext) -> None:
    """Write the entry into the viewer's log."""
    for take in TAKERS.values():
        take(note, context)
