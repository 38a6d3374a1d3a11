"""The temporary folder of a run: private, gone in the end, and swept where a server was killed."""

import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dlcourse.server.resources.temporary_folder import LOCK, PREFIX, sweep, temporary_folder
from tests.serving import Served


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary folders of this test alone."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    return tmp_path / "tmp"


def test_the_folder_is_private_and_gone_in_the_end(place: Path) -> None:
    """Only this account can look into it, for as long as the run lasts."""
    with temporary_folder() as folder:
        assert Path(folder).parent == place
        assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
    assert list(place.iterdir()) == []


def test_what_a_killed_server_left_is_swept(place: Path, serve: Callable[..., Served]) -> None:
    """The next start removes it, and leaves the folder of a server that runs alone."""
    killed = serve()
    killed.kill()
    (left,) = place.glob(f"{PREFIX}*")
    running = serve()
    assert not left.exists()
    (own,) = place.glob(f"{PREFIX}*")
    sweep(place)
    assert own.exists()
    running.stop()
    assert list(place.glob(f"{PREFIX}*")) == []


def test_nothing_else_is_swept(place: Path, tmp_path: Path) -> None:
    """A link, a file, a folder without a lock and anything of another name stay."""
    (place / f"{PREFIX}link").symlink_to(tmp_path)
    (place / f"{PREFIX}file").touch()
    (place / f"{PREFIX}being-made").mkdir()
    (place / "other").mkdir()
    (place / "other" / LOCK).touch()
    (tmp_path / LOCK).touch()
    sweep(place)
    assert len(list(place.iterdir())) == 4
    assert (tmp_path / LOCK).exists()
