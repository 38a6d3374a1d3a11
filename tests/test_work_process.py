"""Long computations in processes of their own: what they return and raise, and what happens when a process ends."""

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from dlcourse.child_process import POLITE
from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Section
from dlcourse.errors import CourseError, WorkFailedError, traceback_text
from dlcourse.exports.documents import word_file
from dlcourse.work_process import WorkProcesses, computed, processes_for_work
from tests.serving import until

DOCUMENT = Document(
    "Portfolio", "Joy", "1 piece.", (Section("The log", (DocumentItem("", (), (DocumentPart("", "Ž 日 💡"),)),)),)
)


def refuse(where: str) -> None:
    """Raise an error that a person is meant to read."""
    raise CourseError(where, "it is refused", "Do something else.")


def counted_and_ended(path: str) -> None:
    """Note in a file that it was carried out once more, and end the process in the middle of it."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("x")
    os.abort()


def input_of_the_process() -> bytes:
    """Everything that comes from the standard input, read as a library might that is loaded."""
    return os.read(0, 1)


def children() -> list[int]:
    """The ids of the processes that this one has started and that are still there."""
    return [each.pid for each in psutil.Process().children()]


@pytest.fixture
def processes() -> Iterator[WorkProcesses]:
    """At most one process, which ends with the test."""
    before = children()
    made = WorkProcesses(1)
    yield made
    made.close()
    assert children() == before


@pytest.mark.skipif(not hasattr(os, "getsid"), reason="there are no sessions on Windows")
def test_its_low_priority_counts_beside_the_server(processes: WorkProcesses) -> None:
    """It is in the session of whoever started it, behind that one, and not in the group that gets Ctrl-C."""
    assert processes.call(os.getsid, 0) == os.getsid(0)
    assert processes.call(os.nice, 0) >= min(os.nice(0) + POLITE, 19)
    assert processes.call(os.getpgid, 0) != os.getpgid(0)


def test_one_process_does_one_thing_after_another(processes: WorkProcesses) -> None:
    """A function is carried out in another process with a low priority, which then carries out the next ones."""
    first = processes.call(os.getpid)
    assert first != os.getpid()
    assert processes.call(os.getpid) == first
    assert processes.call(os.getpriority, os.PRIO_PROCESS, 0) > os.getpriority(os.PRIO_PROCESS, 0)


def test_errors_come_back(processes: WorkProcesses) -> None:
    """An error for people is raised here as it was there. Of any other, only the place is told, not its words."""
    with pytest.raises(CourseError, match="it is refused") as refused:
        processes.call(refuse, "the secret place")
    assert refused.value.where == "the secret place"
    with pytest.raises(WorkFailedError) as failed:
        processes.call(int, "the secret of Ann")
    assert "ValueError" in str(failed.value)
    assert "Ann" not in str(failed.value)
    assert str(failed.value) in traceback_text(failed.value)


def test_a_process_that_has_ended_is_replaced(processes: WorkProcesses) -> None:
    """If a process ended while it waited, another one does the work. If it ends in the middle of it, that is said."""
    psutil.Process(processes.call(os.getpid)).kill()
    assert processes.call(os.getpid)
    with pytest.raises(CourseError, match="ran out of memory"):
        processes.call(os.abort)
    assert processes.call(os.getpid)


def test_what_ends_a_process_is_not_carried_out_again(processes: WorkProcesses, tmp_path: Path) -> None:
    """A function that ends its process, because it takes too long or too much, is not tried in a second process."""
    processes.call(os.getpid)
    with pytest.raises(CourseError, match="ran out of memory"):
        processes.call(counted_and_ended, str(tmp_path / "times"))
    assert (tmp_path / "times").read_text() == "x"


def test_an_answer_that_was_not_read_is_nobody_else_s(
    processes: WorkProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If whoever asked is interrupted, the answer goes nowhere: the next one who asks gets their own."""
    processes.call(os.getpid)

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("pickle.load", interrupted)
        with pytest.raises(KeyboardInterrupt):
            processes.call(str.upper, "the plan of Ann")
    assert processes.call(str.upper, "mine") == "MINE"


def test_values_that_cannot_be_sent_spoil_nothing(processes: WorkProcesses) -> None:
    """What cannot be pickled is an error, on the way out as on the way back, and ends no process."""
    first = processes.call(os.getpid)
    with pytest.raises(TypeError, match="pickle"):
        processes.call(str, threading.Lock())
    with pytest.raises(WorkFailedError):
        processes.call(threading.Lock)
    assert processes.call(os.getpid) == first


def test_a_process_reads_its_input_alone(processes: WorkProcesses) -> None:
    """Whatever else looks at the standard input of the process finds it empty, and need not wait for it."""
    assert processes.call(input_of_the_process) == b""


def test_closing_ends_what_is_still_computed(processes: WorkProcesses) -> None:
    """When the course is closed, nobody waits for a long computation: it is given up, and that is said."""
    with ThreadPoolExecutor(1) as asking:
        asked = asking.submit(processes.call, time.sleep, 600)
        until(lambda: bool(processes._busy))
        processes.close()
        with pytest.raises(CourseError, match="being closed"):
            asked.result()
    with pytest.raises(CourseError, match="being closed"):
        processes.call(os.getpid)


def test_a_process_that_is_not_needed_is_let_go() -> None:
    """After a while without work, no process is left, and the next work starts another one."""
    before, processes = children(), WorkProcesses(1, idle=0.01)
    first = processes.call(os.getpid)
    until(lambda: children() == before)
    assert processes.call(os.getpid) != first
    until(lambda: children() == before)


def test_a_document_is_the_same_whoever_writes_it() -> None:
    """In a server, another process writes a document, with every character; elsewhere this one does."""
    here = word_file(DOCUMENT)
    assert computed(os.getpid) == os.getpid()
    with processes_for_work(1):
        assert computed(os.getpid) != os.getpid()
        there = word_file(DOCUMENT)
    assert (len(there), there[:2]) == (len(here), b"PK")
