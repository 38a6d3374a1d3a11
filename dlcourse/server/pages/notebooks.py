"""The notebooks that may be shown: those of the course, and the owner's own ones in the home. No other file."""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat

from dlcourse.content.curriculum.own_notebooks import own_sessions, own_version
from dlcourse.errors import CourseError
from dlcourse.server.kernels.manager import SPEC

NOTES = "notes"
MORE = "more"
LAB = "jupyterlab"
FACILITATOR = "facilitator"


class Sessions:
    """Finds the notebooks of the course, and the owner's own ones."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        """``folder`` holds the sessions; its subfolder ``facilitator`` holds the notebooks for facilitators.

        ``own`` is the folder with the owner's copies and sessions of their own.
        """
        self.folder, self.own = folder, own

    def for_learners(self, stem: str) -> Any | None:
        """Return the session's notebook, ready to run, without notes and what is for JupyterLab; or None."""
        found = self._read(self.folder, stem)
        if found is not None:
            found.cells = [cell for cell in found.cells if not is_note(cell) and not is_for_lab(cell)]
        return found

    def for_facilitators(self, stem: str) -> Any | None:
        """Return the notebook for facilitators, ready to run; None if there is none."""
        return self._read(self.folder / FACILITATOR, stem)

    def of_owner(self, session: str) -> Any | None:
        """Return the owner's own version of a session, or a session of their own, ready to run; None if there is none.

        ``session`` is a stem, or ``facilitator/`` and a stem. Raises a `CourseError` if the file cannot be read.
        """
        if self.own is None:
            return None
        path = own_sessions(self.own, self.folder).get(session) or own_version(self.own, self.folder, session)
        if path is None:
            return None
        found = deepcopy(_own_notebook(path, _changed(path)))
        found.cells = [cell for cell in found.cells if not is_for_lab(cell)]
        return found

    def _read(self, folder: Path, stem: str) -> Any | None:
        # Choose among the existing files; never build a path from what was asked for.
        for path in folder.glob("*.ipynb"):
            if path.stem == stem and path.is_file():
                return deepcopy(_notebook(path, path.stat().st_mtime_ns))
        return None


def is_note(cell: Any) -> bool:
    """Whether a cell is for facilitators only."""
    return NOTES in cell.metadata.get("tags", ())


def is_for_lab(cell: Any) -> bool:
    """Whether a cell is shown in JupyterLab only: there one can take one's own results further."""
    return LAB in cell.metadata.get("tags", ())


def is_more(cell: Any) -> bool:
    """Whether a cell is folded: reading for those who want more, under its heading."""
    return cell.cell_type == "markdown" and MORE in cell.metadata.get("tags", ())


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(path, error) from None


@lru_cache(maxsize=64)
def _own_notebook(path: Path, changed: int) -> Any:
    """The owner's notebook. Cells without an id get one, because older programs give them none."""
    try:
        notebook = _notebook(path, changed)
        for number, cell in enumerate(notebook.cells):
            cell.setdefault("id", f"cell-{number}")
            cell.metadata.get("tags", ())
            assert isinstance(cell.source, str)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the file, its owner is told
        raise _unreadable(path, error) from None
    return notebook


def _unreadable(path: Path, error: Exception) -> CourseError:
    what = f"Your notebook {path.name} cannot be read ({type(error).__name__})"
    remedy = "Mend it or delete it in the folder “notebooks” of your course folder, then reload this page."
    return CourseError(f"notebooks/{path.name}", what, remedy)


@lru_cache(maxsize=64)
def _notebook(path: Path, _changed: int) -> Any:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    spec = {"name": SPEC, "language": "python", "display_name": SPEC}
    notebook.metadata.kernelspec = nbformat.from_dict(spec)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook
