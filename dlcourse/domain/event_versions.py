"""Versions of kinds of events, and how an event of an earlier version is read.

When the fields of a kind change, its `Event.VERSION` is raised, and a function registered here turns the fields of the
version before into the new ones. Such a function is never removed, because stores and files keep what was recorded.
The version stands behind the name of the kind, as in ``PlayBegun@2``; the first version stands there without a number.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from dlcourse.domain.speech import KINDS, TAG, Event, decode
from dlcourse.errors import CourseError

MARK = "@"
Fields = Mapping[str, Any]
Reader = Callable[[Fields], Fields]
READERS: dict[tuple[str, int], Reader] = {}
"""For each kind and each of its earlier versions, what turns its fields into those of the version after it."""


def reads_version(kind: type[Event], version: int) -> Callable[[Reader], Reader]:
    """Register the function that turns the fields of this version of a kind into those of the next version."""

    def register(reader: Reader) -> Reader:
        if READERS.setdefault((kind.__name__, version), reader) is not reader:
            raise TypeError(f"two functions read version {version} of {kind.__name__}")
        return reader

    return register


def stored_kind(kind: type[Event]) -> str:
    """What is stored as the kind of an event that is recorded now."""
    return _named(kind.__name__, kind.VERSION)


def stored_kinds(names: Collection[str]) -> list[str]:
    """What may be stored as the kind of an event of one of these kinds, in whatever version, in order."""
    return sorted(_named(name, version) for name in names for version in range(1, _newest(name) + 1))


def read_event(stored: str, fields: Fields) -> Event:
    """The event that was stored as this kind with these fields.

    Raises a `CourseError` if this version of the course cannot read it.
    """
    name, _, number = stored.partition(MARK)
    version, newest = int(number) if number.isdecimal() else 1, _newest(name)
    if version > newest or _named(name, version) != stored:
        raise CourseError("event", f"'{stored}' is not a known event", "Install the version that wrote it.")
    try:
        for earlier in range(version, newest):
            fields = READERS[name, earlier](fields)
    except (LookupError, TypeError, ValueError, AttributeError):  # the fields are not those of that version
        raise CourseError("event", f"'{stored}' has other fields than it had then", "Put back a copy of it.") from None
    return decode(Event, {TAG: name, **fields})


def _newest(name: str) -> int:
    kind = KINDS.get(name)
    return kind.VERSION if kind and issubclass(kind, Event) else 1


def _named(name: str, version: int) -> str:
    return name if version == 1 else f"{name}{MARK}{version}"
