"""Deletes a person's whole work from the tables. What others take part in stays, without this person's name and words.

Damage never keeps anything from being erased.
"""

import json
import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, delete, exists, or_, select, update

from dlcourse.domain.mywork.work import Work, renamed
from dlcourse.domain.viewer import ERASED
from dlcourse.store import across, credentials, members
from dlcourse.store import tables as t
from dlcourse.store.checksums import checksum, is_whole, sealed
from dlcourse.store.work import event_rows, few, packed, taken

_E, _T, _D = t.events.c, t.texts.c, t.drafts.c
_WORDS = (t.texts, t.drafts)
"""The tables with words of somebody."""


def erase(connection: Connection, work: Work) -> set[str]:
    """Delete what is only this person's, including words and drafts. In what is shared, remove whose it was.

    Returns the names of the streams that it changed. If this was the person of the home, the home gets another one.
    """
    did = set(connection.execute(select(_E.stream).where(_E.actor == work.person).distinct()).scalars())
    alone = sorted(did - taken(connection, did, work.person))
    delete_streams(connection, alone)
    connection.execute(delete(t.texts).where(_T.owner == work.person))
    connection.execute(delete(t.drafts).where(_D.owner == work.person))
    _delete_strays(connection)
    changed = _forget(connection, work)
    delete_streams(connection, [stream.name for stream in work.kept if not _is_named(connection, stream.name)])
    _rename_home(connection, work.person)
    return {*alone, *changed}


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
        owner = table.c.owner
        nobody = [~exists().where(column == owner) for column in known]
        found.update(connection.execute(select(owner).where(*nobody).distinct()).scalars())
    return found


def _of(table: Table, owner: str) -> Select[Any]:
    return select(table).where(table.c.owner == owner)


def _forget(connection: Connection, work: Work) -> set[str]:
    """Replace the ids of the person, their commands and their texts by new ones that cannot be traced back."""
    said = [line.command for stream in work.streams for line in stream.lines if stream.shared]
    texts = [name for text in work.texts for name in (text.id, text.id.rsplit("/", 1)[0])]
    names = {name: uuid.uuid4().hex for name in (*said, *texts)} | {work.person: ERASED + uuid.uuid4().hex}
    shared = {stream.name for stream in work.streams if stream.shared}
    told_of = or_(*(column.contains(work.person, autoescape=True) for column in (_E.body, _E.stream)))
    rows = [row for some in few(shared) for row in event_rows(connection, _E.stream.in_(some))]
    rows += [row for row in event_rows(connection, told_of) if row.stream not in shared]
    for row in rows:
        renaming = _renamed(row, work.person, names)
        connection.execute(update(t.events).where(_E.seq == row.seq).values(**renaming))
        members.rename_stream(connection, row.stream, renaming["stream"])
    members.drop_roles(connection, work.person)
    members.rename(connection, work.person, names[work.person])
    credentials.drop(connection, person=work.person)
    across.forget(connection, work.person)
    return {row.stream for row in rows}


def _renamed(row: Row[Any], person: str, names: Mapping[str, str]) -> dict[str, Any]:
    if not is_whole(t.events, row):
        return _blotted(row, person, names)
    mine = {"actor": names[person], "command": names[row.command]} if row.actor == person else {}
    new = {"stream": renamed(row.stream, names), "body": packed(renamed(json.loads(row.body), names)), **mine}
    return new | {"checksum": sealed(t.events, {**row._mapping, **new})["checksum"]}  # noqa: SLF001 (as documented)


def _blotted(row: Row[Any], person: str, names: Mapping[str, str]) -> dict[str, Any]:
    """A damaged event without its body, because nobody can say what is in it. It stays damaged, and keeps its place."""
    mine = {"actor": names[person], "command": uuid.uuid4().hex} if row.actor == person else {}
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
