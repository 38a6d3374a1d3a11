"""The current tables of the store, for both SQLite and PostgreSQL. Earlier versions are in `migrations`.

They contain no rule of the course: here, an event is a tag and a JSON body. What ``checksum`` covers is in
`checksums`.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

SCHEMA = 5
"""The version of these tables, stored in `meta`. A store with a higher one was written by a newer course."""

_KEY = String().with_variant(String(collation="C"), "postgresql")
"""Ids and names, which every database compares byte by byte, whatever language it sorts in."""
_SEQ = BigInteger().with_variant(Integer, "sqlite")  # SQLite increments only an INTEGER key by itself

schema = MetaData()

meta = Table(
    "meta",
    schema,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""What the store knows about itself: ``schema``; ``person``, the id of this home's one person; and its ``checksum``."""

events = Table(
    "events",
    schema,
    Column("seq", _SEQ, primary_key=True),
    Column("stream", _KEY, nullable=False),
    Column("version", Integer, nullable=False),
    Column("actor", _KEY, nullable=False),
    Column("command", _KEY, nullable=False),
    Column("part", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("checksum", BigInteger, nullable=False, server_default="0"),
    UniqueConstraint("stream", "version", name="events_stream"),
    UniqueConstraint("actor", "command", "part", name="events_once"),
    Index("events_by_actor", "actor", "seq"),
)
"""What happened, in order. One command of one actor makes parts 0, 1, … and is recorded only once."""

members = Table(
    "members",
    schema,
    Column("person", _KEY, primary_key=True),
    Column("stream", _KEY, primary_key=True, index=True),
    Column("role", String, nullable=False, server_default=""),
)
"""Who takes part in which stream: whoever made its first event, and whoever an event named as a new member.

``role`` is what they are there, as an event said; it is empty for those who just have a seat.
"""

credentials = Table(
    "credentials",
    schema,
    Column("digest", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("handle", String, nullable=False, index=True),
    Column("salt", String, nullable=False),
    Column("cohort", String, nullable=False, index=True),
    Column("person", _KEY, nullable=False, index=True),
    Column("at", String, nullable=False),
)
"""What lets people in: codes, keys, phrases and sessions of browsers, each only as a salted hash.

``handle`` is the part by which a row is found; it is no secret. ``person`` is empty for what anybody may use.
"""

projections = Table(
    "projections",
    schema,
    Column("name", _KEY, primary_key=True),
    Column("key", _KEY, primary_key=True, index=True),
    Column("state", String, nullable=False),
    Column("body", Text, nullable=False),
)
"""What was computed from events, so that it need not be computed again: one value of a projection for each key.

``state`` says of which state it was computed. Any row can be deleted at any time. There are no personal words in it.
"""

texts = Table(
    "texts",
    schema,
    Column("id", _KEY, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("checksum", BigInteger, nullable=False, server_default="0"),
)
"""Personal text that events point to by id; deleting the row erases the words for good."""

drafts = Table(
    "drafts",
    schema,
    Column("owner", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("words", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("checksum", BigInteger, nullable=False, server_default="0"),
)
"""Words that were not sent yet: one row for each owner and key, overwritten. Not an event."""
