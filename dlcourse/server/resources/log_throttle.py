"""Keeps a log readable when the same thing goes wrong again and again."""

import logging
import time
from collections.abc import Callable, Iterable

LINES = 5
"""Lines about one cause within `SECONDS`."""
SECONDS = 60.0


class LogThrottle(logging.Filter):
    """Lets a few lines from each place in the code pass, and then one a minute that says how many were left out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        super().__init__()
        self._clock = clock
        self._seen: dict[tuple[str, int], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is written; it may get the number of those left out."""
        place, now = (record.pathname, record.lineno), self._clock()
        since, count = self._seen.get(place, (now, 0))
        if now - since >= SECONDS:
            if count > LINES:
                record.msg = f"{record.msg} ({count - LINES} more like this were left out)"
            since, count = now, 0
        self._seen[place] = (since, count + 1)
        return count < LINES


def throttle(handlers: Iterable[logging.Handler | None]) -> None:
    """Let these handlers write a bounded number of lines about each cause."""
    for handler in handlers:
        if handler is not None and not any(isinstance(one, LogThrottle) for one in handler.filters):
            handler.addFilter(LogThrottle())
