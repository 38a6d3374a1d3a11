"""Starts a module of the course in a separate process, for work that would block this one. They exchange lines of text.

The module must end when its input is closed, so that it never outlives this process. Both sides use UTF-8 in every
locale.
"""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

POLITE = 10
"""How much lower the priority of a process with heavy work is; 19 is the most."""


def start(module: str) -> subprocess.Popen[str]:
    """Run a module of the course with the same Python and the same course as this process; may raise an `OSError`."""
    home = str(Path(__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(  # noqa: S603 - the same Python, with a module of the course
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is meant for this process, which then stops the other one
    )


def go_last() -> None:
    """Let everything else on this machine go first, so that heavy work in this process delays nobody."""
    if hasattr(os, "nice"):
        os.nice(POLITE)


def lines_in() -> TextIO:
    """The input of a started module. ``sys.stdin`` would decode it by the locale, which is not UTF-8 everywhere."""
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")


def lines_out() -> TextIO:
    """The output of a started module, only for its answers. Anything else that it prints is discarded."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return out
