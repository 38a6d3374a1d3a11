"""The run-of-show of each session: it fits the session, fills its minutes, and gives nothing away on the screen."""

import json
import re

import pytest

from dlcourse import files
from dlcourse.content.facilitating.run_notebooks import WrittenRun, read_run
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import shelf
from dlcourse.domain.facilitating.runs import RunStep
from dlcourse.domain.sessions import Session
from dlcourse.pages.figures.page import FIGURES
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.server.pages.steps import opening_and_steps
from tests.test_course import OPEN, cells, each_open, opening_in

LIBRARY = Library(files.data())
MOST_WORDS, MOST_LINES = 32, 5
"""How much a slide may hold, so that it can be read from the back of a hall."""


def run_of(session: Session) -> WrittenRun:
    """The run-of-show that comes with the course."""
    return read_run(files.notebooks() / "facilitator" / f"{session.id}.ipynb")


def titles_of(session: Session) -> list[str]:
    """The titles of the steps of the session's own page."""
    notebook = Sessions(files.notebooks()).for_learners(session.id)
    assert notebook
    return [step.title for step in opening_and_steps(notebook)[1]]


def step_of_figure(session: Session) -> dict[str, int]:
    """The number of the step in which learners see each figure of a session."""
    found, number = dict[str, int](), -1
    for cell in cells(session):
        source = "".join(cell["source"])
        number += source.startswith("## ") and not {"more", "jupyterlab"} & set(cell["metadata"].get("tags", ()))
        if cell["cell_type"] == "code" and (opening := opening_in(source)).page == "figure":
            found[opening.place["name"]] = number
    return found


def until_played(session: Session, steps: tuple[RunStep, ...]) -> list[RunStep]:
    """The steps of the meeting before people look back."""
    titles = titles_of(session)
    back = next(place for place, title in enumerate(titles) if title.startswith("Looking"))
    looks = [place for place, step in enumerate(steps) if any(titles.index(title) >= back for title in step.uses)]
    return list(steps[: looks[0]])


@each_open
def test_the_minutes_add_up(session: Session) -> None:
    """A meeting takes as many minutes as the session is said to take."""
    assert sum(step.minutes for step in run_of(session).steps) == session.minutes


@each_open
def test_each_step_exists_and_comes_in_order(session: Session) -> None:
    """Every step that is named is one of the session's page, and they come in the order of that page."""
    used, titles = [title for step in run_of(session).steps for title in step.uses], titles_of(session)
    assert set(used) <= set(titles)
    assert used == sorted(used, key=titles.index)


@each_open
def test_a_slide_can_be_read_from_afar(session: Session) -> None:
    """A slide has few words and few lines, no table, no heading and no picture."""
    for slide in (slide for step in run_of(session).steps for slide in step.slides):
        assert len(slide.words.split()) <= MOST_WORDS, slide.words
        assert slide.words.count("\n") < MOST_LINES, slide.words
        assert not re.search(r"^#|\||!\[", slide.words), slide.words


@each_open
def test_all_code_is_a_figure_for_the_room(session: Session) -> None:
    """A code cell of a run-of-show is tagged for the screen, calls a figure, and does nothing else."""
    written = json.loads((files.notebooks() / "facilitator" / f"{session.id}.ipynb").read_text("utf-8"))["cells"]
    code = [cell for cell in written if cell["cell_type"] == "code"]
    assert len(code) == sum(bool(slide.figure) for step in run_of(session).steps for slide in step.slides)
    for cell in code:
        assert (cell["outputs"], cell["metadata"]["tags"]) == ([], ["screen"])
        assert opening_in("".join(cell["source"])).page == "figure"


@each_open
def test_a_figure_is_shown_when_learners_see_it(session: Session) -> None:
    """A figure exists and is on the screen no earlier than in the step in which learners see it."""
    shown_in, titles = step_of_figure(session), titles_of(session)
    for step in run_of(session).steps:
        for figure in (slide.figure for slide in step.slides if slide.figure):
            assert figure in FIGURES
            assert min(titles.index(title) for title in step.uses) >= shown_in[figure]


@each_open
def test_the_screen_gives_nothing_away_before_people_have_played(session: Session) -> None:
    """Until people look back, no slide names a person or an end of the cases of the session."""
    plays = {exercise.of for exercise in session.exercises if exercise.kind == "play"}
    scenarios = [book.scenario for book in shelf(LIBRARY).books if book.scenario.id in plays]
    hidden = {
        word for scenario in scenarios for role in scenario.roles for word in role.name.split() if word[0].isupper()
    }
    hidden |= {scene.title for scenario in scenarios for scene in scenario.scenes if scene.kind == "end"}
    shown = " ".join(slide.words for step in until_played(session, run_of(session).steps) for slide in step.slides)
    assert [word for word in hidden if re.search(rf"\b{re.escape(word)}\b", shown)] == []


def test_a_case_is_among_those_that_are_looked_through() -> None:
    """The reading gap has people whose names must not be on the screen, so the test above has something to find."""
    book = next(book for book in shelf(LIBRARY).books if book.scenario.id == "the-reading-gap")
    assert "Hana" in " ".join(role.name for role in book.scenario.roles)


@pytest.mark.parametrize("session", [each for each in OPEN if each.id == "03-the-reading-gap"])
def test_the_steps_before_looking_back_are_found(session: Session) -> None:
    """The welcome and both plays come before people look back."""
    assert [step.title for step in until_played(session, run_of(session).steps)] == [
        "Welcome",
        "At the table",
        "Once more, with one change",
    ]
