"""Every kind of output of a cell, in each tool that opens the notebooks, without any network.

How it is in ``dlcourse lab`` is in test_lab.py, because a JupyterLab runs there already.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dlcourse import files
from tests.bench.bench_serve import free_port, listens
from tests.e2e.every_output import see_and_use_every_output, update_display
from tests.e2e.test_lab import OUTPUTS, Lab, run_every_output
from tests.outputs_notebook import write
from tests.serving import PATIENCE, TOP, start, until

SESSION = "10-your-plan.ipynb"
QUIET = ("--allow-root", "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate")
"""Plain JupyterLab would ask another site for its news, and refuse to run for the administrator of a container."""
LEFT_BY_OTHERS = ("jupyter-server-proxy", "favicon.ico", "voila/api/shutdown")
"""Errors that plain Voila and its other extensions write, whatever it shows."""


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    """A folder with the notebook of every kind of output, and a session of the course."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    write(folder / OUTPUTS)
    shutil.copy(files.notebooks() / SESSION, folder)
    return folder


def test_every_output_on_a_served_page(
    notebooks: Path, tmp_path: Path, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """A served page shows and runs them all, accessibly. No script of theirs runs, and printed words are folded."""
    served = start(tmp_path / "home", ("tests.e2e.with_notebooks", str(notebooks)))
    page = visit(color_scheme="dark")
    page.goto(f"{served.address}session/outputs")
    see_and_use_every_output(page)
    update_display(page)
    expect(page.locator("img[src='data:,']")).to_be_attached()
    expect(page.locator("img[src='data:,'][onerror], .exercise script")).to_have_count(0)
    expect(page.get_by_text("stream of words")).to_be_hidden()
    page.get_by_text("What was printed here").first.click()
    expect(page.get_by_text("stream of warnings")).to_be_visible()
    expect(page.get_by_text("This part of the page could not be run to its end.")).to_be_visible()
    expect(page.get_by_text("ZeroDivisionError")).to_have_count(0)
    expect(page.get_by_text("Details of the error")).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)
    page.close()
    served.stop()


@pytest.fixture
def installed(bundles: Path, tmp_path: Path) -> dict[str, str]:
    """The environment in which Voila finds the course's template and settings, as in an installation of the course."""
    folder, settings = tmp_path / "share", tmp_path / "etc"
    settings.mkdir()
    shutil.copy(TOP / "dlcourse/voila.json", settings)
    shutil.copytree(TOP / "dlcourse/voila_template", folder / "voila/templates/dlcourse")
    (folder / "voila/templates/dlcourse/static").mkdir()
    shutil.copy(bundles / "voila.css", folder / "voila/templates/dlcourse/static")
    return {"JUPYTER_PATH": str(folder), "JUPYTER_CONFIG_PATH": str(settings)}


@pytest.fixture
def voila(notebooks: Path, installed: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address of plain Voila on the folder of notebooks."""
    port = free_port()
    line = [sys.executable, "-m", "voila", str(notebooks), "--no-browser", f"--port={port}"]
    own = {**installed, "DLCOURSE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(TOP)}
    with (tmp_path / "said.txt").open("w") as said:
        process = subprocess.Popen(line, cwd=tmp_path, env=os.environ | own, stdout=said, stderr=said)
    until(lambda: listens(port))
    yield f"http://localhost:{port}/"
    process.terminate()
    process.wait(PATIENCE)


@pytest.mark.expects_errors(*LEFT_BY_OTHERS)
def test_every_output_in_plain_voila(voila: str, page: Page) -> None:
    """Plain Voila has the look of the course and shows and runs them all; so it does with a session."""
    page.goto(f"{voila}voila/render/{OUTPUTS}", wait_until="commit")
    see_and_use_every_output(page)
    paper = "rgb(251, 249, 244)"
    expect(page.locator("#rendered_cells")).to_have_css("background-color", paper)
    page.goto(f"{voila}voila/render/{SESSION}", wait_until="commit")
    expect(page.locator(".dl-page").first).to_be_visible()
    expect(page.locator("#rendered_cells")).to_have_css("background-color", paper)


def test_every_output_in_plain_jupyterlab(notebooks: Path, tmp_path: Path, page: Page) -> None:
    """Plain JupyterLab on the folder of notebooks shows and runs them all."""
    lab = Lab(tmp_path / "home", tmp_path / "jupyter", ("jupyterlab", str(notebooks), *QUIET))
    run_every_output(page, lab)
    page.close()
    lab.stop()
