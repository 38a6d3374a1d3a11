"""What can be read about everybody who takes part in a stream, within one transaction."""

from sqlalchemy import Connection

from dlcourse.store import members


class MemberReads:
    """The members of streams at one moment."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection, in its transaction."""
        self._connection = connection

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
