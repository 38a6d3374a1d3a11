"""``dlcourse export``, ``restore`` and ``erase`` at the command line, while the course runs and while it does not."""

import json
from pathlib import Path

import pytest

from dlcourse.course.open_home import local_course, open_store
from dlcourse.domain.selfcheck.readiness import Introduce
from tests.cli.test_commands import run
from tests.person import Person
from tests.serving import start


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose person has said who they are."""
    made = tmp_path / "home"
    made.mkdir()
    introduce(made)
    return made


def introduce(home: Path, name: str = "Amina") -> None:
    """Introduce the home's person."""
    store = open_store(home)
    Person(local_course(store, store.person, home)).do(Introduce, name=name)
    store.close()


def named(home: Path) -> str:
    """The name of the home's person."""
    store = open_store(home)
    person = Person(local_course(store, store.person, home)).home().person
    store.close()
    return person


def test_work_goes_from_home_to_home(home: Path, tmp_path: Path) -> None:
    """Exported work is restored elsewhere, both commands say what they did, and only the owner can read the file."""
    file, other = tmp_path / "work.json", tmp_path / "other"
    done = run("export", str(file), "--home", str(home))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "1 saved step" in done.stdout
    assert file.stat().st_mode & 0o077 == 0
    done = run("restore", str(file), "--home", str(other))
    assert (done.exit_code, done.stdout) == (0, "Brought back: 1 step.\nNot here before: 1 piece of work.\n")
    assert named(other) == "Amina"
    assert run("restore", str(file), "--home", str(other)).stdout.startswith("There was nothing new")


def test_an_earlier_file_is_replaced_and_any_other_left_alone(home: Path, tmp_path: Path) -> None:
    """An earlier file of work is replaced, and any other file is left alone."""
    file, letter = tmp_path / "work.json", tmp_path / "letter.txt"
    letter.write_text("Dear all", "utf-8")
    assert run("export", str(file), "--home", str(home)).exit_code == 0
    assert run("export", str(file), "--home", str(home)).exit_code == 0
    done = run("export", str(letter), "--home", str(home))
    assert done.exit_code == 2
    assert "another file of this name" in done.stderr
    assert letter.read_text("utf-8") == "Dear all"
    assert {path.name for path in tmp_path.iterdir()} == {"home", "work.json", "letter.txt"}
    assert run("export", str(tmp_path / "no" / "where.json"), "--home", str(home)).exit_code == 2


def test_a_damaged_file_is_told_with_its_name(home: Path, tmp_path: Path) -> None:
    """A damaged or foreign file gives status 1, one line and no change; a missing file gives status 2."""
    file = tmp_path / "work.json"
    run("export", str(file), "--home", str(home))
    file.write_bytes(file.read_bytes().replace(b"Amina", b"Omina"))
    for content, why in ((file.read_bytes(), "damaged"), (b"{}", "no file of work")):
        file.write_bytes(content)
        done = run("restore", str(file), "--home", str(home))
        assert done.exit_code == 1
        assert done.stderr.startswith(f"{file}: ")
        assert why in done.stderr
    assert run("restore", str(tmp_path / "none"), "--home", str(home)).exit_code == 2
    assert named(home) == "Amina"


def test_erasing_asks_and_tells(home: Path) -> None:
    """Without --yes and a terminal, nothing is erased; with --yes everything is, and the command says what remains."""
    done = run("erase", "--home", str(home))
    assert done.exit_code == 2
    assert "there is nobody to confirm it" in done.stderr
    assert named(home) == "Amina"
    done = run("erase", "--yes", "--home", str(home))
    assert done.exit_code == 0
    assert "What remains, and why:" in done.stdout
    assert "Gone: 1 saved step of yours, with 1 text in your own words." in done.stdout
    assert named(home) == ""


def test_a_database_elsewhere(tmp_path: Path, home: Path) -> None:
    """With --database the work is there, not in the home."""
    place = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    file = tmp_path / "work.json"
    run("export", str(file), "--home", str(home))
    assert "1 step" in run("restore", str(file), "--home", str(tmp_path / "new"), "--database", place).stdout
    assert "Amina" in file.read_text("utf-8")
    run("export", str(file), "--home", str(tmp_path / "new"), "--database", place)
    assert "Amina" in file.read_text("utf-8")
    run("export", str(file), "--home", str(tmp_path / "new"))
    assert json.loads(file.read_text("utf-8"))["events"] == []


@pytest.mark.slow
def test_the_commands_speak_to_a_running_course(tmp_path: Path) -> None:
    """A running course sees at once what the commands did, and after an erasure it has a new person.

    A database that is named is used instead of the one of the running course.
    """
    served = start(tmp_path / "home")
    try:
        person, file = Person(served.course()), tmp_path / "work.json"
        person.do(Introduce, name="Amina")
        assert run("export", str(file), "--home", str(served.home)).exit_code == 0
        assert run("erase", "--yes", "--home", str(served.home)).exit_code == 0
        assert person.home().empty
        assert b"Amina" not in (served.home / "course.db").read_bytes()
        assert run("restore", str(file), "--home", str(served.home)).exit_code == 0
        assert person.home().person == "Amina"
        elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
        run("erase", "--yes", "--home", str(served.home), "--database", elsewhere)
        assert person.home().person == "Amina"
    finally:
        served.stop()
