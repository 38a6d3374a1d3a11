"""A fresh store for each test that asks for one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a new store in its own folder, and close it at the end."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as opened:
        yield opened
