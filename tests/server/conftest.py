"""Fixtures of the served course: a toy course behind a real server process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import TOY, Served, start

collect_ignore_glob = ["toy/*"]


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the toy course, once for all tests that leave it running."""
    served = start(tmp_path_factory.mktemp("home"), TOY)
    yield served
    served.stop()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Return what serves the toy course for one test; takes port, prefix and seconds that a kernel waits."""
    started: list[Served] = []

    def begin(*arguments: str) -> Served:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        started.append(start(home, TOY, arguments))
        return started[-1]

    yield begin
    for served in started:
        if served.process.poll() is None:
            served.stop()
