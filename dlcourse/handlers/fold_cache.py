"""Caches what streams folded to, by their name and length, so that an unchanged stream is not folded again.

Its size is limited: the entry that was not used for the longest time is removed. It never holds personal words, or
anything that is not in the store.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

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
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
