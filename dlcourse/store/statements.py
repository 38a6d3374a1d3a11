"""The statements that almost every command or query needs. They are built once, because building them takes time."""

from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, text

from dlcourse.store import tables as t

_E, _D, _M = t.events.c, t.drafts.c, t.members.c

EVENTS = select(t.events).where(_E.stream == bindparam("stream"), _E.version > bindparam("after")).order_by(_E.version)
"""The events of a ``stream`` after a version, in order."""
LENGTH = select(func.max(_E.version)).where(_E.stream == bindparam("stream"))
"""The number of events in a ``stream``; NULL if there is no stream."""
LATEST = select(func.max(_E.seq))
"""The number of the event that was recorded last; NULL if there is none."""
LATEST_KIND = (
    select(_E.kind)
    .where(_E.stream == bindparam("stream"), _E.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(_E.version.desc())
    .limit(1)
)
"""The kind of the latest event of a ``stream`` that is of one of these ``kinds``."""
RECORDED = (
    select(_E.stream, _E.version, _E.at)
    .where(_E.actor == bindparam("actor"), _E.command == bindparam("command"))
    .order_by(_E.part.desc())
    .limit(1)
)
"""The last event that a ``command`` of an ``actor`` recorded."""
TEXTS = select(t.texts).where(t.texts.c.id.in_(bindparam("ids", expanding=True)))
"""The texts with these ``ids``."""
DRAFT = select(t.drafts).where(_D.owner == bindparam("owner"), _D.key == bindparam("key"))
"""The draft of an ``owner`` with this ``key``."""
DRAFTS = (
    select(t.drafts)
    .where(_D.owner == bindparam("owner"), func.substr(_D.key, 1, bindparam("length")) == bindparam("prefix"))
    .order_by(_D.key)
)
"""The drafts of an ``owner`` whose keys begin with a ``prefix`` of this ``length``, in order."""
HOME = select(t.meta.c.value).where(t.meta.c.name == "person")
"""The id of the home's one person."""

# In statements that change something, SQLAlchemy reserves the names of the columns.
DROP_DRAFT = delete(t.drafts).where(_D.owner == bindparam("of"), _D.key == bindparam("named"))
"""Deletes the draft ``of`` an owner that is ``named`` by its key."""
INSERT_EVENTS, INSERT_TEXTS = insert(t.events).inline(), insert(t.texts).inline()
"""Insert rows, and do not ask for their numbers."""


def _summaries() -> Select[Any]:
    first, last = t.events.alias().c, t.events.alias().c
    length = select(func.max(_E.version)).where(_E.stream == first.stream).scalar_subquery()
    return (
        select(first.stream, last.version, first.at, last.at)
        .where(first.stream == _M.stream, first.version == 1)
        .where(last.stream == first.stream, last.version == length)
        .where(_M.person == bindparam("person"))
        .where(func.substr(_M.stream, 1, bindparam("length")) == bindparam("prefix"))
        .order_by(first.seq.desc())
    )


SUMMARIES = _summaries()
"""The streams that a ``person`` takes part in and whose names begin with a ``prefix`` of this ``length``.

The most recently begun stream comes first.
"""

# A server that has made its plan while there were few events would go on to look at all of them.
SUMMARIES_AT_SERVER = text("""
    SELECT first.stream, last.version, first.at, last.at
    FROM members
    CROSS JOIN LATERAL (SELECT stream, seq, at FROM events WHERE stream = members.stream AND version = 1) AS first
    CROSS JOIN LATERAL (
        SELECT version, at FROM events WHERE stream = members.stream ORDER BY version DESC LIMIT 1
    ) AS last
    WHERE members.person = :person AND left(members.stream, :length) = :prefix
    ORDER BY first.seq DESC
""")
"""The same for a database server."""
