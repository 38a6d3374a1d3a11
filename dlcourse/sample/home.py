"""A home with the made-up cohort in it: how it is filled, and the mark by which every later start knows it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dlcourse.course.home import ELSEWHERE, STORE, not_kept, writable_folder
from dlcourse.errors import CourseError
from dlcourse.sample.cohort import SampleCohort, Told, make_sample_cohort
from dlcourse.store.opening import TRACES

MARK = "made-up"
"""A file of this name says that all people in a home are made up."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory; only this account can open what is made in it
"""Where Linux keeps files in memory. There, thousands of commands need not wait for a disk."""


def is_made_up(home: Path) -> bool:
    """Whether the people in this home are made up."""
    return (home / MARK).exists()


def is_filled(home: Path) -> bool:
    """Whether the whole made-up cohort is in this home."""
    return is_made_up(home) and (home / STORE).exists()


def fill(home: Path, told: Told) -> SampleCohort:
    """Put the made-up cohort into an empty home; ``told`` as in `make_sample_cohort`.

    Raises a `CourseError` if there is work in the home already, or nothing can be written there.
    """
    writable_folder(home)
    _refuse_work(home)
    with _quick_folder() as place:
        sample = make_sample_cohort(place, told)
        _refuse_work(home)  # the course may have been started there meanwhile
        try:
            _put(place, home)
        except OSError as error:
            raise not_kept(home, error) from None
    return sample


def _refuse_work(home: Path) -> None:
    """Raise a `CourseError` if this home has work in it, or a key of somebody whose work is in another database."""
    used = (STORE,) if is_made_up(home) else (STORE, ELSEWHERE, *TRACES)
    if any((home / name).exists() for name in used):
        what = "there is work in this course folder already"
        raise CourseError(str(home), what, "Give --home a folder that is empty, or leave it out.")


def _put(place: Path, home: Path) -> None:
    """Copy all files: the mark first and the store last and at once, so that the store is never there without it."""
    (home / MARK).touch()
    for file in sorted(place.iterdir(), key=lambda each: each.name == STORE):
        part = home / f".{file.name}.part"
        shutil.copy2(file, part)
        part.replace(home / file.name)


@contextmanager
def _quick_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, in memory if the system has room for one there."""
    try:
        made = TemporaryDirectory(prefix="dlcourse-made-up-", dir=MEMORY)
    except OSError:
        made = TemporaryDirectory(prefix="dlcourse-made-up-")
    with made as folder:
        yield Path(folder)
