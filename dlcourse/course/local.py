"""The course where the store is: in the course server, or in a kernel that has the home folder to itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dlcourse.content.library import Library
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.errors import CourseError
from dlcourse.handlers import registry
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.drafts import drop_said
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.registry import Recording, carry_out, look_up, start_jobs
from dlcourse.store import ReadTransaction, Store, WriteTransaction

registry.load()


class LocalCourse:
    """A `Course` bound to one person; safe to use from many threads.

    Whoever was the home's person when it was opened is whoever that is now: an erasure gives the home another id.
    """

    def __init__(self, store: Store, person: str, library: Library, home: Path | None = None) -> None:
        """``library`` holds the course's files and the person's own scenarios; ``home`` is where its key is kept."""
        self._store, self._library, self._home = store, library, home
        self._person = None if person == store.person else person
        self._jobs = Jobs(store, self._who)
        self._folded: FoldCache[Any] = FoldCache()

    def do(self, command: Command) -> Recorded:
        """Carry out a command once, however often it is sent; returns when it is on the disk."""
        try:
            record = carry_out(command, self._library)
        except CourseError:
            if before := self._store.read(lambda transaction: transaction.recorded(self._who(transaction), command.id)):
                return before  # a file was changed since; what is recorded stays recorded
            raise
        recorded = self._store.write(lambda transaction: self._once(command, transaction, record))
        start_jobs(command, self._jobs)
        return recorded

    def see(self, query: Query) -> View:
        """Show what this person may know."""
        found = self._store.read(lambda transaction: look_up(query, self._context(transaction)))
        return found.work() if isinstance(found, Heavy) else found

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` after each commit by this process that changes the stream ``topic``, and of work on it."""
        commits = self._store.on_commit(lambda changed: notice() if topic in changed else None)
        works = self._jobs.watch(topic, notice)

        def end() -> None:
            commits()
            works()

        return end

    def _context(self, transaction: ReadTransaction) -> ReadContext:
        return ReadContext(transaction, self._who(transaction), self._library, self._jobs, self._folded, self._home)

    def _once(self, command: Command, transaction: WriteTransaction, record: Recording) -> Recorded:
        person = self._who(transaction)
        if before := transaction.recorded(person, command.id):
            return before
        recorded = record(WriteContext(transaction, person, self._library, self._jobs))
        drop_said(transaction, person, command)
        return recorded

    def _who(self, transaction: ReadTransaction) -> str:
        return self._person or transaction.home
