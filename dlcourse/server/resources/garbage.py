"""When Python looks for garbage in a server. While it looks, nobody is answered.

Nearly all that nobody needs any more is deleted without any look. What is left are objects that refer to each other.
Most of what survives a look stays for long, though: modules, pages and scenarios are hundreds of thousands of objects,
and looking through all of them takes a few tenths of a second. So each object is looked at once, soon after it was
made, and all of them again in a second in which the server has little to do.
"""

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

NEVER = 1_000_000_000
"""So often is never reached."""
PAUSE = 1.0
"""Seconds between two moments at which it is decided whether to look."""
SOONEST = 60.0
"""Seconds between two looks at what is new, at least."""
SHARE, GREATEST_SHARE = 0.002, 0.05
"""The share of the time that looks may take, and the one that they may take when there are very many new objects."""
FEW, MANY = 1_000, 500_000
"""With fewer new objects than this, nobody looks; with more than that, it is high time."""
QUIET = 0.05
"""The share of a processor that a server uses at most while it has little to do."""
SOME, MUCH = 1.1, 1.5
"""How many times as many objects there must be as after the last look at all of them, before all are looked at again:
in a quiet second, and in any other one."""


@asynccontextmanager
async def only_new_garbage() -> AsyncIterator[None]:
    """During the block, leave out what is in memory when it begins, and look through the rest only now and then.

    Python would look through new objects after every few thousand of them, and the longer a server runs, the longer
    even such a short look takes: it was 30 milliseconds every other second after a few minutes.
    """
    before = gc.get_threshold()
    looks = Looks()
    gc.enable()
    gc.set_threshold(NEVER)
    looking = asyncio.create_task(_look_now_and_then(looks))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        gc.set_threshold(*before)
        gc.unfreeze()


class Looks:
    """The looks of this process. What was there at one of them is left out of the next ones."""

    def __init__(self) -> None:
        """Look through everything for a start."""
        self._took, self._ended = 0.0, 0.0
        self.at_all()

    def at_new(self) -> None:
        """Look through what was made since the last look."""
        began = time.monotonic()
        gc.collect()
        gc.freeze()
        self._ended = time.monotonic()
        self._took = self._ended - began

    def at_all(self) -> None:
        """Look through everything."""
        gc.unfreeze()
        self.at_new()
        self._there = gc.get_freeze_count()

    def look(self, *, quiet: bool) -> None:
        """Look if it is time to. It is ``quiet`` while the server has little to do."""
        new, since = gc.get_count()[0], time.monotonic() - self._ended
        least = self._took / GREATEST_SHARE if new > MANY else max(SOONEST, self._took / SHARE)
        if new <= FEW or since < least:
            return
        if gc.get_freeze_count() > self._there * (SOME if quiet else MUCH):
            self.at_all()
        else:
            self.at_new()


async def _look_now_and_then(looks: Looks) -> None:
    while True:
        began = time.process_time()
        await asyncio.sleep(PAUSE)
        looks.look(quiet=time.process_time() - began < QUIET * PAUSE)
