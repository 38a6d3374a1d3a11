"""How often Python looks for garbage in a server. While it looks through all objects, nobody is answered.

Modules, pages and scenarios stay until the server ends. They are hundreds of thousands of objects, and looking through
all of them takes a few tenths of a second.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 5_000
"""After so many new objects, the new ones are looked through; that takes about a millisecond."""


@contextmanager
def only_new_garbage() -> Iterator[None]:
    """During the block, leave out what is in memory when it begins. Afterwards, everything is as it was before."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
