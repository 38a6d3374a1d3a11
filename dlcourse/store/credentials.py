"""What lets people in: codes, keys, phrases and the sessions of browsers. Only salted hashes of them are stored.

It never sees a secret, and never decides whom one lets in.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from dlcourse.store import tables as t

_C = t.credentials.c


@dataclass(frozen=True, slots=True)
class Credential:
    """A stored credential: its salted hash, whom it lets in where, and when it was made (ISO 8601, UTC).

    ``handle`` is the part of it that is no secret. ``person`` is empty for what anybody may use.
    """

    digest: str
    kind: str
    handle: str
    salt: str
    cohort: str
    person: str
    at: str


def add(connection: Connection, credential: Credential) -> None:
    """Store a new credential."""
    connection.execute(insert(t.credentials).values(**asdict(credential)))


def found(connection: Connection, kinds: Sequence[str], handle: str) -> tuple[Credential, ...]:
    """The credentials of these kinds with this handle; usually there is one at most."""
    which = select(t.credentials).where(_C.handle == handle, _C.kind.in_(kinds))
    return tuple(Credential(*row) for row in connection.execute(which.order_by(_C.digest)))


def move(connection: Connection, digest: str, cohort: str) -> None:
    """Let a credential lead to another cohort."""
    connection.execute(update(t.credentials).where(_C.digest == digest).values(cohort=cohort))


def drop(connection: Connection, **which: str) -> None:
    """Delete the credentials whose columns have all of these values."""
    conditions: list[ColumnElement[bool]] = [_C[name] == value for name, value in which.items()]
    connection.execute(delete(t.credentials).where(*conditions))
