"""The home folder, where a person's work is stored, and how to write files there that only the owner can read."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

import platformdirs

from dlcourse.errors import CourseError

STORE = "course.db"
"""The file with the home's own store."""
ELSEWHERE = "kept-elsewhere"
"""A file of this name says that the home's work is in another database. Only the owner knows which."""


def note_database(home: Path, url: str | None) -> None:
    """Note whether the home's work is in its own store or at ``url``; the URL itself is not written down.

    Raises a `CourseError` if that has changed and cannot be noted.
    """
    note = home / ELSEWHERE
    try:
        if url and not note.exists():
            note.touch()
        elif not url and note.exists():
            note.unlink()
    except OSError as error:
        raise not_kept(home, error) from None


def refuse_elsewhere(home: Path) -> None:
    """Raise a `CourseError` if the home's work is stored elsewhere, so that nobody continues in the wrong store."""
    if (home / ELSEWHERE).exists():
        what = "this course's work is kept in another database, and the course is not open"
        remedy = "Start `dlcourse serve` with its --database; without it, work goes on in this folder again."
        raise CourseError(str(home), what, remedy)


def database(home: Path) -> str:
    """The URL of the home's own store."""
    return f"sqlite:///{home / STORE}"


def place(given: str | Path | None = None) -> Path:
    """Where the home folder is, whether it exists or not: ``given``, else ``DLCOURSE_HOME``, else the default."""
    home = Path(given or os.environ.get("DLCOURSE_HOME") or platformdirs.user_data_path("dlcourse", appauthor=False))
    return home.expanduser().absolute()


def folder(given: str | Path | None = None) -> Path:
    """The home folder, created if it is missing; ``given`` as in `place`.

    One with work in it may be read-only: the work can still be read. Raises a `CourseError` if the folder cannot be
    created, or if it has no work in it and cannot be written to.
    """
    home = place(given)
    try:
        if (home / STORE).exists():
            return home
    except OSError as error:
        raise not_kept(home, error) from None
    return writable_folder(given)


def writable_folder(given: str | Path | None = None) -> Path:
    """The home folder for what has to write there, created if it is missing; ``given`` as in `place`.

    Raises a `CourseError` if it cannot be created or written to.
    """
    home = place(given)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=home):
            return home
    except OSError as error:
        raise not_kept(home, error) from None


def not_kept(home: Path, error: OSError) -> CourseError:
    """The error for a home folder in which nothing can be stored."""
    what = f"nothing can be kept there ({(error.strerror or str(error)).lower()})"
    return CourseError(str(home), what, "Choose a folder that you may write to, with --home or DLCOURSE_HOME.")


def write_private(path: Path, text: str) -> None:
    """Write a file in one step, readable only by its owner. Raises an `OSError` if it cannot be written there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
