"""When Python looks for garbage in a server. While it looks through all objects, nobody is answered.

Modules, pages and scenarios stay until the server ends. They are hundreds of thousands of objects, and looking through
all of them takes a few tenths of a second, several times a minute if many people work.
"""

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

NEW_OBJECTS = 5_000
"""After so many new objects, the new ones are looked through; that takes about a millisecond."""
NEVER = 1_000_000_000
"""So often is never reached."""
SOONEST = 10.0
"""Seconds between two looks through all objects that came since the server began, at least."""
SHARE = 0.005
"""The share of the time that these looks may take."""


@asynccontextmanager
async def only_new_garbage() -> AsyncIterator[None]:
    """During the block, leave out what is in memory when it begins, and look through the rest only now and then."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(NEW_OBJECTS, before[1], NEVER)
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
    took = 0.0
    while True:
        await asyncio.sleep(max(SOONEST, took / SHARE))
        if gc.get_count()[-1]:  # there are objects that have been there for a while, but not since the beginning
            began = time.perf_counter()
            gc.collect()
            took = time.perf_counter() - began
