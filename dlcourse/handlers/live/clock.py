"""The clock of live sessions: it ends phases whose time is up, and records who has been away for too long.

A thread sleeps until something is due in a group to which anybody is connected, or whose console is open. It keeps
nothing that would be lost with it: deadlines are in the events, so after a restart the clock goes on where it was.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from time import sleep
from uuid import uuid4
from weakref import ref

from dlcourse.domain.live.follow_up import attendance, due, follow_up
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.messages import GROUP, LIVE, group_stream
from dlcourse.domain.live.replay import follow_group
from dlcourse.errors import CourseError
from dlcourse.handlers.live.attendance import Attendance
from dlcourse.handlers.live.listing import status
from dlcourse.handlers.live.recording import CLOCK, record_in_group
from dlcourse.handlers.live.records import reader_of, time_of
from dlcourse.store import ReadTransaction, Store, WriteTransaction

LONGEST = 5.0
"""Seconds that the clock sleeps at most."""
CALM = 0.05
"""Seconds after a change until the clock looks at it. Whoever made it waits for an answer, which comes first."""


class LiveClock:
    """The clock of the live sessions of one store. Safe to use from many threads."""

    def __init__(self, store: Store) -> None:
        """Nothing is looked after yet."""
        self._store = ref(store)
        self._attendance = Attendance()
        self._followed: Counter[str] = Counter()
        self._due: dict[str, datetime | None] = {}
        self._changed: set[str] = set()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None

    def attend(self, group: str, person: str) -> Callable[[], None]:
        """Note that somebody is connected to this group (its stream), until the returned function is called."""
        self._attendance.come(group, person, self._now())
        self._look_at([group])

        def end() -> None:
            self._attendance.leave(group, person, self._now())
            self._look_at([group])

        return end

    def follow(self, session: str) -> Callable[[], None]:
        """Look after all groups of a session, until the returned function is called."""
        with self._wake:
            self._followed[session] += 1
        self._look_at([LIVE + session])

        def end() -> None:
            with self._wake:
                self._followed[session] -= 1
                self._followed += Counter()

        return end

    def check(self) -> None:
        """Do everything that is due now. The thread of the clock does so by itself."""
        store = self._store()
        with self._wake:
            changed, self._changed = self._changed, set()
            now = self._now()
            late = {group for group, at in self._due.items() if at is not None and at <= now}
        if store is not None:
            for stream in sorted(changed | late):
                self._check_stream(store, stream)

    def _check_stream(self, store: Store, stream: str) -> None:
        if not stream.startswith(GROUP):
            with suppress(CourseError):  # there is no such session
                self._look_at(self._groups_of(store, stream.removeprefix(LIVE)) - self._due.keys())
            return
        try:
            due_at = self._check_group(store, stream)
        except (CourseError, ValueError):  # there is no such group; or nothing can be written now, so try again later
            due_at = self._now() + timedelta(seconds=LONGEST) if self._due.get(stream) else None
        with self._wake:
            self._due[stream] = due_at

    def _groups_of(self, store: Store, session: str) -> set[str]:
        """The streams of the groups of a session; from now on, absence counts for everybody in them."""
        room, _ = store.read(lambda reading: reader_of(store).room(reading, session))
        groups = {group_stream(session, number) for number in range(1, 1 + room.groups)}
        for group in groups:
            self._attendance.know(group, self._now())
        return groups

    def _check_group(self, store: Store, stream: str) -> datetime | None:
        """Do what is due in a group now; returns when the next thing is due, or None if nothing is."""
        session, _, number = stream.removeprefix(GROUP).partition("/")

        def look(reading: ReadTransaction) -> tuple[LiveGroup, bool]:
            group, _ = reader_of(store).group(reading, session, int(number))
            return group, status(reading, session) == "LiveClosed"

        def act(writing: WriteTransaction) -> None:
            group, version = reader_of(store).group(writing, session, int(number))
            happened = attendance(group, self._away(stream, group, time_of(writing)))
            record_in_group(writing, group, version, uuid4().hex, CLOCK, happened)

        group, closed = store.read(look)
        if closed or group.phase == "debrief":
            return None
        gone = attendance(group, self._away(stream, group, self._now()))
        after = follow_group(group, [(event, "") for event in gone])
        if gone or follow_up(after, self._now()):
            store.write(act)
            group, _ = store.read(look)
        return self._next(stream, group)

    def _away(self, stream: str, group: LiveGroup, now: datetime) -> frozenset[str]:
        most = timedelta(seconds=group.formed.settings.gone_after)
        return self._attendance.away(stream, frozenset(group.seats.values()), most, now)

    def _next(self, stream: str, group: LiveGroup) -> datetime | None:
        most = timedelta(seconds=group.formed.settings.gone_after)
        there = (group.seats[role] for role in group.present)
        left = (since for person in there if (since := self._attendance.away_since(stream, person)))
        times = [*(since + most for since in left), *filter(None, [due(group)])]
        return min(times, default=None)

    def _look_at(self, streams: Iterable[str]) -> None:
        """Let the thread look at these streams soon; start it if there is none."""
        with self._wake:
            self._changed.update(streams)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="dlcourse-live-clock", daemon=True)
                self._thread.start()
            self._wake.notify()

    def _run(self) -> None:
        store = self._store()
        end = store.on_commit(self._notice) if store else _nothing
        del store
        try:
            while self._is_needed():
                self._check_safely()
                with self._wake:
                    if not self._changed:
                        self._wake.wait(self._pause())
                    changed = bool(self._changed)
                if changed:
                    sleep(CALM)
        finally:
            end()

    def _check_safely(self) -> None:
        with suppress(CourseError):  # for example, the disk is full; it is tried again
            self.check()

    def _is_needed(self) -> bool:
        """Whether anything is left to look after; otherwise the thread ends."""
        with self._wake:
            waiting = any(at is not None for at in self._due.values())
            if self._store() and (self._changed or waiting or self._followed or self._attendance.groups()):
                return True
            self._thread = None
            return False

    def _pause(self) -> float:
        now = self._now()
        times = [(at - now).total_seconds() for at in self._due.values() if at is not None]
        return max(0.0, min([LONGEST, *times]))

    def _notice(self, changed: frozenset[str]) -> None:
        """A commit changed these streams: look again at those that are looked after."""
        with self._wake:
            known = {*self._due, *self._attendance.groups(), *(LIVE + session for session in self._followed)}
            if found := {stream for stream in known if stream in changed}:
                self._changed |= found
                self._wake.notify()

    def _now(self) -> datetime:
        store = self._store()
        return store.now() if store else datetime.max.replace(tzinfo=UTC)


def _nothing() -> None:
    """Nothing is to be ended."""
