"""Looking for garbage in a server: what stays until the end is left out."""

import asyncio
import gc
import math
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from dlcourse.server.resources import garbage
from dlcourse.server.resources.garbage import Looks, only_new_garbage
from tests.serving import TOP


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


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything that depends on the time or on numbers of objects happens at once, and nobody else looks.

    Nothing stays left out afterwards.
    """
    for name, value in {"PAUSE": 0.01, "SOONEST": 0.0, "SHARE": math.inf, "FEW": 0}.items():
        monkeypatch.setattr(garbage, name, value)
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(("soonest", "many"), [(0.05, garbage.MANY), (60.0, 0)])
def test_garbage_is_found_now_and_then(monkeypatch: pytest.MonkeyPatch, soonest: float, many: int) -> None:
    """Nobody looks after each few thousand objects, but after a while, or when there are very many new ones."""
    for name, value in {"SOONEST": soonest, "SHARE": 0.5, "MANY": many}.items():
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

    asyncio.run(asyncio.wait_for(serve(), 60))


def forgotten(looks: Looks, many: int) -> list[weakref.ref[Knot]]:
    """As many knots as this, which were there at a look and which nobody needs any more."""
    ties = [Knot() for _ in range(many)]
    looks.at_new()
    return [weakref.ref(tie) for tie in ties]


@pytest.mark.parametrize(
    ("share", "quiet", "all_of_them"), [(0.2, True, True), (0.2, False, False), (0.8, False, True)]
)
def test_what_was_there_at_a_look_is_looked_at_again(*, share: float, quiet: bool, all_of_them: bool) -> None:
    """That happens once there is more than after the last look at everything: a little in a quiet second, else much."""
    looks = Looks()
    old = forgotten(looks, int(share * gc.get_freeze_count()))
    new = weakref.ref(Knot())
    looks.look(quiet=quiet)
    assert new() is None
    assert {tie() is None for tie in old} == {all_of_them}


def test_no_grammar_of_web_addresses_is_loaded() -> None:
    """However a part of the server is loaded, the slow grammar that nothing needs is not."""
    program = "import sys, dlcourse.server.pages.notebooks; print([name for name in sys.modules if 'lark' in name])"
    line = [sys.executable, "-c", program]
    done = subprocess.run(line, cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
