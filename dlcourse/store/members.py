"""Who takes part in which stream, as the table keeps it: written with the events that say so.

Never decides who may take part; an event's `new_members` says it, and whoever makes a stream's first event is one.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from dlcourse.store import tables as t

_M = t.members.c


def add(connection: Connection, stream: str, people: Iterable[str]) -> None:
    """Let these people take part in the stream; whoever does already goes on doing so."""
    there = set(connection.execute(select(_M.person).where(_M.stream == stream)).scalars())
    rows = [{"stream": stream, "person": person} for person in sorted(set(people) - there)]
    if rows:
        connection.execute(insert(t.members), rows)


def includes(connection: Connection, stream: str, person: str) -> bool:
    """Whether this person takes part in the stream."""
    mine = select(_M.person).where(_M.person == person, _M.stream == stream)
    return connection.execute(mine).first() is not None


def drop(connection: Connection, streams: Iterable[str]) -> None:
    """Forget who took part in these streams, which are no more. A few at a time, as one condition takes them."""
    connection.execute(delete(t.members).where(_M.stream.in_(list(streams))))


def rename(connection: Connection, person: str, name: str) -> None:
    """Put another id in place of the person wherever they take part."""
    connection.execute(update(t.members).where(_M.person == person).values(person=name))


def rename_stream(connection: Connection, old: str, new: str) -> None:
    """Follow a stream that has another name now."""
    if old != new:
        connection.execute(update(t.members).where(_M.stream == old).values(stream=new))
