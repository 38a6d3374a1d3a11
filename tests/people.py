"""Fixtures: a home with a course, and people who use it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store in its own folder, closed at the end."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as opened:
        yield opened


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a person's own scenarios."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    return folder


@pytest.fixture
def person(store: Store, own: Path) -> Callable[[str], Person]:
    """Gives a person by name, at this home's course."""
    return lambda name: Person(LocalCourse(store, name, Library(files.data(), [own])))


@pytest.fixture
def ann(person: Callable[[str], Person]) -> Person:
    """One person."""
    return person("ann")


@pytest.fixture
def ben(person: Callable[[str], Person]) -> Person:
    """Another person at the same home."""
    return person("ben")


@pytest.fixture
def classroom(store: Store) -> Classroom:
    """A cohort at this home."""
    return Classroom(store)
