"""Calls functions in processes of their own, so that long computations do not hold up threads that answer people.

Threads of one process compute one at a time. While one of them writes a document, each short step of all others waits
for its turn, and answering a person takes many such steps. In a notebook, where nobody else is answered, a function is
simply called.
"""

import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

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
    "the computation took too long, or the computer that runs the course ran out of memory",
    "Wait a minute, then try again. If that does not help, close other programs there. Everything saved is safe.",
)
CLOSING = "the course is being closed", "Try again when it is open. Everything that was saved is safe."
BEGUN = b"+"
"""What a process sends before it carries out a function."""
_BROKEN = (OSError, EOFError, pickle.UnpicklingError)
"""What reading and writing raise when the other process has ended."""


class NotBegunError(EOFError):
    """A process has ended before it began to carry out a function, so another one can do it."""


class WorkProcess:
    """One process. It carries out one function after the other; ask it from one thread at a time."""

    def __init__(self) -> None:
        """Start it. Raises an `OSError` if that is not possible."""
        self._process = child_process.start_for_bytes(CHILD)

    def answer(self, asked: bytes) -> tuple[Any, Exception | None]:
        """What the function returned, and what it raised. ``asked`` is the pickled function with its arguments.

        Raises a `NotBegunError` or one of several other exceptions if the process has ended. After any exception, it
        must not be asked again: the next answer that comes might be the one that was not read.
        """
        assert self._process.stdout
        limit = threading.Timer(LONGEST, self.stop)
        limit.daemon = True
        limit.start()
        try:
            self._send(asked)
            found: tuple[Any, Exception | None] = pickle.load(self._process.stdout)  # noqa: S301 - it is our own
        finally:
            limit.cancel()
        return found

    def _send(self, asked: bytes) -> None:
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(asked)
            self._process.stdin.flush()
        except OSError:
            raise NotBegunError from None
        if not self._process.stdout.read(len(BEGUN)):
            raise NotBegunError

    def stop(self) -> None:
        """Let it end, whatever it is doing. Whoever waits for its answer learns that; `end` is still to be called."""
        self._process.kill()

    def end(self) -> None:
        """End it, and free what it holds of this process. Nobody may be waiting for its answer."""
        self._process.kill()
        self._process.communicate()


class WorkProcesses:
    """A few processes that are started when they are needed. It is safe to use from many threads."""

    def __init__(self, most: int, idle: float = IDLE) -> None:
        """At most ``most`` run at the same time. One that has had nothing to do for ``idle`` seconds is ended."""
        self._turns, self._idle, self._lock = threading.BoundedSemaphore(most), idle, threading.Lock()
        self._free: list[tuple[WorkProcess, threading.Timer]] = []
        self._busy: set[WorkProcess] = set()
        self._closed = False

    def call(self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """Wait for what the function returns or raises in one of the processes. It is carried out once at most.

        The function must be one of a module, and what it is given and what it returns must be values that can be
        pickled. Raises a `CourseError` if its process has ended, and a `WorkFailedError` instead of an unexpected
        exception.
        """
        asked = pickle.dumps((function, arguments, named))
        try:
            with self._turns:
                returned, failed = self._answer(asked)
        except _BROKEN:
            raise CourseError("course", *(CLOSING if self._closed else ENDED)) from None
        if failed is not None:
            raise failed
        answer: R = returned
        return answer

    def close(self) -> None:
        """End all of them. Whoever waits for an answer gets a `CourseError`."""
        with self._lock:
            self._closed = True
            for process in self._busy:
                process.stop()
        while (waiting := self._one_that_waits()) is not None:
            waiting.end()

    def _answer(self, asked: bytes) -> tuple[Any, Exception | None]:
        try:
            return self._answer_of(self._one_that_waits() or WorkProcess(), asked)
        except NotBegunError:  # it had ended while nobody needed it
            return self._answer_of(WorkProcess(), asked)

    def _answer_of(self, process: WorkProcess, asked: bytes) -> tuple[Any, Exception | None]:
        """The answer of this process. Only if all of it was read does the process wait for the next function."""
        try:
            self._begin(process)
            answer = process.answer(asked)
        except BaseException:
            with self._lock:
                self._busy.discard(process)
            process.end()
            raise
        self._wait(process)
        return answer

    def _begin(self, process: WorkProcess) -> None:
        with self._lock:
            if self._closed:
                raise EOFError
            self._busy.add(process)

    def _one_that_waits(self) -> WorkProcess | None:
        """A process that has nothing to do, if there is one."""
        with self._lock:
            process, ending = self._free.pop() if self._free else (None, None)
        if ending:
            ending.cancel()
        return process

    def _wait(self, process: WorkProcess) -> None:
        """Keep the process for the next function, for a while."""
        ending = threading.Timer(self._idle, self._let_go, [process])
        ending.daemon = True
        with self._lock:
            self._busy.discard(process)
            kept = not self._closed
            if kept:
                self._free.append((process, ending))
        if kept:
            ending.start()
        else:
            process.end()

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
    """During the block, `computed` uses at most this many processes. What they still compute then is given up."""
    processes = WorkProcesses(most)
    _in_use.append(processes)
    try:
        yield
    finally:
        _in_use.remove(processes)
        processes.close()


def computed(function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
    """What the function returns or raises. In a server, another process computes it; see `WorkProcesses.call`."""
    processes = next(reversed(_in_use), None)
    return processes.call(function, *arguments, **named) if processes else function(*arguments, **named)
