"""Role averages through the course: real figures, and only for what a person has guessed at."""

import pytest

from dlcourse.domain.matching.averages import Averages, AveragesView, GuessHighest
from dlcourse.errors import CourseError
from tests.person import Person


def seen(person: Person) -> AveragesView:
    """Return what somebody sees of the averages."""
    view = person.course.see(Averages(team="small-school"))
    assert isinstance(view, AveragesView)
    return view


def test_figures_come_with_a_guess(ann: Person, ben: Person) -> None:
    """After a guess the five occupations' figures are there as the database has them, for that person alone."""
    assert seen(ann).guesses == {}
    ann.do(GuessHighest, skill="Instructing", occupation="Elementary School Teachers, Except Special Education")
    guessed = seen(ann).guesses["Instructing"]
    assert guessed.highest == ("Instructional Coordinators",)
    assert [figure.level for figure in guessed.figures] == [4.12, 3.88, 4.00, 4.25, 3.00]
    assert [figure.importance for figure in guessed.figures] == [3.88, 3.88, 4.25, 4.12, 3.38]
    assert seen(ben).guesses == {}


def test_a_guess_at_nothing_is_refused(ann: Person) -> None:
    """A skill or an occupation that is not in the lists changes nothing."""
    for skill, occupation in (("Repairing", "Instructional Coordinators"), ("Instructing", "Astronauts")):
        with pytest.raises(CourseError, match="no such skill or occupation"):
            ann.do(GuessHighest, skill=skill, occupation=occupation)
    assert seen(ann).guesses == {}


def test_four_teachers_stand_beside_them(ann: Person) -> None:
    """The persons are those of the one title that several of the small school have."""
    view = seen(ann)
    assert (view.role, [each.name for each in view.colleagues]) == (
        "teacher", ["Tomás Herrera", "Yuki Tanaka", "Fatima Haddad", "Walter Lindqvist"],
    )  # fmt: skip
    assert [each.levels["Running a meeting"] for each in view.colleagues] == [2, 3, 3, 5]
