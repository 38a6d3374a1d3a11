"""``dlcourse backup``: everybody's work as one file, and back in another folder."""

from pathlib import Path

import pytest

from dlcourse.course import running_server
from dlcourse.course.home import ELSEWHERE
from dlcourse.domain.mywork.work_file import read
from tests.cli.test_commands import run
from tests.cli.test_work import introduce


def test_a_backup_is_restored_in_another_folder(tmp_path: Path) -> None:
    """Both commands say how much it was and the same checksum, and the work can be exported from the new folder."""
    for name in ("home", "new"):
        (tmp_path / name).mkdir()
    introduce(tmp_path / "home")
    file = tmp_path / "monday.db"
    written = run("backup", str(file), "--home", str(tmp_path / "home"))
    assert (written.exit_code, written.stderr) == (0, "")
    assert "1 events" in written.stdout
    restored = run("backup", "--restore", str(file), "--home", str(tmp_path / "new"))
    assert (restored.exit_code, restored.stderr) == (0, "")
    assert restored.stdout.partition(": ")[2] == written.stdout.partition(": ")[2]
    works = []
    for name in ("home", "new"):
        assert run("export", str(tmp_path / f"{name}.json"), "--home", str(tmp_path / name)).exit_code == 0
        works.append(read((tmp_path / f"{name}.json").read_bytes()))
    assert works[0] == works[1]
    again = run("backup", "--restore", str(file), "--home", str(tmp_path / "new"))
    assert again.exit_code == 2
    assert "already work in it" in again.stderr


def test_a_course_kept_elsewhere_is_not_mistaken(tmp_path: Path) -> None:
    """If the work is in another database, a backup of the folder is refused, because it would be empty."""
    introduce(tmp_path)
    (tmp_path / ELSEWHERE).touch()
    done = run("backup", str(tmp_path / "b.db"), "--home", str(tmp_path))
    assert done.exit_code == 2
    assert "kept in another database" in done.stderr
    assert not (tmp_path / "b.db").exists()


def test_nothing_is_restored_under_an_open_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the course of the folder is open, nothing is restored there."""
    open_course = running_server.RunningServer("http://127.0.0.1:1/", 1, "token")
    monkeypatch.setattr(running_server, "find", lambda _: open_course)
    done = run("backup", "--restore", str(tmp_path / "b.db"), "--home", str(tmp_path))
    assert done.exit_code == 2
    assert "the course is open, at http://127.0.0.1:1/" in done.stderr
