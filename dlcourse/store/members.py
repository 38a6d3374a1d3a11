"""Who takes part in which stream. The table is written together with the events that say so.

It never decides who may take part. An event says it in `new_members`, and whoever records the first event of a stream
takes part.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from dlcourse.store import tables as t

_M = t.members.c


def add(connection: Connection, stream: str, people: Iterable[str]) -> None:
    """Let these people take part in the stream. Those who do already stay."""
    there = set(connection.execute(select(_M.person).where(_M.stream == stream)).scalars())
    rows = [{"stream": stream, "person": person} for person in sorted(set(people) - there)]
    if rows:
        connection.execute(insert(t.members), rows)


def includes(connection: Connection, stream: str, person: str) -> bool:
    """Whether this person takes part in the stream."""
    mine = select(_M.person).where(_M.person == person, _M.stream == stream)
    return connection.execute(mine).first() is not None


def drop(connection: Connection, streams: Iterable[str]) -> None:
    """Delete who took part in these deleted streams. Pass only a few at a time, as many as one condition takes."""
    connection.execute(delete(t.members).where(_M.stream.in_(list(streams))))


def rename(connection: Connection, person: str, name: str) -> None:
    """Replace the id of the person by another wherever they take part."""
    connection.execute(update(t.members).where(_M.person == person).values(person=name))


def rename_stream(connection: Connection, old: str, new: str) -> None:
    """Use the new name of a stream that was renamed."""
    if old != new:
        connection.execute(update(t.members).where(_M.stream == old).values(stream=new))
