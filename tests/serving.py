"""Starts a course server as a person would, in a process of its own, and sees that it leaves nothing behind."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeVar

import psutil  # type: ignore[import-untyped]

from dlcourse.course import running
from dlcourse.course.remote import RemoteCourse
from dlcourse.course.tickets import of_home

TOP = Path(__file__).resolve().parent.parent
COURSE = ("dlcourse.cli", "serve", "--no-browser", "--port=0", "--home")
TOY = ("tests.server.toy",)
PATIENCE = 60.0
"""Seconds after which nothing will come any more, also on a machine with other work."""
A = TypeVar("A")


@dataclass
class Served:
    """A course server that runs."""

    address: str
    home: Path
    token: str
    process: "subprocess.Popen[str]"

    def course(self) -> RemoteCourse:
        """Return the course as the owner of the home meets it."""
        return RemoteCourse(self.address, of_home(self.token))

    def kernels(self) -> list[psutil.Process]:
        """Return the processes that the server started."""
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def stop(self) -> str:
        """Stop it as the system would; return what it said. It must end well and leave no process behind."""
        left = self.kernels() if self.process.poll() is None else []
        self.process.terminate()
        said, _ = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0, said
        assert [process for process in left if runs(process)] == []
        return said

    def kill(self) -> None:
        """End it without a word."""
        left = self.kernels()
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)
        psutil.wait_procs(left, timeout=PATIENCE)


def start(home: Path, command: tuple[str, ...] = COURSE, arguments: tuple[str, ...] = ()) -> Served:
    """Start ``python -m <command> <home> <arguments>`` and return when it answers."""
    line = [sys.executable, "-m", *command, str(home), *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(TOP)}
    process = subprocess.Popen(
        line, cwd=TOP, env=surroundings, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )

    def answers() -> running.RunningServer | None:
        assert process.poll() is None, process.communicate()[0]
        found = running.find(home)
        return found if found and found.pid == process.pid else None

    server = until(answers)
    return Served(server.address, home, server.token, process)


def runs(process: psutil.Process) -> bool:
    """Whether a process does anything: one that ended, and that its new parent has not looked after yet, does not."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def until(look: Callable[[], A | None], seconds: float = PATIENCE) -> A:
    """Look again and again until there is something; fail when it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        Event().wait(0.02)
    raise AssertionError(f"nothing came of {look} in {seconds} s")
