"""The overview of ten thousand people: ``python -m tests.bench.bench_overview [PEOPLE [ENGINE]]``.

One person does about a hundred things that figures count; everybody else is a copy with other ids, written in bulk, and
all join one cohort. Then: how long the first figures take without stored records, with them after a restart, and after
one more event; the same for the counts of sessions and for the list of people; and the size of what is published.
"""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from uuid import uuid4

from sqlalchemy import insert

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.happenings import PersonJoined
from dlcourse.domain.overview.messages import CohortFigures, CohortProgress, CohortSessions
from dlcourse.domain.overview.views import CohortFiguresView
from dlcourse.domain.speech import Query
from dlcourse.domain.viewer import COHORT, OVERVIEW, Viewer, name_text
from dlcourse.store import Store, checksums, tables
from dlcourse.store.engine import find
from tests.bench.bench_million import EVENTS_EACH, FIRST, as_another, fill
from tests.bench.cohort import ENGINES, empty_store, figures, memory
from tests.classroom import Classroom, Member
from tests.handlers.overview.learner import be_sure, learn
from tests.person import Person

Row = dict[str, object]
PEOPLE, AGAIN = 10_000, 20
LIBRARY = Library(files.data(), [])


def seconds(step: Callable[[], object]) -> float:
    """Do it, and return how many seconds it took."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def one_learner(store: Store) -> None:
    """Let the first person do everything that figures count, and more, until there are enough events."""
    person = Person(LocalCourse(store, FIRST, LIBRARY))
    learn(person)
    while store.read(lambda reading: reading.latest()) < EVENTS_EACH:
        person.whole_play()


def join_all(address: str, cohort: str, people: int) -> None:
    """Let all copies join the cohort, in bulk."""
    database, stream = find(address), COHORT + cohort
    with database.writing.begin() as connection:
        rows = (_joining(stream, cohort, as_another(FIRST, number), 100 + number) for number in range(1, people))
        while some := list(islice(rows, 5000)):
            for table, place in ((tables.events, 0), (tables.members, 1), (tables.texts, 2)):
                connection.execute(
                    insert(table), [checksums.sealed(table, row[place]) if place != 1 else row[1] for row in some]
                )
    database.engine.dispose()


def _joining(stream: str, cohort: str, person: str, version: int) -> tuple[Row, Row, Row]:
    joined = PersonJoined(person=person, name=name_text(cohort, person), role="participant")
    event: Row = {
        "stream": stream,
        "version": version,
        "actor": person,
        "command": uuid4().hex,
        "part": 0,
        "kind": "PersonJoined",
        "body": joined.model_dump_json(),
        "at": "2026-01-01T00:00:00.000+00:00",
    }
    member: Row = {"person": person, "stream": stream, "role": "participant"}
    return event, member, {"id": joined.name, "owner": person, "words": f"Person {version}"}


def bench(engine: str, people: int) -> None:
    """Fill a store of this kind, and print what takes how long there."""
    with empty_store(engine) as address:
        with closing(Store.open(address)) as store:
            one_learner(store)
        fill(address, people)
        with closing(Store.open(address)) as store:
            faye = Classroom(store).facilitator()
        join_all(address, faye.entered.viewer.cohort, people)
        said = [f"first figures without records {_first(address, faye):.1f} s"]
        with closing(Store.open(address)) as store:
            said += _after_restart(store, faye, people)
        sys.stdout.write(f"{engine}, {people:,} people: {'; '.join(said)}; memory {memory()} MB\n")


def _first(address: str, faye: Member) -> float:
    with closing(Store.open(address)) as store:
        course = LocalCourse(store, faye.entered.viewer, LIBRARY)
        return seconds(lambda: course.see(CohortFigures(cohort=faye.entered.viewer.cohort)))


def _after_restart(store: Store, faye: Member, people: int) -> list[str]:
    cohort = faye.entered.viewer.cohort
    course = LocalCourse(store, faye.entered.viewer, LIBRARY)
    first = seconds(lambda: course.see(CohortFigures(cohort=cohort)))
    view = course.see(CohortFigures(cohort=cohort))
    assert isinstance(view, CohortFiguresView)
    assert max(figure.people for figure in view.figures) == people - 1
    bodies = store.read(lambda reading: [each.event.model_dump_json() for each in reading.events(OVERVIEW + cohort)])
    said = [f"first figures after a restart {first:.2f} s"]
    for number, query in enumerate((CohortFigures, CohortSessions, CohortProgress)):
        said.append(
            f"{query.__name__} after one event: {figures(_after_events(store, course, query(cohort=cohort), number))}"
        )
    return [*said, f"published {len(bodies)} moves in {sum(map(len, bodies)) / 1e6:.1f} MB"]


def _after_events(store: Store, course: LocalCourse, query: Query, number: int) -> list[float]:
    """How long the query takes after each of a few more events."""
    found = []
    for place in range(AGAIN):
        person = as_another(FIRST, 1 + number * AGAIN + place)
        be_sure(Person(LocalCourse(store, Viewer(person, query.cohort), LIBRARY)), 3)  # type: ignore[attr-defined]
        found.append(seconds(lambda: course.see(query)))
    return found


if __name__ == "__main__":
    for each in sys.argv[2:] or ENGINES:
        bench(each, int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
