"""The store at one moment, for reading. Whatever a query asks for several times is read once.

Only a transaction that never writes can do that, and nothing is remembered longer than it lasts.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from dlcourse.store.events import ReadTransaction
from dlcourse.store.stored import StoredEvent, StreamSummary

T = TypeVar("T")


class Snapshot(ReadTransaction):
    """The store at one moment. A stream is read once, however many handlers look at it."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection, in its transaction, in which nothing changes."""
        super().__init__(connection)
        self._found: dict[Hashable, Any] = {}

    def events(self, stream: str, after: int = 0) -> tuple[StoredEvent, ...]:
        """As `ReadTransaction.events`."""
        return self._once(("events", stream, after), lambda: super(Snapshot, self).events(stream, after))

    def readable_events(self, stream: str, after: int = 0) -> tuple[StoredEvent, ...]:
        """As `ReadTransaction.readable_events`."""
        return self._once(("readable", stream, after), lambda: super(Snapshot, self).readable_events(stream, after))

    def streams(self, prefix: str, person: str) -> tuple[StreamSummary, ...]:
        """As `ReadTransaction.streams`."""
        return self._once(("streams", prefix, person), lambda: super(Snapshot, self).streams(prefix, person))

    @property
    def home(self) -> str:
        """As `ReadTransaction.home`."""
        return self._once("home", lambda: super(Snapshot, self).home)

    def _once(self, name: Hashable, read: Callable[[], T]) -> T:
        if name not in self._found:
            self._found[name] = read()
        return cast("T", self._found[name])
