"""What is read in one transaction: each thing once, and from which streams it follows; who takes part in streams."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Connection

from dlcourse.store import across, members, statements
from dlcourse.store.ahead import role_key
from dlcourse.store.stored import StreamSummary

T = TypeVar("T")

ALL = "*"
"""Ends a source that stands for all streams whose names begin so; no name of a stream has it."""
PART = "part"
"""The kind of keys of the parts of what is computed for a person."""
_OF_ONE_STREAM = ("rows", "events", "readable", "length", "kind", "role", "members", "among")
_OF_A_PREFIX = ("streams", "roles")
"""The kinds of keys whose second part is the name of a stream, or the beginning of the names of a person's streams."""


@dataclass(frozen=True, slots=True)
class TracedRead(Generic[T]):
    """A result, and its sources: the names of the streams from which it follows.

    A source that ends with `ALL` stands for all streams of a person that begin so, those to come included.
    """

    value: T
    sources: frozenset[str]


class CachedReads:
    """What was read at one moment. What is asked for several times is read once."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._read: dict[Hashable, object] = {}
        self._sources: dict[Hashable, frozenset[str]] | None = None
        self._asked = set[str]()

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what ``read`` returned when it was first called for this key since the last change."""
        if self._sources is not None:
            self._trace(self._sources, key, read)
        elif key not in self._read:
            self._read[key] = read()
        return cast("T", self._read[key])

    def part(self, name: str, person: str, compute: Callable[[], T], stream: str = "") -> T:
        """Return this part of what is computed for a person; it is computed unless it is known already.

        Name the ``stream`` from which it follows if ``compute`` may have cached what it read there.
        """

        def traced() -> T:
            if stream:
                self._note(stream)
            return compute()

        return self.once((PART, name, person), traced)

    def trace(self, known: Mapping[Hashable, TracedRead[Any]]) -> None:
        """From now on, note the sources of every result. What is ``known`` already is not read again."""
        self._read |= {key: each.value for key, each in known.items()}
        self._sources = {key: each.sources for key, each in known.items()}

    def traced_parts(self) -> dict[Hashable, TracedRead[Any]]:
        """Return the parts that are known or were computed since `trace`."""
        sources = (self._sources or {}).items()
        return {
            key: TracedRead(self._read[key], each) for key, each in sources if isinstance(key, tuple) and key[0] == PART
        }

    def _trace(self, sources: dict[Hashable, frozenset[str]], key: Hashable, read: Callable[[], object]) -> None:
        """Read what belongs to this key, unless that was done, and note its sources for whatever is being read."""
        if key in self._read:
            self._asked |= sources.get(key) or _named_in(key)
            return
        around, self._asked = self._asked, _named_in(key)
        try:
            self._read[key] = read()
            sources[key] = frozenset(self._asked)
        finally:  # a failure follows from what was read, too
            self._asked |= around

    def _note(self, source: str) -> None:
        """Take note that whatever is being read follows from this source."""
        self._asked.add(source)


class MemberReads(CachedReads):
    """The members of streams at one moment."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection, in its transaction."""
        super().__init__()
        self._connection = connection

    def members(self, stream: str) -> dict[str, str]:
        """Return everybody who takes part in the stream, with their roles."""
        return dict(self.once(("members", stream), lambda: members.of_stream(self._connection, stream)))

    def members_among(self, stream: str, people: frozenset[str]) -> frozenset[str]:
        """Return those of these people who take part in the stream, in one statement; pass at most a few hundred."""
        return self.once(("among", stream, people), lambda: members.among(self._connection, stream, people))

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
        at_server = self._connection.dialect.name == "postgresql"
        asked = statements.SUMMARIES_AT_SERVER if at_server else statements.SUMMARIES
        rows = self._connection.execute(asked, {"person": person, "prefix": prefix, "length": len(prefix)})
        return tuple(StreamSummary(*row) for row in rows)

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

    def last_numbers(self, people: Collection[str]) -> dict[str, dict[str, int]]:
        """Return for each of a few people the streams in which they take part, with the last number of each.

        A stream changes this number whenever something is added to it, or it is written anew.
        """
        found = across.streams_of(self._connection, people)
        for person, rows in found.items():
            self._read["roles", "", person] = {row.stream: row.role for row in rows}
        return {person: {row.stream: row.seq or 0 for row in rows} for person, rows in found.items()}

    def _no_role(self, prefix: str, person: str) -> bool:
        """Whether it was read already that the person takes part in no stream with this prefix."""
        all_of_them = cast("dict[str, str] | None", self._read.get(("roles", "", person)))
        return all_of_them is not None and not any(stream.startswith(prefix) for stream in all_of_them)


def _named_in(key: Hashable) -> set[str]:
    """The source that this key names, if it is a key of something that the store itself has read."""
    match key:
        case (str(kind), str(stream), *_) if kind in _OF_ONE_STREAM:
            return {stream}
        case (str(kind), str(prefix), *_) if kind in _OF_A_PREFIX:
            return {prefix + ALL}
    return set()
