"""Jobs: work that goes on after its command was recorded, in threads of this process.

Each job belongs to one person and is named by the topic of its stream. It reports its progress and can be stopped. The
job itself records its result; nothing here outlives the process. How many jobs run and wait at the same time is limited
by `job_threads`, so that this machine can still answer requests.
"""

import atexit
import threading
import time
from collections.abc import Callable
from weakref import WeakSet

from dlcourse.domain.speech import Value
from dlcourse.handlers.job_threads import THREADS, JobThreads
from dlcourse.store import ReadTransaction, Store

EVERY = 0.4
"""Seconds between two progress notices."""
LAST = 3.0
"""Seconds that a job has to end when the process ends."""

Notice = Callable[[], None]


class Job:
    """One job. ``progress`` is how far it is, or None while it waits for its turn.

    ``stopped`` says that it must end, and ``ended`` is set when it has.
    """

    def __init__(self, tell: Notice) -> None:
        """``tell`` is called whenever there is progress or another change."""
        self.progress: Value | None = None
        self._stop, self.ended = threading.Event(), threading.Event()
        self._tell, self._told = tell, 0.0

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

    def __init__(self, store: Store, person: Callable[[ReadTransaction], str], threads: JobThreads = THREADS) -> None:
        """Jobs record their results in ``store``. ``person`` gives the id of the person at the moment it is called."""
        self.store, self.person, self._threads = store, person, threads
        self._works: dict[str, tuple[Job, Callable[[], None]]] = {}
        self._notices: dict[object, tuple[str, Notice]] = {}
        self._lock = threading.Lock()
        _open.add(self)

    def begin(self, topic: str, doing: Callable[[Job], None]) -> None:
        """Start a job about this topic unless one is running. It ends when ``doing`` returns.

        Raises a `CourseError` if too many jobs are waiting.
        """
        work = Job(lambda: self._tell(topic))

        def step() -> None:
            self._do(topic, work, doing)

        with self._lock:
            if topic not in self._works:
                self._threads.put(step)
                self._works[topic] = work, step

    def refuse_if_full(self) -> None:
        """Raise a `CourseError` if so many jobs of all people are waiting that no other can begin now."""
        self._threads.refuse_if_full()

    def work(self, topic: str) -> Job | None:
        """The job about this topic while it runs."""
        found = self._works.get(topic)
        return found and found[0]

    def topics(self, prefix: str) -> list[str]:
        """The topics of running and waiting jobs that begin with this prefix."""
        return [topic for topic in tuple(self._works) if topic.startswith(prefix)]

    def stop(self, topic: str) -> None:
        """Ask the job about this topic to end, if there is one. It no longer waits for its turn."""
        if found := self._works.get(topic):
            work, step = found
            work.stop()
            self._threads.skip_queue(step)

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
        going_on = {topic: work for topic, (work, _) in tuple(self._works.items())}
        for topic in going_on:
            self.stop(topic)
        for work in going_on.values():
            work.ended.wait(LAST)

    def _do(self, topic: str, work: Job, doing: Callable[[Job], None]) -> None:
        try:
            doing(work)
        finally:
            with self._lock:
                del self._works[topic]
            work.ended.set()
            self._tell(topic)

    def _tell(self, topic: str) -> None:
        for about, notice in tuple(self._notices.values()):
            if about == topic:
                notice()


_open: WeakSet[Jobs] = WeakSet()


@atexit.register
def _close_all() -> None:
    for jobs in tuple(_open):
        jobs.close()
