"""Makes a database ready for use: tables on first use, the version of the schema, damage, and the right to write.

It never changes the content of a file that is somebody else's, damaged, or newer than this course.
"""

import os
import sqlite3
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors, migrations, postgresql
from dlcourse.store.checksums import checksum
from dlcourse.store.engine import Database
from dlcourse.store.tables import SCHEMA, meta, schema

TRACES = ("door-key", "certificate-key.json")
"""Files that a course makes in its folder after it has made its store."""
_ALL = select(meta)


@dataclass(frozen=True)
class OpenedStore:
    """What opening a store has found: the person of the home, and why nothing can be written, if that is so."""

    person: str
    unwritable: database_errors.WhatAndRemedy | None = None


def prepare(database: Database) -> OpenedStore:
    """Make a new database, or migrate an older one.

    If it can be read but not written, it is left as it is. Raises a `CourseError` if it cannot be used at all, and
    then changes nothing.
    """
    try:
        return OpenedStore(_for_writing(database))
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        reason = database_errors.why_unwritable(error)
        if reason is None:
            raise
        return _for_reading(database, error, reason)


def _for_reading(database: Database, error: Exception, reason: database_errors.WhatAndRemedy) -> OpenedStore:
    """Check a store without changing it. Raises ``error`` if it would have to be made or changed first."""
    with database.reading.connect() as connection, connection.begin():
        names = _tables(connection)
        if not names:
            raise error
        if meta.name not in names:
            raise CourseError(database.where, *database_errors.FOREIGN)
        known = _known(connection)
        if _version(database.where, known, names) != SCHEMA:
            raise error
        if database.path is not None and not _is_whole(database.path, connection):
            raise error  # an index has to be made anew
        _check_person(database.where, connection)
    return OpenedStore(known["person"], reason)


def _for_writing(database: Database) -> str:
    """Make, migrate or check the store, and try to write to it. Returns the person of the home."""
    was_empty = database.path is not None and _look_at(database.path)
    with database.writing.begin() as connection:
        _begin_on_server(database, connection)
        if not (names := _tables(connection)):
            if was_empty and _was_used(database.path):
                raise CourseError(database.where, *database_errors.EMPTY)
            _create(database, connection)
        elif meta.name not in names:
            raise CourseError(database.where, *database_errors.FOREIGN)
        known = _known(connection)
        version = _version(database.where, known, _tables(connection))
        if database.path is not None:
            if not _is_whole(database.path, connection):
                connection.exec_driver_sql("REINDEX")
            _keep_private(database.path)
        migrations.migrate(connection, version, database.path)
        _check_person(database.where, connection)
    _try_writing(database.writing)
    return known["person"]


def _begin_on_server(database: Database, connection: Connection) -> None:
    """On a database server, check that it can be used, and let nobody else write meanwhile."""
    if database.path is None:
        postgresql.check_server(database.where, connection)
        postgresql.wait_for_turn(connection)


def _known(connection: Connection) -> dict[str, str]:
    return {row.name: str(row.value) for row in connection.execute(_ALL)}


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


def _is_whole(path: Path, connection: Connection) -> bool:
    """Read every page once (about 5 ms per megabyte), so that nobody writes on top of damage.

    False if only an index does not fit its table: it would hide rows, and can be made anew from them. Raises a
    `CourseError` if anything else is damaged.
    """
    pages, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()) for name in ("page_count", "page_size")
    )
    cut_off = 0 < path.stat().st_size < pages * size
    if not cut_off and _passes(connection, "integrity_check"):
        return True
    if cut_off or not _passes(connection, "quick_check"):
        raise CourseError(str(path), *database_errors.DAMAGED)
    return False


def _passes(connection: Connection, check: str) -> bool:
    """Whether the file passes this check; ``quick_check`` leaves the indexes out."""
    return bool(connection.exec_driver_sql(f"PRAGMA {check}(1)").scalar_one() == "ok")


def _check_person(where: str, connection: Connection) -> None:
    """Refuse a store in which the id of the home's person is damaged, because all work would seem to be gone."""
    known = _known(connection)
    if known.get("checksum") != str(checksum(("person", known["person"]))):
        raise CourseError(where, *database_errors.DAMAGED)


def version_of(where: str, connection: Connection) -> int:
    """The version of an existing store. Raises a `CourseError` if this is none, or one that has to be opened first."""
    tables = _tables(connection)
    if meta.name not in tables:
        raise CourseError(where, *database_errors.FOREIGN)
    known = _known(connection)
    version = _version(where, known, tables)
    if version < SCHEMA:
        raise CourseError(where, *database_errors.EARLIER)
    return version


def _try_writing(engine: Engine) -> None:
    """Make a change and roll it back. Only a change shows that a folder cannot be written to."""
    with engine.connect() as connection, connection.begin() as trial:
        connection.execute(insert(meta).values(name="trial", value=""))
        trial.rollback()
