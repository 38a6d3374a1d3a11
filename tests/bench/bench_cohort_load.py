"""Two hundred people who send fifty commands a second: ``python -m tests.bench.bench_cohort_load [SECONDS [ENGINE]]``.

Once alone, and once while a plan is solved, a document is made and the progress of sixty people is read over and over.
The commands go to the courses themselves, without a network. Afterwards, everything acknowledged must be there.
"""

import os
import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from uuid import uuid4

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.courses import Courses
from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.averages import Averages
from dlcourse.domain.portfolio.messages import TakePortfolio
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.overview.projections import of_people
from dlcourse.handlers.overview.records import RECORDS
from dlcourse.store import Store
from tests.bench.cohort import ENGINES, empty_store, figures

PEOPLE, A_SECOND, THREADS = 200, 50, 32
PERSONS = [f"{n:032x}" for n in range(PEOPLE)]


def load(courses: Courses[LocalCourse], seconds: float) -> tuple[list[float], list[tuple[str, str]], list[str]]:
    """Send commands at a steady rate; returns how long each took from its due time, what was acknowledged, errors."""
    times, done, errors = list[float](), list[tuple[str, str]](), list[str]()
    start = time.perf_counter() + 0.5

    def one(place: int) -> None:
        due, person, command = start + place / A_SECOND, random.choice(PERSONS), uuid4().hex
        try:
            courses(Viewer(person)).do(Introduce(id=command, name=f"Name {place}"))
            done.append((person, command))
        except Exception as error:  # noqa: BLE001 (every error counts)
            errors.append(repr(error))
        times.append(time.perf_counter() - due)

    with ThreadPoolExecutor(THREADS) as pool:
        for place in range(int(seconds * A_SECOND)):
            time.sleep(max(0.0, start + place / A_SECOND - time.perf_counter()))
            pool.submit(one, place)
    return times, done, errors


def again_and_again(ended: threading.Event, step: Callable[[], object]) -> None:
    """Repeat a step until the end."""
    while not ended.is_set():
        step()


def heavy(store: Store, courses: Courses[LocalCourse], library: Library) -> list[Callable[[], object]]:
    """What others do meanwhile: averages, a document, and the progress of sixty people."""
    faye = courses(Viewer("f" * 32))
    context = store.read(lambda t: ReadContext(t, Viewer("faye"), library, Jobs(store, lambda _: "faye")))
    return [
        lambda: faye.see(TakePortfolio(form="docx")),
        lambda: faye.see(Averages(team="small-school")),
        lambda: of_people(RECORDS, context, PERSONS[:60]),
    ]


def bench(engine: str, seconds: float) -> None:
    """Measure one engine, alone and with heavy work, and print a line for each."""
    library = Library(files.data(), [])
    with empty_store(engine) as address, closing(Store.open(address)) as store:
        courses = Courses(lambda viewer: LocalCourse(store, viewer, library))
        for name in ("alone", "with heavy work"):
            ended = threading.Event()
            steps = heavy(store, courses, library) if name != "alone" else []
            doing = [threading.Thread(target=partial(again_and_again, ended, step)) for step in steps]
            for thread in doing:
                thread.start()
            times, done, errors = load(courses, seconds)
            ended.set()
            for thread in doing:
                thread.join()
            lost = sum(store.read(lambda r, each=each: r.recorded(*each)) is None for each in done)  # type: ignore[misc]
            load_now = os.getloadavg()[0]
            sys.stdout.write(
                f"{engine}, {name}: {len(done)} commands, {len(errors)} errors, {lost} lost; {figures(times)}"
                f" (load of the machine {load_now:.1f})\n"
            )
            sys.stdout.writelines(f"  {error}\n" for error in errors[:3])


if __name__ == "__main__":
    bench_seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    for each in sys.argv[2:] or ENGINES:
        bench(each, bench_seconds)
