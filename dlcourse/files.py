"""Where the files are that come with the course: in a checkout at its top, in an installed package inside it.

Never writes there: what people make lives in a home folder.
"""

from pathlib import Path

from dlcourse.errors import CourseError

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "shipped"
_TOP = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def notebooks() -> Path:
    """Return the folder of the sessions' notebooks; a ``CourseError`` when the installation lacks it."""
    return _folder(_TOP / "notebooks", "Install dlcourse again.")


def data() -> Path:
    """Return the folder of what an author edits; a ``CourseError`` when the installation lacks it."""
    return _folder(_TOP / "data", "Install dlcourse again.")


def static() -> Path:
    """Return the folder of the front-end bundles; a ``CourseError`` when they were never built."""
    return _folder(
        _PACKAGE / "static",
        "Install dlcourse again; in a checkout, run `python dlcourse/frontend/bundle.py`.",
    )


def _folder(path: Path, remedy: str) -> Path:
    if not path.is_dir():
        raise CourseError(str(path), "a part of the course is missing", remedy)
    return path
