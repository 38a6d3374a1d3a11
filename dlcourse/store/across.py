"""Reads across people and streams: in a few statements, however many people are asked about."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Executable,
    Integer,
    Row,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
)

from dlcourse.domain.event_versions import stored_kinds
from dlcourse.store import tables as t
from dlcourse.store.checksums import is_whole
from dlcourse.store.stored import NOWHERE, NumberedEvent, PersonState, Projected, StoredEvent, damaged, stored
from dlcourse.store.work import AT_ONCE, few

_E, _M, _P = t.events.c, t.members.c, t.projections.c
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)


def since(connection: Connection, seq: int, kinds: Collection[str], most: int) -> tuple[NumberedEvent, ...]:
    """The events of all streams after this number, in order, at most ``most``; of these kinds, if any are given."""
    which = select(t.events).where(_E.seq > seq)
    if kinds:
        which = which.where(_E.kind.in_(stored_kinds(kinds)))
    rows = connection.execute(which.order_by(_E.seq).limit(most))
    return tuple(NumberedEvent(row.seq, _readable(row)) for row in rows)


def events_of(connection: Connection, streams: Collection[str]) -> Iterator[Row[Any]]:
    """The rows of all events of these streams, each stream in order."""
    at_server = connection.dialect.name == "postgresql"
    for some in few(streams):
        yield from connection.execute(_EVENTS_AT_SERVER if at_server else _EVENTS_IN_FILE, {"streams": some})


def person_states(connection: Connection, people: Collection[str], without: str) -> dict[str, PersonState]:
    """Where each of these people stands; streams whose names begin with ``without`` do not count."""
    ask = _AT_SERVER if connection.dialect.name == "postgresql" else _IN_FILE
    marks, seen = dict[str, str](), dict[str, str]()
    for some in few(people, ask.at_once):
        rows = connection.execute(ask.marks, {"people": some, "without": without, "length": len(without)})
        marks |= {row.person: _mark(row.streams, row.last, row.total) for row in rows}
        seen |= {row.actor: row.at for row in connection.execute(ask.last_seen, {"people": some})}
    return {person: PersonState(marks.get(person, NOWHERE), seen.get(person, "")) for person in people}


def states_of(connection: Connection, numbers: Mapping[str, Mapping[str, int]], without: str) -> dict[str, PersonState]:
    """What `person_states` gives, of people whose streams have these last numbers."""
    ask = _AT_SERVER if connection.dialect.name == "postgresql" else _IN_FILE
    seen = {row.actor: row.at for row in connection.execute(ask.last_seen, {"people": list(numbers)})}
    return {person: PersonState(_mark_of(each, without), seen.get(person, "")) for person, each in numbers.items()}


def _mark_of(numbers: Mapping[str, int], without: str) -> str:
    counted = [number for stream, number in numbers.items() if not (without and stream.startswith(without))]
    return _mark(len(counted), max(counted), sum(counted)) if counted else NOWHERE


def _mark(streams: int, last: int | None, total: int) -> str:
    return f"{streams} {last or 0} {total}"


def streams_of(connection: Connection, people: Collection[str]) -> dict[str, list[Row[Any]]]:
    """The rows of these people's streams: its name (``stream``), their ``role``, and its last number (``seq``)."""
    rows: Iterable[Row[Any]] = connection.execute(_STREAMS_OF, {"people": list(people)})
    found: dict[str, list[Row[Any]]] = {person: [] for person in people}
    for row in rows:
        found[row.person].append(row)
    return found


def projected(connection: Connection, name: str, keys: Iterable[str]) -> dict[str, Projected]:
    """What is stored of a projection under these keys."""
    found = dict[str, Projected]()
    for some in few(keys):
        rows = connection.execute(select(_P.key, _P.state, _P.body).where(_P.name == name, _P.key.in_(some)))
        found |= {row.key: Projected(row.state, row.body) for row in rows}
    return found


def keep_projected(connection: Connection, name: str, values: Mapping[str, Projected]) -> None:
    """Store these values of a projection in place of those that are there."""
    for some in few(values):
        connection.execute(delete(t.projections).where(_P.name == name, _P.key.in_(some)))
        rows = [{"name": name, "key": key, "state": values[key].mark, "body": values[key].body} for key in some]
        connection.execute(insert(t.projections), rows)


def drop_projected(connection: Connection, name: str) -> None:
    """Delete everything that is stored of a projection. It is computed again when it is needed."""
    connection.execute(delete(t.projections).where(_P.name == name))


def forget(connection: Connection, person: str) -> None:
    """Delete what is stored about this person in any projection."""
    connection.execute(delete(t.projections).where(_P.key == person))


@dataclass(frozen=True)
class _StateStatements:
    """What is asked to know where people stand, and about how many people at once.

    For each person, ``marks`` gives how many streams they take part in, and the highest and the sum of their last
    numbers. Something new raises the highest number. A stream that was deleted or written anew changes the count or the
    sum. ``last_seen`` gives the time of the last thing that they did.
    """

    marks: Executable
    last_seen: Executable
    at_once: int = AT_ONCE


def _in_file() -> _StateStatements:
    length = bindparam("length", type_=Integer)
    counts = or_(length == 0, func.substr(_M.stream, 1, length) != bindparam("without"))
    each = select(_M.person, _NEWEST.label("seq")).where(_M.person.in_(_PEOPLE), counts).subquery().c
    total = func.coalesce(func.sum(each.seq), 0)
    figures = (func.count().label("streams"), func.max(each.seq).label("last"), total.label("total"))
    latest = select(func.max(_E.seq)).where(_E.actor.in_(_PEOPLE)).group_by(_E.actor)
    return _StateStatements(
        select(each.person, *figures).group_by(each.person), select(_E.actor, _E.at).where(_E.seq.in_(latest))
    )


_EVENTS_IN_FILE = (
    select(t.events)
    .where(_E.stream.in_(bindparam("streams", expanding=True)), _E.version > 0)
    .order_by(_E.stream, _E.version)
)
# A server would read the whole table, if it has no statistics of it yet and there are many streams in one condition.
_EVENTS_AT_SERVER = text(f"""
    SELECT {", ".join(f"found.{column.name}" for column in t.events.columns)}
    FROM unnest(CAST(:streams AS text[])) AS asked(stream) CROSS JOIN LATERAL (
        SELECT * FROM events WHERE stream = asked.stream AND version > 0 ORDER BY version
    ) AS found
    ORDER BY found.stream, found.version
""")  # noqa: S608 - our columns
# Built once, because a cohort's overview asks for each person who has changed.
_NEWEST = select(_E.seq).where(_E.stream == _M.stream).order_by(_E.version.desc()).limit(1).scalar_subquery()
_STREAMS_OF = (
    select(_M.person, _M.stream, _M.role, _NEWEST.label("seq")).where(_M.person.in_(_PEOPLE)).order_by(_M.stream)
)
_IN_FILE = _in_file()
# A server would look at every event of a person, unless it is told to look at the last one only.
_AT_SERVER = _StateStatements(
    text("""
        SELECT members.person, count(*) AS streams, max(newest.seq) AS last, coalesce(sum(newest.seq), 0) AS total
        FROM members LEFT JOIN LATERAL (
            SELECT seq FROM events WHERE stream = members.stream ORDER BY version DESC LIMIT 1
        ) AS newest ON true
        WHERE members.person = ANY(:people) AND (:length = 0 OR left(members.stream, :length) <> :without)
        GROUP BY members.person
    """),
    text("""
        SELECT asked.actor, newest.at
        FROM unnest(CAST(:people AS text[])) AS asked(actor) CROSS JOIN LATERAL (
            SELECT at FROM events WHERE actor = asked.actor ORDER BY seq DESC LIMIT 1
        ) AS newest
    """),
    at_once=5000,
)


def _readable(row: Row[Any]) -> StoredEvent:
    return stored(row) if is_whole(t.events, row) else damaged(row.stream, row.version)
