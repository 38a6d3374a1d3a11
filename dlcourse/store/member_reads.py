"""What can be read about those who take part in streams, within one transaction, and how reads are remembered."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from sqlalchemy import Connection

from dlcourse.store import members, statements
from dlcourse.store.ahead import role_key
from dlcourse.store.stored import StreamSummary

T = TypeVar("T")


class MemberReads:
    """The members of streams at one moment. What is asked for several times is read once."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection, in its transaction."""
        self._connection = connection
        self._read: dict[Hashable, object] = {}

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what ``read`` returned when it was first called for this key since the last change."""
        if key not in self._read:
            self._read[key] = read()
        return cast("T", self._read[key])

    def members(self, stream: str) -> dict[str, str]:
        """Return everybody who takes part in the stream, with their roles."""
        return members.of_stream(self._connection, stream)

    def member_count(self, stream: str) -> int:
        """Return how many take part in the stream."""
        return members.number(self._connection, stream)

    def also_in(self, stream: str, prefix: str) -> frozenset[str]:
        """Return those who take part in the stream, and also in another one whose name begins with ``prefix``."""
        return members.also_in(self._connection, stream, prefix)

    def erased_members(self, stream: str) -> int:
        """Return how many who took part in the stream were erased since."""
        return members.erased(self._connection, stream)

    def streams(self, prefix: str, person: str) -> tuple[StreamSummary, ...]:
        """Return the streams with this prefix in which the person takes part, the most recently begun first."""
        return self.once(("streams", prefix, person), lambda: self._streams(prefix, person))

    def _streams(self, prefix: str, person: str) -> tuple[StreamSummary, ...]:
        if self._no_role(prefix, person):
            return ()
        which = {"person": person, "prefix": prefix, "length": len(prefix)}
        return tuple(StreamSummary(*row) for row in self._connection.execute(statements.SUMMARIES, which))

    def is_member(self, stream: str, person: str) -> bool:
        """Return whether the person takes part in the stream; False if there is no stream."""
        return self.role(stream, person) is not None

    def role(self, stream: str, person: str) -> str | None:
        """Return what the person is in the stream: empty for a mere seat, None if they do not take part."""
        return self.once(role_key(stream, person), lambda: members.role(self._connection, stream, person))

    def roles(self, prefix: str, person: str) -> dict[str, str]:
        """Return the streams with this prefix in which the person takes part, with their roles there."""
        if self._no_role(prefix, person):
            return {}
        return dict(self.once(("roles", prefix, person), lambda: members.of_person(self._connection, prefix, person)))

    def _no_role(self, prefix: str, person: str) -> bool:
        """Whether it was read already that the person takes part in no stream with this prefix."""
        all_of_them = cast("dict[str, str] | None", self._read.get(("roles", "", person)))
        return all_of_them is not None and not any(stream.startswith(prefix) for stream in all_of_them)
