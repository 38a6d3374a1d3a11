"""``dlcourse cohort``: cohorts are created, listed, closed, archived and erased, and their codes replaced."""

import json
import re
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result

from dlcourse.cli import main
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.store import Store
from tests.classroom import Classroom


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one cohort."""
    assert run(tmp_path, "create", "Autumn  deans").exit_code == 0
    return tmp_path


def run(home: Path, *arguments: str) -> Result:
    """Run the command on this home."""
    return CliRunner().invoke(main, ["cohort", *arguments, "--home", str(home)])


def status(home: Path) -> dict[str, str]:
    """The cohorts and their status."""
    return {card["name"]: card["status"] for card in json.loads(run(home, "list", "--json").stdout)}


def test_a_code_and_a_key_are_shown_once(tmp_path: Path) -> None:
    """Creating a cohort shows both; after that they can only be replaced, each by a different one."""
    made = json.loads(run(tmp_path, "create", "Deans", "--json").stdout)
    shown = run(tmp_path, "key", "deans")
    assert (shown.exit_code, "cannot be shown" in shown.stderr) == (2, True)
    for of in ("join", "facilitator"):
        new = json.loads(run(tmp_path, "key", "deans", "--new", "--of", of, "--json").stdout)["code"]
        assert new not in made.values()
        assert re.fullmatch(r"\w{4}(-\w{4})+", new)
    assert made["join_code"] not in (tmp_path / "course.db").read_bytes().decode(errors="replace")


def test_a_cohort_is_listed_closed_archived_and_erased(home: Path) -> None:
    """Each command changes the status that the list shows."""
    assert status(home) == {"Autumn deans": "open"}
    for command, after in (("close", "closed"), ("archive", "archived")):
        assert run(home, command, "autumn deans").exit_code == 0
        assert status(home) == {"Autumn deans": after}
    assert "0 people, archived" in run(home, "list").stdout
    assert "nobody to confirm" in run(home, "erase", "Autumn deans").stderr
    assert run(home, "erase", "Autumn deans", "--yes").exit_code == 0
    assert "no cohorts yet" in run(home, "list").stdout


def test_names_are_unique_and_known(home: Path) -> None:
    """A second cohort of one name, and a name that no cohort has, are refused with a remedy."""
    assert "already" in run(home, "create", "AUTUMN deans").stderr
    assert "Did you mean 'Autumn deans'?" in run(home, "close", "Autum deans").stderr
    assert run(home, "create", " ").exit_code == 2


def test_somebody_in_a_cohort_takes_their_work_along_by_their_phrase(tmp_path: Path) -> None:
    """With a phrase, the commands about one's work are about its person; a wrong phrase is refused."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as store:
        ann = Classroom(store).joined("Ann")
        ann.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words="my own words"),))
    file, home = tmp_path / "ann.json", str(tmp_path)
    said = CliRunner().invoke(main, ["export", str(file), "--home", home, "--resume", ann.entered.phrase])
    assert (said.exit_code, "my own words" in file.read_text()) == (0, True)
    wrong = "bodek lumor tasen varel zomut kadep"
    refused = CliRunner().invoke(main, ["export", str(file), "--home", home, "--resume", wrong])
    assert (refused.exit_code, "lets nobody in" in refused.stderr) == (2, True)
    for phrase, code in ((ann.entered.phrase, 0), (ann.entered.phrase, 2)):  # erased, so it lets nobody in any more
        erased = CliRunner().invoke(main, ["erase", "--yes", "--home", home, "--resume", phrase])
        assert erased.exit_code == code
