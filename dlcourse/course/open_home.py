"""Opens a home's store and its course. It is imported late, so that a served kernel never loads it."""

from collections.abc import Iterable
from pathlib import Path

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.home import database, refuse_elsewhere
from dlcourse.course.local import LocalCourse
from dlcourse.domain.viewer import Viewer
from dlcourse.store import Store


def open_store(home: Path, url: str | None = None) -> Store:
    """The home's own store, or the one at the database URL ``url``. Raises a `CourseError` if it cannot be opened."""
    if not url:
        refuse_elsewhere(home)
    return Store.open(url or database(home))


def library(home: Path, own: Iterable[Path] = ()) -> Library:
    """The files of the course, the scenarios in the home, and the files ``own``."""
    return Library(files.data(), [home / "scenarios", *own])


def local_course(store: Store, viewer: Viewer | str, home: Path, own: Iterable[Path] = ()) -> LocalCourse:
    """The course in this store for a viewer, who may be given as just the id of a person; ``own`` as in `library`."""
    return LocalCourse(store, viewer, library(home, own), home)
