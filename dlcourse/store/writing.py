"""What can be written to the store, within one transaction in which nobody else writes.

It never commits: whoever opened the transaction does.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from sqlalchemy import Connection, delete, insert, update

from dlcourse.domain.event_versions import stored_kind
from dlcourse.domain.mywork.merge import Merged
from dlcourse.domain.mywork.work import Work
from dlcourse.domain.speech import MINE, TAG, Event, Recorded, encode
from dlcourse.errors import CourseError
from dlcourse.store import across, credentials, erasing, members, statements, work
from dlcourse.store import tables as t
from dlcourse.store.checksums import sealed
from dlcourse.store.credentials import Credential
from dlcourse.store.database_errors import CHARACTER
from dlcourse.store.events import ReadTransaction, drafts_topic
from dlcourse.store.stored import Projected, StoredDraft

SESSIONS_ENDED = "credentials/"
"""Among what a commit changed: some credentials are gone, or lead elsewhere. No viewer can watch this."""
_NONE: Mapping[str, str] = MappingProxyType({})


class WriteTransaction(ReadTransaction):
    """The store while nobody else writes to it: what is read here is still true when the transaction is committed."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        """Write through this connection, in its transaction; ``clock`` gives the time with its zone."""
        super().__init__(connection)
        self._clock = clock
        self._said: set[tuple[str, str]] = set()
        self._new: set[tuple[str, str]] = set()
        self.changed: set[str] = set()
        self.erased = False

    def append(  # noqa: PLR0913, PLR0917  # what belongs together is recorded together
        self,
        stream: str,
        expected: int,
        command: str,
        actor: str,
        events: Sequence[Event],
        texts: Mapping[str, str] = _NONE,
    ) -> Recorded:
        """Record the events of a command, and the personal text (id: words) that its events refer to.

        Whoever makes the first event of a stream takes part in it; any event can let people in and out. A command
        that was recorded before changes nothing, and its first answer is returned again. Raises a `CourseError` if the
        stream is not ``expected`` events long. A command writes to one stream, in one call.
        """
        if (actor, command) in self._said:
            raise ValueError("one command goes to one stream, in one append")
        self._said.add((actor, command))
        if before := self.recorded(actor, command):
            return before
        self._expect(stream, expected)
        self._keep_texts(actor, texts)
        at = self.now()
        same = {"stream": stream, "command": command, "actor": actor, "at": at}
        self._insert([same | _part(expected, part, event) for part, event in enumerate(events)])
        self.changed.add(MINE + actor)
        if events and not expected:
            members.add(self._changing, stream, {actor})
        for event in events:
            members.follow(self._changing, stream, event)
        return Recorded(stream=stream, version=expected + len(events), at=at)

    def recorded(self, actor: str, command: str) -> Recorded | None:
        """Return what this actor's command with this id has recorded; None if nothing was recorded.

        Until something is appended here, a command that has recorded nothing still has recorded nothing.
        """
        if (actor, command) in self._new:
            return None
        found = super().recorded(actor, command)
        if found is None:
            self._new.add((actor, command))
        return found

    def keep_draft(self, owner: str, key: str, words: str) -> StoredDraft:
        """Store words that were not sent yet, replacing the previous draft. Returns the draft with its time."""
        d, at = t.drafts.c, self.now()
        row = sealed(t.drafts, {"owner": owner, "key": key, "words": _keepable(words), "at": at})
        found = self._changing.execute(update(t.drafts).where(d.owner == owner, d.key == key).values(**row))
        if not found.rowcount:
            self._changing.execute(insert(t.drafts).values(**row))
        self.changed.add(drafts_topic(owner))
        return StoredDraft(words, at)

    def drop_draft(self, owner: str, key: str) -> None:
        """Delete a draft, if there is one."""
        if self._changing.execute(statements.DROP_DRAFT, {"of": owner, "named": key}).rowcount:
            self.changed.add(drafts_topic(owner))

    def keep_texts(self, owner: str, texts: Mapping[str, str]) -> None:
        """Store texts (id: words) that belong to somebody else than the actor, such as the name of a person."""
        self._keep_texts(owner, texts)

    def add_credential(self, credential: Credential) -> None:
        """Store what lets somebody in."""
        credentials.add(self._changing, credential)

    def move_credential(self, digest: str, cohort: str) -> None:
        """Let a stored credential lead to another cohort."""
        credentials.move(self._changing, digest, cohort)
        self.changed.add(SESSIONS_ENDED)

    def take_part(self, stream: str, person: str) -> None:
        """Let this person take part in the stream, so that their `PersonState.mark` changes with it."""
        if not self.is_member(stream, person):
            members.add(self._changing, stream, {person})

    def replace_credential(self, credential: Credential) -> None:
        """Store a credential in place of any other of the same kind, cohort and person."""
        same = {"kind": credential.kind, "cohort": credential.cohort, "person": credential.person}
        credentials.drop(self._changing, **same)
        credentials.add(self._changing, credential)

    def drop_credentials(self, **which: str) -> None:
        """Delete the credentials whose columns (``kind``, ``cohort``, ``person``, ``digest``) have these values."""
        credentials.drop(self._changing, **which)
        self.changed.add(SESSIONS_ENDED)

    def keep_projected(self, name: str, values: Mapping[str, Projected]) -> None:
        """Store values of a projection by their keys, in place of those that are there. Nobody is notified."""
        across.keep_projected(self._changing, name, values)

    def drop_projected(self, name: str) -> None:
        """Delete everything that is stored of a projection. It is computed again when it is needed."""
        across.drop_projected(self._changing, name)

    def announce(self, topics: Iterable[str]) -> None:
        """Notify whoever watches these topics, once this is committed, although no stream of that name changes."""
        self.changed.update(topics)

    def delete_streams(self, streams: Sequence[str]) -> None:
        """Delete these streams and who took part in them, for good. Texts are deleted by their owners' erasure."""
        self.erased = True
        erasing.delete_streams(self._changing, streams)
        self.changed.update(streams)

    def delete_with_words(self, streams: Collection[str]) -> None:
        """Delete these streams, who took part in them, and all words that anybody wrote there, for good."""
        self.erased = True
        erasing.delete_with_words(self._changing, streams)
        self.changed.update(streams)

    def drop_texts(self, owner: str, ids: Sequence[str]) -> None:
        """Delete these texts of this owner, because newer words replace them. The events stay, without words."""
        x = t.texts.c
        self._changing.execute(delete(t.texts).where(x.owner == owner, x.id.in_(ids)))

    def erase_texts(self, owner: str) -> None:
        """Delete every text of this owner. The events that refer to them stay, without words."""
        self._changing.execute(delete(t.texts).where(t.texts.c.owner == owner))

    def bring(self, merged: Merged, person: str) -> None:
        """Write what was merged from a file of this person's work."""
        self.changed |= work.bring(self._changing, merged, person) | {drafts_topic(person), MINE + person}

    def erase(self, *erased: Work) -> None:
        """Delete people's whole work. Once this is committed, no file of the store contains its bytes any more.

        Erase many people in one call: it reads the events of all others only once.
        """
        self.erased = True
        told = {topic for work in erased for topic in (drafts_topic(work.person), MINE + work.person)}
        self.changed |= erasing.erase(self._changing, erased) | told | {SESSIONS_ENDED}

    def now(self) -> str:
        """The time at which this is written."""
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")

    @property
    def _changing(self) -> Connection:
        """The connection, for a change. What was read before may be different after it."""
        self._read.clear()
        return self._connection

    def _expect(self, stream: str, expected: int) -> None:
        if (length := self.length(stream)) != expected:
            raise CourseError(
                stream,
                f"it has changed in the meantime (step {length}, not {expected})",
                "Look at what is new, then try again.",
            )

    def _keep_texts(self, owner: str, texts: Mapping[str, str]) -> None:
        rows = [sealed(t.texts, {"id": key, "owner": owner, "words": _keepable(words)}) for key, words in texts.items()]
        if rows:
            self._changing.execute(statements.INSERT_TEXTS, rows)

    def _insert(self, rows: Sequence[Mapping[str, str | int]]) -> None:
        if rows:
            self._new.clear()
            self._changing.execute(statements.INSERT_EVENTS, [sealed(t.events, row) for row in rows])
            self.changed.update(str(row["stream"]) for row in rows)


def _part(length: int, part: int, event: Event) -> dict[str, str | int]:
    body = {name: value for name, value in encode(event).items() if name != TAG}
    kind = stored_kind(type(event))
    return {"version": length + part + 1, "part": part, "kind": kind, "body": json.dumps(body, separators=(",", ":"))}


def _keepable(words: str) -> str:
    """Refuse text that some database cannot store, rather than change somebody's words."""
    if "\0" in words or any("\ud800" <= char <= "\udfff" for char in words):
        raise CourseError("your text", *CHARACTER)
    return words
