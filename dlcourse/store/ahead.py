"""What a command or a query is going to look up, asked of a database server in one trip.

A trip takes longer than what is looked up: the driver and the server each wait for their turn on the processor. For a
file there are no trips, so there everything is looked up when it is needed.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dlcourse.domain.event_versions import MARK, stored_kinds
from dlcourse.domain.speech import Recorded
from dlcourse.store import postgresql
from dlcourse.store import tables as t

_COLUMNS = ", ".join(column.name for column in t.events.columns)
_ROLE = "SELECT role FROM members WHERE person = %s AND stream = %s"
_RECORDED = "SELECT stream, version, at FROM events WHERE actor = %s AND command = %s ORDER BY part DESC LIMIT 1"
_KIND = "SELECT kind FROM events WHERE stream = %s AND kind = ANY(%s) ORDER BY version DESC LIMIT 1"
_EVENTS = f"SELECT {_COLUMNS} FROM events WHERE stream = %s AND version > 0 ORDER BY version"  # noqa: S608 (our columns)

Keys = dict[Hashable, object]
"""What was found, by the keys under which a `ReadTransaction` remembers what it has read."""


@dataclass(frozen=True)
class Foreseen:
    """What will be looked up for a ``person``: their role in streams, what a command recorded, and more of streams.

    Of ``kinds``, the latest event in a stream that is of one of these kinds. Of ``whole`` streams, all events.
    """

    person: str
    roles: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    whole: tuple[str, ...] = ()


def look_ahead(connection: Connection, foreseen: Foreseen) -> Keys:
    """Look up everything at once; nothing if there is no server, or the driver cannot send several statements at once.

    Raises an `SQLAlchemyError` if it cannot be read.
    """
    if not postgresql.sends_at_once(connection):
        return {}
    with postgresql.one_trip(connection) as ask:
        answers = {key: (ask(statement, values), read) for key, statement, values, read in _questions(foreseen)}
    return {key: read(answer) for key, (answer, read) in answers.items()}


Question = tuple[Hashable, str, tuple[Any, ...], Callable[[Any], object]]


def _questions(foreseen: Foreseen) -> list[Question]:
    person = foreseen.person
    return [
        *((role_key(stream, person), _ROLE, (person, stream), _first_value) for stream in foreseen.roles),
        *((recorded_key(person, command), _RECORDED, (person, command), _record) for command in foreseen.commands),
        *((kind_key(stream, kinds), _KIND, (stream, stored_kinds(kinds)), _kind) for stream, kinds in foreseen.kinds),
        *((rows_key(stream, 0), _EVENTS, (stream,), _all_rows) for stream in foreseen.whole),
    ]


def role_key(stream: str, person: str) -> Hashable:
    """The key of a person's role in a stream."""
    return "role", stream, person


def recorded_key(actor: str, command: str) -> Hashable:
    """The key of what a command of an actor recorded."""
    return "recorded", actor, command


def kind_key(stream: str, kinds: tuple[str, ...]) -> Hashable:
    """The key of the kind of the latest event of a stream that is of one of these kinds."""
    return "kind", stream, kinds


def rows_key(stream: str, after: int) -> Hashable:
    """The key of the rows of a stream's events after a version."""
    return "rows", stream, after


def _first_value(answer: Any) -> object:
    row = answer.fetchone()
    return row[0] if row else None


def _record(answer: Any) -> Recorded | None:
    row = answer.fetchone()
    return Recorded(stream=row.stream, version=row.version, at=row.at) if row else None


def _kind(answer: Any) -> str:
    row = answer.fetchone()
    return str(row.kind).partition(MARK)[0] if row else ""


def _all_rows(answer: Any) -> list[Any]:
    return list(answer.fetchall())
