"""Who may use the file of a store now: one reader at a time, and a commit before all readers who wait.

A reader of a SQLite file delays COMMIT, which then waits in long steps. So the threads of one process take turns.
Readers for whom nobody waits impatiently, such as those who add up figures about a cohort, let all others go first.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

PATIENCE = 0.005
"""Seconds for which a patient reader lets others go first. A facilitator may wait for hundreds of them, one after the
other, and must not wait for more than a second or two."""


class Turns:
    """Lets one in at a time. A commit is next, however many readers wait, because somebody waits for its answer."""

    def __init__(self) -> None:
        """Nobody is in."""
        lock = threading.Lock()
        self._readers, self._committers = threading.Condition(lock), threading.Condition(lock)
        self._patient = threading.Condition(lock)
        self._taken, self._commits, self._reads = False, 0, 0

    @contextmanager
    def read(self) -> Iterator[None]:
        """The turn of a reader, during the block."""
        with self._readers:
            self._reads += 1
            try:
                self._readers.wait_for(lambda: not (self._taken or self._commits))
                self._taken = True
            finally:
                self._reads -= 1
        try:
            yield
        finally:
            self._end()

    @contextmanager
    def read_patiently(self) -> Iterator[None]:
        """The turn of a reader who lets everybody else go first, for `PATIENCE` at most."""
        with self._patient:
            self._patient.wait_for(lambda: not (self._taken or self._commits or self._reads), PATIENCE)
        with self.read():
            yield

    @contextmanager
    def commit(self) -> Iterator[None]:
        """The turn of a commit, during the block."""
        with self._committers:
            self._commits += 1
            try:
                self._committers.wait_for(lambda: not self._taken)
                self._taken = True
            finally:
                self._commits -= 1
        try:
            yield
        finally:
            self._end()

    def _end(self) -> None:
        with self._readers:
            self._taken = False
            (self._committers if self._commits else self._readers if self._reads else self._patient).notify()


class NoTurns:
    """Lets everybody in: a database server keeps readers and commits apart by itself."""

    def read(self) -> AbstractContextManager[None]:
        """Come in."""
        return nullcontext()

    def read_patiently(self) -> AbstractContextManager[None]:
        """Come in."""
        return nullcontext()

    def commit(self) -> AbstractContextManager[None]:
        """Come in."""
        return nullcontext()
