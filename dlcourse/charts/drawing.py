"""Draws charts in a separate process: Altair takes seconds to load and a lot of memory, and nobody should wait for it.

One process draws for everybody. It starts when somebody is likely to need it, ends when it is idle for a while, and is
restarted if it dies. A chart that cannot be drawn still has its sentence, its description and its table.
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

CHILD = "dlcourse.charts.drawing_child"
PATIENCE = 20.0
"""Seconds for one drawing, including the loading of Altair before the first. After that the drawing is given up."""
IDLE = 300.0
"""Idle seconds after which the process ends."""
_log = logging.getLogger(__name__)


class Drawing:
    """Starts, uses and ends the drawing process."""

    def __init__(self, patience: float = PATIENCE, idle: float = IDLE) -> None:
        """Start nothing yet."""
        self._patience, self._idle = patience, idle
        self._process: subprocess.Popen[str] | None = None
        self._rest: threading.Timer | None = None
        self._over = False
        self._turn, self._change = threading.Lock(), threading.Lock()

    @property
    def pid(self) -> int | None:
        """The id of the drawing process; None while there is none."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def begin(self) -> None:
        """Start the process unless it is running. Returns at once; the next drawing will be faster."""
        with suppress(OSError):
            self._running()
            self._rest_later()

    def draw(self, name: str, rows: Sequence[Row]) -> Specification | None:
        """The Vega-Lite specification of the drawing ``name``; None if it cannot be made."""
        with self._turn:
            try:
                return self._answer(self._running(), json.dumps({"name": name, "rows": list(rows)}))
            except (OSError, ValueError) as error:  # it ended, or wrote something that is no drawing
                _log.warning("The drawing '%s' could not be made: %s", name, type(error).__name__)
                return None
            finally:
                self._rest_later()

    def end(self) -> None:
        """End the process for good. Whoever is waiting for a drawing gets None."""
        self._over = True
        self._stop()

    def _running(self) -> "subprocess.Popen[str]":
        """The process, started if necessary."""
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
                process.kill()  # otherwise the next request would get the answer to this one
                process.wait()
        answer = found if isinstance(found, dict) else {}
        if "spec" not in answer:
            _log.error("Drawing failed: %s", answer)  # only the kind of error, nothing of the data
            raise ValueError
        spec: Specification = answer["spec"]
        return spec

    def _rest_later(self) -> None:
        """Restart the idle timer."""
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
    """Start the drawing process early, because somebody is likely to look at a chart."""
    _drawing.begin()


def draw(name: str, rows: Sequence[Row]) -> Specification | None:
    """The specification of the drawing ``name`` over these rows; None if it cannot be made."""
    return _drawing.draw(name, rows)
