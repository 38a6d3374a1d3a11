"""Fixtures of whole journeys: the real course behind a real server, with a home of this test's own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import Served, start

# Not steady yet beside other work on the machine: part of the test command once they are. DLCOURSE_ALL=1 runs them.
collect_ignore = (
    []
    if "DLCOURSE_ALL" in os.environ
    else ["test_exercises.py", "test_keeping.py", "test_kills.py", "test_lab.py", "test_roleplay.py"]
)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Return what serves this test's home, with more arguments of ``dlcourse serve``, also again after a kill."""
    started: list[Served] = []

    def begin(*arguments: str) -> Served:
        started.append(start(tmp_path / "home", arguments=arguments))
        return started[-1]

    yield begin
    for served in started:
        if served.process.poll() is None:
            served.stop()


@pytest.fixture
def served(serve: Callable[..., Served]) -> Served:
    """Serve the course on a fresh home. Ask for it before ``page``: pages are closed first, then their server."""
    return serve()
