"""The store's tables: what is kept, and under which laws. Portable between SQLite and PostgreSQL.

Never holds a rule of the course: an event is a tag and a JSON body here.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

SCHEMA = 1
"""The version of these tables, kept in `meta`; a store with a greater one was written by a newer course."""

_SEQ = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up by itself only in an INTEGER key

schema = MetaData()

meta = Table(
    "meta",
    schema,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""What the store says of itself: ``schema``, and ``person``, the id of this home's one person."""

events = Table(
    "events",
    schema,
    Column("seq", _SEQ, primary_key=True),
    Column("stream", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("actor", String, nullable=False),
    Column("command", String, nullable=False),
    Column("part", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", String, nullable=False),
    UniqueConstraint("stream", "version", name="events_stream"),
    UniqueConstraint("actor", "command", "part", name="events_once"),
)
"""What happened, in order. One command of one actor makes parts 0, 1, … and stands here once."""

_first = events.c.version == 1
Index("events_begun", events.c.actor, events.c.stream, sqlite_where=_first, postgresql_where=_first)

texts = Table(
    "texts",
    schema,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("words", Text, nullable=False),
)
"""Personal text that events point to by id; deleting the row erases the words for good."""

drafts = Table(
    "drafts",
    schema,
    Column("owner", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("words", Text, nullable=False),
    Column("at", String, nullable=False),
)
"""Words not yet said: one row for each owner and key, overwritten. No event."""
