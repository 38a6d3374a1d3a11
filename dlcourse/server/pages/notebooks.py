"""The notebooks that may be shown: those in the folder of the course, by their stem, and no other file."""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat

from dlcourse.server.kernels.manager import SPEC

NOTES = "notes"
MORE = "more"
FACILITATOR = "facilitator"


class Sessions:
    """Finds the notebooks in the folder of the course."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds the sessions; its subfolder ``facilitator`` holds the notebooks for facilitators."""
        self.folder = folder

    def for_learners(self, stem: str) -> Any | None:
        """Return the session's notebook, ready to run, without the cells tagged ``notes``; None if there is none."""
        found = self._read(self.folder, stem)
        if found is not None:
            found.cells = [cell for cell in found.cells if not is_note(cell)]
        return found

    def for_facilitators(self, stem: str) -> Any | None:
        """Return the notebook for facilitators, ready to run; None if there is none."""
        return self._read(self.folder / FACILITATOR, stem)

    def _read(self, folder: Path, stem: str) -> Any | None:
        # Choose among the existing files; never build a path from what was asked for.
        for path in folder.glob("*.ipynb"):
            if path.stem == stem and path.is_file():
                return deepcopy(_notebook(path, path.stat().st_mtime_ns))
        return None


def is_note(cell: Any) -> bool:
    """Whether a cell is for facilitators only."""
    return NOTES in cell.metadata.get("tags", ())


def is_more(cell: Any) -> bool:
    """Whether a cell is folded: reading for those who want more, under its heading."""
    return cell.cell_type == "markdown" and MORE in cell.metadata.get("tags", ())


@lru_cache(maxsize=64)
def _notebook(path: Path, _changed: int) -> Any:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    spec = {"name": SPEC, "language": "python", "display_name": SPEC}
    notebook.metadata.kernelspec = nbformat.from_dict(spec)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook
