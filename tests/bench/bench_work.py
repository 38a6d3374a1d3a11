"""A large work taken along, brought back and erased: ``python -m tests.bench.bench_work [EVENTS]``."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.selfcheck.readiness import Introduced
from dlcourse.store import Store, WriteTransaction
from tests.person import Person

A = TypeVar("A")
MANY = 5_000


def timed(what: str, step: Callable[[], A]) -> A:
    """Do a step and print how long it took."""
    begun = time.perf_counter()
    found = step()
    sys.stdout.write(f"{what:<40}{time.perf_counter() - begun:8.2f} s\n")
    return found


def opened(folder: Path, name: str) -> tuple[Store, LocalCourse]:
    """Open a home."""
    store = Store.open(f"sqlite:///{folder / name}.db")
    return store, LocalCourse(store, store.person, Library(files.data()))


def write_much(store: Store, events: int) -> None:
    """Record so many events with a text each, in plays' worth of work by hundreds."""

    def hundred(writing: WriteTransaction, start: int) -> None:
        for at in range(start, min(start + 100, events)):
            command, me = uuid4().hex, writing.home
            texts = {f"{command}/name": "Words of one's own. " * 20}
            writing.append(f"start/{me}", at, command, me, [Introduced(words=command)], texts)

    for start in range(0, events, 100):
        store.write(lambda writing, start=start: hundred(writing, start))  # type: ignore[misc]


def main(events: int) -> None:
    """Measure each step, and the look at what there is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (here, course), (there, other) = opened(folder, "here"), opened(folder, "there")
        Person(course).whole_play()
        timed(f"record {events} events", lambda: write_much(here, events))
        view = timed("what there is", lambda: course.see(YourWork()))
        file = timed("take along", lambda: course.see(TakeAlong()))
        assert isinstance(file, WorkFileView)
        assert isinstance(view, WorkView)
        sys.stdout.write(f"{'the file':<40}{len(file.document) / 1e6:8.2f} MB\n")
        packed = timed("pack", lambda: pack(file.document.encode()))
        timed("bring into an empty home", lambda: other.do(RestoreWork(id=uuid4().hex, packed=packed)))
        timed("bring again", lambda: other.do(RestoreWork(id=uuid4().hex, packed=packed)))
        timed("erase", lambda: course.do(EraseWork(id=uuid4().hex, mark=view.mark)))
        for store in (here, there):
            store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
