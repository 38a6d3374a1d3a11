"""Finds a database by its address, and gives each connection the settings that the course needs."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Transaction, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors, postgresql

PATIENCE_S = 5.0
"""Seconds to wait for another program that holds the file."""

_VERSION = text("SELECT value FROM meta WHERE name = 'schema'")
_LIKE = "Write it like sqlite:////folder/course.db or postgresql://name@server/course."
_SETTINGS = (
    # One step beyond FULL: it also flushes the folder. Or a power cut right after a commit could restore its journal.
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_spill=OFF",  # before COMMIT, nothing is written to the file and no lock keeps readers out
)


@dataclass(frozen=True)
class Database:
    """A database: its address without the password, its name in errors, and its file if it is one."""

    url: str
    where: str
    engine: Engine
    path: Path | None

    @property
    def writing(self) -> Engine:
        """The engine for changes: from BEGIN on, nobody else writes to a SQLite file."""
        return self.engine.execution_options(begin="BEGIN IMMEDIATE")

    @property
    def reading(self) -> Engine:
        """The engine for reading: everything that is read between BEGIN and the end is from the same moment."""
        if self.path is None:
            return self.engine.execution_options(isolation_level="REPEATABLE READ")
        return self.engine.execution_options(begin="BEGIN")

    def take_turn(self, connection: Connection) -> str | None:
        """Until the end of this transaction for changes, let nobody else write. In a file, BEGIN has done so.

        Returns the version of the tables, which another program may have changed meanwhile.
        """
        found: str | None = (
            connection.execute(_VERSION).scalar() if self.path else postgresql.take_turn(connection, _VERSION)
        )
        return found

    def commit(self, transaction: Transaction, connection: Connection, payload: str) -> None:
        """Commit the transaction. On a database server, let other programs know; an empty ``payload`` is for nobody."""
        if payload and not self.path:
            postgresql.announce_and_commit(connection, payload)
        transaction.commit()


_any_text = partial(str, encoding="utf-8", errors="surrogateescape")
"""Reads damaged text, too: its checksum tells, and the rows beside it can be read."""


def find(address: str) -> Database:
    """Return the database at a URL without opening it. Raises a `CourseError` if it cannot be used.

    What follows ``sqlite:///`` is taken literally as a path: a folder may be called ``50 % ?``.
    """
    scheme, _, path = address.partition(":///")
    if scheme == "sqlite" and path not in {"", ":memory:"} and "\0" not in path:
        return _file(Path(path).absolute())
    try:
        url = make_url(address)
    except ArgumentError:
        raise CourseError("database", "its address cannot be read", _LIKE) from None
    if url.get_backend_name() != "postgresql":
        raise CourseError(_plain(url), "a course cannot be kept there", _LIKE)
    return _server(url)


def _plain(url: URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)


class SameFile:
    """Notices when the file of a store was replaced, moved or deleted while the store was open.

    SQLite goes on reading the file that it opened, and a new connection would use the other one. On Windows, an open
    file cannot be replaced.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is where the file is, or will be."""
        self._path, self._first = path, self._found(path)

    def check(self) -> None:
        """Raise a `CourseError` if there is another file now, or none."""
        now = self._found(self._path)
        self._first = self._first or now
        if now != self._first:
            raise CourseError(str(self._path), *database_errors.REPLACED)

    @staticmethod
    def _found(path: Path) -> tuple[int, int] | None:
        try:
            found = path.stat() if os.name == "posix" else None
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if found else None


def _file(path: Path) -> Database:
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, connect_args={"timeout": PATIENCE_S}, hide_parameters=True)
    same_file = SameFile(path)

    @event.listens_for(engine, "do_connect")
    def connect(*_: Any) -> None:
        same_file.check()  # or a new, empty file would be made in place of one that was moved

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # only the code here sends BEGIN
        connection.text_factory = _any_text
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
            raise CourseError(str(path), *database_errors.LOCKED)
        for setting in _SETTINGS:
            connection.execute(setting)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        same_file.check()
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return Database(f"sqlite:///{path}", str(path), engine, path)


def _server(url: URL) -> Database:
    where = _plain(url)
    return Database(where, where, postgresql.connect_to(url, where, PATIENCE_S), None)
