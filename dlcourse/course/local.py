"""The course where the store is: in the course server, or in a kernel that has the home folder to itself."""

from collections.abc import Callable
from pathlib import Path

import dlcourse.handlers.curriculum.home
import dlcourse.handlers.expertise.profile
import dlcourse.handlers.matching.averages
import dlcourse.handlers.matching.board
import dlcourse.handlers.matching.plan_downloads
import dlcourse.handlers.matching.plan_search
import dlcourse.handlers.matching.plans
import dlcourse.handlers.mywork.work
import dlcourse.handlers.network.own
import dlcourse.handlers.network.views
import dlcourse.handlers.portfolio.arrangement
import dlcourse.handlers.portfolio.certificate
import dlcourse.handlers.portfolio.sources
import dlcourse.handlers.portfolio.views
import dlcourse.handlers.reflection.entries
import dlcourse.handlers.reflection.log_views
import dlcourse.handlers.roleplay.plays
import dlcourse.handlers.scrutiny.own_practice
import dlcourse.handlers.scrutiny.rounds
import dlcourse.handlers.selfcheck.check_again
import dlcourse.handlers.selfcheck.readiness
import dlcourse.handlers.selfcheck.sorting  # noqa: F401 (it registers its handlers)
from dlcourse.content.library import Library
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext, carry_out, look_up, prepare, start_jobs
from dlcourse.handlers.drafts import drop_said
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.store import ReadTransaction, Store, WriteTransaction


class LocalCourse:
    """A `Course` bound to one person; safe to use from many threads.

    Whoever was the home's person when it was opened is whoever that is now: an erasure gives the home another id.
    """

    def __init__(self, store: Store, person: str, library: Library, home: Path | None = None) -> None:
        """``library`` holds the course's files and the person's own scenarios; ``home`` is where its key is kept."""
        self._store, self._library, self._home = store, library, home
        self._person = None if person == store.person else person
        self._jobs = Jobs(store, self._who)
        self._folded: FoldCache[Attempt] = FoldCache()

    def do(self, command: Command) -> Recorded:
        """Carry out a command once, however often it is sent; returns when it is on the disk."""
        try:
            ready = prepare(command, self._library)
        except CourseError:
            if before := self._store.read(lambda transaction: transaction.recorded(self._who(transaction), command.id)):
                return before  # a file was changed since; what is recorded stays recorded
            raise
        recorded = self._store.write(lambda transaction: self._once(command, transaction, ready))
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

    def _once(self, command: Command, transaction: WriteTransaction, ready: object) -> Recorded:
        person = self._who(transaction)
        if before := transaction.recorded(person, command.id):
            return before
        recorded = carry_out(command, WriteContext(transaction, person, self._library, self._jobs, ready))
        drop_said(transaction, person, command)
        return recorded

    def _who(self, transaction: ReadTransaction) -> str:
        return self._person or transaction.home
