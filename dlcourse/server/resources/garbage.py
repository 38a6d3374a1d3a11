"""When Python looks for garbage in a server. While it looks, nobody is answered.

Nearly all that nobody needs any more is deleted without any look. What is left are objects that refer to each other;
most requests leave none, some a few hundred. To find them, one looks through all objects that the server has made: a
few tenths of a second when many people are there, however little garbage there is. So that waits for a second in which
the server has little to do.
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
"""Seconds between two looks, at least."""
SHARE, GREATEST_SHARE = 0.002, 0.05
"""The share of the time that looks may take, and the one that they may take when there are very many new objects."""
FEW, MANY = 1_000, 500_000
"""With fewer new objects than this, nobody looks; with more than that, it is high time, whatever the server does."""
QUIET = 0.05
"""The share of a processor that a server uses at most while it has little to do."""


@asynccontextmanager
async def only_new_garbage() -> AsyncIterator[None]:
    """During the block, leave out what is in memory when it begins, and look through the rest only now and then.

    Python would look through new objects after every few thousand of them, and the longer a server runs, the longer
    even such a short look takes: it was 30 milliseconds every other second after a few minutes.
    """
    before = gc.get_threshold()
    gc.enable()
    gc.set_threshold(NEVER)
    took = _look()
    gc.freeze()
    looking = asyncio.create_task(_look_now_and_then(took))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        gc.set_threshold(*before)
        gc.unfreeze()


def is_time(*, new: int, since: float, took: float, quiet: bool) -> bool:
    """Whether to look now.

    There are so many ``new`` objects, and the last look, which ``took`` so many seconds, ended so many seconds ago.
    """
    if new > MANY:
        return since >= took / GREATEST_SHARE
    return quiet and new > FEW and since >= max(SOONEST, took / SHARE)


async def _look_now_and_then(took: float) -> None:
    ended = time.monotonic()
    while True:
        began = time.process_time()
        await asyncio.sleep(PAUSE)
        quiet = time.process_time() - began < QUIET * PAUSE
        if is_time(new=gc.get_count()[0], since=time.monotonic() - ended, took=took, quiet=quiet):
            took, ended = _look(), time.monotonic()


def _look() -> float:
    """Look through everything that is not left out. Returns how many seconds that took."""
    began = time.monotonic()
    gc.collect()
    return time.monotonic() - began
