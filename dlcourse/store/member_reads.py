"""What can be read about those who take part in streams, within one transaction."""

from typing import cast

from sqlalchemy import Connection

from dlcourse.store import across, members, statements
from dlcourse.store.ahead import role_key
from dlcourse.store.cached_reads import ALL, CachedReads
from dlcourse.store.stored import StreamSummary


class MemberReads(CachedReads):
    """The members of streams at one moment."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection, in its transaction."""
        super().__init__()
        self._connection = connection

    def members(self, stream: str) -> dict[str, str]:
        """Return everybody who takes part in the stream, with their roles."""
        return dict(self.once(("members", stream), lambda: members.of_stream(self._connection, stream)))

    def member_count(self, stream: str) -> int:
        """Return how many take part in the stream."""
        self._note(stream)
        return members.number(self._connection, stream)

    def also_in(self, stream: str, prefix: str) -> frozenset[str]:
        """Return those who take part in the stream, and also in another one whose name begins with ``prefix``."""
        return members.also_in(self._connection, stream, prefix)

    def erased_members(self, stream: str) -> int:
        """Return how many who took part in the stream were erased since."""
        self._note(stream)
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
            self._note(prefix + ALL)
            return {}
        return dict(self.once(("roles", prefix, person), lambda: members.of_person(self._connection, prefix, person)))

    def last_numbers(self, person: str) -> dict[str, int]:
        """Return the streams in which the person takes part, with the number of the last event of each.

        A stream changes this number whenever something is added to it, or it is written anew.
        """
        rows = across.streams_of(self._connection, person)
        self._read["roles", "", person] = {row.stream: row.role for row in rows}
        return {row.stream: row.seq for row in rows}

    def _no_role(self, prefix: str, person: str) -> bool:
        """Whether it was read already that the person takes part in no stream with this prefix."""
        all_of_them = cast("dict[str, str] | None", self._read.get(("roles", "", person)))
        return all_of_them is not None and not any(stream.startswith(prefix) for stream in all_of_them)
