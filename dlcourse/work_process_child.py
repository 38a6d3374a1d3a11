"""Carries out functions for `work_process`. Pickles come in, and what a function returns or raises goes out as one."""

import os
import pickle
import queue
import sys
import threading
from typing import Any

from dlcourse.child_process import bytes_out, go_last
from dlcourse.errors import CourseError, traceback_text
from dlcourse.work_process import WorkFailedError

Call = tuple[Any, tuple[Any, ...], dict[str, Any]]


def carried_out(function: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, Exception | None]:
    """What the function returned, and what it raised. Only our own errors go out as they are."""
    try:
        return function(*arguments, **named), None
    except CourseError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked must hear of it
        return None, WorkFailedError(traceback_text(error))


def _read(waiting: "queue.SimpleQueue[Call]") -> None:
    """Read one function after the other. When the input is closed, nobody needs an answer any more."""
    try:
        while True:
            waiting.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - only the process that started this one writes here
    finally:
        os._exit(0)


def main() -> None:
    """Carry out functions until the input is closed."""
    go_last()
    out, waiting = bytes_out(), queue.SimpleQueue[Call]()
    threading.Thread(target=_read, args=(waiting,), daemon=True).start()
    while True:
        pickle.dump(carried_out(*waiting.get()), out)
        out.flush()


if __name__ == "__main__":
    main()
