"""A fresh store for each test that asks for one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a new store in a folder of its own, and close it in the end."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as opened:
        yield opened
