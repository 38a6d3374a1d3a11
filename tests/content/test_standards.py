"""Published standards: each session serves some, and a number that is not in the list is refused."""

from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.standards import standards
from dlcourse.domain.standards import in_words, numbers
from dlcourse.errors import CourseError

KNOWN = standards(files.data())


def test_every_open_session_serves_a_standard_and_no_other_does() -> None:
    """The sessions of the file are the open sessions of the course."""
    opened = {session.id for session in Library(files.data()).curriculum().sessions if session.open}
    assert KNOWN.sessions.keys() == opened


def test_every_standard_of_the_file_is_served() -> None:
    """No standard is listed without a session that serves it."""
    served = {(name, number) for by in KNOWN.sessions.values() for name, numbers in by.items() for number in numbers}
    assert served == {(each.id, standard.number) for each in KNOWN.frameworks for standard in each.standards}


def test_what_a_session_serves_is_told_in_words() -> None:
    """A standard is told with its framework, year, number and title; an unknown session serves none."""
    assert "PSEL 2015, 10: School Improvement" in in_words(KNOWN, "10-your-plan")
    assert in_words(KNOWN, "12-nothing") == ()


def test_an_unknown_standard_is_refused(tmp_path: Path) -> None:
    """A number that no framework has is named with its session."""
    text = (files.data() / "standards.yaml").read_text("utf-8")
    (tmp_path / "standards.yaml").write_text(
        text.replace('00-start-here: {PSEL: ["10"]', '00-start-here: {PSEL: ["99"]')
    )
    with pytest.raises(CourseError, match="00-start-here: there is no standard PSEL 99"):
        standards(tmp_path)


def test_what_sessions_serve_together_is_counted_once() -> None:
    """Of several sessions each number is listed once, in the order of the framework; no session serves nothing."""
    together = numbers(KNOWN, ["10-your-plan", "08-open-practice", "00-start-here"])
    assert together[0] == "PSEL 2015: 1, 6, 7, 10"
    assert together[-1] == "ISTE 2018: 3.5"
    assert numbers(KNOWN, []) == ()
