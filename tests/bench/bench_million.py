"""A million events of ten thousand people: ``python -m tests.bench.bench_million [PEOPLE [ENGINE]]``.

One person does about a hundred things; everybody else is a copy with other ids, written in bulk. Then: how long it
takes to open the store, to show a person's home and the progress of sixty people, to show one more event in it, and to
erase a person's whole work. While the progress is read again and again, somebody else writes, and each of their
commands is timed: nobody has to wait until it was read. At the end, a course server is started on this store. Memory is
that of this process, of the database server and of the course server.
"""

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
from sqlalchemy import Connection, Table, insert, select

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.inquiry.parts import PARTS
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.overview.projections import of_people
from dlcourse.handlers.overview.records import RECORDS
from dlcourse.store import Store, checksums, tables
from dlcourse.store.engine import find
from tests.bench.cohort import ENGINES, empty_store, figures, memory, pss
from tests.person import Person
from tests.serving import start

PEOPLE, EVENTS_EACH, COHORT, TIMES = 10_000, 100, 60, 100
LIBRARY = Library(files.data(), [])
FIRST = uuid4().hex


def timed(step: Callable[[], object]) -> str:
    """Do it, and say how many milliseconds it took."""
    start = time.perf_counter()
    step()
    return f"{(time.perf_counter() - start) * 1000:,.0f} ms"


def one_person(store: Store) -> None:
    """Let the first person do about as many things as everybody else will have done."""
    person = Person(LocalCourse(store, FIRST, LIBRARY))
    person.do(Introduce, name="Ann")
    for part in PARTS:
        person.write_part(part)
    while store.read(lambda reading: reading.since(0)[-1].seq) < EVENTS_EACH:
        person.whole_play()


def as_another(value: Any, number: int) -> Any:
    """The value with other ids, which are all 32 hexadecimal digits."""
    if isinstance(value, str):
        return re.sub(r"[0-9a-f]{32}", lambda found: f"{found[0][:24]}{number:08x}", value)
    return value


def copied(connection: Connection, table: Table, people: int) -> Iterator[dict[str, Any]]:
    """The first person's rows for everybody else."""
    rows = [dict(row._mapping) for row in connection.execute(select(table))]
    for row in rows:
        row.pop("seq", None)
    for number in range(1, people):
        for row in rows:
            other = {name: as_another(value, number) for name, value in row.items()}
            yield checksums.sealed(table, other) if "checksum" in row else other


def fill(address: str, people: int) -> None:
    """Copy the first person in bulk."""
    database = find(address)
    with database.writing.begin() as connection:
        for table in (tables.events, tables.members, tables.texts):
            rows = copied(connection, table, people)
            while some := list(islice(rows, 10_000)):
                connection.execute(insert(table), some)
    database.engine.dispose()


def erase(store: Store, person: str) -> None:
    """Erase a person's whole work, as they can ask for."""
    store.write(lambda writing: writing.erase(writing.work(person)))


def server_memory(store: Store) -> float:
    """The memory of all processes of the PostgreSQL server, in MB; what they share is counted once."""
    backend = store.read(lambda reading: reading._connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
    first = psutil.Process(backend).parent()
    assert first
    return pss([first, *first.children()])


def written_meanwhile(course: LocalCourse, read: Callable[[], object]) -> str:
    """How long commands take while something is read again and again in another thread."""
    ended, reads, times = threading.Event(), list[float](), list[float]()

    def again() -> None:
        while not ended.is_set():
            began = time.perf_counter()
            read()
            reads.append(time.perf_counter() - began)

    reading = threading.Thread(target=again)
    reading.start()
    for number in range(TIMES):
        began = time.perf_counter()
        course.do(Introduce(id=uuid4().hex, name=f"Bea {number}"))
        times.append(time.perf_counter() - began)
    ended.set()
    reading.join()
    return f"{TIMES} commands while it was read {len(reads)} times: {figures(times)}, each reading {figures(reads)}"


def served(address: str) -> str:
    """How long a course server takes to start on this store, and its memory."""
    with TemporaryDirectory(prefix="dlcourse-home-") as folder:
        began = time.perf_counter()
        server = start(Path(folder), arguments=("--database", address))
        took = time.perf_counter() - began
        try:
            return f"a course server started in {took:.1f} s and has {pss([server.process]):.0f} MB"
        finally:
            server.stop()


def bench(engine: str, people: int) -> None:
    """Fill a store of this kind, and print what takes how long there."""
    with empty_store(engine) as address:
        with closing(Store.open(address)) as store:
            one_person(store)
        said = [f"filled in {timed(lambda: fill(address, people))}"]
        before, opened = memory(), time.perf_counter()
        with closing(Store.open(address)) as store:
            said.append(f"opened in {(time.perf_counter() - opened) * 1000:,.0f} ms")
            said += asked(store)
            count = store.read(lambda reading: reading.latest())
            said.append(f"memory {before} MB, then {memory()} MB")
            if engine == "postgresql":
                said.append(f"the database server's {server_memory(store):.0f} MB")
        said.append(served(address))
        load = os.getloadavg()[0]
        sys.stdout.write(f"{engine}, {people:,} people, {count:,} events (load of the machine {load:.1f}):\n")
        sys.stdout.writelines(f"  {line}\n" for line in said)
        sys.stdout.flush()


def asked(store: Store) -> list[str]:
    """What is asked of a store that was just opened, and how long each took."""
    cohort = [as_another(FIRST, number) for number in range(1, COHORT + 1)]
    context = store.read(lambda t: ReadContext(t, Viewer("faye"), LIBRARY, Jobs(store, lambda _: "faye")))
    course = LocalCourse(store, cohort[5], LIBRARY)

    def progress() -> object:
        return of_people(RECORDS, context, cohort)

    said = [f"{name} {timed(lambda: course.see(Home()))}" for name in ("first home", "home again")]
    said += [f"{name} {timed(progress)}" for name in ("first progress of sixty", "progress of sixty again")]
    wrote = timed(lambda: course.do(Introduce(id=uuid4().hex, name="Bea")))
    said.append(f"one more event {wrote}, and then progress {timed(progress)}")
    said.append(written_meanwhile(LocalCourse(store, cohort[6], LIBRARY), progress))
    said.append(f"one person erased in {timed(lambda: erase(store, cohort[7]))}")
    return said


if __name__ == "__main__":
    for each in sys.argv[2:] or ENGINES:
        bench(each, int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
