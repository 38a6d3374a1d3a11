"""A course with a fresh store, and a reader of one page: what a browser would say and see, without a browser."""

import uuid
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.pages.program import Program
from dlcourse.pages.registry import page
from dlcourse.store import Store
from tests.serving import PATIENCE


class Reader:
    """Somebody who reads one page and says things to it; ``shows`` is what the page shows now."""

    def __init__(self, name: str, course: LocalCourse) -> None:
        self.shown: list[dict[str, Any]] = []
        self.plays = count(1)
        self._later: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.program = Program(page(name), course, lambda props: self.shown.append(dict(props)), self._later.put)

    def start(self, **place: Any) -> dict[str, Any]:
        """Open the page at a place."""
        self.program.start(place)
        return self.shows

    def say(self, kind: str, **parts: Any) -> dict[str, Any]:
        """Send a message as the browser would, with an id of its own."""
        self.program.receive({"say": kind, "id": str(uuid.uuid4()), **parts})
        return self.shows

    def hears(self) -> dict[str, Any]:
        """Wait for the next notice of a change, and let the page work through it."""
        self._later.get(timeout=PATIENCE)()
        return self.shows

    def catch_up(self) -> None:
        """Let the page work through every notice that has come."""
        while not self._later.empty():
            self._later.get()()

    @property
    def shows(self) -> dict[str, Any]:
        """The newest props."""
        return self.shown[-1]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder for a person's own scenarios."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    return folder


@pytest.fixture
def course(tmp_path: Path, own: Path) -> Iterator[LocalCourse]:
    """The shipped course with a fresh store."""
    store = Store.open(f"sqlite:///{tmp_path / 'course.db'}")
    yield LocalCourse(store, store.person, Library(files.data(), [own]))
    store.close()
