"""A fresh store for each test that asks for one, in a file and on a PostgreSQL server."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.store import Store
from tests.store.samples import address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store: a file in the folder of the test, and then a schema on a server."""
    return address(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Open a new store, and close it at the end."""
    with closing(Store.open(url)) as opened:
        yield opened


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """Open a new store in its own folder, and close it at the end."""
    with closing(Store.open(address(tmp_path))) as opened:
        yield opened
