"""``dlcourse present``: which page it opens, on a course that is open already and on one that is not."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dlcourse.cli import main
from dlcourse.cli import present as command
from dlcourse.course import running_server
from dlcourse.course.running_server import RunningServer
from dlcourse.server.access.keys import key_of

HERE = RunningServer("http://127.0.0.1:9/course/", 1, "token")


def run(*words: str) -> Result:
    """Run ``dlcourse present`` with these arguments."""
    return CliRunner().invoke(main, ["present", *words], prog_name="dlcourse")


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("03", "present/03-the-reading-gap"),
        ("3", "present/03-the-reading-gap"),
        ("03-the-reading-gap", "present/03-the-reading-gap"),
        ("", "facilitator"),
    ],
)
def test_it_serves_the_course_at_the_right_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: str, page: str
) -> None:
    """The number of a session is enough; without a session it is the facilitator's home."""
    opened: list[tuple[str, Any]] = []
    monkeypatch.setattr(command, "serve_home", lambda where, _, start: opened.append((start, where["host"])))
    assert run(*([asked] if asked else []), "--home", str(tmp_path), "--host", "0.0.0.0").exit_code == 0
    assert opened == [(page, "0.0.0.0")]


def test_a_course_that_is_open_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is served a second time; the address with the key is printed."""
    monkeypatch.setattr(running_server, "find", lambda _: HERE)
    result = run("10", "--home", str(tmp_path), "--no-browser")
    assert f"{HERE.address}present/10-your-plan#key={key_of(tmp_path)}" in result.output


def test_an_unknown_session_is_told_in_one_line(tmp_path: Path) -> None:
    """A session that does not exist is an error with the one that may be meant."""
    result = run("03-the-reading-gab", "--home", str(tmp_path))
    assert result.exit_code == 2
    assert "Did you mean '03-the-reading-gap'?" in result.stderr
