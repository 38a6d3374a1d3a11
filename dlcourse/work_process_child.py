"""Carries out functions for `work_process`. Pickles come in, and what a function returns or raises goes out as one."""

import os
import pickle
import queue
import threading
from typing import Any, BinaryIO

from dlcourse.child_process import bytes_in, bytes_out
from dlcourse.errors import CourseError, WorkFailedError, traceback_text
from dlcourse.work_process import BEGUN

Call = tuple[Any, tuple[Any, ...], dict[str, Any]]


def carried_out(function: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, Exception | None]:
    """What the function returned, and what it raised. Only our own errors go out as they are."""
    try:
        return function(*arguments, **named), None
    except CourseError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked must hear of it
        return None, WorkFailedError(traceback_text(error))


def pickled_answer(function: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> bytes:
    """The same, pickled. A function also fails if what it returned or raised cannot be pickled."""
    try:
        return pickle.dumps(carried_out(function, arguments, named))
    except Exception as error:  # noqa: BLE001 - as above
        return pickle.dumps((None, WorkFailedError(traceback_text(error))))


def _read(given: BinaryIO, waiting: "queue.SimpleQueue[Call]") -> None:
    """Read one function after the other. When the input is closed, nobody needs an answer any more."""
    try:
        while True:
            waiting.put(pickle.load(given))  # noqa: S301 - only the process that started this one writes here
    finally:
        os._exit(0)


def main() -> None:
    """Carry out functions until the input is closed."""
    given, out, waiting = bytes_in(), bytes_out(), queue.SimpleQueue[Call]()
    threading.Thread(target=_read, args=(given, waiting), daemon=True).start()
    while True:
        call = waiting.get()
        out.write(BEGUN)
        out.flush()
        out.write(pickled_answer(*call))
        out.flush()


if __name__ == "__main__":
    main()
