"""What was computed of schools in this process: the same settings are run once, whoever asks for them.

Everybody gets the same runs, from one seed. So a room in which all try the same few schools does not wait.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future
from typing import TypeAlias

from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.engines.learning.curves import Curves, curves
from dlcourse.work_process import computed

RUNS, SEED = 200, 9
"""How often each school runs, and the seed of all of them."""
MOST = 2_000
"""How many schools are remembered. The exercise has 162, and its maps some hundreds more."""
Coming: TypeAlias = Future[Curves]


class RunCache:
    """The curves of schools by their settings. Can be used from several threads."""

    def __init__(self, most: int = MOST) -> None:
        """At most ``most`` schools are remembered; the one that was asked for longest ago is forgotten first."""
        self._most, self._lock = most, threading.Lock()
        self._known: OrderedDict[PlaceSettings, Coming] = OrderedDict()

    def has(self, schools: Iterable[PlaceSettings]) -> bool:
        """Whether all of these have run."""
        with self._lock:
            return all((found := self._known.get(settings)) is not None and found.done() for settings in schools)

    def curves(self, settings: PlaceSettings) -> Curves:
        """What comes of a school. It runs if it has not yet; whoever asks meanwhile waits for the same runs."""
        coming, mine = self._coming(settings)
        if mine:
            self._run(settings, coming)
        return coming.result()

    def _coming(self, settings: PlaceSettings) -> tuple[Coming, bool]:
        """The runs of a school, and whether it is the caller's to run them."""
        with self._lock:
            mine = settings not in self._known
            coming = self._known.setdefault(settings, Future())
            self._known.move_to_end(settings)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
            return coming, mine

    def _run(self, settings: PlaceSettings, coming: Coming) -> None:
        """Let it run. Whoever waits for it is told of an error too, and the next one who asks tries again."""
        try:
            found = _run(settings)
        except BaseException as error:
            with self._lock:
                if self._known.get(settings) is coming:
                    del self._known[settings]
            coming.set_exception(error)
            raise
        coming.set_result(found)


def _run(settings: PlaceSettings) -> Curves:
    return computed(curves, settings, RUNS, SEED)


CACHE = RunCache()
"""The cache of this process. Its figures depend on the settings alone, so it does not matter who asked first."""
