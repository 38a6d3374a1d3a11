"""Who takes part in which stream, and as what. The table is written together with the events that say so.

It never decides who may take part. An event says it in `new_members`, `new_roles` and `former_members`, and whoever
records the first event of a stream takes part.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from dlcourse.domain.speech import Event
from dlcourse.domain.viewer import ERASED
from dlcourse.store import tables as t

_M = t.members.c
# Built once, because every transaction of a member of a cohort asks these.
_ROLE = select(_M.role).where(_M.person == bindparam("person"), _M.stream == bindparam("stream"))
_ROLES = (
    select(_M.stream, _M.role)
    .where(_M.person == bindparam("person"))
    .where(func.substr(_M.stream, 1, bindparam("length")) == bindparam("prefix"))
    .order_by(_M.stream)
)
_ADD = text("INSERT INTO members (stream, person, role) VALUES (:stream, :person, '') ON CONFLICT DO NOTHING")
_ALL = select(_M.person, _M.role).where(_M.stream == bindparam("stream")).order_by(_M.person)
_AMONG = select(_M.person).where(_M.stream == bindparam("stream"), _M.person.in_(bindparam("people", expanding=True)))
_NUMBER = select(func.count()).where(_M.stream == bindparam("stream"))
_OTHER = t.members.alias().c
_ALSO = (
    select(_M.person)
    .where(_M.stream == bindparam("stream"), _OTHER.person == _M.person, _OTHER.stream != _M.stream)
    .where(func.substr(_OTHER.stream, 1, bindparam("length")) == bindparam("prefix"))
    .distinct()
)

_ERASED = (
    select(func.count()).where(_M.stream == bindparam("stream")).where(func.substr(_M.person, 1, len(ERASED)) == ERASED)
)


def add(connection: Connection, stream: str, people: Iterable[str]) -> None:
    """Let these people take part in the stream. Those who do already stay what they are."""
    connection.execute(_ADD, [{"stream": stream, "person": person} for person in sorted(set(people))])


def follow(connection: Connection, stream: str, event: Event) -> None:
    """Let people in and out, and change their roles, as this event says."""
    if people := event.new_members():
        add(connection, stream, people)
    for person, role in event.new_roles().items():
        _give(connection, stream, person, role)
    if former := event.former_members():
        connection.execute(delete(t.members).where(_M.stream == stream, _M.person.in_(sorted(former))))


def role(connection: Connection, stream: str, person: str) -> str | None:
    """What this person is in the stream; empty for somebody who just has a seat, None if they do not take part."""
    return connection.execute(_ROLE, {"person": person, "stream": stream}).scalar()


def of_stream(connection: Connection, stream: str) -> dict[str, str]:
    """Everybody who takes part in the stream, with their roles."""
    rows = connection.execute(_ALL, {"stream": stream})
    return {row.person: row.role for row in rows}


def among(connection: Connection, stream: str, people: Collection[str]) -> frozenset[str]:
    """Those of these people who take part in the stream. Pass only as many as one condition takes."""
    return frozenset(connection.execute(_AMONG, {"stream": stream, "people": list(people)}).scalars())


def erased(connection: Connection, stream: str) -> int:
    """How many who took part in the stream were erased since."""
    return connection.execute(_ERASED, {"stream": stream}).scalar_one()


def number(connection: Connection, stream: str) -> int:
    """How many take part in the stream."""
    return connection.execute(_NUMBER, {"stream": stream}).scalar_one()


def also_in(connection: Connection, stream: str, prefix: str) -> frozenset[str]:
    """Those who take part in the stream, and also in another one with this prefix."""
    rows = connection.execute(_ALSO, {"stream": stream, "prefix": prefix, "length": len(prefix)})
    return frozenset(rows.scalars())


def of_person(connection: Connection, prefix: str, person: str) -> dict[str, str]:
    """The streams with this prefix in which the person takes part, with their roles there."""
    rows = connection.execute(_ROLES, {"person": person, "prefix": prefix, "length": len(prefix)})
    return {row.stream: row.role for row in rows}


def drop(connection: Connection, streams: Iterable[str]) -> None:
    """Delete who took part in these deleted streams. Pass only a few at a time, as many as one condition takes."""
    connection.execute(delete(t.members).where(_M.stream.in_(list(streams))))


def drop_roles(connection: Connection, person: str) -> None:
    """End every role of this person. Wherever they only have a seat, it stays theirs."""
    connection.execute(delete(t.members).where(_M.person == person, _M.role != ""))


def rename(connection: Connection, person: str, name: str) -> None:
    """Replace the id of the person by another wherever they take part."""
    connection.execute(update(t.members).where(_M.person == person).values(person=name))


def rename_stream(connection: Connection, old: str, new: str) -> None:
    """Use the new name of a stream that was renamed."""
    if old != new:
        connection.execute(update(t.members).where(_M.stream == old).values(stream=new))


def _give(connection: Connection, stream: str, person: str, role: str) -> None:
    here = (_M.stream == stream, _M.person == person)
    if not connection.execute(update(t.members).where(*here).values(role=role)).rowcount:
        connection.execute(insert(t.members).values(stream=stream, person=person, role=role))
