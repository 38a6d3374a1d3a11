"""Deletes people's whole work from the tables. What others take part in stays, without their names and words.

Damage never keeps anything from being erased.
"""

import json
import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, delete, exists, false, or_, select, update

from dlcourse.domain.mywork.work import Work, renamed
from dlcourse.domain.viewer import ERASED
from dlcourse.store import across, credentials, members
from dlcourse.store import tables as t
from dlcourse.store.checksums import checksum, is_whole, sealed
from dlcourse.store.work import event_rows, few, packed, taken, touched_by

_E, _T = t.events.c, t.texts.c
_WORDS = (t.texts, t.drafts)
"""The tables with words of somebody."""
SEARCHED = 30
"""So many people the database looks for in the events of others. Of more, it takes less time to read every event."""
_WORD = re.compile(r"[\w-]+")
"""What an id looks like; in the body of an event, a quotation mark or a slash is before and after it."""


def erase(connection: Connection, works: Sequence[Work]) -> set[str]:
    """Delete what is only these people's, including words and drafts. In what is shared, remove whose it was.

    Returns the names of the streams that it changed. If one of them was the person of the home, the home gets another.
    """
    alone = {name for work in works for name in _alone(connection, work.person)}
    delete_streams(connection, alone)
    for work in works:
        for table in _WORDS:
            connection.execute(delete(table).where(table.c.owner == work.person))
    _delete_strays(connection)
    changed = _forget(connection, works)
    kept = {stream.name for work in works for stream in work.kept}
    delete_streams(connection, [name for name in kept if not _is_named(connection, name)])
    for work in works:
        _rename_home(connection, work.person)
    return alone | changed


def _alone(connection: Connection, person: str) -> set[str]:
    """The streams in which this person did something, and nobody else takes part."""
    did = touched_by(connection, person)
    return did - taken(connection, did, person)


def _rename_home(connection: Connection, person: str) -> None:
    """Give the home another id if this was its person."""
    name, value, new = t.meta.c.name, t.meta.c.value, uuid.uuid4().hex
    if connection.execute(update(t.meta).where(name == "person", value == person).values(value=new)).rowcount:
        seal = str(checksum(("person", new)))
        connection.execute(update(t.meta).where(name == "checksum").values(value=seal))


def _delete_strays(connection: Connection) -> None:
    """Delete damaged words whose owner is nobody: after damage to an owner's id, no erasure would find them.

    Nobody is who has no event, no seat, no words that are whole, and not this home.
    """
    for owner in sorted(_unknown_owners(connection)):
        rows = [(table, row) for table in _WORDS for row in connection.execute(_of(table, owner))]
        if not any(is_whole(table, row) for table, row in rows):
            for table in _WORDS:
                connection.execute(delete(table).where(table.c.owner == owner))


def _unknown_owners(connection: Connection) -> set[str]:
    """The owners of words who have no event and no seat, and are not the person of this home."""
    known = (_E.actor, t.members.c.person, t.meta.c.value)
    found = set[str]()
    for table in _WORDS:
        owner = select(table.c.owner).distinct().subquery().c.owner  # each only once, however much they wrote
        nobody = [~exists().where(column == owner) for column in known]
        found.update(connection.execute(select(owner).where(*nobody)).scalars())
    return found


def _of(table: Table, owner: str) -> Select[Any]:
    return select(table).where(table.c.owner == owner)


def _forget(connection: Connection, works: Sequence[Work]) -> set[str]:
    """Replace the ids of the people, their commands and their texts by new ones that cannot be traced back."""
    people = {work.person: ERASED + uuid.uuid4().hex for work in works}
    names = {name: uuid.uuid4().hex for work in works for name in _traceable(work)} | people
    shared = {stream.name for work in works for stream in work.streams if stream.shared}
    rows = [row for some in few(shared) for row in event_rows(connection, _E.stream.in_(some))]
    rows += [row for row in _telling_of(connection, people.keys()) if row.stream not in shared]
    for row in rows:
        renaming = _renamed(row, people, names)
        connection.execute(update(t.events).where(_E.seq == row.seq).values(**renaming))
        members.rename_stream(connection, row.stream, renaming["stream"])
    for person, name in people.items():
        members.drop_roles(connection, person)
        members.rename(connection, person, name)
        credentials.drop(connection, person=person)
        across.forget(connection, person)
    return {row.stream for row in rows}


def _traceable(work: Work) -> Iterator[str]:
    """The ids by which the person's own commands and texts could be recognized in what stays."""
    yield from (line.command for stream in work.streams for line in stream.lines if stream.shared)
    yield from (name for text in work.texts for name in (text.id, text.id.rsplit("/", 1)[0]))


def _telling_of(connection: Connection, people: Collection[str]) -> list[Row[Any]]:
    """The events with the id of one of these people in the body, or in the name of the stream."""
    if len(people) <= SEARCHED:
        named = (column.contains(person, autoescape=True) for person in people for column in (_E.body, _E.stream))
        return event_rows(connection, or_(false(), *named))
    every = connection.execute(select(t.events).execution_options(yield_per=5000))
    wanted = frozenset(people)
    return [row for row in every if _tells_of(row, wanted)]


def _tells_of(row: Row[Any], people: frozenset[str]) -> bool:
    text = f"{row.stream} {row.body}"
    if is_whole(t.events, row):
        return not people.isdisjoint(_WORD.findall(text))
    return any(person in text for person in people)


def _renamed(row: Row[Any], people: Collection[str], names: Mapping[str, str]) -> dict[str, Any]:
    if not is_whole(t.events, row):
        return _blotted(row, people, names)
    mine = {"actor": names[row.actor], "command": names[row.command]} if row.actor in people else {}
    new = {"stream": renamed(row.stream, names), "body": packed(renamed(json.loads(row.body), names)), **mine}
    return new | {"checksum": sealed(t.events, {**row._mapping, **new})["checksum"]}  # noqa: SLF001 (as documented)


def _blotted(row: Row[Any], people: Collection[str], names: Mapping[str, str]) -> dict[str, Any]:
    """A damaged event without its body, because nobody can say what is in it. It stays damaged, and keeps its place."""
    mine = {"actor": names[row.actor], "command": uuid.uuid4().hex} if row.actor in people else {}
    return {"stream": renamed(row.stream, names), "body": "", **mine}


def _is_named(connection: Connection, stream: str) -> bool:
    """Whether some event still refers to this stream."""
    pointing = select(_E.seq).where(_E.body.contains(stream, autoescape=True)).limit(1)
    return connection.execute(pointing).first() is not None


def delete_with_words(connection: Connection, streams: Collection[str]) -> None:
    """Delete these streams, and all words that anybody wrote there."""
    for some in few(streams):
        written = select(_E.actor, _E.command).where(_E.stream.in_(some)).distinct()
        for owner, command in connection.execute(written).all():
            below = and_(_T.id >= f"{command}/", _T.id < f"{command}0")  # 0 comes right after the slash
            connection.execute(delete(t.texts).where(_T.owner == owner, or_(_T.id == command, below)))
    delete_streams(connection, streams)


def delete_streams(connection: Connection, streams: Iterable[str]) -> None:
    """Delete these streams, and who took part in them."""
    for some in few(streams):
        connection.execute(delete(t.events).where(_E.stream.in_(some)))
        members.drop(connection, some)
