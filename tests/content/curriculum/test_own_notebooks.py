"""Which notebooks in a home are a person's own: edited copies, new sessions, and nothing else."""

import json
from pathlib import Path

import pytest

from dlcourse.content.curriculum.own_notebooks import own_session, own_sessions, own_version
from dlcourse.server.notebook_copies import bring_up_to_date, for_facilitators


def write(path: Path, *texts: str, kind: str = "markdown", outputs: bool = False) -> Path:
    """A notebook with a cell for each text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = [{"cell_type": kind, "source": text, "metadata": {"ran": outputs}} for text in texts]
    path.write_text(json.dumps({"cells": cells}), "utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What the course ships: a session, and notes for facilitators."""
    write(tmp_path / "shipped" / "03-gap.ipynb", "one")
    write(tmp_path / "shipped" / "facilitator" / "03-gap.ipynb", "notes")
    return tmp_path / "shipped"


@pytest.fixture
def copies(tmp_path: Path, shipped: Path) -> Path:
    """Fresh copies."""
    folder = tmp_path / "home" / "notebooks"
    bring_up_to_date(shipped, folder, for_facilitators(shipped))
    return folder


@pytest.mark.parametrize("session", ["03-gap", "facilitator/03-gap"])
def test_an_edited_copy_is_one_s_own_version(session: str, shipped: Path, copies: Path) -> None:
    """A copy is one's own version once the text of a cell differs; running it does not make it so."""
    copy = copies / f"{session}.ipynb"
    assert own_version(copies, shipped, session) is None
    write(copy, *(["one"] if session == "03-gap" else ["notes"]), outputs=True)
    assert own_version(copies, shipped, session) is None
    write(copy, "one", "and mine")
    assert own_version(copies, shipped, session) == copy


def test_an_old_copy_is_not_one_s_own_version(shipped: Path, copies: Path) -> None:
    """A copy that nobody edited is not one's own version when the course has a newer one."""
    write(shipped / "03-gap.ipynb", "a newer text, longer than before")
    assert own_version(copies, shipped, "03-gap") is None


def test_a_damaged_copy_is_one_s_own_version(shipped: Path, copies: Path) -> None:
    """A copy that is no notebook any more counts, so that its owner is told about it."""
    (copies / "03-gap.ipynb").write_text("{")
    assert own_version(copies, shipped, "03-gap") == copies / "03-gap.ipynb"


@pytest.mark.parametrize("session", ["nowhere", "../secret", "", "03-gap.ipynb", "facilitator/../../secret"])
def test_nothing_else_is_a_version(session: str, shipped: Path, copies: Path) -> None:
    """Only a notebook of the course has a version of one's own."""
    write(copies.parent / "secret.ipynb", "secret")
    assert own_version(copies, shipped, session) is None


def test_new_notebooks_are_sessions_of_one_s_own(shipped: Path, copies: Path) -> None:
    """A notebook that the course does not have is a session of one's own, with a title and an address of its own."""
    write(copies / "My first session!.ipynb", "Some words", "text\n# What we tried\nmore")
    write(copies / "my-first-session.ipynb", "no heading")
    write(copies / "03-gap (new version).ipynb", "the course's")
    write(copies / "03-gap (new version 2).ipynb", "the course's")
    write(copies / ".hidden.ipynb", "hidden")
    write(copies / ".ipynb_checkpoints" / "old.ipynb", "old")
    (copies / "~~~.ipynb").write_text("no notebook")
    (copies / "03 gap.ipynb").write_text("{}")
    (copies / "readme.md").write_text("words")
    found = own_sessions(copies, shipped)
    assert {name: path.name for name, path in found.items()} == {
        "03-gap-2": "03 gap.ipynb",
        "my-first-session": "My first session!.ipynb",
        "my-first-session-2": "my-first-session.ipynb",
        "own": "~~~.ipynb",
    }
    assert [own_session(name, path).title for name, path in found.items()] == [
        "03 gap",
        "What we tried",
        "my-first-session",
        "~~~",
    ]


def test_without_a_folder_there_is_nothing(shipped: Path, tmp_path: Path) -> None:
    """A home without notebooks has no sessions of one's own."""
    assert own_sessions(tmp_path / "nowhere", shipped) == {}
    assert own_version(tmp_path / "nowhere", shipped, "03-gap") is None
