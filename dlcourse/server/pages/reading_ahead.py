"""Reads what the first visitors will ask for, so that they do not wait. Nothing depends on whether this was done."""

from contextlib import suppress

from dlcourse.domain.speech import Course
from dlcourse.pages.registry import PAGES, page
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import only_where_needed
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.server.pages.session_page import around, begun_pages, first_shown
from dlcourse.server.pages.steps import opening_and_steps
from dlcourse.server.web import templates


def read_ahead(sessions: Sessions, course: Course) -> None:
    """Load the module of each page and all templates, and render each session with its first exercise, as at a visit.

    ``course`` is anybody's. Nothing is written to it.
    """
    with suppress(Exception):  # whoever asks for it later is told what is wrong with it
        for name in PAGES:
            page(name)
        for template in templates().list_templates():
            templates().get_template(template)
        for path in sorted(sessions.folder.glob("*.ipynb")):
            if (notebook := sessions.for_learners(path.stem)) is not None:
                code, (opening, steps) = only_where_needed(notebook), opening_and_steps(notebook)
                _, bar = around(course, path.stem, steps)
                begun = begun_pages(page, course, code, [*opening, *first_shown(steps, bar)])
                rendering.parts(enumerate(notebook.cells), code, sessions.folder, begun)
