"""Reads every row of a store and names what is damaged. It changes nothing, and opens stores that nobody can work with.

What it names holds nobody's words.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors
from dlcourse.store import tables as t
from dlcourse.store.checksums import damaged, missing, row_name
from dlcourse.store.engine import Database, find
from dlcourse.store.opening import version_of

CHECKED: tuple[Table, ...] = (t.events, t.texts, t.drafts)


@dataclass(frozen=True)
class DamagedRow:
    """A row that cannot be read: its table, and what it is called there."""

    table: str
    name: str


@dataclass(frozen=True)
class StoreReport:
    """What a check found: the number of rows in each table, damaged rows, and incomplete streams.

    ``missing`` names steps of streams that are not there, although later ones are, or that nobody takes part in.
    ``file`` is what is wrong with the file as a whole.
    """

    where: str
    rows: Mapping[str, int]
    damaged: tuple[DamagedRow, ...] = ()
    missing: tuple[str, ...] = ()
    file: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is damaged."""
        return not (self.damaged or self.missing or self.file)


def check(address: str) -> StoreReport:
    """Check the store at this database URL. Raises a `CourseError` if there is none, or if it cannot be opened."""
    database = find(address)
    if database.path is not None and not database.path.exists():
        raise CourseError(database.where, "there is no course here yet", "Check the folder.")
    try:
        with database.reading.connect() as connection, connection.begin():
            version_of(database.where, connection)
            return _report(database, connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise database_errors.course_error(database.where, error) from None
    finally:
        database.engine.dispose()


def _report(database: Database, connection: Connection) -> StoreReport:
    rows = {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in CHECKED}
    found = tuple(
        DamagedRow(table.name, row_name(table, row)) for table in CHECKED for row in damaged(connection, table)
    )
    file = _of_file(connection) if database.path is not None else ()
    return StoreReport(database.where, rows, found, missing(connection), file)


def _of_file(connection: Connection) -> tuple[str, ...]:
    """What SQLite says is wrong with the pages and indexes of the file. It names tables and numbers, no words."""
    said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
    return tuple(line for line in said if line != "ok")
