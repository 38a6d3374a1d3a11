"""Calls functions in processes of their own, so that long computations do not hold up threads that answer people.

Threads of one process compute one at a time. While one of them writes a document, each short step of all others waits
for its turn, and answering a person takes many such steps. In a notebook, where nobody else is answered, a function is
simply called.
"""

import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from dlcourse import child_process
from dlcourse.errors import CourseError

P = ParamSpec("P")
R = TypeVar("R")
CHILD = "dlcourse.work_process_child"
IDLE = 60.0
"""Seconds for which a process is kept that has nothing to do: it takes half a second to start, and about 60 MB."""
LONGEST = 120.0
"""Seconds after which a computation is given up, with its process."""
ENDED = (
    "the computation took too long, or this machine ran out of memory",
    "Close other programs, then try again. Everything that was saved is safe.",
)
_BROKEN = (OSError, EOFError, pickle.UnpicklingError)
"""What reading and writing raise when the other process has ended."""


class WorkFailedError(RuntimeError):
    """A function failed in another process. The text says where, without what the exception itself said."""


class WorkProcess:
    """One process. It carries out one function after the other; call it from one thread at a time."""

    def __init__(self) -> None:
        """Start it. Raises an `OSError` if that is not possible."""
        self._process = child_process.start_for_bytes(CHILD)

    def call(self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """What the function returns or raises. Raises a `WorkFailedError` instead of an unexpected exception.

        Raises one of several exceptions if the process has ended.
        """
        assert self._process.stdin
        assert self._process.stdout
        limit = threading.Timer(LONGEST, self._process.kill)
        limit.daemon = True
        limit.start()
        try:
            pickle.dump((function, arguments, named), self._process.stdin)
            self._process.stdin.flush()
            returned, failed = pickle.load(self._process.stdout)  # noqa: S301 - it is our own
        finally:
            limit.cancel()
        if failed is not None:
            raise failed
        answer: R = returned
        return answer

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.communicate()


class WorkProcesses:
    """A few processes that are started when they are needed. It is safe to use from many threads."""

    def __init__(self, most: int, idle: float = IDLE) -> None:
        """At most ``most`` run at the same time. One that has had nothing to do for ``idle`` seconds is ended."""
        self._turns, self._idle, self._lock = threading.BoundedSemaphore(most), idle, threading.Lock()
        self._free: list[tuple[WorkProcess, threading.Timer]] = []

    def call(self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Wait for what the function returns or raises in one of the processes.

        The function must be one of a module, and what it is given and what it returns must be values that can be
        pickled. Raises a `CourseError` if its process has ended.
        """
        with self._turns:
            if (process := self._one_that_waits()) is not None:
                try:
                    return self._call(process, function, *arguments, **named)
                except _BROKEN:  # it had ended while nobody needed it
                    pass
            try:
                return self._call(WorkProcess(), function, *arguments, **named)
            except _BROKEN:
                raise CourseError("course", *ENDED) from None

    def close(self) -> None:
        """End those that have nothing to do."""
        while (process := self._one_that_waits()) is not None:
            process.end()

    def _call(self, process: WorkProcess, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        try:
            answer = process.call(function, *arguments, **named)
        except _BROKEN:
            process.end()
            raise
        except BaseException:
            self._wait(process)
            raise
        self._wait(process)
        return answer

    def _one_that_waits(self) -> WorkProcess | None:
        with self._lock:
            process, ending = self._free.pop() if self._free else (None, None)
        if ending:
            ending.cancel()
        return process

    def _wait(self, process: WorkProcess) -> None:
        """Keep the process for the next computation, for a while."""
        ending = threading.Timer(self._idle, self._let_go, [process])
        ending.daemon = True
        with self._lock:
            self._free.append((process, ending))
        ending.start()

    def _let_go(self, process: WorkProcess) -> None:
        with self._lock:
            waiting = [each for each in self._free if each[0] is process]
            self._free = [each for each in self._free if each[0] is not process]
        if waiting:
            process.end()


_in_use: list[WorkProcesses] = []
"""The processes of this program, if it answers many people."""


@contextmanager
def processes_for_work(most: int) -> Iterator[None]:
    """During the block, `computed` uses at most this many processes."""
    processes = WorkProcesses(most)
    _in_use.append(processes)
    try:
        yield
    finally:
        _in_use.remove(processes)
        processes.close()


def computed(function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
    """What the function returns or raises. In a server, another process computes it; see `WorkProcesses.call`."""
    return _in_use[-1].call(function, *arguments, **named) if _in_use else function(*arguments, **named)
