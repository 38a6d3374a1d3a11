"""One's own expertise through the course: each person's own, kept at each step, its words erased with their line."""

from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.expertise.profile import (
    AddExpertise,
    DropExpertise,
    ExpertiseList,
    ExpertiseView,
    MyExpertise,
    RateExpertise,
    WishToLearn,
)
from dlcourse.errors import CourseError
from tests.person import Person

FIRST = Library(files.data()).exercise("expertise", ExpertiseList).expertises[0].id


def profile(person: Person) -> ExpertiseView:
    """Return somebody's profile."""
    view = person.course.see(MyExpertise())
    assert isinstance(view, ExpertiseView)
    return view


def add(person: Person, name: str) -> str:
    """Add an expertise; return its id."""
    person.do(AddExpertise, name=name)
    assert person.last
    return person.last.id


def test_what_is_said_is_kept_for_that_person_alone(ann: Person, ben: Person) -> None:
    """Levels, wishes and added lines are in one's own profile and in nobody else's."""
    empty = profile(ben)
    ann.do(RateExpertise, expertise=FIRST, level=4)
    ann.do(WishToLearn, expertise=FIRST, wanted=True)
    own = add(ann, "Mending bicycles")
    ann.do(RateExpertise, expertise=own, level=5)
    lines = {line.id: line for line in profile(ann).lines}
    assert (lines[FIRST].level, lines[FIRST].wanted) == (4, True)
    assert (lines[own].name, lines[own].level, lines[own].own) == ("Mending bicycles", 5, True)
    assert profile(ben) == empty
    with pytest.raises(CourseError, match="no such line"):
        ben.do(RateExpertise, expertise=own, level=1)


def test_a_line_that_is_taken_away_leaves_no_word(ann: Person, tmp_path: Path) -> None:
    """The name of what somebody took away is deleted from the store's file."""
    own = add(ann, "Whistling on two fingers")
    assert b"Whistling" in (tmp_path / "course.db").read_bytes()
    ann.do(DropExpertise, expertise=own)
    assert b"Whistling" not in (tmp_path / "course.db").read_bytes()
    assert not any(line.own for line in profile(ann).lines)


def test_nobody_takes_away_what_is_not_theirs(ann: Person, ben: Person) -> None:
    """A line of somebody else's cannot be dropped, and keeps its name."""
    own = add(ann, "Mending bicycles")
    with pytest.raises(CourseError, match="no such line"):
        ben.do(DropExpertise, expertise=own)
    assert profile(ann).lines[-1].name == "Mending bicycles"
