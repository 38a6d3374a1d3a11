"""Has charts drawn in a process of its own: Altair takes seconds to load and much memory, and nobody shall wait for it.

One process draws for all in this one. It starts when somebody is likely to need it, ends when nobody did for a while,
and is started again where it died. A chart that cannot be drawn is told by its words and its table alone.
"""

import atexit
import json
import logging
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from dlcourse import child_process
from dlcourse.domain.chart import Row, Specification

CHILD = "dlcourse.charts.child"
PATIENCE = 20.0
"""Seconds for one drawing, the first one's loading among them; then it is given up."""
IDLE = 300.0
"""Seconds without a drawing after which the process ends."""
_log = logging.getLogger(__name__)


class Drawing:
    """Who draws: a process, while there is one."""

    def __init__(self, patience: float = PATIENCE, idle: float = IDLE) -> None:
        """Nothing is started yet."""
        self._patience, self._idle = patience, idle
        self._process: subprocess.Popen[str] | None = None
        self._rest: threading.Timer | None = None
        self._over = False
        self._turn, self._change = threading.Lock(), threading.Lock()

    @property
    def pid(self) -> int | None:
        """The number of the process that draws; None while there is none."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def begin(self) -> None:
        """Start it, unless it runs. Returns at once; what is drawn next comes sooner."""
        with suppress(OSError):
            self._running()
            self._rest_later()

    def draw(self, name: str, rows: Sequence[Row]) -> Specification | None:
        """The Vega-Lite specification of the drawing of this name; None where it cannot be had."""
        with self._turn:
            try:
                return self._answer(self._running(), json.dumps({"name": name, "rows": list(rows)}))
            except (OSError, ValueError) as error:  # it ended, or said something else than a drawing
                _log.warning("The drawing '%s' could not be made: %s", name, type(error).__name__)
                return None
            finally:
                self._rest_later()

    def end(self) -> None:
        """End it for good; whoever waits for a drawing goes without."""
        self._over = True
        self._stop()

    def _running(self) -> "subprocess.Popen[str]":
        """The process, started if need be."""
        with self._change:
            if self._over:
                raise OSError("the course ends")
            if self.pid is None or self._process is None:
                self._process = child_process.start(CHILD)
            return self._process

    def _answer(self, process: "subprocess.Popen[str]", asked: str) -> Specification:
        assert process.stdin
        assert process.stdout
        limit, found = _after(self._patience, process.kill), None
        try:
            process.stdin.write(asked + "\n")
            process.stdin.flush()
            found = json.loads(process.stdout.readline())
        finally:
            limit.cancel()
            if not isinstance(found, dict):
                process.kill()  # or the next who asks would be given what was drawn for this one
                process.wait()
        told = found if isinstance(found, dict) else {}
        if "spec" not in told:
            _log.error("Drawing failed: %s", told)  # the kind of error alone; nothing that is drawn
            raise ValueError
        spec: Specification = told["spec"]
        return spec

    def _rest_later(self) -> None:
        """Its time without a drawing begins anew."""
        with self._change:
            if self._rest:
                self._rest.cancel()
            self._rest = _after(self._idle, self._stop_unless_busy)

    def _stop(self) -> None:
        with self._change:
            process, self._process = self._process, None
            if self._rest:
                self._rest.cancel()
        if process:
            process.kill()
            process.wait()

    def _stop_unless_busy(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._stop()
            finally:
                self._turn.release()


def _after(seconds: float, doing: Callable[[], None]) -> threading.Timer:
    timer = threading.Timer(seconds, doing)
    timer.daemon = True
    timer.start()
    return timer


_drawing = Drawing()
atexit.register(_drawing.end)


def begin() -> None:
    """Have whoever draws ready soon, where somebody is likely to look at a chart."""
    _drawing.begin()


def draw(name: str, rows: Sequence[Row]) -> Specification | None:
    """The specification of the drawing of this name over these rows; None where it cannot be made."""
    return _drawing.draw(name, rows)
