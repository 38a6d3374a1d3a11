"""Reads across people and streams: in a few statements, however many people are asked about."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select, bindparam, delete, func, insert, select

from dlcourse.domain.event_versions import stored_kinds
from dlcourse.store import tables as t
from dlcourse.store.checksums import is_whole
from dlcourse.store.stored import NOWHERE, NumberedEvent, PersonState, Projected, StoredEvent, damaged, stored
from dlcourse.store.work import few

_E, _M, _P = t.events.c, t.members.c, t.projections.c
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)


def since(connection: Connection, seq: int, kinds: Collection[str], most: int) -> tuple[NumberedEvent, ...]:
    """The events of all streams after this number, in order, at most ``most``; of these kinds, if any are given."""
    which = select(t.events).where(_E.seq > seq)
    if kinds:
        which = which.where(_E.kind.in_(stored_kinds(kinds)))
    rows = connection.execute(which.order_by(_E.seq).limit(most))
    return tuple(NumberedEvent(row.seq, _readable(row)) for row in rows)


def person_states(connection: Connection, people: Collection[str], without: str) -> dict[str, PersonState]:
    """Where each of these people stands; streams whose names begin with ``without`` do not count."""
    marks, seen = dict[str, str](), dict[str, str]()
    for some in few(people):
        which = {"people": some} | ({"without": without, "length": len(without)} if without else {})
        rows = connection.execute(_MARKS_WITHOUT if without else _MARKS, which)
        marks |= {row.person: f"{row.streams} {row.last} {row.total}" for row in rows}
        seen |= {row.actor: row.at for row in connection.execute(_LAST_SEEN, {"people": some})}
    return {person: PersonState(marks.get(person, NOWHERE), seen.get(person, "")) for person in people}


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


def _marks(*more: ColumnElement[bool]) -> Select[Any]:
    """For each of these people, how many streams they take part in, and the highest and the sum of their last numbers.

    Something new raises the highest number. A stream that was deleted or written anew changes the count or the sum.
    """
    last = select(_E.seq).where(_E.stream == _M.stream).order_by(_E.version.desc()).limit(1).scalar_subquery()
    each = select(_M.person, last.label("seq")).where(_M.person.in_(_PEOPLE), *more).subquery().c
    total = func.coalesce(func.sum(each.seq), 0)
    figures = (func.count().label("streams"), func.max(each.seq).label("last"), total.label("total"))
    return select(each.person, *figures).group_by(each.person)


# Built once, because a cohort's overview asks for each person who has changed.
_MARKS, _MARKS_WITHOUT = _marks(), _marks(func.substr(_M.stream, 1, bindparam("length")) != bindparam("without"))
_LAST_SEEN = select(_E.actor, _E.at).where(
    _E.seq.in_(select(func.max(_E.seq)).where(_E.actor.in_(_PEOPLE)).group_by(_E.actor))
)


def _readable(row: Row[Any]) -> StoredEvent:
    return stored(row) if is_whole(t.events, row) else damaged(row.stream, row.version)
