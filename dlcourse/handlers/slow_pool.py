"""Answers that take seconds, such as plans and documents: a few threads of their own, and a queue that ends somewhere.

Whoever asks waits in their own thread. The queue is shorter than the threads that answer people are many, so some of
these are always free for quick answers.
"""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from dlcourse.errors import CourseError
from dlcourse.handlers.job_threads import AT_ONCE

T = TypeVar("T")
MOST_WAITING = 16
"""How many different answers are computed or wait at the same time, in the whole process."""
MOST_ASKERS = 24
"""How many askers wait for them at the same time; the server has 32 threads."""
BUSY = (
    "many people are asking for something that takes a few seconds",
    "Wait a minute, then try again, or load the page again. Everything else works meanwhile.",
)


class SlowPool:
    """Computes slow answers. If the same is asked for again before it is there, it is computed only once."""

    def __init__(self, threads: int = AT_ONCE, waiting: int = MOST_WAITING, askers: int = MOST_ASKERS) -> None:
        """``threads`` compute; at most ``waiting`` answers and ``askers`` people are waited for."""
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="dlcourse-slow")
        self._waiting, self._askers, self._lock = waiting, askers, threading.Lock()
        self._coming: dict[Hashable, Future[Any]] = {}
        self._asking = 0

    def answer(self, key: Hashable, work: Callable[[], T]) -> T:
        """Wait for what ``work`` returns, or for what somebody else's ``work`` with an equal key returns.

        Raises what ``work`` raises; a `CourseError` if too much is waiting already.
        """
        coming: Future[T] = self._begin(key, work)
        try:
            return coming.result()
        finally:
            with self._lock:
                self._asking -= 1

    def _begin(self, key: Hashable, work: Callable[[], Any]) -> Future[Any]:
        with self._lock:
            coming = self._coming.get(key)
            if self._asking >= self._askers or (coming is None and len(self._coming) >= self._waiting):
                raise CourseError("course", *BUSY)
            if coming is None:
                coming = self._coming[key] = self._threads.submit(self._work, key, work)
            self._asking += 1
            return coming

    def _work(self, key: Hashable, work: Callable[[], Any]) -> Any:
        try:
            return work()
        finally:
            with self._lock:
                del self._coming[key]


POOL = SlowPool()
"""The pool of this process. What it computes depends on nothing but the key, so it does not matter whose it is."""
