"""Reads what the first visitors will ask for, so that they do not wait. Nothing depends on whether this was done."""

from contextlib import suppress

from dlcourse.domain.speech import Course
from dlcourse.pages.registry import PAGES, page
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import only_where_needed
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.server.pages.session_page import around
from dlcourse.server.pages.steps import opening_and_steps
from dlcourse.server.web import templates


def read_ahead(sessions: Sessions, course: Course) -> None:
    """Load the module of each page and all templates, and render each session, with what is around it.

    ``course`` is anybody's. Nothing is written to it.
    """
    with suppress(Exception):  # whoever asks for it later is told what is wrong with it
        for name in PAGES:
            page(name)
        for template in templates().list_templates():
            templates().get_template(template)
        for path in sorted(sessions.folder.glob("*.ipynb")):
            if (notebook := sessions.for_learners(path.stem)) is not None:
                rendering.parts(enumerate(notebook.cells), only_where_needed(notebook), sessions.folder)
                around(course, path.stem, opening_and_steps(notebook)[1])
