"""Looking for garbage in a server: what stays until the end is left out."""

import asyncio
import gc
import math
import subprocess
import sys

import pytest

from dlcourse.server.resources import garbage
from dlcourse.server.resources.garbage import is_time, only_new_garbage
from tests.serving import PATIENCE, TOP


class Knot:
    """Something that refers to itself, so that only the search for garbage finds it."""

    def __init__(self) -> None:
        """Tie the knot."""
        self.me = self


def knots() -> int:
    """How many knots are in memory."""
    return sum(isinstance(each, Knot) for each in gc.get_objects())


def test_only_what_is_new_is_looked_through() -> None:
    """During the block, older objects are left out and new garbage is found. Afterwards, all is as it was."""
    before, old = gc.get_threshold(), Knot()

    async def serve() -> None:
        async with only_new_garbage():
            assert gc.get_freeze_count() > 10_000
            assert knots() == 0  # the old one is not among those that are looked through
            Knot()
            assert gc.collect() > 0
            assert knots() == 0

    asyncio.run(serve())
    assert old.me is old
    assert (gc.get_threshold(), gc.get_freeze_count(), knots()) == (before, 0, 1)


@pytest.mark.parametrize(
    ("new", "since", "quiet", "expected"),
    [
        (5_000, 200.0, True, True),
        (5_000, 200.0, False, False),  # there is something else to do
        (500, 200.0, True, False),  # it would find next to nothing
        (5_000, 100.0, True, False),  # looks would take too much of the time
        (600_000, 10.0, False, True),  # too much memory may be lost
        (600_000, 1.0, True, False),  # but there must be time for something else
    ],
)
def test_when_it_is_time(*, new: int, since: float, quiet: bool, expected: bool) -> None:
    """One looks in a quiet second, not too often, or when there are very many new objects."""
    assert is_time(new=new, since=since, took=0.3, quiet=quiet) is expected


@pytest.mark.parametrize("busy", [False, True])
def test_garbage_is_found_now_and_then(monkeypatch: pytest.MonkeyPatch, *, busy: bool) -> None:
    """Nobody looks after each few thousand objects, but in a quiet moment, or when there are very many new ones."""
    some = {"MANY": 0, "GREATEST_SHARE": math.inf, "QUIET": -1.0} if busy else {"QUIET": math.inf, "SOONEST": 0.05}
    for name, value in {"PAUSE": 0.01, "SHARE": math.inf, **some}.items():
        monkeypatch.setattr(garbage, name, value)

    def looks() -> list[int]:
        return [each["collections"] for each in gc.get_stats()]

    async def serve() -> None:
        async with only_new_garbage():
            before = looks()
            for _ in range(100_000):
                Knot()
            assert (knots(), looks()) == (100_000, before)
            while knots():
                await asyncio.sleep(0.01)
            assert looks()[:2] == before[:2]

    asyncio.run(asyncio.wait_for(serve(), PATIENCE))


def test_no_grammar_of_web_addresses_is_loaded() -> None:
    """However a part of the server is loaded, the slow grammar that nothing needs is not."""
    program = "import sys, dlcourse.server.pages.notebooks; print([name for name in sys.modules if 'lark' in name])"
    line = [sys.executable, "-c", program]
    done = subprocess.run(line, cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
