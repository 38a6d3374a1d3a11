"""A single thread writes: whatever arrives together is committed together and answered after the commit.

Nothing is answered before it is on the disk. Of work that is committed together, each piece has a savepoint of its own.
"""

import queue
import sqlite3
import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, NestedTransaction, Transaction
from sqlalchemy.exc import SQLAlchemyError

from dlcourse.errors import CourseError
from dlcourse.store import migrations, postgresql
from dlcourse.store.database_errors import CLOSED, FULL, MIGRATED, course_error
from dlcourse.store.engine import Database
from dlcourse.store.listening import payload
from dlcourse.store.tables import SCHEMA
from dlcourse.store.writing import WriteTransaction

T = TypeVar("T")


@dataclass(eq=False)
class _Job:
    work: Callable[[WriteTransaction], Any]
    answer: Future[Any] = field(default_factory=Future)
    value: Any = None
    error: BaseException | None = None
    changed: frozenset[str] = frozenset()
    erased: bool = False

    def acknowledge(self) -> None:
        if self.error is None:
            self.answer.set_result(self.value)
        else:
            self.answer.set_exception(self.error)


class Commits:
    """The queue of work that waits to be written, and the thread that handles it."""

    def __init__(
        self,
        database: Database,
        quiet: Callable[[], AbstractContextManager[None]],
        clock: Callable[[], datetime],
        notify: Callable[[frozenset[str]], None],
    ) -> None:
        """What ``quiet`` returns is held during COMMIT, to keep readers out.

        ``notify`` is called with what a commit changed.
        """
        self._database, self._quiet, self._clock, self._notify = database, quiet, clock, notify
        self._engine = database.writing
        self.name = uuid.uuid4().hex
        """Who announces these commits to other programs."""
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._door, self._closed = threading.Lock(), False
        self._thread = threading.Thread(target=self._serve, name="dlcourse store", daemon=True)
        self._thread.start()

    def carry_out(self, work: Callable[[WriteTransaction], T]) -> T:
        """Wait until ``work`` is committed and return what it returned, or raise what it raised."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("the writing thread cannot wait for itself")
        job = _Job(work)
        with self._door:
            if self._closed:
                raise CourseError(self._database.where, *CLOSED)
            self._waiting.put(job)
        return cast("T", job.answer.result())

    def close(self) -> None:
        """Finish what is waiting, and accept nothing more."""
        with self._door:
            if not self._closed:
                self._closed = True
                self._waiting.put(None)
        self._thread.join()

    def _serve(self) -> None:
        """Carry out group after group. The None that `close` sends is always the last in the queue."""
        going = True
        while going:
            line = self._whoever_waits()
            going = None not in line
            group = [job for job in line if job is not None]
            self._commit(group)
            # Announced first, so that whoever looks after the answer has already heard of their own change.
            self._notify(self._perhaps_changed(group))
            for job in group:
                job.acknowledge()

    def _whoever_waits(self) -> list[_Job | None]:
        line = [self._waiting.get()]
        while not self._waiting.empty():
            line.append(self._waiting.get())
        return line

    def _commit(self, group: Sequence[_Job]) -> None:
        """Run one transaction for all. If it fails, it fails for all.

        On a full disk there is no room for a journal, so an erasure that failed is tried again without one.
        """
        self._attempt(self._together, group)
        for job in group:
            if self._database.path and job.erased and _is_full(job.error):
                job.error = None
                self._attempt(self._without_journal, [job])
        if any(job.erased and job.error is None for job in group):
            self._sweep()

    def _attempt(self, carry_out: Callable[[Sequence[_Job]], None], group: Sequence[_Job]) -> None:
        try:
            carry_out(group)
        except BaseException as error:  # noqa: BLE001  # this thread must live: others wait for its answer
            for job in group:
                job.error = course_error(self._database.where, error)

    def _without_journal(self, group: Sequence[_Job]) -> None:
        """The same, with the journal and everything temporary in memory, on a connection that is then given up."""
        with self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA journal_mode=MEMORY")
            raw.execute("PRAGMA temp_store=MEMORY")
            self._in_one(connection, group)
            connection.invalidate()

    def _together(self, group: Sequence[_Job]) -> None:
        with self._engine.connect() as connection:
            self._in_one(connection, group)

    def _in_one(self, connection: Connection, group: Sequence[_Job]) -> None:
        try:
            with connection.begin() as all_of_it:
                self._take_turn(connection)
                for job in group:
                    # Work that is alone can take everything back. That spares the database two statements.
                    self._one(connection, job, connection.begin_nested() if len(group) > 1 else all_of_it)
                if all_of_it.is_active:
                    with self._quiet():
                        self._database.commit(all_of_it, connection, self._payload(group))
        except BaseException:
            connection.invalidate()  # the next group starts with a fresh connection
            raise

    def _take_turn(self, connection: Connection) -> None:
        """Keep other writers out. Raises a `CourseError` if another program has migrated the tables meanwhile."""
        if self._database.take_turn(connection) != str(SCHEMA):
            raise CourseError(self._database.where, *MIGRATED)

    def _payload(self, group: Sequence[_Job]) -> str:
        """What other programs that use the same database are told of these changes; empty if there are none."""
        changed = _changed(group)
        return payload(self.name, changed) if changed else ""

    def _perhaps_changed(self, group: Sequence[_Job]) -> frozenset[str]:
        """The names of what this group changed.

        A server may have committed although its answer got lost, so there this includes what was to be committed.
        """
        return _changed(group) if self._database.path else frozenset[str]().union(*(job.changed for job in group))

    def _one(self, connection: Connection, job: _Job, point: Transaction) -> None:
        """Do one piece of work. If it fails, everything since ``point`` is taken back."""
        writing = WriteTransaction(connection, self._clock)
        try:
            job.value = job.work(writing)
            if isinstance(point, NestedTransaction):
                point.commit()
        except BaseException as error:  # noqa: BLE001  # it is raised again for the caller
            job.erased = writing.erased
            _take_back(point, error)
            job.error = course_error(self._database.where, error)
        else:
            job.changed, job.erased = frozenset(writing.changed), writing.erased

    def _sweep(self) -> None:
        """Give back the space that erased data took, and delete the copies that were made before migrations.

        A file is rewritten. If somebody else holds it, that space stays, as zeros.
        """
        if self._database.path is None:
            with suppress(SQLAlchemyError):
                postgresql.sweep(self._database.engine)
            return
        with suppress(OSError):
            for copy in migrations.copies(self._database.path):
                copy.unlink(missing_ok=True)
        trouble = suppress(sqlite3.Error, SQLAlchemyError, CourseError)
        with self._quiet(), trouble, closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")  # VACUUM cannot run inside a transaction


def _changed(group: Sequence[_Job]) -> frozenset[str]:
    """The names of what the successful work of this group changed."""
    return frozenset[str]().union(*(job.changed for job in group if job.error is None))


def _is_full(error: BaseException | None) -> bool:
    return isinstance(error, CourseError) and (error.what, error.remedy) == FULL


def _take_back(point: Transaction, error: BaseException) -> None:
    """Roll back one piece of work. If the database has given up the whole transaction, raise the reason."""
    try:
        point.rollback()
    except SQLAlchemyError as failure:
        raise (error if isinstance(error, SQLAlchemyError) else failure) from None
