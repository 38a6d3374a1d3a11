"""A home with the made-up cohort in it: how it is filled, and the mark by which every later start knows it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dlcourse.course.home import STORE, not_kept, writable_folder
from dlcourse.errors import CourseError
from dlcourse.sample.cohort import SampleCohort, Told, make_sample_cohort

MARK = "made-up"
"""A file of this name says that all people in a home are made up."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory; only this account can open what is made in it
"""Where Linux keeps files in memory. There, thousands of commands need not wait for a disk."""


def is_made_up(home: Path) -> bool:
    """Whether the people in this home are made up."""
    return (home / MARK).exists()


def fill(home: Path, told: Told) -> SampleCohort:
    """Put the made-up cohort into an empty home; ``told`` as in `make_sample_cohort`.

    Raises a `CourseError` if there is work in the home already, or nothing can be written there.
    """
    writable_folder(home)
    if (home / STORE).exists():
        what = "there is work in this course folder already"
        raise CourseError(str(home), what, "Give --home a folder that is empty, or leave it out.")
    with _quick_folder() as place:
        sample = make_sample_cohort(place, told)
        try:
            for file in place.iterdir():
                shutil.copy2(file, home / file.name)
            (home / MARK).touch()
        except OSError as error:
            raise not_kept(home, error) from None
    return sample


@contextmanager
def _quick_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, in memory if the system has room for one there."""
    try:
        made = TemporaryDirectory(prefix="dlcourse-made-up-", dir=MEMORY)
    except OSError:
        made = TemporaryDirectory(prefix="dlcourse-made-up-")
    with made as folder:
        yield Path(folder)
