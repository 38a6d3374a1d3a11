"""When Python looks for garbage in a server. While it looks through all objects, nobody is answered.

Modules, pages and scenarios stay until the server ends. They are hundreds of thousands of objects, and looking through
all of them takes a few tenths of a second, several times a minute if many people work.
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
"""With fewer new objects than this, nobody looks; with more than that, it is high time."""


@asynccontextmanager
async def only_new_garbage() -> AsyncIterator[None]:
    """During the block, leave out what is in memory when it begins, and look through the rest only now and then.

    Python would look through new objects after every few thousand of them. Nearly all that nobody needs any more is
    deleted without any look, though, and the longer a server runs, the longer even such a short look takes: it was 30
    milliseconds every other second after a few minutes.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(NEVER)
    looking = asyncio.create_task(_look_now_and_then())
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        gc.set_threshold(*before)
        gc.unfreeze()


async def _look_now_and_then() -> None:
    took, last = 0.0, time.monotonic()
    while True:
        await asyncio.sleep(PAUSE)
        new, now = gc.get_count()[0], time.monotonic()
        least = took / GREATEST_SHARE if new > MANY else max(SOONEST, took / SHARE)
        if new > FEW and now - last >= least:
            gc.collect()
            last, took = now, time.monotonic() - now
