"""Checksums of rows, which show that a row is still what was written. They protect against damage, not against people.

A row that fails its checksum is reported by name. It never makes another row unreadable.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any
from zlib import crc32

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from dlcourse.store import tables as t

COVERED: Mapping[str, tuple[str, ...]] = {
    "events": ("stream", "version", "actor", "command", "part", "kind", "body", "at"),
    "texts": ("id", "owner", "words"),
    "drafts": ("owner", "key", "words", "at"),
}
"""The columns that the checksum of each table's rows covers, in order. ``seq`` only says what came first."""
_COVERED_VALUES = {
    table.name: itemgetter(*(table.columns.keys().index(name) for name in COVERED[table.name]))
    for table in (t.events, t.texts, t.drafts)
}
"""Takes these columns from a row by their places, which is faster than by their names. Every read does this."""


def checksum(values: Iterable[object]) -> int:
    """The CRC-32 of these values, which are strings and numbers. Damaged strings have a checksum, too."""
    return crc32("\0".join(map(str, values)).encode("utf-8", "surrogateescape"))


def sealed(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    """The row with its checksum, ready to be written."""
    return {**row, "checksum": checksum(row[name] for name in COVERED[table.name])}


def is_whole(table: Table, row: Row[Any]) -> bool:
    """Whether a row with all the columns of its table, in their order, is what was written."""
    return bool(row.checksum == checksum(_COVERED_VALUES[table.name](row)))


def damaged(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """Every row of the table that fails its checksum."""
    return (row for row in connection.execute(select(table)) if not is_whole(table, row))


def missing(connection: Connection, *which: ColumnElement[bool]) -> tuple[str, ...]:
    """The streams with a gap among the events for which all of this holds, and the number of steps that it takes."""
    e = t.events.c
    last, steps = func.max(e.version), func.count()
    streams = select(e.stream, (last - steps).label("gone")).where(*which).group_by(e.stream)
    gaps = connection.execute(streams.having(last != steps).order_by(e.stream))
    return tuple(f"{row.stream}, missing steps: {row.gone}" for row in gaps)


def event_name(row: Row[Any]) -> str:
    """What an event is called where it cannot be read."""
    return step_name(row.stream, row.version)


def step_name(stream: str, version: int) -> str:
    """What the event with this version is called where it cannot be read."""
    return f"{stream}, step {version}"


def row_name(table: Table, row: Row[Any]) -> str:
    """What a row is called where it cannot be read. It holds no words of anybody."""
    if table is t.events:
        return event_name(row)
    return f"text {row.id}" if table is t.texts else f"draft {row.key}"
