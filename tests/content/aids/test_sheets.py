"""Job aids as they are read: complete, and refused where they would be printed wrong."""

from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.aids.sheets import job_aids
from dlcourse.content.library import Library
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.errors import CourseError

COURSE = Library(files.data()).curriculum()
AIDS = {aid.id: aid for aid in job_aids(files.data(), COURSE)}


def read(tmp_path: Path, part: str) -> None:
    """Read a file with one aid that has this part."""
    (tmp_path / "standards.yaml").write_text((files.data() / "standards.yaml").read_text("utf-8"), "utf-8")
    text = f"aids:\n  - {{id: one, title: One, lead: For all., parts: [{part}]}}\n"
    (tmp_path / "aids.yaml").write_text(text, "utf-8")
    job_aids(tmp_path, COURSE)


def test_every_job_aid_has_a_title_a_lead_and_something_on_it() -> None:
    """Each aid says when to use it, no part is empty, and a table has the heading by which it is read out."""
    for aid in AIDS.values():
        assert aid.title
        assert aid.lead.endswith(".")
        for part in aid.parts:
            assert any([part.note, part.quote, part.points, part.steps, part.terms, part.blanks, part.columns]), aid.id
            assert part.title or not part.columns, aid.id


def test_the_sixteen_are_printed_in_their_own_words() -> None:
    """The page of the sixteen has each principle once, in the short form of the course."""
    terms = [term for part in AIDS["the-sixteen"].parts for term in part.terms]
    assert {term.term: term.means for term in terms} == {name: each.short for name, each in PRINCIPLES.items()}


def test_the_standards_are_a_table_of_the_sessions() -> None:
    """Each open session has a row with the numbers of the standards that it serves."""
    table = next(part for part in AIDS["standards"].parts if part.columns)
    assert [row[0] for row in table.rows] == [session.title for session in COURSE.sessions if session.open]
    assert all(any(row[1:]) for row in table.rows)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("{principles: [P17]}", "one: there is no principle 'P17'"),
        ("{title: T, columns: [a, b], rows: [[x]]}", "one: the row 'x' has another width than the heading"),
    ],
)
def test_what_would_be_printed_wrong_is_refused(tmp_path: Path, part: str, told: str) -> None:
    """An unknown principle and a row of another width are named with the aid in which they are."""
    read(tmp_path, "{note: Fine.}")
    with pytest.raises(CourseError, match=told):
        read(tmp_path, part)
