"""Reads a person's whole work from the tables, whatever it is about, and writes what was merged from a file.

It does not decide what is written: `domain.mywork.merge` does.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, insert, or_, select

from dlcourse.domain.mywork.authors_content import is_kept, pointers
from dlcourse.domain.mywork.merge import Change, Merged
from dlcourse.domain.mywork.work import AUTHOR, EventLine, StoredText, Stream, Unsent, Work, strings
from dlcourse.store import members
from dlcourse.store import tables as t
from dlcourse.store.checksums import is_whole, missing, row_name, sealed

_E, _M, _T, _D = t.events.c, t.members.c, t.texts.c, t.drafts.c
AT_ONCE = 500
"""The number of values in one condition; every database allows this many."""
_RANGES = 50
"""The number of ranges in one condition."""
_LONGEST_ID = 300
"""No text has a longer id."""


@dataclass(frozen=True)
class _Rows:
    """Rows that are whole, and the names of those that are damaged."""

    whole: tuple[Row[Any], ...]
    damaged: tuple[str, ...]


def whole(connection: Connection, person: str) -> Work:
    """Everything of this person that can be read, in the order in which it was begun, and the names of what cannot."""
    mine = touched_by(connection, person)
    steps = _sorted_out(t.events, [row for some in few(mine) for row in event_rows(connection, _E.stream.in_(some))])
    found = _streams(steps.whole)
    shared = taken(connection, (stream.name for stream in found), person)
    streams = [_own(stream, person) if stream.name in shared else _unbroken(stream, person) for stream in found]
    streams = [stream for stream in streams if stream.lines]
    named = [_of_authors(connection, some) for some in few(pointers(streams))]
    texts = _sorted_out(t.texts, connection.execute(select(t.texts).where(_T.owner == person).order_by(_T.id)))
    drafts = _sorted_out(t.drafts, connection.execute(select(t.drafts).where(_D.owner == person).order_by(_D.key)))
    return Work(
        person=person,
        streams=tuple(streams),
        kept=tuple(stream for some in named for stream in some if is_kept(stream)),
        texts=tuple(StoredText(id=row.id, words=row.words) for row in texts.whole),
        drafts=tuple(Unsent(key=row.key, words=row.words, at=row.at) for row in drafts.whole),
        damaged=(
            *steps.damaged,
            *(name for some in few(mine) for name in missing(connection, _E.stream.in_(some))),
            *texts.damaged,
            *drafts.damaged,
        ),
    )


def touched_by(connection: Connection, person: str) -> set[str]:
    """The streams in which this person did something."""
    return set(connection.execute(select(_E.stream).where(_E.actor == person).distinct()).scalars())


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


def damaged_texts(connection: Connection, person: str) -> frozenset[str]:
    """The ids of this person's texts that are damaged."""
    mine = connection.execute(select(t.texts).where(_T.owner == person))
    return frozenset(row.id for row in mine if not is_whole(t.texts, row))


def texts_of_others(connection: Connection, file: Work) -> frozenset[str]:
    """The ids of other people's texts that a file has, or points to as a whole or by the part before the slash."""
    pointed = {found for stream in file.streams for line in stream.lines for found in strings(line.body)}
    named = {name for name in pointed | {text.id for text in file.texts} if len(name) <= _LONGEST_ID}
    whole, found = _found(connection, _T.id, named, _T.owner != file.person), set[str]()
    for some in few(named, _RANGES):
        below = or_(*(and_(_T.id >= f"{name}/", _T.id < f"{name}0") for name in some))  # 0 comes right after the slash
        found.update(connection.execute(select(_T.id).where(below, _T.owner != file.person)).scalars())
    return whole | found


def bring(connection: Connection, merged: Merged, person: str) -> set[str]:
    """Write what was merged. Returns the names of the streams that it changed.

    Only the person takes part in what a file restores, whoever else is named in it: a file gives nobody else a seat.
    """
    for stream in merged.kept:
        if not connection.execute(select(_E.seq).where(_E.stream == stream.name)).first():
            _insert(connection, Change(stream.name, 0, stream.lines))
    for change in [_all_of_it(connection, change) for change in merged.changes]:
        connection.execute(delete(t.events).where(_E.stream == change.stream, _E.version > change.after))
        _insert(connection, change)
    texts = [sealed(t.texts, {"owner": person, **text.model_dump()}) for text in merged.texts]
    drafts = [sealed(t.drafts, {"owner": person, **draft.model_dump()}) for draft in merged.drafts]
    for table, rows in ((t.texts, texts), (t.drafts, drafts)):
        for row in rows:  # only a damaged row can be in the way: the merge has seen all others
            connection.execute(delete(table).where(*(column == row[column.name] for column in table.primary_key)))
        if rows:
            connection.execute(insert(table), rows)
    return {change.stream for change in merged.changes}


def _all_of_it(connection: Connection, change: Change) -> Change:
    """The change itself; if steps of the stream are damaged, one that writes the stream anew without them."""
    found = _sorted_out(t.events, event_rows(connection, _E.stream == change.stream))
    if not found.damaged:
        return change
    before = [_line(row).model_copy(update={"version": at}) for at, row in enumerate(found.whole[: change.after], 1)]
    return Change(change.stream, 0, (*before, *change.lines))


def _own(stream: Stream, person: str) -> Stream:
    """Of streams that involve others, only the person's own part: they may not be allowed to see the rest."""
    mine = tuple(line for line in stream.lines if line.actor == person)
    return stream.model_copy(update={"lines": mine, "shared": True})


def _of_authors(connection: Connection, names: Iterable[str]) -> list[Stream]:
    """Those of these streams that hold authors' content."""
    rows = event_rows(connection, _E.stream.in_(list(names)), _E.actor == AUTHOR)
    return _streams(_sorted_out(t.events, rows).whole)


def _streams(rows: Iterable[Row[Any]]) -> list[Stream]:
    """The streams of these rows, the one begun first at the beginning. The rows of each are together, and in order."""
    found = [(list(of_it), name) for name, of_it in groupby(rows, lambda row: row.stream)]
    found.sort(key=lambda each: each[0][0].seq)
    return [Stream.model_construct(name=name, lines=tuple(map(_line, of_it)), shared=False) for of_it, name in found]


def _unbroken(stream: Stream, person: str) -> Stream:
    """The stream in steps from 1 on, although damaged ones are missing.

    Where it bears the person's name, its steps stand each for itself, and all stay. Of any other (a play), what follows
    a missing step would not fit, so it ends there.
    """
    lines = stream.lines
    if person not in stream.name.split("/"):
        lines = tuple(line for at, line in enumerate(lines, 1) if line.version == at)
    if all(line.version == at for at, line in enumerate(lines, 1)) and lines == stream.lines:
        return stream
    steps = tuple(line.model_copy(update={"version": at}) for at, line in enumerate(lines, 1))
    return stream.model_copy(update={"lines": steps})


def _sorted_out(table: Table, rows: Iterable[Row[Any]]) -> _Rows:
    """The rows that are whole, and the names of the others."""
    good, bad = list[Row[Any]](), list[str]()
    for row in rows:
        if is_whole(table, row):
            good.append(row)
        else:
            bad.append(row_name(table, row))
    return _Rows(tuple(good), tuple(bad))


def event_rows(connection: Connection, *which: ColumnElement[bool]) -> list[Row[Any]]:
    """The events for which all of this holds, stream by stream, each in order."""
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


def _insert(connection: Connection, change: Change) -> None:
    rows = [{"stream": change.stream, **line.model_dump(), "body": packed(line.body)} for line in change.lines]
    connection.execute(insert(t.events), [sealed(t.events, row) for row in rows])
    if not change.after:
        members.add(connection, change.stream, {change.lines[0].actor})


def packed(body: Any) -> str:
    """The body of an event as the tables store it."""
    return json.dumps(body, separators=(",", ":"))


def _found(connection: Connection, column: Any, values: Iterable[str], *more: ColumnElement[bool]) -> frozenset[str]:
    """Those of these values that occur in the column."""
    rows = [connection.execute(select(column).where(column.in_(some), *more).distinct()) for some in few(values)]
    return frozenset(value for some in rows for value in some.scalars())


def few(values: Iterable[str], most: int = AT_ONCE) -> Iterator[list[str]]:
    """The values, at most ``most`` at a time."""
    waiting = sorted(set(values))
    for start in range(0, len(waiting), most):
        yield waiting[start : start + most]
