"""Migrates the tables of earlier versions to the current ones: one step after the other, either all of them or none.

A step is written once and never changed, so it describes the tables in SQL and uses no table of `tables`. Before the
first step, a file is copied to the same folder, and tables on a server to the same schema.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from zlib import crc32

from sqlalchemy import Connection, inspect, text

PARTLY = ".part"
"""The end of the name of a copy that is not complete yet."""
BEFORE = "before_"
"""The start of the names of tables that are copies from before a migration."""


@dataclass(frozen=True)
class Migration:
    """A step from the previous version to version ``to``. ``adds`` names the tables that it adds."""

    to: int
    adds: frozenset[str]
    run: Callable[[Connection], None]


def _members(connection: Connection) -> None:
    """Version 2 stores who takes part in a stream: whoever began it, and whoever an event gave a seat."""
    connection.execute(
        text("CREATE TABLE members (person VARCHAR NOT NULL, stream VARCHAR NOT NULL, PRIMARY KEY (person, stream))")
    )
    connection.execute(text("CREATE INDEX ix_members_stream ON members (stream)"))
    connection.execute(text("DROP INDEX IF EXISTS events_begun"))
    began = connection.execute(text("SELECT stream, actor FROM events WHERE version = 1"))
    members = {(row.stream, row.actor) for row in began}
    seated = connection.execute(text("SELECT stream, body FROM events WHERE kind IN ('PlayBegun', 'RoundBegun')"))
    members |= {(row.stream, person) for row in seated for person in _seated(row.body)}
    rows = [{"stream": stream, "person": person} for stream, person in sorted(members)]
    if rows:
        connection.execute(text("INSERT INTO members (stream, person) VALUES (:stream, :person)"), rows)


def _seated(body: str) -> set[str]:
    """Who was given a seat; nobody if the body cannot be understood, because then nobody can open the stream either."""
    try:
        return {person for person in json.loads(body)["seats"].values() if isinstance(person, str)}
    except (ValueError, KeyError, TypeError, AttributeError):
        return set()


def _checksums(connection: Connection) -> None:
    """Version 3 stores a checksum in each row with events or words, and one of the home's person."""
    covered = {
        "events": ("stream", "version", "actor", "command", "part", "kind", "body", "at"),
        "texts": ("id", "owner", "words"),
        "drafts": ("owner", "key", "words", "at"),
    }
    keys = {"events": ("seq",), "texts": ("id",), "drafts": ("owner", "key")}
    for table, columns in covered.items():
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN checksum BIGINT DEFAULT 0 NOT NULL"))
        found = connection.execute(text(f"SELECT * FROM {table}")).mappings().all()  # noqa: S608 (names from above)
        rows = [
            {"sum": _crc(row[name] for name in columns), **{f"k{n}": row[key] for n, key in enumerate(keys[table])}}
            for row in found
        ]
        which = " AND ".join(f'"{key}" = :k{n}' for n, key in enumerate(keys[table]))
        if rows:
            connection.execute(text(f"UPDATE {table} SET checksum = :sum WHERE {which}"), rows)  # noqa: S608 (as above)
    person = connection.execute(text("SELECT value FROM meta WHERE name = 'person'")).scalar_one()
    connection.execute(
        text("INSERT INTO meta (name, value) VALUES ('checksum', :sum)"), {"sum": str(_crc(("person", person)))}
    )


def _roles(connection: Connection) -> None:
    """Version 4 stores the role of those who take part in a stream, and hashes of what lets people in."""
    connection.execute(text("ALTER TABLE members ADD COLUMN role VARCHAR DEFAULT '' NOT NULL"))
    columns = "kind VARCHAR NOT NULL, handle VARCHAR NOT NULL, salt VARCHAR NOT NULL, "
    columns += "cohort VARCHAR NOT NULL, person VARCHAR NOT NULL, at VARCHAR NOT NULL"
    connection.execute(text(f"CREATE TABLE credentials (digest VARCHAR NOT NULL, {columns}, PRIMARY KEY (digest))"))
    for column in ("handle", "cohort", "person"):
        connection.execute(text(f"CREATE INDEX ix_credentials_{column} ON credentials ({column})"))


def _projections(connection: Connection) -> None:
    """Version 5 stores what was computed from events, and finds a person's last event fast."""
    columns = "name VARCHAR NOT NULL, key VARCHAR NOT NULL, state VARCHAR NOT NULL, body TEXT NOT NULL"
    connection.execute(text(f"CREATE TABLE projections ({columns}, PRIMARY KEY (name, key))"))
    connection.execute(text("CREATE INDEX ix_projections_key ON projections (key)"))
    connection.execute(text("CREATE INDEX events_by_actor ON events (actor, seq)"))


def _crc(values: Iterable[object]) -> int:
    return crc32("\0".join(map(str, values)).encode("utf-8", "surrogateescape"))


MIGRATIONS: tuple[Migration, ...] = (
    Migration(2, frozenset({"members"}), _members),
    Migration(3, frozenset(), _checksums),
    Migration(4, frozenset({"credentials"}), _roles),
    Migration(5, frozenset({"projections"}), _projections),
)
"""All steps so far, in order."""


def tables_at(version: int, now: Mapping[str, object]) -> frozenset[str]:
    """The names of the tables in a store of this version; ``now`` has those of the newest."""
    later = (migration.adds for migration in MIGRATIONS if migration.to > version)
    return frozenset(now) - frozenset[str]().union(*later)


def migrate(connection: Connection, version: int, file: Path | None) -> None:
    """Migrate a store from this version, within the transaction of ``connection``, which keeps others out.

    A ``file`` is copied first; on a database server, each table is copied within the schema. If a step fails, its error
    is raised and the copy is deleted. The transaction must not be committed then.
    """
    steps = [migration for migration in MIGRATIONS if migration.to > version]
    copy = _copy(file, steps[0].to) if steps and file else None
    if steps and not file:
        _copy_tables(connection, steps[0].to)
    try:
        for migration in steps:
            migration.run(connection)
            connection.execute(text("UPDATE meta SET value = :now WHERE name = 'schema'"), {"now": str(migration.to)})
    except BaseException:
        if copy:
            copy.unlink()
        raise


def copies(file: Path) -> list[Path]:
    """The copies that migrations have saved next to the file of a store, whether complete or not."""
    return sorted(found for found in file.parent.iterdir() if found.name.startswith(f"{file.name}.before-"))


def table_copies(names: Iterable[str]) -> list[str]:
    """Those of these names of tables that are copies from before a migration."""
    return sorted(name for name in names if name.startswith(BEFORE))


def _copy_tables(connection: Connection, version: int) -> None:
    """Copy all tables within their schema, under free names."""
    names = set(inspect(connection).get_table_names())
    tries = (f"{BEFORE}{version}_{number}_" for number in count(1))
    start = next(each for each in tries if not any(name.startswith(each) for name in names))
    for name in sorted(names - set(table_copies(names))):
        connection.execute(text(f'CREATE TABLE "{start}{name}" AS TABLE "{name}"'))


def _copy(file: Path, version: int) -> Path:
    """Copy the file within its folder, under a free name. Only its owner can read the copy.

    SQLite makes the copy: closing a file that SQLite has open would release the locks that this process has on it.
    """
    base = file.with_name(f"{file.name}.before-{version}")
    names = (base if not number else base.with_name(f"{base.name}.{number}") for number in count())
    final = next(name for name in names if not name.exists())
    partly = base.with_name(base.name + PARTLY)
    partly.unlink(missing_ok=True)
    os.close(os.open(partly, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        write_copy(file, partly)
        return partly.rename(final)
    except BaseException:
        partly.unlink(missing_ok=True)
        raise


def write_copy(file: Path, copy: Path) -> None:
    """Copy the file of a store, as it is at one moment, to a file that is there already."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
