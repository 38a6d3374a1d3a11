"""The drawing process: one for everybody, restarted if it dies, and never left behind."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import psutil  # type: ignore[import-untyped]
import pytest

from dlcourse.charts.drawing import Drawing
from dlcourse.charts.matching.load import load
from dlcourse.domain.chart import Row
from tests.domain.matching.crews import crew, laid_out
from tests.serving import PATIENCE, runs, until

ROWS: list[Row] = [{"person": "Ana", "load": 0.5, "given": "2 h"}]
BARS = "matching.load_bars"
LOADS = "from dlcourse.charts import drawing; drawing.begin(); print(drawing._drawing.pid, flush=True); input()"
Made = Callable[..., Drawing]

pytestmark = pytest.mark.slow  # each test starts a process that loads Altair


@pytest.fixture
def made() -> Iterator[Made]:
    """Makes drawing processes, and ends all of them."""
    every: list[Drawing] = []

    def make(**parts: float) -> Drawing:
        every.append(Drawing(**parts))
        return every[-1]

    yield make
    for each in every:
        each.end()


def gone(pid: int) -> None:
    """Wait until the process has ended."""
    until(lambda: not psutil.pid_exists(pid) or not runs(psutil.Process(pid)) or None, PATIENCE)


def test_one_process_draws_all(made: Made) -> None:
    """The same process makes the next drawing, and the same rows give the same drawing."""
    drawing = made()
    first, pid = drawing.draw(BARS, ROWS), drawing.pid
    assert first
    assert pid
    assert drawing.draw(BARS, ROWS) == first
    assert drawing.pid == pid


def test_it_is_started_again_where_it_died(made: Made) -> None:
    """After the process was killed, a new one makes the next drawing."""
    drawing = made()
    drawing.begin()
    pid = drawing.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    gone(pid)
    assert drawing.draw(BARS, ROWS)
    assert drawing.pid not in {pid, None}


def test_it_ends_when_nobody_needs_it(made: Made) -> None:
    """After a while without drawings the process ends, until the next one is needed."""
    drawing = made(idle=0.2)
    assert drawing.draw(BARS, ROWS)
    until(lambda: drawing.pid is None or None)
    assert drawing.draw(BARS, ROWS)


def test_what_takes_too_long_is_given_up(made: Made) -> None:
    """A drawing that takes too long is given up, and its process is ended so that it does not delay others."""
    drawing = made(patience=0.001)
    assert drawing.draw(BARS, ROWS) is None
    until(lambda: drawing.pid is None or None)


def test_a_fault_is_told_without_names(made: Made, caplog: pytest.LogCaptureFixture) -> None:
    """If a drawing fails, the log has the kind of error and no names, and the next drawing works."""
    drawing = made()
    for name, rows in (("nothing", ROWS), (BARS, [{"person": "Ana"}])):
        assert drawing.draw(name, rows) is None
    assert caplog.text.count("ModuleNotFoundError") == caplog.text.count("KeyError") == 1
    assert "Ana" not in caplog.text
    assert drawing.draw(BARS, ROWS)


@pytest.mark.parametrize("said", ["A library says hello.", "7"])
def test_nobody_is_given_what_was_drawn_for_another(made: Made, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """If the process prints a line that is not a drawing, that drawing is given up, and the next one is right."""
    mine, theirs = ([{"person": name, "load": 0.5, "given": "2 h"}] for name in ("Ana", "Ben"))
    drawing = made()
    with monkeypatch.context() as only_here:
        only_here.setenv("SAID", said)
        only_here.setattr("dlcourse.charts.drawing.CHILD", "tests.charts.talking_child")
        assert drawing.draw(BARS, theirs) is None
    found = drawing.draw(BARS, mine)
    assert "Ana" in str(found)
    assert "Ben" not in str(found)


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_an_interruption_leaves_no_drawing_behind(
    made: Made, monkeypatch: pytest.MonkeyPatch, interrupt: type[BaseException]
) -> None:
    """An interrupted request leaves nothing behind that a later request could receive."""
    drawing = made()

    def interrupted(_: str) -> None:
        raise interrupt

    with monkeypatch.context() as only_here:
        only_here.setattr("dlcourse.charts.drawing.json.loads", interrupted)
        with pytest.raises(interrupt):
            drawing.draw(BARS, ROWS)
    until(lambda: drawing.pid is None or None)


def test_whoever_waits_at_the_end_goes_without(made: Made) -> None:
    """When the course ends, a drawing in progress is dropped at once, and no other one is started."""
    drawing, came = made(), list[object]()
    waiting = threading.Thread(target=lambda: came.append(drawing.draw(BARS, ROWS)))
    waiting.start()
    pid = until(lambda: drawing.pid)
    drawing.end()
    waiting.join(PATIENCE)
    assert came == [None]
    assert not psutil.pid_exists(pid)
    drawing.begin()
    assert drawing.draw(BARS, ROWS) is None
    assert drawing.pid is None


def test_nothing_outlives_whoever_was_killed() -> None:
    """The process ends by itself if the one that started it was killed, even while it is still loading."""
    with subprocess.Popen(
        [sys.executable, "-c", LOADS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout
        pid = int(owner.stdout.readline())
        owner.kill()
        gone(pid)


def test_without_a_drawing_words_and_figures_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    """If nothing can be drawn, the chart still has its sentence and its table."""
    whole = load(crew(), laid_out())
    monkeypatch.setattr("dlcourse.charts.matching.load.draw", lambda *_: None)
    told = load(crew(), laid_out())
    assert whole.spec
    assert told == whole.model_copy(update={"spec": None})
