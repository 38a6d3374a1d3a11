"""Fixtures of the studio's page."""

from pathlib import Path

import pytest

from dlcourse.store import Store
from tests.pages.roleplay.studio.author import Studio


@pytest.fixture
def studio(store: Store, tmp_path: Path) -> Studio:
    """A studio in a new home."""
    return Studio(store, tmp_path)
