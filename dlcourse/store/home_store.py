"""The store of one home: open it, write, read, watch for changes, close it.

It never holds anything in memory that is not in the database, because several processes may use one file at once.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from dlcourse.errors import CourseError
from dlcourse.store.commits import Commits
from dlcourse.store.database_errors import CLOSED, course_error, course_error_at_opening
from dlcourse.store.engine import Database, find
from dlcourse.store.events import ReadTransaction
from dlcourse.store.listening import ChangeListener
from dlcourse.store.opening import OpenedStore, prepare
from dlcourse.store.turns import NoTurns, Turns
from dlcourse.store.writing import WriteTransaction

T = TypeVar("T")
R = TypeVar("R", bound=ReadTransaction)
Notice = Callable[[frozenset[str]], None]

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


class Store:
    """What happened in a course, and the personal text that belongs to it. It is safe to use from many threads.

    ``url`` is its address without the password; ``person`` is the id of this home's one person. ``unwritable`` says why
    nothing could be written when the store was opened, until something is written.
    """

    def __init__(self, database: Database, opened: OpenedStore, clock: Callable[[], datetime]) -> None:
        """Use a database that is ready. Call `Store.open` instead."""
        self.url, self.person = database.url, opened.person
        self.unwritable = CourseError(database.where, *opened.unwritable) if opened.unwritable else None
        self._database, self._readers, self._clock = database, database.reading, clock
        self._turns: Turns | NoTurns = NoTurns() if database.path is None else Turns()
        self._inside = threading.local()
        self._notices: dict[object, Notice] = {}
        self._commits = Commits(database, self._turns.commit, clock, self._tell)
        self._listener: ChangeListener | None = None
        self._closed, self._door = False, threading.Lock()

    @classmethod
    def open(cls, url: str, clock: Callable[[], datetime] = utc_now) -> "Store":
        """Open the database at ``url``. On first use, create its tables and its person.

        A database from an earlier version is migrated; a file is first copied to the same folder. One that can only be
        read, or whose disk is full, is opened for reading.

        ``url`` is ``sqlite:////path/course.db`` or ``postgresql://…``. Raises a `CourseError` if the database
        cannot be used, and then changes nothing.
        """
        database = find(url)
        try:
            return cls(database, prepare(database), clock)
        except (CourseError, SQLAlchemyError, sqlite3.Error, OSError) as error:
            database.engine.dispose()
            raise course_error_at_opening(database.where, error) from None

    def write(self, work: Callable[[WriteTransaction], T]) -> T:
        """Carry out ``work`` in a transaction and return its result once it is on the disk.

        An exception from ``work`` is raised here, and rolls back only what ``work`` did. Raises a `CourseError` if the
        database fails; then nothing was changed, unless the connection to a server was lost while it committed. A
        command that is sent again after that is still recorded only once. Do not call this from inside other work, or
        from a notice.
        """
        return self._commits.carry_out(self._alone(work))

    def read(self, work: Callable[[ReadTransaction], T]) -> T:
        """Return the result of ``work`` on the store at one moment. Keep it short: nothing is committed meanwhile."""
        return self._read(work, self._turns.read)

    def read_patiently(self, work: Callable[[ReadTransaction], T]) -> T:
        """Like `read`, but let everybody else go first for a while: for a long row of reads that add something up."""
        return self._read(work, self._turns.read_patiently)

    def _read(self, work: Callable[[ReadTransaction], T], turn: Callable[[], AbstractContextManager[None]]) -> T:
        reading = self._alone(work)
        try:
            with turn():
                self._refuse_if_closed()
                with self._readers.connect() as connection, connection.begin():
                    return reading(ReadTransaction(connection))
        except (SQLAlchemyError, UnicodeEncodeError) as error:
            raise course_error(self._database.where, error) from None

    def now(self) -> datetime:
        """Return the time by the clock of this store, with its zone."""
        return self._clock()

    def on_commit(self, notice: Notice) -> Callable[[], None]:
        """Call ``notice`` after each commit with the names of the streams and drafts it changed.

        On PostgreSQL, this includes commits of other programs; in a file, only those of this one. After a lost
        connection, ``notice`` gets a set that contains every name.

        It is called before the writers of this process get their answers, so it must be quick and must not write.
        Returns a function that ends this.
        """
        self._listen_to_others()
        key = object()
        self._notices[key] = notice

        def stop() -> None:
            self._notices.pop(key, None)

        return stop

    @property
    def hears_others(self) -> bool:
        """Whether notices come of what other programs change. What they may change must not be remembered otherwise."""
        return self._listener is None or self._listener.hears

    @property
    def reads_delay_commits(self) -> bool:
        """Whether nothing can be committed while somebody reads; a database server keeps both apart."""
        return self._database.path is not None

    def close(self) -> None:
        """Finish what is waiting to be written, then close the database."""
        self._commits.close()
        with self._door:
            if self._listener:
                self._listener.close()
                self._listener = None
        with self._turns.read():
            self._closed = True
            self._database.engine.dispose()

    def _listen_to_others(self) -> None:
        if self._database.path is None:
            with self._door:
                try:
                    self._listener = self._listener or ChangeListener(self._database, self._commits.name, self._tell)
                except SQLAlchemyError as error:
                    raise course_error(self._database.where, error) from None

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise CourseError(self._database.where, *CLOSED)

    def _alone(self, work: Callable[[R], T]) -> Callable[[R], T]:
        """Refuse work inside other work: it would wait for itself, or see a different moment."""
        if getattr(self._inside, "work", None):
            raise RuntimeError("no reading or writing of the store inside another: use the one at hand")

        def carried_out(at_hand: R) -> T:
            self._inside.work = work
            try:
                return work(at_hand)
            finally:
                self._inside.work = None

        return carried_out

    def _tell(self, changed: frozenset[str]) -> None:
        if changed:
            self.unwritable = None
        for notice in tuple(self._notices.values()) if changed else ():
            try:
                notice(changed)
            except BaseException:  # noqa: BLE001  # whatever it is, the others get their notice, and writing goes on
                _log.exception("a watcher of the store failed")
