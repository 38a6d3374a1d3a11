"""What was read within one transaction, so that it is read once, and from which streams each result follows."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

ALL = "*"
"""Ends a source that stands for all streams whose names begin so; no name of a stream has it."""
_OF_ONE_STREAM = ("rows", "events", "readable", "length", "kind", "role", "members")
_OF_A_PREFIX = ("streams", "roles")
"""The kinds of keys whose second part is the name of a stream, or the beginning of the names of a person's streams."""


@dataclass(frozen=True, slots=True)
class Traced(Generic[T]):
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

    def trace(self, known: Mapping[Hashable, Traced[Any]]) -> None:
        """From now on, note the sources of every result. What is ``known`` already is not read again."""
        self._read |= {key: each.value for key, each in known.items()}
        self._sources = {key: each.sources for key, each in known.items()}

    def traced(self, kind: str) -> dict[Hashable, Traced[Any]]:
        """Return the results whose keys begin with this kind and that are known or were read since `trace`."""
        sources = (self._sources or {}).items()
        return {
            key: Traced(self._read[key], each) for key, each in sources if isinstance(key, tuple) and key[0] == kind
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


def _named_in(key: Hashable) -> set[str]:
    """The source that this key names, if it is a key of something that the store itself has read."""
    match key:
        case (str(kind), str(stream), *_) if kind in _OF_ONE_STREAM:
            return {stream}
        case (str(kind), str(prefix), *_) if kind in _OF_A_PREFIX:
            return {prefix + ALL}
    return set()
