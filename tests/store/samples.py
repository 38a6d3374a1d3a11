"""What the store's tests record: events without a meaning, and work that records them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, update

from dlcourse.domain.speech import Event, Recorded
from dlcourse.store import ReadTransaction, Store, StoredDraft, WriteTransaction, checksums, tables
from dlcourse.store.engine import find


class Tallied(Event):
    """Something was counted."""

    n: int
    text: str | None = None


def saying(
    stream: str, command: str, actor: str = "ann", *, expected: int | None = None, events: int = 1
) -> Callable[[WriteTransaction], Recorded]:
    """The work that appends to a stream; without an expected length, to whatever is there."""

    def work(writing: WriteTransaction) -> Recorded:
        length = len(writing.events(stream)) if expected is None else expected
        return writing.append(stream, length, command, actor, [Tallied(n=n) for n in range(events)])

    return work


def drafting(owner: str, key: str, words: str) -> Callable[[WriteTransaction], StoredDraft]:
    """The work that stores a draft."""
    return lambda writing: writing.keep_draft(owner, key, words)


def commands(stream: str) -> Callable[[ReadTransaction], list[str]]:
    """The work that lists the commands of a stream, in order."""
    return lambda reading: [kept.command for kept in reading.events(stream)]


def address(folder: Path) -> str:
    """The address of the store in a folder."""
    return f"sqlite:///{folder / 'course.db'}"


def by_hand(folder: Path) -> sqlite3.Connection:
    """Open the store's file as another program would."""
    return sqlite3.connect(folder / "course.db", isolation_level=None, timeout=0)


def run(url: str, statement: str) -> list[Any]:
    """Run a statement in the database at this address, as another program would. Returns the rows that it found."""
    database = find(url)
    try:
        with database.writing.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        database.engine.dispose()


@contextmanager
def no_space(store: Store) -> Iterator[None]:
    """Make the disk seem full during the block: the file cannot grow by another page."""

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite takes the present length instead

    event.listen(store._database.engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(store._database.engine, "begin", limit)
        store.write(lambda writing: writing._connection.exec_driver_sql("PRAGMA max_page_count=1000000"))


def seal(url: str) -> None:
    """Give every event its checksum, as if the course had written what was changed by hand."""
    with closing(Store.open(url)) as store:

        def work(writing: WriteTransaction) -> None:
            for row in list(checksums.damaged(writing._connection, tables.events)):
                right = checksums.sealed(tables.events, row._mapping)["checksum"]
                writing._connection.execute(
                    update(tables.events).where(tables.events.c.seq == row.seq).values(checksum=right)
                )

        store.write(work)
