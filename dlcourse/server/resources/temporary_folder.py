"""The temporary folder of one run of the server. What a run left behind that was killed is removed at the next start.

A folder belongs to a running server for as long as that holds the lock in it; the system lets go of the lock with the
process.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from dlcourse.errors import CourseError

PREFIX = "dlcourse-run-"
LOCK = "lock"


@contextmanager
def temporary_folder() -> Iterator[str]:
    """Give a folder that only this account can open, and remove it in the end.

    Raises a `CourseError` if there is no place for it.
    """
    folder = _made()
    with (folder / LOCK).open("w") as lock:
        _locked(lock)
        try:
            yield str(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _made() -> Path:
    try:
        sweep(Path(tempfile.gettempdir()))
        return Path(tempfile.mkdtemp(prefix=PREFIX))
    except OSError as error:
        what = f"there is no place for temporary files ({(error.strerror or str(error)).lower()})"
        raise CourseError("TMPDIR", what, "Make room on the disk, or set TMPDIR to a folder with room.") from None


def sweep(place: Path) -> None:
    """Remove the folders in ``place`` of servers that were killed."""
    for folder in place.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if not folder.is_symlink() and _is_ours(folder) and _is_left_behind(folder / LOCK):
                shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    return os.name == "posix" and folder.stat().st_uid == os.geteuid()


def _is_left_behind(lock: Path) -> bool:
    with lock.open() as file:
        return _locked(file)


def _locked(file: "IO[str]") -> bool:
    """Take the lock, unless a running server holds it."""
    try:
        import fcntl  # not on Windows, where nothing is swept
    except ImportError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
