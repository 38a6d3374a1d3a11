"""Jobs: work that goes on after its command was recorded, in threads of this process.

Each job belongs to one person and is named by the topic of its stream. It reports its progress and can be stopped. The
job itself records its result; nothing here outlives the process. The number of jobs that run at the same time is
limited, so that this machine can still answer requests.
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
"""The number of jobs, of all people together, that run at the same time. More jobs wait."""
EVERY = 0.4
"""Seconds between two progress notices."""
LAST = 3.0
"""Seconds that a job has to end when the process ends."""

Notice = Callable[[], None]
_turns = threading.BoundedSemaphore(AT_ONCE)


class Job:
    """One job. ``progress`` is how far it is, or None while it waits for its turn.

    ``stopped`` says that it must end.
    """

    def __init__(self, tell: Notice) -> None:
        """``tell`` is called whenever there is progress or another change."""
        self.progress: Value | None = None
        self._stop, self._tell, self._told = threading.Event(), tell, 0.0

    def advance(self, progress: Value) -> None:
        """Report the progress."""
        self.progress = progress
        if time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            self._tell()

    def stop(self) -> None:
        """Ask the job to end."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether the job has been asked to end."""
        return self._stop.is_set()


class Jobs:
    """The jobs of one person."""

    def __init__(self, store: Store, person: Callable[[ReadTransaction], str]) -> None:
        """Jobs record their results in ``store``. ``person`` gives the id of the person at the moment it is called."""
        self.store, self.person = store, person
        self._works: dict[str, tuple[Job, threading.Thread]] = {}
        self._notices: dict[object, tuple[str, Notice]] = {}
        self._lock = threading.Lock()
        _open.add(self)

    def begin(self, topic: str, doing: Callable[[Job], None]) -> None:
        """Start a job about this topic unless one is running. It ends when ``doing`` returns."""
        with self._lock:
            if topic in self._works:
                return
            work = Job(lambda: self._tell(topic))
            thread = threading.Thread(target=self._do, args=(topic, work, doing), name=topic, daemon=True)
            self._works[topic] = work, thread
            thread.start()

    def work(self, topic: str) -> Job | None:
        """The job about this topic while it runs."""
        found = self._works.get(topic)
        return found and found[0]

    def topics(self, prefix: str) -> list[str]:
        """The topics of running and waiting jobs that begin with this prefix."""
        return [topic for topic in tuple(self._works) if topic.startswith(prefix)]

    def stop(self, topic: str) -> None:
        """Ask the job about this topic to end, if there is one."""
        if work := self.work(topic):
            work.stop()

    def watch(self, topic: str, notice: Notice) -> Notice:
        """Call ``notice`` whenever the job about this topic changes. ``notice`` must be quick.

        Returns a function that ends this.
        """
        key = object()
        self._notices[key] = topic, notice

        def end() -> None:
            self._notices.pop(key, None)

        return end

    def close(self) -> None:
        """Ask every job to end, and wait briefly until it has."""
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
    """Wait for a turn and return whether it came. A job that was told to stop waits no longer."""
    while not work.stopped():
        if _turns.acquire(timeout=0.1):
            return True
    return False


_open: WeakSet[Jobs] = WeakSet()


@atexit.register
def _close_all() -> None:
    for jobs in tuple(_open):
        jobs.close()
