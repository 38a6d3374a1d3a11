"""Working copies of the notebooks: made, brought up to date, and never overwritten once edited."""

import json
from pathlib import Path

import pytest

from dlcourse.server.notebook_copies import Copied, bring_up_to_date, for_facilitators, for_learners


def write(path: Path, *texts: str, outputs: bool = False) -> None:
    """A notebook with one code cell for each text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = [
        {"cell_type": "code", "source": text, "outputs": ["something"] if outputs else [], "metadata": {}}
        for text in texts
    ]
    path.write_text(json.dumps({"cells": cells}), "utf-8")


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What the course ships: a session and a facilitator's notebook."""
    write(tmp_path / "shipped" / "03.ipynb", "one")
    write(tmp_path / "shipped" / "facilitator" / "03.ipynb", "for facilitators")
    return tmp_path / "shipped"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Where the copies go."""
    return tmp_path / "home" / "notebooks"


def bring_all(shipped: Path, copies: Path) -> tuple[Copied, ...]:
    """Make and update the copies of all notebooks."""
    return bring_up_to_date(shipped, copies, for_facilitators(shipped))


def deeds(shipped: Path, copies: Path) -> dict[str, str]:
    """What was done, by the copy's name."""
    return {str(done.path.relative_to(copies)): done.deed for done in bring_all(shipped, copies)}


def test_copies_are_made_once(shipped: Path, copies: Path) -> None:
    """The first time all notebooks are copied, the second time all are kept."""
    assert deeds(shipped, copies) == {"03.ipynb": "made", "facilitator/03.ipynb": "made"}
    assert set(deeds(shipped, copies).values()) == {"kept"}


def test_a_copy_that_was_only_run_is_brought_up_to_date(shipped: Path, copies: Path) -> None:
    """Outputs do not make a copy an edited one; the course's new text replaces the old."""
    bring_all(shipped, copies)
    write(copies / "03.ipynb", "one", outputs=True)
    write(shipped / "03.ipynb", "two")
    assert deeds(shipped, copies)["03.ipynb"] == "updated"
    assert "two" in (copies / "03.ipynb").read_text("utf-8")


def test_an_edited_copy_is_never_overwritten(shipped: Path, copies: Path) -> None:
    """The course's new version is laid beside it, and it is told so."""
    bring_all(shipped, copies)
    write(copies / "03.ipynb", "mine")
    write(shipped / "03.ipynb", "two")
    done = bring_all(shipped, copies)[0]
    assert "mine" in (copies / "03.ipynb").read_text("utf-8")
    assert "two" in (copies / "03 (new version).ipynb").read_text("utf-8")
    assert str(done) == "03 (new version).ipynb: the course's new version, beside your edited copy"


def test_an_edited_copy_stays_while_the_course_does_not_change(shipped: Path, copies: Path) -> None:
    """Without a new version nothing is laid beside an edited copy, however often the lab is opened."""
    bring_all(shipped, copies)
    write(copies / "03.ipynb", "mine")
    assert deeds(shipped, copies)["03.ipynb"] == "kept"
    assert deeds(shipped, copies)["03.ipynb"] == "kept"


@pytest.mark.parametrize("ledger", ["", "[]", "no json"])
def test_without_a_readable_ledger_nothing_is_overwritten(shipped: Path, copies: Path, ledger: str) -> None:
    """Where it is not known what was shipped, a copy that differs counts as edited."""
    bring_all(shipped, copies)
    (copies / ".shipped.json").write_text(ledger, "utf-8")
    write(copies / "03.ipynb", "perhaps mine")
    assert deeds(shipped, copies) == {"03 (new version).ipynb": "beside", "facilitator/03.ipynb": "kept"}


def test_a_copy_that_is_no_notebook_any_more_is_kept(shipped: Path, copies: Path) -> None:
    """A damaged copy counts as edited."""
    bring_all(shipped, copies)
    (copies / "03.ipynb").write_text("{", "utf-8")
    write(shipped / "03.ipynb", "two")
    assert deeds(shipped, copies)["03 (new version).ipynb"] == "beside"
    assert (copies / "03.ipynb").read_text("utf-8") == "{"


def test_a_new_version_that_was_edited_is_not_overwritten_either(shipped: Path, copies: Path) -> None:
    """The next version gets a name of its own beside both."""
    bring_all(shipped, copies)
    write(copies / "03.ipynb", "mine")
    write(shipped / "03.ipynb", "two")
    bring_all(shipped, copies)
    write(copies / "03 (new version).ipynb", "mine too")
    write(shipped / "03.ipynb", "three")
    assert deeds(shipped, copies)["03 (new version 2).ipynb"] == "beside"
    assert "mine too" in (copies / "03 (new version).ipynb").read_text("utf-8")


def test_notes_for_facilitators_are_copied_only_for_them(shipped: Path, copies: Path) -> None:
    """Learners get their sessions only; notes that somebody has are kept when they no longer facilitate."""
    assert [done.path.name for done in bring_up_to_date(shipped, copies, for_learners(shipped))] == ["03.ipynb"]
    assert not (copies / "facilitator").exists()
    bring_all(shipped, copies)
    write(copies / "facilitator" / "03.ipynb", "my own notes")
    bring_up_to_date(shipped, copies, for_learners(shipped))
    write(shipped / "facilitator" / "03.ipynb", "new notes")
    assert deeds(shipped, copies)["facilitator/03 (new version).ipynb"] == "beside"
    assert "my own notes" in (copies / "facilitator" / "03.ipynb").read_text("utf-8")
