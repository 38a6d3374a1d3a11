"""Long computations in processes of their own: what they return and raise, and what happens when a process ends."""

import os
from collections.abc import Iterator

import psutil  # type: ignore[import-untyped]
import pytest

from dlcourse.child_process import POLITE
from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Section
from dlcourse.errors import CourseError
from dlcourse.exports.documents import word_file
from dlcourse.work_process import WorkFailedError, WorkProcesses, computed, processes_for_work
from tests.serving import until

DOCUMENT = Document(
    "Portfolio", "Joy", "1 piece.", (Section("The log", (DocumentItem("", (), (DocumentPart("", "Ž 日 💡"),)),)),)
)


def refuse(where: str) -> None:
    """Raise an error that a person is meant to read."""
    raise CourseError(where, "it is refused", "Do something else.")


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


def test_a_process_that_has_ended_is_replaced(processes: WorkProcesses) -> None:
    """If a process ended while it waited, another one does the work. If it ends in the middle of it, that is said."""
    psutil.Process(processes.call(os.getpid)).kill()
    assert processes.call(os.getpid)
    with pytest.raises(CourseError, match="ran out of memory"):
        processes.call(os.abort)
    assert processes.call(os.getpid)


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
