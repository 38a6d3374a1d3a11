"""Role averages: figures come with a guess, the first guess counts, and the largest group of one title is shown."""

import pytest

from dlcourse.domain.matching.averages import (
    AveragesView,
    Figure,
    GuessHighest,
    HighestGuessed,
    RoleAverages,
    averages_view,
    guess,
)
from dlcourse.errors import CourseError
from tests.domain.matching.crews import crew

AVERAGES = RoleAverages(
    figures=tuple(
        Figure(occupation=occupation, skill=skill, importance=3, level=level)
        for occupation, skill, level in [
            ("Pilot", "Steering", 5), ("Cook", "Steering", 1), ("Pilot", "Tasting", 2), ("Cook", "Tasting", 4),
            ("Pilot", "Welding", 1), ("Cook", "Welding", 0), ("Pilot", "Resting", 3), ("Cook", "Resting", 3),
        ]
    )
)  # fmt: skip


def view(*guesses: tuple[str, str]) -> AveragesView:
    """What is seen after these guesses."""
    return averages_view(AVERAGES, crew(), [HighestGuessed(skill=s, occupation=o) for s, o in guesses])


def test_no_figure_before_its_guess() -> None:
    """Only the skills that were guessed at have figures in the view."""
    assert view().guesses == {}
    assert set(view(("Steering", "Cook")).guesses) == {"Steering"}
    assert [figure.level for figure in view(("Steering", "Cook")).guesses["Steering"].figures] == [5, 1]


def test_the_first_guess_counts() -> None:
    """A second guess, made when the figures are known, changes nothing."""
    guessed = view(("Steering", "Cook"), ("Steering", "Pilot")).guesses["Steering"]
    assert (guessed.guess, guessed.highest) == ("Cook", ("Pilot",))


def test_several_can_be_the_highest() -> None:
    """Where two share the highest average, both are named."""
    assert view(("Resting", "Cook")).guesses["Resting"].highest == ("Pilot", "Cook")


def test_skills_that_nobody_needs_are_left_out() -> None:
    """What no occupation calls for is not offered, and cannot be guessed at."""
    assert AVERAGES.skills == ("Resting", "Steering", "Tasting")
    for skill, occupation in (("Welding", "Cook"), ("Steering", "Dancer")):
        with pytest.raises(CourseError, match="no such"):
            guess(GuessHighest(id="command-1", skill=skill, occupation=occupation), AVERAGES)


def test_colleagues_share_one_title() -> None:
    """The largest group of people with one title is shown, each with a level in every skill."""
    shown = view()
    named = [person for person in crew().people if person.role == shown.role]
    assert [each.name for each in shown.colleagues] == [person.name for person in named]
    assert all(set(each.levels) == set(crew().skills) for each in shown.colleagues)
