"""Programs that are killed, and programs that share a store."""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.store import Store
from tests.store.samples import commands

TOP = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow  # many processes are started and killed


def child(*arguments: object) -> subprocess.Popen[str]:
    """Start the program that writes and reports it."""
    command = [sys.executable, "-m", "tests.store.child", *map(str, arguments)]
    return subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True)


def killed_after(process: subprocess.Popen[str], acknowledged: int, moments: int) -> list[str]:
    """Kill a program shortly after it reported this many commands; returns everything that it reported."""
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(acknowledged)]
    for _ in range(moments):  # a moment is as long as it takes to count it: no clock decides
        pass
    process.kill()
    rest, _ = process.communicate()
    return "".join([*said, rest]).split()


def test_a_killed_program_loses_nothing_that_was_acknowledged(url: str) -> None:
    """After each kill, the acknowledged commands and their texts are stored, and at most those in progress besides."""
    chance, known = random.Random(3), set[str]()
    for life in range(10 if url.startswith("sqlite") else 4):
        threads = 1 if life % 2 else 8
        process = child(url, f"p{life}", threads, 1_000_000)
        known.update(killed_after(process, chance.randrange(1, 30), chance.randrange(100_000)))
        stored = stored_in(url)
        assert known <= stored
        assert len(stored - known) <= threads
        known = stored


def stored_in(url: str) -> set[str]:
    """The commands of the shared stream, after checking that versions have no gap and texts are complete."""
    with closing(Store.open(url)) as store:
        kept = store.read(lambda reading: reading.events("shared"))
        texts = store.read(lambda reading: reading.texts(one.command for one in kept))
    assert [one.version for one in kept] == list(range(1, len(kept) + 1))
    assert texts == {one.command: f"words of {one.command}" for one in kept}
    assert len(texts) == len(kept)
    return set(texts)


def test_two_programs_share_a_store(url: str) -> None:
    """Two programs with several threads append to one stream: none fails, and nothing is lost or recorded twice."""
    programs = [child(url, actor, 3, 30) for actor in ("ann", "ben")]
    said = [program.communicate()[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    with closing(Store.open(url)) as store:
        stored = store.read(commands("shared"))
    assert sorted(stored) == sorted(said[0] + said[1])
    assert len(stored) == 180


def test_two_stores_opened_at_the_same_time_are_one(url: str) -> None:
    """Two programs that open a new store at the same time find the same person in it."""
    programs = [child(url, name, 1, 1) for name in range(3)]
    assert [program.wait() for program in programs] == [0] * 3
    for program in programs:
        program.communicate()
    with closing(Store.open(url)) as store:
        assert len(store.read(commands("shared"))) == 3
