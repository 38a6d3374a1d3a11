"""Backups of a whole store as one file, and back, also between SQLite and PostgreSQL.

A backup is itself the store of a course, in a SQLite file. It is made while the course is in use, and is what was
stored at one moment. What is copied is compared by checksums.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors, postgresql
from dlcourse.store import tables as t
from dlcourse.store.engine import Database, find
from dlcourse.store.home_store import Store
from dlcourse.store.migrations import write_copy
from dlcourse.store.opening import version_of

TABLES = tuple(table for table in t.schema.sorted_tables if table is not t.projections)
"""All tables but the one that can be computed from the others."""
_AT_ONCE = 5000
_ALL = 2**256


@dataclass(frozen=True)
class BackupReport:
    """What was copied: the number of rows in each table, and one checksum of them all, whatever their order."""

    rows: Mapping[str, int]
    checksum: str


def back_up(address: str, file: Path) -> BackupReport:
    """Write the store at this database URL to a new file that only its owner can read.

    Raises a `CourseError` if there is no store, if there is a file already, or if it cannot be written.
    """
    if file.exists():
        raise CourseError(str(file), "there is already a file of this name", "Choose another name.")
    with _found(address) as database:
        if database.path is not None and not database.path.exists():
            raise CourseError(database.where, "there is no course here yet", "Check the folder.")
        with _incomplete(file) as part:
            return _write(database, part)


@contextmanager
def _incomplete(file: Path) -> Iterator[Path]:
    """An empty file beside it, in a folder of its own, which gets its place when the block has ended well."""
    try:
        with TemporaryDirectory(prefix=".dlcourse-", dir=file.parent) as folder:
            part = Path(folder, "course.db")
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            yield part
            part.rename(file)
    except OSError as error:
        raise database_errors.course_error_at_opening(str(file), error) from None


def restore(file: Path, address: str) -> BackupReport:
    """Copy everything in a backup to the store at this database URL, which must be empty; it is made if it is missing.

    A backup from an earlier version is migrated on the way; the file itself stays as it is. Raises a `CourseError` if
    it is no backup, or if there is already work in the store, and then changes nothing.
    """
    if not file.is_file():
        raise CourseError(str(file), "there is no such file", "Check its name and folder.")
    with TemporaryDirectory(prefix="dlcourse-") as folder:
        copy = Path(folder, "course.db")
        _fetch(file, copy)
        Store.open(address).close()
        with _found(f"sqlite:///{copy}") as source, _found(address) as target:
            return _move(source, target)


def _fetch(file: Path, copy: Path) -> None:
    """Copy a backup, check it, and migrate it if it is from an earlier version."""
    try:
        copy.touch(0o600)
        shutil.copyfile(file, copy)
        Store.open(f"sqlite:///{copy}").close()
    except CourseError as error:
        raise CourseError(str(file), error.what, "Choose a file that `dlcourse backup` has written.") from None
    except OSError as error:
        raise database_errors.course_error_at_opening(str(file), error) from None


def _write(database: Database, part: Path) -> BackupReport:
    """Fill a new file. A file is copied page by page, which holds writers up least; a server's rows are read."""
    if database.path is None:
        Store.open(f"sqlite:///{part}").close()
        with _found(f"sqlite:///{part}") as target:
            return _move(database, target)
    with database.reading.connect() as connection, connection.begin():
        version_of(database.where, connection)
    write_copy(database.path, part)
    with _found(f"sqlite:///{part}") as copy, copy.reading.connect() as connection, connection.begin():
        return _report(connection)


@contextmanager
def _found(address: str) -> Iterator[Database]:
    """The database at this URL, during the block. Raises its errors in words."""
    database = find(address)
    try:
        yield database
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise database_errors.course_error_at_opening(database.where, error) from None
    finally:
        database.engine.dispose()


def _move(source: Database, target: Database) -> BackupReport:
    """Copy all rows in one transaction, and compare what arrived with what was sent."""
    with source.reading.connect() as here, here.begin(), target.writing.begin() as there:
        version_of(source.where, here)
        if target.path is None:
            postgresql.wait_for_turn(there)
        _refuse_unless_empty(target, there)
        there.execute(delete(t.meta))
        sent = {table.name: _copy_rows(here, there, table) for table in TABLES}
        if target.path is None:
            postgresql.count_on(there)
        report = _report(there)
        if report != _as_report(sent):
            raise CourseError(target.where, "what arrived is not what was sent", "Try again; nothing was changed.")
    if target.path is None:
        postgresql.analyze(target.engine)
    return report


def _refuse_unless_empty(target: Database, connection: Connection) -> None:
    if any(connection.execute(select(table).limit(1)).first() for table in TABLES if table is not t.meta):
        remedy = "Choose an empty folder or database, or move away what is there. Nothing was changed."
        raise CourseError(target.where, "there is already work in it", remedy)


def _copy_rows(here: Connection, there: Connection, table: Table) -> "_Sum":
    total = _Sum()
    rows = _rows(here, table)
    while some := list(islice(rows, _AT_ONCE)):
        total.add(some)
        there.execute(insert(table), [dict(zip(table.columns.keys(), row, strict=True)) for row in some])
    return total


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of the table, a few thousand in memory at a time."""
    found = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*table.primary_key))
    return (tuple(map(_storable, row)) for row in found)


def _storable(value: Any) -> Any:
    """The value as every database can store it; only damaged text is changed, and stays recognizable as damaged."""
    if not isinstance(value, str) or (value.isascii() and "\0" not in value):
        return value
    return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


class _Sum:
    """A sum over rows, which does not depend on their order: databases sort text differently."""

    def __init__(self) -> None:
        self.rows = self.total = 0

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            digest = hashlib.sha256("\0".join(map(str, row)).encode()).digest()
            self.rows, self.total = self.rows + 1, (self.total + int.from_bytes(digest)) % _ALL


def _report(connection: Connection) -> BackupReport:
    sums = {table.name: _Sum() for table in TABLES}
    for table in TABLES:
        sums[table.name].add(_rows(connection, table))
    return _as_report(sums)


def _as_report(sums: Mapping[str, _Sum]) -> BackupReport:
    whole = hashlib.sha256(" ".join(f"{name} {sums[name].total}" for name in sorted(sums)).encode())
    return BackupReport({name: each.rows for name, each in sums.items()}, whole.hexdigest())
