"""Makes a database ready for use, given its address: settings, tables on first use, schema version.

It never changes the content of a file that is somebody else's, damaged, or newer than this course.
"""

import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors, migrations
from dlcourse.store.checksums import checksum
from dlcourse.store.tables import SCHEMA, meta, schema

TRACES = ("door-key", "certificate-key.json")
"""Files that a course makes in its folder after it has made its store."""
PATIENCE_S = 5.0
"""Seconds to wait for another program that holds the file."""

_LIKE = "Write it like sqlite:////folder/course.db or postgresql+psycopg://name@server/course."
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


def _file(path: Path) -> Database:
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, connect_args={"timeout": PATIENCE_S}, hide_parameters=True)

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
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return Database(f"sqlite:///{path}", str(path), engine, path)


def _server(url: URL) -> Database:
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True)
    except ImportError:
        raise CourseError(
            _plain(url), "the driver for PostgreSQL is missing", 'Install it: pip install "psycopg[binary]".'
        ) from None
    return Database(_plain(url), _plain(url), engine, None)


def prepare(database: Database) -> str:
    """Make a new database, or migrate an older one. Checks that it can be written to.

    Returns the person of the home. Raises a `CourseError` if the database cannot be used, and then changes nothing.
    """
    was_empty = database.path is not None and _look_at(database.path)
    with database.writing.begin() as connection:
        if not (names := _tables(connection)):
            if was_empty and _was_used(database.path):
                raise CourseError(database.where, *database_errors.EMPTY)
            _create(database, connection)
        elif meta.name not in names:
            raise CourseError(database.where, *database_errors.FOREIGN)
        known = {row.name: str(row.value) for row in connection.execute(select(meta).with_for_update())}
        version = _version(database.where, known, _tables(connection))
        if database.path is not None:
            _check_whole(database.path, connection)
            _keep_private(database.path)
        migrations.migrate(connection, version, database.path)
        _check_person(database.where, connection)
    _try_writing(database.writing)
    return known["person"]


def _look_at(path: Path) -> bool:
    """Whether the file exists and is empty. Raises a `CourseError` if there can be no file."""
    if path.is_dir():
        raise CourseError(str(path), *database_errors.A_FOLDER)
    if not path.parent.is_dir():
        raise CourseError(str(path), *database_errors.NO_FOLDER)
    return path.exists() and not path.stat().st_size


def _was_used(path: Path | None) -> bool:
    """Whether the folder contains what only a course that has been open leaves there."""
    return path is not None and any((path.parent / name).exists() for name in TRACES)


def _keep_private(path: Path) -> None:
    """Take away from others what they may do with the file, because it contains private words."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(OSError):  # it belongs to somebody else
            path.chmod(0o600)


def _tables(connection: Connection) -> frozenset[str]:
    return frozenset(inspect(connection).get_table_names())


def _create(database: Database, connection: Connection) -> None:
    schema.create_all(connection)
    person = uuid.uuid4().hex
    first = {"schema": str(SCHEMA), "person": person, "checksum": str(checksum(("person", person)))}
    connection.execute(insert(meta), [{"name": name, "value": value} for name, value in first.items()])
    if database.path is not None:
        database.path.chmod(0o600)  # it will contain private words


def _version(where: str, known: Mapping[str, str], tables: frozenset[str]) -> int:
    """The version of the tables. Raises a `CourseError` if it is newer than ours or some of its tables are missing."""
    if "person" not in known or not known.get("schema", "").isdecimal():
        raise CourseError(where, *database_errors.FOREIGN)
    version = int(known["schema"])
    if version > SCHEMA:
        raise CourseError(
            where,
            "it was written by a newer version of the course",
            "Install that version: pip install --upgrade dlcourse. Nothing was changed.",
        )
    if not tables.issuperset(migrations.tables_at(version, schema.tables)):
        raise CourseError(where, *database_errors.FOREIGN)
    return version


def _check_whole(path: Path, connection: Connection) -> None:
    """Read every page once (about 5 ms per megabyte), so that nobody writes on top of damage.

    An index that does not fit its table is made anew from the rows, because it would hide some of them.
    """
    pages, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()) for name in ("page_count", "page_size")
    )
    cut_off = 0 < path.stat().st_size < pages * size
    if not cut_off and _passes(connection, "integrity_check"):
        return
    if cut_off or not _passes(connection, "quick_check"):
        raise CourseError(str(path), *database_errors.DAMAGED)
    connection.exec_driver_sql("REINDEX")


def _passes(connection: Connection, check: str) -> bool:
    """Whether the file passes this check; ``quick_check`` leaves the indexes out."""
    return bool(connection.exec_driver_sql(f"PRAGMA {check}(1)").scalar_one() == "ok")


def _check_person(where: str, connection: Connection) -> None:
    """Refuse a store in which the id of the home's person is damaged, because all work would seem to be gone."""
    known = {row.name: row.value for row in connection.execute(select(meta))}
    if known.get("checksum") != str(checksum(("person", known["person"]))):
        raise CourseError(where, *database_errors.DAMAGED)


def version_of(where: str, connection: Connection) -> int:
    """The version of an existing store. Raises a `CourseError` if this is none, or one that has to be opened first."""
    tables = _tables(connection)
    if meta.name not in tables:
        raise CourseError(where, *database_errors.FOREIGN)
    known = {row.name: str(row.value) for row in connection.execute(select(meta))}
    version = _version(where, known, tables)
    if version < SCHEMA:
        raise CourseError(where, *database_errors.EARLIER)
    return version


def _try_writing(engine: Engine) -> None:
    """Make a change and roll it back. Only a change shows that a folder cannot be written to."""
    with engine.connect() as connection, connection.begin() as trial:
        connection.execute(insert(meta).values(name="trial", value=""))
        trial.rollback()
