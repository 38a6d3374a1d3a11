"""A run-of-show in a notebook: what is read from it, and how its author is told what is wrong."""

import json
from pathlib import Path

import pytest

from dlcourse.content.facilitating.run_notebooks import read_run
from dlcourse.domain.facilitating.runs import Slide
from dlcourse.errors import CourseError

STEP = """## At the table

*35 minutes. Steps: At the table; Looking back.*

### On the screen

Take a seat.

- one
- two

### Say

Play to the end.

### When it goes wrong

Wait."""
FIGURE = 'import dlcourse\n\ndlcourse.figure("hidden-profile")'


def cell(source: str, *tags: str, kind: str = "markdown") -> dict[str, object]:
    """A cell of a notebook."""
    return {"cell_type": kind, "metadata": {"tags": list(tags)}, "source": source.splitlines(keepends=True)}


def notebook(folder: Path, *cells: dict[str, object]) -> Path:
    """A notebook with these cells."""
    path = folder / "03-the-reading-gap.ipynb"
    path.write_text(json.dumps({"cells": cells}), "utf-8")
    return path


def test_a_step_is_read_with_its_slides_and_notes(tmp_path: Path) -> None:
    """Each paragraph or list is a slide, a figure is the last one, and cells without a tag belong to no step."""
    opening, background = cell("# Notes\n\nPrepare slips."), cell("## What the case hides\n\nSecrets.")
    path = notebook(tmp_path, opening, cell(STEP, "run"), cell(FIGURE, "screen", kind="code"), background)
    run = read_run(path)
    (step,) = run.steps
    assert (run.before, step.title, step.minutes) == ("Prepare slips.", "At the table", 35)
    assert step.uses == ("At the table", "Looking back")
    assert step.slides == (Slide(words="Take a seat."), Slide(words="- one\n- two"), Slide(figure="hidden-profile"))
    assert (step.say, step.ask, step.trouble) == ("Play to the end.", "", "Wait.")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("*35 minutes. Steps: At the table; Looking back.*", "35 minutes"), "how long it takes"),
        (("## At the table", "At the table"), "what the step is called"),
        (("### On the screen", "### Notes"), "unknown part “Notes”"),
        (("Take a seat.\n\n- one\n- two", ""), "the room would see nothing"),
        (("Play to the end.", ""), "nothing to say"),
    ],
)
def test_a_step_that_is_not_as_it_should_be_is_named(tmp_path: Path, change: tuple[str, str], what: str) -> None:
    """The error says which step of which notebook it is, and what is wrong with it."""
    path = notebook(tmp_path, cell(STEP.replace(*change), "run"))
    with pytest.raises(CourseError, match=what) as error:
        read_run(path)
    assert error.value.where == "notebooks/facilitator/03-the-reading-gap.ipynb: “At the table”"


def test_a_notebook_without_a_run_says_what_to_do(tmp_path: Path) -> None:
    """A copy from before there was a run-of-show, a broken file and a screen without a figure each have an error."""
    with pytest.raises(CourseError, match="no run-of-show"):
        read_run(notebook(tmp_path, cell("# Notes")))
    with pytest.raises(CourseError, match="has no figure"):
        read_run(notebook(tmp_path, cell(STEP, "run"), cell("1 + 1", "screen", kind="code")))
    (tmp_path / "broken.ipynb").write_text("{", "utf-8")
    with pytest.raises(CourseError, match="cannot be read"):
        read_run(tmp_path / "broken.ipynb")
