"""Reads, writes and deletes a person's whole work in the tables, whatever it is about.

It does not decide what is written: `domain.mywork.merge` does. What others take part in is never deleted here.
"""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from dlcourse.domain.mywork.merge import Change, Merged
from dlcourse.domain.mywork.work import AUTHOR, EventLine, StoredText, Stream, Unsent, Work, is_kept, pointers, renamed
from dlcourse.domain.viewer import ERASED
from dlcourse.store import members
from dlcourse.store import tables as t

_E, _M, _T, _D = t.events.c, t.members.c, t.texts.c, t.drafts.c
_AT_ONCE = 500
"""The number of values in one condition; every database allows this many."""


def whole(connection: Connection, person: str) -> Work:
    """Everything of this person, in the order in which it was begun."""
    mine = select(_E.stream).where(_E.actor == person)
    found = _streams(connection, _E.stream.in_(mine))
    shared = taken(connection, (stream.name for stream in found), person)
    streams = [_own(stream, person) if stream.name in shared else stream for stream in found]
    named = [_streams(connection, _E.stream.in_(some), _E.actor == AUTHOR) for some in _few(pointers(streams))]
    texts = connection.execute(select(_T.id, _T.words).where(_T.owner == person).order_by(_T.id))
    drafts = connection.execute(select(_D.key, _D.words, _D.at).where(_D.owner == person).order_by(_D.key))
    return Work(
        person=person,
        streams=tuple(streams),
        kept=tuple(stream for some in named for stream in some if is_kept(stream)),
        texts=tuple(StoredText(id=row.id, words=row.words) for row in texts),
        drafts=tuple(Unsent(key=row.key, words=row.words, at=row.at) for row in drafts),
    )


def any_work(connection: Connection, person: str) -> bool:
    """Whether there is anything of this person."""
    owners = (_E.actor, _T.owner, _D.owner)
    return any(connection.execute(select(owner).where(owner == person).limit(1)).first() for owner in owners)


def taken(connection: Connection, names: Iterable[str], person: str) -> frozenset[str]:
    """Those of these streams that involve others: they did something there, or have a seat."""
    some = set(names)
    did = _found(connection, _E.stream, some, _E.actor != person)
    return did | _found(connection, _M.stream, some, _M.person != person)


def others(connection: Connection, ids: Iterable[str], person: str) -> frozenset[str]:
    """Those of these ids that belong to other people."""
    named = set(ids) - {person}
    known = [_found(connection, column, named) for column in (_E.actor, _M.person, _T.owner, _D.owner)]
    return _found(connection, t.meta.c.value, named, t.meta.c.name == "person").union(*known)


def texts_of_others(connection: Connection, person: str) -> frozenset[str]:
    """The ids of all texts that are not this person's."""
    return frozenset(connection.execute(select(_T.id).where(_T.owner != person)).scalars())


def bring(connection: Connection, merged: Merged, person: str) -> set[str]:
    """Write what was merged. Returns the names of the streams that it changed.

    Only the person takes part in what a file restores, whoever else is named in it: a file gives nobody else a seat.
    """
    for stream in merged.kept:
        if not connection.execute(select(_E.seq).where(_E.stream == stream.name)).first():
            _insert(connection, Change(stream.name, 0, stream.lines))
    for change in merged.changes:
        connection.execute(delete(t.events).where(_E.stream == change.stream, _E.version > change.after))
        _insert(connection, change)
    texts = [{"owner": person, **text.model_dump()} for text in merged.texts]
    drafts = [{"owner": person, **draft.model_dump()} for draft in merged.drafts]
    for table, rows in ((t.texts, texts), (t.drafts, drafts)):
        if rows:
            connection.execute(insert(table), rows)
    return {change.stream for change in merged.changes}


def erase(connection: Connection, work: Work) -> set[str]:
    """Delete what is only this person's, including words and drafts. In what is shared, remove whose it was.

    Returns the names of the streams that it changed. If this was the person of the home, the home gets another one.
    """
    alone = [stream.name for stream in work.streams if not stream.shared]
    _delete(connection, alone)
    connection.execute(delete(t.texts).where(_T.owner == work.person))
    connection.execute(delete(t.drafts).where(_D.owner == work.person))
    changed = _forget(connection, work)
    _delete(connection, [stream.name for stream in work.kept if not _is_named(connection, stream.name)])
    owner = t.meta.c.name == "person"
    connection.execute(update(t.meta).where(owner, t.meta.c.value == work.person).values(value=uuid.uuid4().hex))
    return {*alone, *changed}


def _forget(connection: Connection, work: Work) -> set[str]:
    """Replace the ids of the person, their commands and their texts by new ones that cannot be traced back."""
    commands = [line.command for stream in work.streams for line in stream.lines if stream.shared]
    texts = [name for text in work.texts for name in (text.id, text.id.rsplit("/", 1)[0])]
    names = {name: uuid.uuid4().hex for name in (*commands, *texts)} | {work.person: ERASED + uuid.uuid4().hex}
    shared = {stream.name for stream in work.streams if stream.shared}
    mentions = or_(*(column.contains(work.person, autoescape=True) for column in (_E.body, _E.stream)))
    rows = [row for some in _few(shared) for row in _rows(connection, _E.stream.in_(some))]
    rows += [row for row in _rows(connection, mentions) if row.stream not in shared]
    for row in rows:
        renaming = _renamed(row, work.person, names)
        connection.execute(update(t.events).where(_E.seq == row.seq).values(**renaming))
        members.rename_stream(connection, row.stream, renaming["stream"])
    members.rename(connection, work.person, names[work.person])
    return {row.stream for row in rows}


def _renamed(row: Row[Any], person: str, names: Mapping[str, str]) -> dict[str, str]:
    mine = {"actor": names[person], "command": names[row.command]} if row.actor == person else {}
    return {"stream": renamed(row.stream, names), "body": _body(renamed(json.loads(row.body), names)), **mine}


def _own(stream: Stream, person: str) -> Stream:
    """Of streams that involve others, only the person's own part: they may not be allowed to see the rest."""
    mine = tuple(line for line in stream.lines if line.actor == person)
    return stream.model_copy(update={"lines": mine, "shared": True})


def _streams(connection: Connection, *which: ColumnElement[bool]) -> list[Stream]:
    """Whole streams, the one begun first at the beginning."""
    rows = groupby(_rows(connection, *which), lambda row: row.stream)
    found = [(list(of_it), name) for name, of_it in rows]
    found.sort(key=lambda each: each[0][0].seq)
    return [Stream.model_construct(name=name, lines=tuple(map(_line, of_it)), shared=False) for of_it, name in found]


def _rows(connection: Connection, *which: ColumnElement[bool]) -> list[Row[Any]]:
    return list(connection.execute(select(t.events).where(*which).order_by(_E.stream, _E.version)))


def _line(row: Row[Any]) -> EventLine:
    return EventLine.model_construct(
        version=row.version,
        actor=row.actor,
        command=row.command,
        part=row.part,
        kind=row.kind,
        body=json.loads(row.body),
        at=row.at,
    )


def _is_named(connection: Connection, stream: str) -> bool:
    """Whether some event still refers to this stream."""
    pointing = select(_E.seq).where(_E.body.contains(stream, autoescape=True)).limit(1)
    return connection.execute(pointing).first() is not None


def _delete(connection: Connection, streams: Iterable[str]) -> None:
    for some in _few(streams):
        connection.execute(delete(t.events).where(_E.stream.in_(some)))
        members.drop(connection, some)


def _insert(connection: Connection, change: Change) -> None:
    rows = [{"stream": change.stream, **line.model_dump(), "body": _body(line.body)} for line in change.lines]
    connection.execute(insert(t.events), rows)
    if not change.after:
        members.add(connection, change.stream, {change.lines[0].actor})


def _body(body: Any) -> str:
    return json.dumps(body, separators=(",", ":"))


def _found(connection: Connection, column: Any, values: Iterable[str], *more: ColumnElement[bool]) -> frozenset[str]:
    """Those of these values that occur in the column."""
    rows = [connection.execute(select(column).where(column.in_(some), *more).distinct()) for some in _few(values)]
    return frozenset(value for some in rows for value in some.scalars())


def _few(values: Iterable[str]) -> Iterator[list[str]]:
    """The values, a few at a time."""
    waiting = sorted(set(values))
    for start in range(0, len(waiting), _AT_ONCE):
        yield waiting[start : start + _AT_ONCE]
