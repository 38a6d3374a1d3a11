"""The notebooks of the sessions: each has a figure, and notes for facilitators are in notebooks of their own."""

import json

import pytest

from dlcourse import files
from dlcourse.domain.sessions import Session
from dlcourse.pages.figures.page import FIGURES
from dlcourse.server.pages.notebooks import LAB, Sessions, is_for_lab
from tests.test_course import COURSE, OPEN, cells, each_open, opening_in

FIGURES_WAITING: dict[str, str] = {}
"""Figures of sessions that are not open yet."""


@each_open
def test_looking_back_has_a_figure(session: Session) -> None:
    """In each session a figure follows the text that looks back."""
    found = cells(session)
    tags = [cell["metadata"].get("tags", []) for cell in found]
    after = found[next(place for place, each in enumerate(tags) if "look-back" in each) + 1]
    opening = opening_in("".join(after["source"]))
    assert opening.page == "figure"
    assert opening.place["name"] in FIGURES


def test_every_figure_is_shown_or_waits_for_its_session() -> None:
    """No figure is without a session; those that wait belong to sessions that are not open."""
    code = ["".join(cell["source"]) for one in OPEN for cell in cells(one) if cell["cell_type"] == "code"]
    shown = {opening.place["name"] for opening in map(opening_in, code) if opening.page == "figure"}
    assert shown | FIGURES_WAITING.keys() == FIGURES.keys()
    assert not any(COURSE.session(name).open for name in FIGURES_WAITING.values())


@each_open
def test_notes_for_facilitators_have_a_notebook_of_their_own(session: Session) -> None:
    """Learners' notebooks hold no notes for facilitators, so that copies in JupyterLab give nothing away."""
    assert (files.notebooks() / "facilitator" / f"{session.id}.ipynb").is_file()
    for cell in cells(session):
        assert "notes" not in cell["metadata"].get("tags", [])
        assert "For facilitators" not in "".join(cell["source"])


@pytest.mark.parametrize(
    "stem",
    [
        "02-everyone-is-an-expert",
        "03-the-reading-gap",
        "05-stretched-over",
        "09-many-decisions-one-result",
    ],
)
def test_what_is_for_jupyterlab_comes_last_and_is_on_no_page(stem: str) -> None:
    """Below everything else, a few lines take one's own results further in JupyterLab; a page leaves them out."""
    found = json.loads((files.notebooks() / f"{stem}.ipynb").read_text("utf-8"))["cells"]
    heading, code = found[-2:]
    assert [cell["id"] for cell in found if LAB in cell["metadata"].get("tags", [])] == [heading["id"], code["id"]]
    assert "".join(heading["source"]).startswith("## In JupyterLab\n")
    assert 5 <= sum(bool(line.strip()) for line in code["source"]) <= 12
    shown = Sessions(files.notebooks()).for_learners(stem)
    assert shown
    assert len(shown.cells) == len(found) - 2
    assert not any(map(is_for_lab, shown.cells))
