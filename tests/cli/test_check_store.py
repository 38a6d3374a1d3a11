"""``dlcourse check-store``: what it says of a store, whole or damaged, and what it leaves alone."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.cli.test_work import introduce


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose person has said who they are."""
    introduce(tmp_path)
    return tmp_path


def damage(home: Path) -> None:
    """Change a text as no program of the course would."""
    with closing(sqlite3.connect(home / "course.db")) as connection, connection:
        connection.execute("UPDATE texts SET words = 'x' WHERE words = 'Amina'")


def test_a_whole_store_is_said_to_be_well(home: Path) -> None:
    """All is well: one line with the number of rows, and exit status 0."""
    done = run("check-store", "--home", str(home))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("all is well (1 events, 3 texts, 0 drafts).\n")


def test_what_is_damaged_is_named_with_a_remedy(home: Path) -> None:
    """A damaged row is named without its words, the remedies follow, and the exit status is 1."""
    damage(home)
    before = (home / "course.db").read_bytes()
    done = run("check-store", "--home", str(home))
    assert done.exit_code == 1
    (said,) = [line for line in done.stdout.splitlines() if line.startswith("- ")]
    assert said.startswith("- damaged: text ")
    assert said.endswith("/name")
    assert "dlcourse restore FILE" in done.stdout
    assert "Amina" not in done.stdout
    assert (home / "course.db").read_bytes() == before


def test_json_says_the_same(home: Path) -> None:
    """With --json, the report is one JSON object with the same facts and exit status."""
    damage(home)
    done = run("check-store", "--home", str(home), "--json")
    report = json.loads(done.stdout)
    assert done.exit_code == 1
    assert report["rows"] == {"events": 1, "texts": 3, "drafts": 0}
    assert [row["table"] for row in report["damaged"]] == ["texts"]
    assert (report["missing"], report["file"]) == ([], [])


def test_where_there_is_no_store_none_is_made(tmp_path: Path) -> None:
    """A folder without a store is refused in words, and stays as it is."""
    done = run("check-store", "--home", str(tmp_path))
    assert done.exit_code == 2
    assert done.stderr
    assert list(tmp_path.iterdir()) == []
