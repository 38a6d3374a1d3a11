"""Starts a course server as a person would, in a separate process, and checks that it leaves nothing behind."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.cookies import SimpleCookie
from pathlib import Path
from threading import Event
from typing import TypeVar
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import BrowserContext

from dlcourse.course import running_server
from dlcourse.course.remote import RemoteCourse
from dlcourse.course.tickets import of_home
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import KeyedAddress, key_of

TOP = Path(__file__).resolve().parent.parent
COURSE = ("dlcourse.cli", "serve", "--no-browser", "--port=0", "--home")
TOY = ("tests.server.toy",)
PATIENCE = 60.0
"""Seconds after which nothing will come any more, also on a machine with other work."""
WORK_FILE = "work/file"
"""The address of a person's whole work as a file."""
A = TypeVar("A")
_SERVED: "dict[str, Served]" = {}
"""The newest server of this run at each host and port."""
_CONTEXTS: list[BrowserContext] = []
"""Browsers that come in wherever a server was or will be started."""


@dataclass
class Served:
    """A running course server."""

    address: str
    home: Path
    token: str
    process: "subprocess.Popen[str]"

    @property
    def door(self) -> str:
        """The address with the key, as the terminal shows it."""
        return KeyedAddress(self.address, key_of(self.home)).at()

    @cached_property
    def cookie(self) -> dict[str, str]:
        """The cookies of a browser that has opened `door`, by name."""
        root = urlsplit(self.address).path
        made = SimpleCookie(Door(self.home, key_of(self.home), root).cookie(secure=False))
        return {name: morsel.value for name, morsel in made.items()}

    @property
    def headers(self) -> dict[str, str]:
        """The header that lets a request in."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookie.items())}

    def course(self) -> RemoteCourse:
        """The course for the owner of the home."""
        return RemoteCourse(self.address, of_home(self.token))

    def kernels(self) -> list[psutil.Process]:
        """The processes that the server started."""
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def stop(self) -> str:
        """Stop it as the system would; returns its output. It must end normally and leave no process behind."""
        left = self.kernels() if self.process.poll() is None else []
        self.process.terminate()
        said, _ = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0, said
        assert [process for process in left if runs(process)] == []
        return said

    def kill(self) -> None:
        """Kill it."""
        left = self.kernels()
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)
        psutil.wait_procs(left, timeout=PATIENCE)


def start(
    home: Path,
    command: tuple[str, ...] = COURSE,
    arguments: tuple[str, ...] = (),
    limit: Callable[[], None] | None = None,
) -> Served:
    """Start ``python -m <command> <home> <arguments>``; returns when it answers.

    ``limit`` is called in the new process before the server begins.
    """
    line = [sys.executable, "-m", *command, str(home), *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(TOP)}
    process = subprocess.Popen(
        line,
        cwd=TOP,
        env=surroundings,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=limit,  # noqa: PLW1509 - no thread of a test holds a lock that it needs
    )

    def answers() -> running_server.RunningServer | None:
        assert process.poll() is None, process.communicate()[0]
        found = running_server.find(home)
        return found if found and found.pid == process.pid else None

    server = until(answers)
    served = Served(server.address, home, server.token, process)
    _SERVED[urlsplit(server.address).netloc] = served
    for context in _CONTEXTS:
        _sign_in(context, served)
    return served


@contextmanager
def serving(home: Path, command: tuple[str, ...] = COURSE, arguments: tuple[str, ...] = ()) -> Iterator[Served]:
    """A server that has just started, during the block."""
    served = start(home, command, arguments)
    try:
        yield served
    finally:
        served.stop()


def come_in(context: BrowserContext) -> None:
    """Let a browser into every server of this run, as if it had opened their addresses with the key."""
    _CONTEXTS.append(context)
    context.on("close", lambda _: _CONTEXTS.remove(context))
    for served in _SERVED.values():
        _sign_in(context, served)


def headers_for(address: str) -> dict[str, str]:
    """The header that lets a request to this address in; none if no course of this run is served there."""
    served = _SERVED.get(urlsplit(address).netloc)
    return served.headers if served else {}


def _sign_in(context: BrowserContext, served: Served) -> None:
    context.add_cookies([
        {"name": name, "value": value, "url": served.address, "httpOnly": True, "sameSite": "Lax"}
        for name, value in served.cookie.items()
    ])  # fmt: skip


def runs(process: psutil.Process) -> bool:
    """Whether a process is running. A process that has ended but is not yet reaped does not count."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def until(look: Callable[[], A | None], seconds: float = PATIENCE) -> A:
    """Check again and again until there is a result; fail if it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        Event().wait(0.02)
    raise AssertionError(f"nothing came of {look} in {seconds} s")
