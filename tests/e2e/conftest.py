"""Fixtures of whole journeys: the real course behind a real server, with nothing in it yet."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from dlcourse.domain.cohort.messages import Cohorts, EraseCohort
from dlcourse.domain.cohort.views import CohortsView
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.errors import CourseError
from tests.person import Person
from tests.serving import Served, start


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Return what serves this test's home, with more arguments of ``dlcourse serve``, also again after a kill."""
    started: list[Served] = []

    def begin(*arguments: str) -> Served:
        started.append(start(tmp_path / "home", arguments=arguments))
        return started[-1]

    yield begin
    for served in started:
        if served.process.poll() is None:
            served.stop()


ARRIVALS = 20
"""How often the words of closed pages may arrive while a home is being erased."""


class SharedServer:
    """One server for many tests, one after the other; each finds nothing in it."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._served: Served | None = None

    def empty(self) -> Served:
        """Erase what the test before did. A server that it ended is replaced, with a new home."""
        if self._served is None or self._served.process.poll() is not None:
            self._served = start(self._folders.mktemp("shared") / "home")
        else:
            erase(self._served)
        return self._served

    def stop(self) -> None:
        """End the server, if it runs."""
        if self._served is not None and self._served.process.poll() is None:
            self._served.stop()


def erase(served: Served) -> None:
    """Erase all work and all cohorts in a home, as its owner would, and the files that somebody put there."""
    owner = Person(served.course())
    cohorts = owner.course.see(Cohorts())
    assert isinstance(cohorts, CohortsView)
    for card in cohorts.cohorts:
        owner.do(EraseCohort, cohort=card.cohort)
    for _ in range(ARRIVALS):
        work = owner.course.see(YourWork())
        assert isinstance(work, WorkView)
        try:
            owner.do(EraseWork, mark=work.mark)
            break
        except CourseError as error:  # the last words of a page that was just closed arrived in between
            if "by now" not in error.what:
                raise
    else:
        raise AssertionError("more and more work arrives although no page is open")
    for file in (served.home / "scenarios").glob("*"):
        file.unlink()
    rmtree(served.home / "notebooks", ignore_errors=True)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedServer]:
    """Keep one server for all tests of a worker that need no server of their own."""
    server = SharedServer(tmp_path_factory)
    yield server
    server.stop()


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Served:
    """Serve the course with nothing in it. Ask for it before ``page``: pages are closed first.

    A test that also asks for ``serve`` has a home and servers of its own.
    """
    if "serve" in request.fixturenames:
        begin: Callable[..., Served] = request.getfixturevalue("serve")
        return begin()
    server: SharedServer = request.getfixturevalue("shared")
    return server.empty()
