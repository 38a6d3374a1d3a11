"""Where a person's work lives: the home folder. Never writes anything but the folder itself."""

import os
from pathlib import Path
from tempfile import TemporaryFile

import platformdirs

from dlcourse.errors import CourseError


def database(home: Path) -> str:
    """Return the address of the home's own store."""
    return f"sqlite:///{home / 'course.db'}"


def folder(given: str | Path | None = None) -> Path:
    """Return the home folder, made if it was not there: ``given``, else ``DLCOURSE_HOME``, else the platform's.

    Raises ``CourseError`` where it cannot be made or written to.
    """
    home = Path(given or os.environ.get("DLCOURSE_HOME") or platformdirs.user_data_path("dlcourse", appauthor=False))
    home = home.expanduser().absolute()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=home):
            return home
    except OSError as error:
        what = f"nothing can be kept there ({(error.strerror or str(error)).lower()})"
        remedy = "Choose a folder that you may write to, with --home or DLCOURSE_HOME."
        raise CourseError(str(home), what, remedy) from None
