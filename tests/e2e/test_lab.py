"""Real JupyterLab by ``dlcourse lab``: session 03 on a working copy, played, restarted and edited."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

from dlcourse.course.open_home import local_course, open_store
from tests.bench.bench_serve import free_port
from tests.e2e.every_output import see_and_use_every_output, update_display
from tests.e2e.player import BUY, CALLUM, WAYS, Player
from tests.outputs_notebook import write
from tests.person import Person
from tests.serving import PATIENCE, TOP, until

NOTEBOOK = "03-the-reading-gap.ipynb"
WORDS = "add a bad bed"
"""In JupyterLab, bare keys like these make and delete cells."""
OUTPUTS = "outputs.ipynb"
ADDED = "I read this on Tuesday."


class Lab:
    """JupyterLab on a home, with a configuration and a list of running servers of its own."""

    def __init__(self, home: Path, own: Path, command: tuple[str, ...] = ()) -> None:
        """Start it and return when it answers; ``own`` is for its files. ``command`` starts another lab than ours."""
        ours = ("dlcourse.cli", "lab", f"--home={home}")
        line = [sys.executable, "-m", *(command or ours), "--no-browser", f"--port={free_port()}"]
        names = ("CONFIG", "DATA", "RUNTIME")
        surroundings = os.environ | {f"JUPYTER_{name}_DIR": str(own / name.lower()) for name in names}
        surroundings |= {"DLCOURSE_HOME": str(home)}
        self.said = own / "said.txt"
        own.mkdir(exist_ok=True)
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                line, cwd=own, env=surroundings | {"PYTHONPATH": str(TOP)}, stdout=said, stderr=subprocess.STDOUT
            )
        self.address, self.token = until(self._answers)

    def _answers(self) -> tuple[str, str] | None:
        assert self.process.poll() is None, self.said.read_text()
        for file in (self.said.parent / "runtime").glob(f"jpserver-{self.process.pid}.json"):
            try:
                about = json.loads(file.read_text())
                urlopen(f"{about['url']}api?token={about['token']}").close()
            except (OSError, ValueError):
                continue
            return about["url"], about["token"]
        return None

    def stop(self) -> str:
        """Stop it as the system would; return what it said. It must leave no process behind."""
        kernels = psutil.Process(self.process.pid).children(recursive=True)
        self.process.terminate()
        self.process.wait(PATIENCE)
        _, alive = psutil.wait_procs(kernels, timeout=PATIENCE)
        for process in alive:
            process.kill()
        assert alive == []
        return self.said.read_text()


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Callable[[], Lab]]:
    """Return what starts JupyterLab on this test's home, also again."""
    started: list[Lab] = []

    def begin() -> Lab:
        started.append(Lab(tmp_path / "home", tmp_path / "jupyter"))
        return started[-1]

    yield begin
    for one in started:
        if one.process.poll() is None:
            one.stop()


def choose(page: Page, menu: str, item: str) -> None:
    """Choose from JupyterLab's menus."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=item, exact=True).click()


def test_a_session_is_played_in_jupyterlab(lab: Callable[[], Lab], visit: Callable[..., Page], tmp_path: Path) -> None:
    """Run all, sit down, take a minute; after a restart of the kernel the play goes on; what is edited is saved."""
    copy = tmp_path / "home/notebooks" / NOTEBOOK
    first = lab()
    page = visit(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    player = Player(page)
    page.goto(f"{first.address}lab/tree/{NOTEBOOK}?token={first.token}")
    expect(page.get_by_role("heading", name="The reading gap", level=1)).to_be_visible()
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible()
    choose(page, "Run", "Run All Cells")
    player.ready()
    player.sit(CALLUM)
    player.prefer(BUY)
    player.spend("open")
    before = player.words

    shown = page.get_by_role("main").get_by_role("article").element_handle()
    choose(page, "Kernel", "Restart Kernel and Run All Cells…")
    page.get_by_role("dialog").get_by_role("button", name="Confirm Kernel Restart").click()
    page.wait_for_function("element => !element.isConnected", arg=shown)
    player.ready()
    expect(player.clock).to_have_attribute("aria-valuetext", "11 of 12 minutes of talk left")
    assert player.words == before
    player.radio(WAYS["idea"]).check()
    page.get_by_label("Which option?").select_option(label=BUY)
    page.get_by_role("main").get_by_role("article").get_by_role("textbox").press_sequentially(WORDS)
    player.press("Use this minute")
    expect(player.lines.filter(has_text=WORDS)).to_be_visible()

    page.get_by_role("heading", name="The reading gap", level=1).click()
    page.keyboard.press("Enter")
    expect(page.locator("[role=textbox]:focus")).to_contain_text("# The reading gap")
    page.keyboard.press("Control+End")
    page.keyboard.type(ADDED)
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+s")
    until(lambda: ADDED in copy.read_text("utf-8"))
    page.close()
    first.stop()
    assert minutes_taken(tmp_path / "home") == 2


def test_a_plan_and_its_chart_in_jupyterlab(lab: Callable[[], Lab], page: Page, tmp_path: Path) -> None:
    """Where no file of ours is served, the kernel hands over what draws charts, once for all charts of a notebook."""
    server = lab()
    source = "import dlcourse\ndlcourse.plan()"
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
    cells = [cell | {"id": f"cell-{n}"} for n in range(2)]
    kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "home/notebooks/planning.ipynb").write_text(json.dumps(notebook))
    page.goto(f"{server.address}lab/tree/planning.ipynb?token={server.token}")
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible()
    choose(page, "Run", "Run All Cells")
    first, second = (page.locator(".dlcourse").nth(n) for n in range(2))
    first.get_by_role("button", name="A small school").first.click()
    first.get_by_role("button", name="Make the best plan").click()
    expect(first.locator(".dl-drawing svg")).to_be_visible()
    second.get_by_role("button", name="A small school").first.click()
    second.get_by_role("button", name="Make the best plan").click()
    expect(second.locator(".dl-drawing svg")).to_be_visible()
    with page.expect_download() as download:
        second.get_by_role("button", name="Download as a table").click()
    assert download.value.suggested_filename == "plan.csv"


def minutes_taken(home: Path) -> int:
    """Return how many minutes of the newest play are stored."""
    store = open_store(home)
    try:
        person = Person(local_course(store, store.person, home))
        table = person.table(person.attempts()[0].play)
        return table.minutes - table.minutes_left
    finally:
        store.close()


def test_every_output_in_our_jupyterlab(lab: Callable[[], Lab], page: Page, tmp_path: Path) -> None:
    """A notebook with every kind of output, put beside the working copies, is shown and works."""
    server = lab()
    write(tmp_path / "home/notebooks" / OUTPUTS)
    run_every_output(page, server)


def run_every_output(page: Page, lab: Lab) -> None:
    """Open the notebook in a JupyterLab, run all cells, and use what they show."""
    page.goto(f"{lab.address}lab/tree/{OUTPUTS}?token={lab.token}")
    expect(page.get_by_text(re.compile(r"Python 3 \(ipykernel\) \| Idle"))).to_be_visible()
    choose(page, "Run", "Run All Cells")
    see_and_use_every_output(page)
    update_display(page)
