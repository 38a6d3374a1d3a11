"""Work that goes on after its command was recorded: in threads of this process, one person's by name of its stream.

It tells how far it is and can be stopped. What comes of it is recorded by the work itself; nothing here is kept beyond
the process. Only so many work at the same time as leave this machine free to answer.
"""

import atexit
import os
import threading
import time
from collections.abc import Callable
from weakref import WeakSet

from dlcourse.domain.speech import Value
from dlcourse.store import ReadTransaction, Store

AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
"""Works of everybody together; more wait for their turn."""
EVERY = 0.4
"""Seconds between two notices of progress."""
LAST = 3.0
"""Seconds that a work gets to end when the process does."""

Notice = Callable[[], None]
_turns = threading.BoundedSemaphore(AT_ONCE)


class Job:
    """One work: ``progress`` is how far it is (None while it waits for its turn), ``stopped`` whether it shall end."""

    def __init__(self, tell: Notice) -> None:
        """``tell`` is called when there is news."""
        self.progress: Value | None = None
        self._stop, self._tell, self._told = threading.Event(), tell, 0.0

    def advance(self, progress: Value) -> None:
        """Say how far it is."""
        self.progress = progress
        if time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            self._tell()

    def stop(self) -> None:
        """Ask it to end."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether it shall end."""
        return self._stop.is_set()


class Jobs:
    """Where one person's works go on."""

    def __init__(self, store: Store, person: Callable[[ReadTransaction], str]) -> None:
        """The works record in ``store``; ``person`` says for whom at the moment that is looked at."""
        self.store, self.person = store, person
        self._works: dict[str, tuple[Job, threading.Thread]] = {}
        self._notices: dict[object, tuple[str, Notice]] = {}
        self._lock = threading.Lock()
        _open.add(self)

    def begin(self, topic: str, doing: Callable[[Job], None]) -> None:
        """Begin a work about this topic, unless one is going on. It ends when ``doing`` returns."""
        with self._lock:
            if topic in self._works:
                return
            work = Job(lambda: self._tell(topic))
            thread = threading.Thread(target=self._do, args=(topic, work, doing), name=topic, daemon=True)
            self._works[topic] = work, thread
            thread.start()

    def work(self, topic: str) -> Job | None:
        """The work about this topic, while it goes on."""
        found = self._works.get(topic)
        return found and found[0]

    def topics(self, prefix: str) -> list[str]:
        """The works that go on or wait, as far as their topics start so."""
        return [topic for topic in tuple(self._works) if topic.startswith(prefix)]

    def stop(self, topic: str) -> None:
        """Ask the work about this topic to end, if one goes on."""
        if work := self.work(topic):
            work.stop()

    def watch(self, topic: str, notice: Notice) -> Notice:
        """Call ``notice`` (be quick there) when the work about this topic has news; returns what ends it."""
        key = object()
        self._notices[key] = topic, notice

        def end() -> None:
            self._notices.pop(key, None)

        return end

    def close(self) -> None:
        """Ask every work to end, and wait a little for it."""
        going_on = tuple(self._works.values())
        for work, _ in going_on:
            work.stop()
        for _, thread in going_on:
            thread.join(LAST)

    def _do(self, topic: str, work: Job, doing: Callable[[Job], None]) -> None:
        its_turn = _wait_for_turn(work)
        try:
            doing(work)
        finally:
            if its_turn:
                _turns.release()
            with self._lock:
                del self._works[topic]
            self._tell(topic)

    def _tell(self, topic: str) -> None:
        for about, notice in tuple(self._notices.values()):
            if about == topic:
                notice()


def _wait_for_turn(work: Job) -> bool:
    """Whether its turn has come; who is to stop waits no longer."""
    while not work.stopped():
        if _turns.acquire(timeout=0.1):
            return True
    return False


_open: WeakSet[Jobs] = WeakSet()


@atexit.register
def _close_all() -> None:
    for jobs in tuple(_open):
        jobs.close()
