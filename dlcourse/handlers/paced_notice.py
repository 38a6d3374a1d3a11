"""Notices that come no more often than somebody can look: in a whole hall, something always changes.

None is lost: a change that comes too early is told at the end of the pause.
"""

import threading
import time
from collections.abc import Callable

EVERY = 0.5
"""Seconds between two notices."""


class PacedNotice:
    """Passes notices on, at most one in `EVERY` seconds. It is quick, and safe to call from many threads."""

    def __init__(self, notice: Callable[[], None]) -> None:
        """``notice`` is called at once for the first change, and from a thread for one that had to wait."""
        self._notice, self._lock = notice, threading.Lock()
        self._last = float("-inf")
        self._waiting: threading.Timer | None = None
        self._ended = False

    def __call__(self) -> None:
        """Something has changed."""
        with self._lock:
            pause = self._last + EVERY - time.monotonic()
            if self._waiting or self._ended:
                return
            if pause > 0:
                self._waiting = threading.Timer(pause, self._pass_on)
                self._waiting.daemon = True
                self._waiting.start()
                return
            self._last = time.monotonic()
        self._notice()

    def end(self) -> None:
        """Pass on nothing more."""
        with self._lock:
            self._ended = True
            if self._waiting:
                self._waiting.cancel()

    def _pass_on(self) -> None:
        with self._lock:
            self._waiting, self._last = None, time.monotonic()
            if self._ended:
                return
        self._notice()
