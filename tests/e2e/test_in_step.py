"""A notebook kernel of one's own and an open served page on the same home: what is done in one shows in the other."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_exercises import go
from tests.e2e.test_matching import BOARD, FAMILIES, SESSION, place
from tests.serving import TOP, Served, until

KERNEL = """
import json, sys
import dlcourse
widgets = {}
for line in sys.stdin:
    told = json.loads(line)
    widget = widgets.setdefault(told["team"], None) or dlcourse.match(told["team"])
    widgets[told["team"]] = widget
    if "say" in told:
        widget._take(told)
    print(json.dumps(widget.value), flush=True)
"""
"""A program that does what a cell of JupyterLab does: it shows a board, moves on it, and reads its value."""


class Kernel:
    """A Python of its own with the course on this home."""

    def __init__(self, served: Served) -> None:
        """Start it. Nothing tells it of the server but the home."""
        surroundings = os.environ | {"PYTHONPATH": str(TOP), "DLCOURSE_HOME": str(served.home)}
        line = [sys.executable, "-c", KERNEL]
        self.process = subprocess.Popen(
            line, env=surroundings, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=TOP
        )

    def board(self, **said: str) -> dict[str, Any]:
        """Say something to the board, or nothing; returns the value of the board, as it is at this moment."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"team": "small-school", **said}) + "\n")
        self.process.stdin.flush()
        value: dict[str, Any] = json.loads(self.process.stdout.readline())
        return value


@pytest.fixture
def kernel(served: Served) -> Iterator[Kernel]:
    """Such a kernel, ended afterwards."""
    started = Kernel(served)
    yield started
    started.process.kill()
    started.process.communicate()


def test_what_is_done_in_one_shows_in_the_other(served: Served, visit: Callable[..., Page], kernel: Kernel) -> None:
    """A move in a notebook shows on the open session page without a reload, and a move there in the notebook."""
    page = visit(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    go(page, served, f"{SESSION}#Ten-people-and-five-pieces-of-work", BOARD)
    move = {"person": "Yuki Tanaka", "task": FAMILIES, "part": "accountable"}
    kernel.board(say="PutPerson", id="a-command", **move)
    expect(place(page, FAMILIES, "Answers for it")).to_contain_text("Yuki Tanaka")
    assert until(lambda: kernel.board()["parts"]) == [
        {"task": FAMILIES, "person": "Yuki Tanaka", "part": "accountable"}
    ]
    page.get_by_role("button", name="Take the last move back").click()
    until(lambda: kernel.board()["parts"] == [])
