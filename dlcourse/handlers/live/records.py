"""Reads live sessions and their groups from their streams.

What was read once is kept, and only what is new is added. What is kept belongs to the committed past, so a command uses
it but adds nothing to it. Nobody's words are in it, and after an erasure it is read anew.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from dlcourse.domain.live.group import LiveGroup, form
from dlcourse.domain.live.happenings import GroupFormed, LiveOpened
from dlcourse.domain.live.messages import LIVE, group_stream
from dlcourse.domain.live.policy import no_such_session
from dlcourse.domain.live.polls import RoomAnswers, follow_answers, poll_stream
from dlcourse.domain.live.replay import follow_group
from dlcourse.domain.live.room import Room, follow_room, open_room
from dlcourse.domain.live.settings import At
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.roleplay.play_records import kept_scenario
from dlcourse.store import ReadTransaction, Store, WriteTransaction

T = TypeVar("T")
MOST = 4096
"""How many sessions and groups are kept."""
Context = ReadContext | WriteContext


class ReadSoFar(NamedTuple):
    """A session or a group, how long its stream is, and how many of its people were erased."""

    value: Any
    version: int
    erased: int


class LiveReader:
    """Reads the sessions and groups of one store. It is safe to use from many threads."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._kept: OrderedDict[str, ReadSoFar] = OrderedDict()
        self._lock = threading.Lock()

    def room(self, transaction: ReadTransaction, session: str) -> tuple[Room, int]:
        """The session and the length of its stream. Raises a `CourseError` if there is no such session."""

        def begin(event: Event, at: str) -> Room:
            if not isinstance(event, LiveOpened):
                raise no_such_session()
            return open_room(event, at)

        return self._read(transaction, LIVE + session, begin, follow_room)

    def group(self, transaction: ReadTransaction, session: str, group: int) -> tuple[LiveGroup, int]:
        """The group and the length of its stream. Raises a `CourseError` if there is no such group."""

        def begin(event: Event, at: str) -> LiveGroup:  # noqa: ARG001 (a group begins with its first phase)
            if not isinstance(event, GroupFormed):
                raise no_such_session()
            return form(event, kept_scenario(transaction, event.scenario))

        return self._read(transaction, group_stream(session, group), begin, follow_group)

    def answers(self, transaction: ReadTransaction, session: str, number: int) -> tuple[RoomAnswers, int]:
        """The answers to a question, and how many events they are; none if nobody has answered."""
        stream = poll_stream(session, number)
        if not transaction.length(stream):
            return RoomAnswers(), 0
        return self._read(
            transaction, stream, lambda event, at: follow_answers(RoomAnswers(), [(event, at)]), follow_answers
        )

    def _read(
        self,
        transaction: ReadTransaction,
        stream: str,
        begin: Callable[[Event, str], T],
        follow: Callable[[T, list[At]], T],
    ) -> tuple[T, int]:
        erased = transaction.erased_members(stream)
        kept = self._known(stream, erased)
        new = [(each.event, each.at) for each in transaction.events(stream, kept.version if kept else 0)]
        if kept is None:
            if not new:
                raise no_such_session()
            value, rest = begin(*new[0]), new[1:]
        else:
            value, rest = kept.value, new
        value, version = follow(value, rest), (kept.version if kept else 0) + len(new)
        if new and not isinstance(transaction, WriteTransaction):
            self._keep(stream, ReadSoFar(value, version, erased))
        return value, version

    def _known(self, stream: str, erased: int) -> ReadSoFar | None:
        with self._lock:
            found = self._kept.get(stream)
            if found and found.erased == erased:
                self._kept.move_to_end(stream)
                return found
        return None

    def _keep(self, stream: str, folded: ReadSoFar) -> None:
        with self._lock:
            self._kept[stream] = folded
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


_readers: WeakKeyDictionary[Store, LiveReader] = WeakKeyDictionary()
_lock = threading.Lock()


def reader_of(store: Store) -> LiveReader:
    """The reader of this store."""
    with _lock:
        return _readers.setdefault(store, LiveReader())


def room_of(context: Context, session: str) -> tuple[Room, int]:
    """The session and the length of its stream. Raises a `CourseError` if there is no such session."""
    return reader_of(context.jobs.store).room(context.transaction, session)


def own_room(context: Context, session: str) -> tuple[Room, int]:
    """A session of the viewer's cohort. Raises a `CourseError` if there is no such session there."""
    room, version = room_of(context, session)
    if room.opened.cohort != context.viewer.cohort:
        raise no_such_session()
    return room, version


def group_of(context: Context, session: str, group: int) -> tuple[LiveGroup, int]:
    """The group and the length of its stream. Raises a `CourseError` if there is no such group."""
    return reader_of(context.jobs.store).group(context.transaction, session, group)


def groups_of(context: Context, session: str, room: Room) -> list[LiveGroup]:
    """The groups of a session that has started; none before."""
    return [group_of(context, session, group)[0] for group in range(1, 1 + room.groups)]


def scenario_of(context: Context, room: Room) -> Scenario:
    """The scenario of a session, as it was when the session was opened."""
    return kept_scenario(context.transaction, room.opened.scenario)


def time_of(transaction: WriteTransaction) -> datetime:
    """The time at which a command is recorded."""
    return datetime.fromisoformat(transaction.now())
