"""The course in hostile hands: whatever is sent to it, drawn from a seed, it answers in words and stays well.

`tests/bench/bench_hostile.py` sends many more.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.asking import ask
from tests.server.attacks import ATTACKS, MEMORY, is_prompt, memory
from tests.serving import Served, start, until

SEED = 14
DOCUMENTS = ("portfolio.docx", "portfolio.md", "improvement-plan.docx", "check-ins.ics", "work/file")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def course(bundles: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the real course. It has answered requests of each kind before, so that all its modules are loaded."""
    served = start(tmp_path_factory.mktemp("home"))
    try:
        warm_up(served)
    except BaseException:
        served.kill()
        raise
    yield served
    said = served.stop()
    assert "Traceback" not in said, said


def warm_up(served: Served) -> None:
    """Have every document written, and every kind of input arrive once."""
    for path in DOCUMENTS:
        ask(served.address, path)
    for attack, count in ATTACKS.values():
        attack(served, random.Random(SEED + 1), count)


@pytest.mark.parametrize("name", ATTACKS)
def test_whatever_is_sent_the_server_stays_well(course: Served, name: str) -> None:
    """No input is answered with a fault; afterwards pages are answered in time, and the server has hardly grown."""
    attack, count = ATTACKS[name]
    ask(course.address, "")
    before = memory(course)
    attack(course, random.Random(SEED), count)
    assert until(lambda: is_prompt(course))
    assert until(lambda: memory(course) < before + MEMORY)
