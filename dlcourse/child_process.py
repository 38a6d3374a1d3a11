"""Starts a module of the course in a separate process, for work that would block this one.

They exchange lines of text, which are UTF-8 in every locale, or bytes. The module must end when its input is closed, so
that it never outlives this process. Everything else on the machine goes first, so that the work in it delays nobody.
"""

import io
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO, TextIO

POLITE = 10
"""How much lower the priority of a process with heavy work is; 19 is the most."""


def start(module: str) -> subprocess.Popen[str]:
    """Run a module of the course with the same Python and the same course as this process; may raise an `OSError`."""
    return subprocess.Popen(_line(module), encoding="utf-8", **_surroundings())  # noqa: S603 - a module of the course


def start_for_bytes(module: str) -> subprocess.Popen[bytes]:
    """Like `start`, for a module that exchanges bytes."""
    return subprocess.Popen(_line(module), **_surroundings())  # noqa: S603 - a module of the course


def _line(module: str) -> list[str]:
    return [sys.executable, "-m", "dlcourse.child_process", module]


def _surroundings() -> dict[str, Any]:
    home = str(Path(__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        "stdin": subprocess.PIPE,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.DEVNULL,
        "env": os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        # Ctrl-C is meant for this process, which then stops the other one. Linux may share the processors equally
        # between sessions, whatever the priorities in them. So it stays in this session, in a group of its own.
        "process_group": 0,
        "creationflags": _windows("CREATE_NEW_PROCESS_GROUP") | _windows("BELOW_NORMAL_PRIORITY_CLASS"),
    }


def _windows(flag: str) -> int:
    """A flag that only Windows has; elsewhere 0."""
    return int(getattr(subprocess, flag, 0))


def lines_in() -> TextIO:
    """The input of a started module. ``sys.stdin`` would decode it by the locale, which is not UTF-8 everywhere."""
    return io.TextIOWrapper(bytes_in(), encoding="utf-8")


def lines_out() -> TextIO:
    """The output of a started module, only for its answers. Anything else that it prints is discarded."""
    return io.TextIOWrapper(bytes_out(), encoding="utf-8", newline="\n")


def bytes_in() -> BinaryIO:
    """Like `lines_in`, for a module that is asked in bytes. Anything else that reads the standard input finds nothing.

    On Windows, loading NumPy asks what the standard input is, and would get no answer as long as a thread waits for
    something to come from it.
    """
    given = os.fdopen(os.dup(0), "rb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    return given


def bytes_out() -> BinaryIO:
    """Like `lines_out`, for a module that answers with bytes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return out


def _main() -> None:
    """Lower the priority of this process, then run the module. To import what a module needs can be half its work."""
    if hasattr(os, "nice"):
        os.nice(POLITE)
    runpy.run_module(sys.argv[1], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _main()
