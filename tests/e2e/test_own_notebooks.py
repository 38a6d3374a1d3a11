"""Notebooks of one's own on served pages: an edited copy, the way back to the course's version, new and broken ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import nbformat
import pytest
from playwright.sync_api import Page, expect

from dlcourse import files
from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from tests.e2e.every_output import KERNEL
from tests.e2e.keyboard import Keyboard
from tests.person import Person
from tests.serving import Served

GAP = "03-the-reading-gap"
OWN, COURSE = "Show my own version", "Show the course's version"
MINE = "What our team said about this case."
CELLS = (
    "import altair, dlcourse, ipywidgets, pandas",
    """slider, said = ipywidgets.IntSlider(value=3, max=9, description="Minutes"), ipywidgets.Label("minutes: 3")
slider.observe(lambda change: setattr(said, "value", f"minutes: {change['new']}"), "value")
ipywidgets.VBox([slider, said])""",
    "people = pandas.DataFrame({'name': ['Joy', 'Omar'], 'asked': [2, 5]})\npeople",
    "altair.JupyterChart(altair.Chart(people).mark_bar().encode(x='asked', y='name'))",
    "dlcourse.play('the-reading-gapp')",
)
"""What a facilitator could add to the notes."""


def cell(kind: str, source: str) -> dict[str, Any]:
    """A cell without an id, as older programs write it."""
    outputs: dict[str, Any] = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "metadata": {}, "source": source, **outputs}


def code(source: str) -> dict[str, Any]:
    """A cell with code."""
    return cell("code", source)


def write(path: Path, *cells: dict[str, Any]) -> None:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}), "utf-8")


def edit(home: Path) -> Path:
    """Edit a copy of session 03: a sentence of one's own before everything else."""
    copy = home / "notebooks" / f"{GAP}.ipynb"
    copy.parent.mkdir(exist_ok=True)
    notebook = nbformat.read(files.notebooks() / f"{GAP}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    notebook.cells[0].source += f"\n\n{MINE}"
    nbformat.write(notebook, copy)  # type: ignore[no-untyped-call]
    return copy


@pytest.mark.expects_errors("status of 422")
def test_one_s_own_version_and_the_way_back(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """The owner sees their edited copy, goes to the course's version and back by one button each, and it stays so."""
    copy = edit(served.home)
    page = visit(viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}session/{GAP}")
    expect(page.get_by_text(MINE)).to_be_visible()
    axe(page)
    page.get_by_role("button", name=COURSE).click()
    expect(page.get_by_role("button", name=OWN)).to_be_visible()
    expect(page.get_by_text(MINE)).to_have_count(0)
    page.reload()
    expect(page.get_by_text(MINE)).to_have_count(0)
    page.get_by_role("button", name=OWN).click()
    expect(page.get_by_text(MINE)).to_be_visible()
    copy.write_text("{")
    page.reload()
    expect(page.get_by_role("heading", name="03-the-reading-gap.ipynb cannot be read")).to_be_visible()
    page.get_by_role("button", name=COURSE).click()
    expect(page.get_by_role("heading", name="The reading gap").first).to_be_visible()


def test_a_facilitator_s_edited_copy_shows_what_its_cells_make(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """An edited copy of the notes shows a widget that answers, a table and Altair's widget; a wrong call is told."""
    served.course().do(ChooseFacilitating(id=uuid4().hex, chosen=True))
    write(served.home / "notebooks/facilitator" / f"{GAP}.ipynb", cell("markdown", "# My notes"), *map(code, CELLS))
    page = visit(viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}facilitator/{GAP}")
    expect(page.get_by_role("button", name=COURSE)).to_be_visible()
    expect(page.get_by_text("minutes: 3")).to_be_visible(timeout=KERNEL)
    page.locator(".noUi-handle").first.press("ArrowRight")
    expect(page.get_by_text("minutes: 4")).to_be_visible()
    expect(page.get_by_role("cell", name="Joy")).to_be_visible()
    expect(page.locator(".exercise svg").get_by_text("Joy")).to_be_visible()
    expect(page.get_by_text("other cells do not hear of it")).to_be_visible()
    expect(page.get_by_text("its cell in the notebook has a mistake: scenario: there is none called")).to_be_visible()
    expect(page.get_by_text("Did you mean 'the-reading-gap'?").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)


ADDED = """least = widgets.IntSlider(value=1, max=9, description="At least")


def tables(cohort, least):
    here = int((cohort.people.role == "participant").sum())
    rows = pd.DataFrame({"size": ["needed", "here"], "people": [least, here]})
    return alt.Chart(rows, title=f"people for {least} seats").mark_bar().encode(x="people", y="size")


board.show(tables, least=least)"""
"""A chart and a slider of one's own, in a copy of the course's dashboard."""
BLANK = """() => {
    const chart = [...document.querySelectorAll(".dl-cell-chart")].at(-1);
    window.blank = 0;
    const watch = new MutationObserver(() => { if (!chart.querySelector("svg")) window.blank += 1; });
    watch.observe(chart, { childList: true, subtree: true });
}"""
"""Counts how often the last chart of a page is gone for a moment."""


def test_a_copied_dashboard_with_a_chart_and_a_slider_of_one_s_own(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """The host's copy draws their own chart again when somebody joins, and when they move their slider, by keyboard."""
    host = Person(served.course())
    made = host.do(CreateCohort, cohort=uuid4().hex, name="Autumn deans", role="facilitator", my_name="Faye")
    assert isinstance(made, CohortMade)
    host.do(ChooseFacilitating, chosen=True)
    copy = served.home / "notebooks/facilitator/overview.ipynb"
    copy.parent.mkdir(parents=True, exist_ok=True)
    notebook = nbformat.read(files.notebooks() / "facilitator/overview.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    stuck = next(each for each in notebook.cells if "def stuck" in each.source)
    notebook.cells = [*notebook.cells[:4], stuck, nbformat.v4.new_code_cell(ADDED)]  # type: ignore[no-untyped-call]
    nbformat.write(notebook, copy)  # type: ignore[no-untyped-call]
    page = visit(viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}facilitator/overview")
    expect(page.get_by_text("0 participants.")).to_be_visible(timeout=KERNEL)
    expect(page.get_by_text("people for 1 seats")).to_be_visible()
    page.evaluate(BLANK)
    visit().request.post(f"{served.address}join", form={"code": made.join_code, "name": "Ann"})
    expect(page.get_by_text("1 participants.")).to_be_visible()
    keys = Keyboard(page)
    keys.go_to(page.get_by_role("checkbox", name="Show names"))
    page.keyboard.press("Space")
    expect(page.get_by_role("cell", name="Ann")).to_be_visible()
    keys.go_to(page.get_by_role("combobox", name="Session"))
    keys.go_to(page.locator(".noUi-handle"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("people for 2 seats")).to_be_visible()
    assert page.evaluate("window.blank") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)


@pytest.mark.expects_errors("status of 422")
def test_a_session_of_one_s_own(served: Served, visit: Callable[..., Page]) -> None:
    """A new notebook is in the lists, is a page with its exercises, and a broken one says what is wrong."""
    folder = served.home / "notebooks"
    call = "import dlcourse\ndlcourse.match('small-school')"
    write(folder / "Our evening.ipynb", cell("markdown", "# Our evening\n\nWhat we need."), cell("code", call))
    (folder / "Broken.ipynb").write_text('{"cells": 3}')
    page = visit(viewport={"width": 1280, "height": 800})
    page.goto(served.address)
    page.get_by_role("link", name="Our evening").first.click()
    expect(page.get_by_role("heading", name="Our evening")).to_be_visible()
    expect(page.get_by_text("10 people, 5 tasks").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Sessions").get_by_role("link", name="Our evening")).to_be_visible()
    page.get_by_role("navigation", name="Sessions").get_by_role("link", name="Broken").click()
    expect(page.get_by_role("heading", name="Broken.ipynb cannot be read")).to_be_visible()
