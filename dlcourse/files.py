"""Where the files that come with the course are: at the top of a checkout, or inside the installed package.

Nothing is ever written there; people's work is in a home folder.
"""

from pathlib import Path

from dlcourse.errors import CourseError

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "shipped"
_BUNDLE = "Install dlcourse again; in a checkout, run `python dlcourse/frontend/bundle.py`."
_TOP = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def notebooks() -> Path:
    """The folder of the sessions' notebooks; a `CourseError` if the installation lacks it."""
    return _there(_TOP / "notebooks", "Install dlcourse again.")


def data() -> Path:
    """The folder of the files that authors edit; a `CourseError` if the installation lacks it."""
    return _there(_TOP / "data", "Install dlcourse again.")


def static() -> Path:
    """The folder of the front-end bundles; a `CourseError` if they were never built."""
    return _there(_PACKAGE / "static", _BUNDLE)


def built(name: str) -> Path:
    """A file that the build of the front end made; a `CourseError` if it was not built since that file is needed."""
    return _there(static() / name, _BUNDLE)


def _there(path: Path, remedy: str) -> Path:
    if not path.exists():
        raise CourseError(str(path), "a part of the course is missing", remedy)
    return path
