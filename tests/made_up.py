"""A home with the made-up cohort, made once for all workers of a run. Whoever changes it takes a copy."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import copytree

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.course.open_home import local_course, open_store
from dlcourse.domain.viewer import Viewer
from dlcourse.sample.cohort import COHORT
from dlcourse.sample.home import fill
from dlcourse.store import Store


@dataclass(frozen=True)
class MadeUp:
    """The made-up cohort: its store, its home, and the course as anybody meets it."""

    store: Store
    home: Path

    def course(self, person: str = "") -> LocalCourse:
        """The course of a person of the cohort, or of whoever leads it."""
        viewer = Viewer(person, COHORT) if person else Viewer(self.store.person)
        return local_course(self.store, viewer, self.home)


@pytest.fixture(scope="session")
def made_up_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the made-up cohort, that nobody changes."""
    own = tmp_path_factory.getbasetemp()
    place = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    home = place / "made-up-home"
    with (place / "made-up-lock").open("a+") as lock:
        flock(lock, LOCK_EX)
        if not os.fstat(lock.fileno()).st_size:  # another worker may have written while this one waited
            fill(home, lambda done, of: None)
            lock.write("done")
    return home


@pytest.fixture
def made_up(made_up_home: Path, tmp_path: Path) -> Iterator[MadeUp]:
    """A copy of the made-up cohort of one's own."""
    home = copytree(made_up_home, tmp_path / "made-up")
    with closing(open_store(home)) as store:
        yield MadeUp(store, home)
