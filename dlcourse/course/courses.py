"""The courses of the people who use a server now. Those of people who have left are let go."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from dlcourse.domain.viewer import Viewer

C = TypeVar("C")
RECENT = 256
"""How many courses are kept that nobody is using at the moment."""


class Courses(Generic[C]):
    """Gives one course for each viewer, the same to all who ask while anybody uses it.

    An open page uses its course, and so does a job that is running. It is safe to use from many threads.
    """

    def __init__(self, make: Callable[[Viewer], C], recent: int = RECENT) -> None:
        """``make`` opens a viewer's course. The ``recent`` ones that were asked for last are kept in any case."""
        self._make, self._most, self._lock = make, recent, threading.Lock()
        self._alive: WeakValueDictionary[Viewer, C] = WeakValueDictionary()
        self._recent: OrderedDict[Viewer, C] = OrderedDict()

    def __len__(self) -> int:
        """How many courses are open."""
        return len(self._alive)

    def __call__(self, viewer: Viewer) -> C:
        """Return the course of this viewer."""
        with self._lock:
            course = self._alive.get(viewer)
            if course is None:
                course = self._alive[viewer] = self._make(viewer)
            self._recent[viewer] = course
            self._recent.move_to_end(viewer)
            while len(self._recent) > self._most:
                self._recent.popitem(last=False)
            return course
