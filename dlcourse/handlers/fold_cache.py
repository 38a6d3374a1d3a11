"""Caches what streams folded to, so that an unchanged stream is not folded again, and a longer one is gone on with.

The size of a cache is limited: the entry that was not used for the longest time is removed. It never holds personal
words, or anything that is not in the store.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from dlcourse.domain.speech import Event

K = TypeVar("K")
T = TypeVar("T")

MOST = 1024


class FoldCache(Generic[T]):
    """A cache of fold results. It is safe to use from many threads."""

    def __init__(self, most: int = MOST) -> None:
        """Store at most ``most`` results."""
        self._most, self._lock = most, threading.Lock()
        self._kept: OrderedDict[tuple[str, int], T] = OrderedDict()

    def __len__(self) -> int:
        """How many results are stored."""
        return len(self._kept)

    def get(self, stream: str, version: int, fold: Callable[[], T]) -> T:
        """Return the fold of the stream at this length. ``fold`` is called only if the result is not stored yet."""
        key = (stream, version)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = fold()
        with self._lock:
            _put(self._kept, key, found, self._most)
        return found


class GrowingFolds(Generic[T]):
    """The latest fold of each stream, and what led to it. It is safe to use from many threads.

    It is gone on with only if it began with the same, and with the same events: these change if somebody is erased.
    """

    def __init__(self, go_on: Callable[[T, tuple[Event, ...]], T], most: int = MOST) -> None:
        """``go_on`` folds more events. Store at most ``most`` folds."""
        self._go_on, self._most, self._lock = go_on, most, threading.Lock()
        self._kept: OrderedDict[str, tuple[T, tuple[Event, ...], T]] = OrderedDict()

    def fold(self, stream: str, start: T, events: tuple[Event, ...]) -> T:
        """What ``start`` becomes by all these events of the stream."""
        with self._lock:
            before, known, so_far = self._kept.get(stream, (start, (), start))
        if before != start or events[: len(known)] != known:
            known, so_far = (), start
        found = self._go_on(so_far, events[len(known) :])
        with self._lock:
            _put(self._kept, stream, (start, events, found), self._most)
        return found


def _put(kept: OrderedDict[K, T], key: K, value: T, most: int) -> None:
    """Store a value as the one that was used last, and remove those that are too many."""
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
