"""What streams folded to, kept by their name and length: an unchanged stream is not folded again.

Bounded: what was not asked for the longest gives way. Never holds personal words, nor what is not in the store.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 1024


class FoldCache(Generic[T]):
    """Results of folding, safe to use from many threads."""

    def __init__(self, most: int = MOST) -> None:
        """Keep at most so many."""
        self._most, self._lock = most, threading.Lock()
        self._kept: OrderedDict[tuple[str, int], T] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def get(self, stream: str, version: int, fold: Callable[[], T]) -> T:
        """Return what ``fold`` gives for the stream of this length, folding only where that is not known yet."""
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
