"""What was computed of schools in this process: the same settings are run once, whoever asks for them.

Everybody gets the same runs, from one seed. So a room in which all try the same few schools does not wait.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dlcourse.domain.learning.place import PlaceSettings

if TYPE_CHECKING:
    from dlcourse.engines.learning.school import Curves

RUNS, SEED = 200, 9
"""How often each school runs, and the seed of all of them."""
MOST = 2_000
"""How many schools are remembered. The exercise has 162, and its maps some hundreds more."""


class RunCache:
    """The curves of schools by their settings. Can be used from several threads."""

    def __init__(self, most: int = MOST) -> None:
        """At most ``most`` schools are remembered; the one that was asked for longest ago is forgotten first."""
        self._most, self._lock = most, threading.Lock()
        self._known: OrderedDict[PlaceSettings, Curves] = OrderedDict()

    def has(self, schools: Iterable[PlaceSettings]) -> bool:
        """Whether all of these have run."""
        with self._lock:
            return all(settings in self._known for settings in schools)

    def curves(self, settings: PlaceSettings) -> "Curves":
        """What comes of a school; it runs if it has not yet."""
        with self._lock:
            if settings in self._known:
                self._known.move_to_end(settings)
                return self._known[settings]
        return self._remember(settings, _run(settings))

    def _remember(self, settings: PlaceSettings, found: "Curves") -> "Curves":
        with self._lock:
            self._known[settings] = found
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return found


def _run(settings: PlaceSettings) -> "Curves":
    from dlcourse.engines.learning.school import curves  # NumPy is loaded only if something runs

    return curves(settings, RUNS, SEED)


CACHE = RunCache()
"""The cache of this process. Its figures depend on the settings alone, so it does not matter who asked first."""
