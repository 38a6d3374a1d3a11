"""What can be read from the store, within one transaction.

It never changes anything and never checks who is reading: the course asks its policy first.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Row, Table, func, select

from dlcourse.domain.event_versions import MARK, stored_kinds
from dlcourse.domain.mywork.merge import Here
from dlcourse.domain.mywork.work import Work
from dlcourse.domain.speech import DRAFTS, Recorded
from dlcourse.domain.words import UNREADABLE
from dlcourse.errors import CourseError
from dlcourse.store import across, credentials, database_errors, statements, work
from dlcourse.store import tables as t
from dlcourse.store.ahead import Foreseen, kind_key, look_ahead, recorded_key, rows_key
from dlcourse.store.checksums import is_whole, row_name, step_name
from dlcourse.store.credentials import Credential
from dlcourse.store.member_reads import MemberReads
from dlcourse.store.stored import (
    NumberedEvent,
    PersonState,
    Projected,
    StoredDraft,
    StoredEvent,
    StreamSummary,
    damaged,
    decoded,
)


def drafts_topic(owner: str) -> str:
    """Return the topic under which changes of somebody's drafts are announced."""
    return DRAFTS + owner


class ReadTransaction(MemberReads):
    """The store at one moment. Use it only within the function that it was passed to.

    As nothing changes at one moment, what is asked for several times is read once.
    """

    def look_ahead(self, foreseen: Foreseen) -> None:
        """Look up all this at once, if that is faster than one after the other. Whoever asks for it gets the same."""
        self._read |= look_ahead(self._connection, foreseen)

    def read_at_once(self, streams: Collection[str]) -> None:
        """Read all events of these streams in one statement, or a few for hundreds. Whoever asks for one gets it."""
        unread = {stream for stream in streams if rows_key(stream, 0) not in self._read}
        rows: dict[str, list[Row[Any]]] = {stream: [] for stream in unread}
        for row in across.events_of(self._connection, unread):
            rows[row.stream].append(row)
        self._read |= {rows_key(stream, 0): found for stream, found in rows.items()}

    def streams_and_events(self, prefix: str, person: str) -> tuple[StreamSummary, ...]:
        """Return the same as `streams`, and read all their events at once: for whoever goes through most of them."""
        found = self.streams(prefix, person)
        self.read_at_once([each.stream for each in found])
        return found

    def for_person(self, person: str, streams: Collection[str]) -> "ReadTransaction":
        """Return another view of the same moment, which knows what was read of a person and of these streams only."""
        other = ReadTransaction(self._connection)
        known = {("roles", "", person), *(rows_key(stream, 0) for stream in streams)}
        other._read = {key: self._read[key] for key in known & self._read.keys()}
        return other

    @property
    def streams_read(self) -> tuple[str, ...]:
        """The names of the streams of which all events were asked for, whether there are any or not."""
        return tuple(str(key[1]) for key in self._read if isinstance(key, tuple) and key[0] == "rows" and key[2] == 0)

    def events(self, stream: str, after: int = 0) -> tuple[StoredEvent, ...]:
        """Return the events of a stream in order, after version ``after``; none if there is no stream.

        Raises a `CourseError` that names the first of them that is damaged, or is not there although later ones are.
        """
        return self.once(("events", stream, after), lambda: self._whole_events(stream, after))

    def readable_events(self, stream: str, after: int = 0) -> tuple[StoredEvent, ...]:
        """Like `events`, with a `Damaged` event in place of each that is damaged or not there.

        This is for streams whose events stand each for itself. Each event has its version, whatever was lost before it.
        """
        return self.once(("readable", stream, after), lambda: self._readable_events(stream, after))

    def _whole_events(self, stream: str, after: int) -> tuple[StoredEvent, ...]:
        found = tuple(map(decoded, self._events(stream, after)))
        for version, each in enumerate(found, after + 1):
            if each.version != version:
                raise CourseError(step_name(stream, version), *database_errors.BAD_ROW)
        return found

    def _readable_events(self, stream: str, after: int) -> tuple[StoredEvent, ...]:
        found = list[StoredEvent]()
        for row in self._events(stream, after):
            here = after + len(found) + 1
            if is_whole(t.events, row):
                found += [damaged(stream, lost) for lost in range(here, row.version)]
                found.append(decoded(row))
            else:  # its version may be damaged, too
                found.append(damaged(stream, here))
        return tuple(found)

    def _events(self, stream: str, after: int) -> Sequence[Row[Any]]:
        which = {"stream": stream, "after": after}
        return self.once(rows_key(stream, after), lambda: self._connection.execute(statements.EVENTS, which).all())

    def length(self, stream: str) -> int:
        """Return the number of events in a stream; 0 if there is no stream."""
        self._note(stream)
        read = self._read.get(("events", stream, 0))
        return self.once(("length", stream), lambda: self._length(stream)) if read is None else len(cast("Any", read))

    def _length(self, stream: str) -> int:
        return self._connection.execute(statements.LENGTH, {"stream": stream}).scalar() or 0

    def latest_kind(self, stream: str, kinds: Sequence[str]) -> str:
        """Return the kind of the latest event in the stream that is of one of these; empty if there is none."""
        return self.once(kind_key(stream, tuple(kinds)), lambda: self._latest_kind(stream, kinds))

    def _latest_kind(self, stream: str, kinds: Sequence[str]) -> str:
        which = {"stream": stream, "kinds": stored_kinds(kinds)}
        found: str | None = self._connection.execute(statements.LATEST_KIND, which).scalar()
        return found.partition(MARK)[0] if found else ""

    def streams_with(self, prefix: str) -> tuple[str, ...]:
        """Return the streams with this prefix, whoever takes part in them, the oldest first."""
        e = t.events.c
        which = (e.version == 1, func.substr(e.stream, 1, len(prefix)) == prefix)
        return tuple(self._connection.execute(select(e.stream).where(*which).order_by(e.seq)).scalars())

    def since(self, seq: int, kinds: Collection[str] = (), most: int = 1000) -> tuple[NumberedEvent, ...]:
        """Return the events of all streams that were recorded after number ``seq``, in order, at most ``most``.

        If ``kinds`` are given, only events of these kinds. Whoever asks again with the last number that they got
        misses none. A damaged event is replaced by `Damaged`. An erasure deletes events without a new number.
        """
        return across.since(self._connection, seq, kinds, most)

    def latest(self) -> int:
        """Return the number of the event that was recorded last in any stream; 0 if there is none."""
        return self._connection.execute(statements.LATEST).scalar() or 0

    def person_states(self, people: Collection[str], without: str = "") -> dict[str, PersonState]:
        """Return where each of these people stands, in two statements for a few hundred people.

        Streams whose names begin with ``without`` do not count.
        """
        return across.person_states(self._connection, people, without)

    def states_of(self, numbers: Mapping[str, Mapping[str, int]], without: str = "") -> dict[str, PersonState]:
        """Return where these people stand, whose `last_numbers` these are, in one statement."""
        return across.states_of(self._connection, numbers, without)

    def projected(self, name: str, keys: Collection[str]) -> dict[str, Projected]:
        """Return what is stored of a projection under these keys, without those of which nothing is stored."""
        return across.projected(self._connection, name, keys)

    def credentials(self, kinds: Sequence[str], handle: str) -> tuple[Credential, ...]:
        """Return the stored credentials of these kinds with this handle."""
        return credentials.found(self._connection, kinds, handle)

    def recorded(self, actor: str, command: str) -> Recorded | None:
        """Return what this actor's command with this id has recorded; None if nothing was recorded."""
        return self.once(recorded_key(actor, command), lambda: self._recorded(actor, command))

    def _recorded(self, actor: str, command: str) -> Recorded | None:
        row = self._connection.execute(statements.RECORDED, {"actor": actor, "command": command}).first()
        return Recorded(stream=row.stream, version=row.version, at=row.at) if row else None

    def text(self, text_id: str) -> str | None:
        """Return the words stored under this id; None if they were erased or never existed.

        Raises a `CourseError` if they are damaged. Use `texts` for words that a person reads.
        """
        row = self._connection.execute(statements.TEXTS, {"ids": [text_id]}).first()
        if row and not is_whole(t.texts, row):
            raise CourseError(row_name(t.texts, row), *database_errors.BAD_ROW)
        return row.words if row else None

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the words stored under these ids, without those that were erased or never existed.

        In place of damaged words, a sentence says that they cannot be read.
        """
        asked = list(ids)
        if unread := [text_id for text_id in asked if ("text", text_id) not in self._read]:
            rows = self._connection.execute(statements.TEXTS, {"ids": unread})
            found = {row.id: _words(t.texts, row) for row in rows}
            self._read |= {("text", text_id): found.get(text_id) for text_id in unread}
        words = {text_id: cast("str | None", self._read["text", text_id]) for text_id in asked}
        return {text_id: text for text_id, text in words.items() if text is not None}

    def drafts(self, owner: str, prefix: str) -> dict[str, StoredDraft]:
        """Return somebody's drafts, by key, if their keys begin with this prefix."""
        which = {"owner": owner, "prefix": prefix, "length": len(prefix)}
        rows = self._connection.execute(statements.DRAFTS, which)
        return {row.key: _draft(row) for row in rows}

    @property
    def home(self) -> str:
        """The current id of this home's one person. An erasure changes it."""
        return str(self._connection.execute(statements.HOME).scalar_one())

    def work(self, person: str) -> Work:
        """Return everything of this person."""
        return work.whole(self._connection, person)

    def any_work(self, person: str) -> bool:
        """Return whether there is anything of this person."""
        return work.any_work(self._connection, person)

    def beside(self, file: Work) -> Here:
        """Return what this person has here already, and which names in their file belong to others."""
        names = [stream.name for stream in file.streams]
        return Here(
            work.whole(self._connection, file.person),
            work.taken(self._connection, names, file.person),
            work.others(self._connection, (part for name in names for part in name.split("/")), file.person),
            work.texts_of_others(self._connection, file),
            work.damaged_texts(self._connection, file.person),
        )

    def draft(self, owner: str, key: str) -> StoredDraft | None:
        """Return somebody's draft."""
        row = self._connection.execute(statements.DRAFT, {"owner": owner, "key": key}).first()
        return _draft(row) if row else None


def _words(table: Table, row: Row[Any]) -> str:
    """The row's words, or a sentence in their place if they are damaged."""
    return str(row.words) if is_whole(table, row) else UNREADABLE


def _draft(row: Row[Any]) -> StoredDraft:
    return (
        StoredDraft(row.words, row.at) if is_whole(t.drafts, row) else StoredDraft(UNREADABLE, database_errors.LONG_AGO)
    )
