"""A store as version 2 wrote it: version 1 with the table of members, and not yet a checksum."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.store import version_1

CHANGES = """
DROP INDEX events_begun;
CREATE TABLE members (person VARCHAR NOT NULL, stream VARCHAR NOT NULL, PRIMARY KEY (person, stream));
CREATE INDEX ix_members_stream ON members (stream);
UPDATE meta SET value = '2' WHERE name = 'schema';
"""


def write(folder: Path) -> Path:
    """Write a store of version 2 into the folder; return its file."""
    file = version_1.write(folder)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(CHANGES)
        rows = [(person, stream) for stream, person in sorted(version_1.MEMBERS)]
        connection.executemany("INSERT INTO members VALUES (?, ?)", rows)
    return file
