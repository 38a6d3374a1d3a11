"""Reads what the first visitors will ask for, so that they do not wait. Nothing depends on whether this was done."""

from contextlib import suppress

from dlcourse.errors import CourseError
from dlcourse.pages.registry import PAGES, page
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import only_where_needed
from dlcourse.server.pages.notebooks import Sessions


def read_ahead(sessions: Sessions) -> None:
    """Load the module of each page, and render the text of each session of the course."""
    with suppress(CourseError, OSError):  # whoever asks for it later is told what is wrong with it
        for name in PAGES:
            page(name)
        for path in sorted(sessions.folder.glob("*.ipynb")):
            if (notebook := sessions.for_learners(path.stem)) is not None:
                rendering.parts(enumerate(notebook.cells), only_where_needed(notebook), sessions.folder)
