"""Chooses the `Course` that a kernel or a command on this machine uses.

A served kernel asks the server that started it. Anything else asks the server that runs on the home folder. If none
runs, it opens the home's store itself.
"""

import os
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from dlcourse.course import running_server, tickets
from dlcourse.course.home import folder, refuse_elsewhere
from dlcourse.course.remote import RemoteCourse, SilenceError
from dlcourse.domain.speech import Command, Course, Query, Recorded, View
from dlcourse.errors import CourseError

SERVER = "DLCOURSE_SERVER"
"""The environment variable with the address of the server that started this kernel. The address is no secret."""

A = TypeVar("A")
Notice = Callable[[], None]


def here(home: str | Path | None = None) -> Course:
    """The course for the owner of this process; ``home`` as in `home.folder`."""
    served_by = os.environ.get(SERVER)
    return _served(served_by) if served_by and home is None else _of_home(folder(home))


def ask_once(home: Path, query: Query) -> View:
    """The answer to one query of the home's owner; nothing stays open afterwards."""
    if server := running_server.find(home):
        return RemoteCourse(server.address, tickets.of_home(server.token)).see(query)
    from dlcourse.course.open_home import local_course, open_store  # never loaded by a served kernel

    with closing(open_store(home)) as store:
        return local_course(store, store.person, home).see(query)


@cache
def _of_home(home: Path) -> "NearestCourse":
    """One course for each home, shared by all pages and cells of this process."""
    return NearestCourse(home)


def _served(address: str) -> Course:
    from ipykernel import get_connection_file  # only a kernel gets here

    return RemoteCourse(address, tickets.of_connection_file(Path(get_connection_file())))


class NearestCourse:
    """The course of a home: through its server while one runs, else in its store.

    It notices when a server starts or stops.
    """

    def __init__(self, home: Path, local: Callable[[Path], Course] | None = None) -> None:
        """``local`` opens the course in the home's store when that is first needed."""
        self._home, self._open = home, local or _local
        self._lock = threading.RLock()
        self._seen: object = self
        self._course: Course | None = None
        self._kept: Course | None = None
        self._watches: dict[object, _Watch] = {}

    def do(self, command: Command) -> Recorded:
        """Carry out a command exactly once, even if it is sent several times."""
        return self._ask(lambda course: course.do(command))

    def see(self, query: Query) -> View:
        """The view that the owner may see."""
        return self._ask(lambda course: course.see(query))

    def watch(self, topic: str, notice: Notice) -> Notice:
        """Call ``notice`` whenever the topic changes, even if a server starts or stops meanwhile."""
        with self._lock:
            watch = _Watch(topic, notice, self._nearest())
            self._watches[watch] = watch
        return lambda: self._unwatch(watch)

    def _ask(self, question: Callable[[Course], A]) -> A:
        try:
            return question(self._nearest())
        except SilenceError:
            # The server may have died. Asking again is safe, because a command's id is recorded only once.
            with self._lock:
                self._seen = self
            if isinstance(self._nearest(), RemoteCourse):
                raise
            return question(self._nearest())

    def _nearest(self) -> Course:
        with self._lock:
            now = _mark(self._home / running_server.NAME)
            if self._course is None or now != self._seen:
                self._seen = now
                self._move(running_server.find(self._home))
            assert self._course is not None
            return self._course

    def _move(self, server: running_server.RunningServer | None) -> None:
        if server is not None:
            self._course = RemoteCourse(server.address, tickets.of_home(server.token))
        else:
            self._course = None
            refuse_elsewhere(self._home)
            self._course = self._kept = self._kept or self._open(self._home)
        for watch in self._watches.values():
            watch.move(self._course)

    def _unwatch(self, watch: "_Watch") -> None:
        with self._lock:
            if self._watches.pop(watch, None):
                watch.unwatch()


class _Watch:
    def __init__(self, topic: str, notice: Notice, course: Course) -> None:
        self._topic, self._notice = topic, notice
        self.unwatch = course.watch(topic, notice)

    def move(self, course: Course) -> None:
        """Watch the topic at the current server or store from now on.

        Something may have changed meanwhile, so call ``notice``.
        """
        self.unwatch()
        self.unwatch = _nothing
        with suppress(CourseError):
            self.unwatch = course.watch(self._topic, self._notice)
        self._notice()


def _nothing() -> None:
    """Do nothing, because there is no watching to end."""


def _mark(path: Path) -> object:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_ino
    return None


def _local(home: Path) -> Course:
    """Open the home's own store. It is imported late, so that a served kernel never loads it."""
    from dlcourse.course.open_home import local_course, open_store

    store = open_store(home)
    return local_course(store, store.person, home)
