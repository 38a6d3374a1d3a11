"""The threads in which jobs run: a few for the whole process, and a queue that ends somewhere."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable

from dlcourse.errors import CourseError, traceback_text

AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
"""The number of jobs, of all people together, that run at the same time. More jobs wait."""
MOST_WAITING = 64
"""The number of jobs that may wait. A search takes a minute at most, so nobody would want to wait behind more."""
FULL = (
    f"{MOST_WAITING} searches of other people are waiting already",
    "Wait a few minutes, then start yours again. Everything else works meanwhile.",
)

Step = Callable[[], None]
_log = logging.getLogger(__name__)


class JobThreads:
    """Runs steps in the order in which they came. A thread begins when it is needed, and ends when nothing waits."""

    def __init__(self, threads: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """At most ``threads`` steps run at the same time, and at most ``most_waiting`` wait."""
        self._most, self._most_waiting, self._lock = threads, most_waiting, threading.Lock()
        self._waiting: deque[Step] = deque()
        self._running = 0

    def refuse_if_full(self) -> None:
        """Raise a `CourseError` if there is no room for one more step."""
        if len(self._waiting) >= self._most_waiting:
            raise CourseError("course", *FULL)

    def put(self, step: Step) -> None:
        """Run ``step`` in one of the threads when its turn comes. Raises a `CourseError` if too many wait."""
        with self._lock:
            self.refuse_if_full()
            self._waiting.append(step)
            if self._running < self._most:
                self._running += 1
                threading.Thread(target=self._work, name="dlcourse-job", daemon=True).start()

    def skip_queue(self, step: Step) -> None:
        """Run a step that is still waiting at once, in a thread of its own. It must be about to end."""
        with self._lock:
            if step not in self._waiting:
                return
            self._waiting.remove(step)
        threading.Thread(target=step, name="dlcourse-job-ending", daemon=True).start()

    def _work(self) -> None:
        while step := self._next():
            try:
                step()
            except BaseException as error:  # noqa: BLE001 (whatever it is, the next step gets its turn)
                _log.error("A job failed: %s", traceback_text(error))

    def _next(self) -> Step | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._running -= 1
            return None


THREADS = JobThreads()
"""The threads of this process."""
