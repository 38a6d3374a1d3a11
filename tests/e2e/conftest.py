"""Fixtures of whole journeys: the real course behind a real server, with a home of this test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import Served, start


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
