"""The toy course, in memory."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from dlcourse.domain.curriculum.progress import Home, HomeView, marks
from dlcourse.domain.curriculum.versions import SessionVersion, SessionVersionView
from dlcourse.domain.sessions import Curriculum, Session
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.errors import CourseError
from tests.server.toy.page import Bump, Count, Counted

STEMS = ("01-counting", "02-broken")


class ToyCourse:
    """Counts; what it counted is gone with the process."""

    def __init__(self, learners: Path | None = None) -> None:
        """Start at nothing. The owner facilitates, unless there is a file at ``learners``."""
        self._learners = learners
        self._lock = threading.Lock()
        self._done: dict[str, Recorded] = {}
        self._count = 0
        self.watchers: dict[object, Callable[[], None]] = {}

    def do(self, command: Command) -> Recorded:
        """Count once for each id."""
        if not isinstance(command, Bump) or command.by > 100:
            raise CourseError("count", "that is too much at once", "Take a smaller step.")
        with self._lock:
            if command.id not in self._done:
                self._count += command.by
                self._done[command.id] = Recorded(stream="count", version=self._count, at="2025-01-01T00:00:00Z")
        for notice in tuple(self.watchers.values()):
            notice()
        return self._done[command.id]

    def see(self, query: Query) -> View:
        """Tell the count, or what the frame shows."""
        if isinstance(query, Home):
            learns = self._learners is not None and self._learners.exists()
            return HOME.model_copy(update={"notes": None}) if learns else HOME
        if isinstance(query, SessionVersion):
            return SessionVersionView(shown="course", edited=False)
        assert isinstance(query, Count)
        time.sleep(query.wait)  # stands for heavy work
        return Counted(count=self._count)

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Tell of every step; refuse anything but the count."""
        if topic != "count":
            raise CourseError("course", "this is not yours to see or change", "Go to the home page.")
        key = object()
        self.watchers[key] = notice
        return lambda: self.watchers.pop(key, None) and None


SESSIONS = tuple(Session(id=stem, title=stem[3:].capitalize(), summary="", minutes=5, open=True) for stem in STEMS)
HOME = HomeView(
    title="A toy course",
    summary="It counts.",
    person="",
    sessions=marks(Curriculum(title="", summary="", sessions=SESSIONS), ()),
    scenarios=(),
    faults=(),
    resume=None,
    notes=("counting",),
)
