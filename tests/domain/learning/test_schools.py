"""Schools that somebody tries: the first prediction counts, and a difference within its band is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.learning.choices import AT_FIRST, CHOICES, SchoolChoices
from dlcourse.domain.learning.messages import KnownAtEnd, SchoolTried, TrySchool
from dlcourse.domain.learning.schools import came_of, schools_view, try_school
from dlcourse.errors import CourseError

OPEN = SchoolChoices(openness="open")
SCHOOLS = st.builds(SchoolChoices, **{choice: st.sampled_from(levels) for choice, levels in CHOICES.items()})


def end(shared: float, error: float = 0.01) -> KnownAtEnd:
    """The usual way in the end."""
    return KnownAtEnd(shared=shared, shared_error=error, each=shared, each_error=error)


def test_the_first_prediction_for_a_school_counts() -> None:
    """A second prediction, made when the curve is known, changes nothing."""
    past = [SchoolTried(school=OPEN, expects=expects) for expects in ("less", "more")]
    assert [(each.school, each.expects) for each in schools_view(past).tried] == [(OPEN, "less")]


def test_the_school_at_first_is_no_try() -> None:
    """A school in which nothing was changed is compared with itself, so it is refused."""
    with pytest.raises(CourseError, match="Change at least one thing"):
        try_school(TrySchool(id="command-1", expects="same"))


@pytest.mark.parametrize(("shared", "came"), [(0.6, "more"), (0.52, "same"), (0.48, "same"), (0.4, "less")])
def test_a_difference_within_two_standard_errors_is_none(shared: float, came: str) -> None:
    """A school is better or worse only if the difference is greater than two standard errors of it."""
    assert came_of(end(shared), end(0.5)) == came


@given(SCHOOLS)
def test_each_change_is_of_one_choice(school: SchoolChoices) -> None:
    """The changes of a school are all other levels of its four choices, each alone."""
    changes = list(school.neighbors())
    assert len(changes) == sum(len(levels) - 1 for levels in CHOICES.values())
    for choice, level, other in changes:
        assert school.model_dump() | {choice: level} == other.model_dump()
        assert other != school


def test_what_all_choose_at_first_is_possible() -> None:
    """Every level of every choice gives settings that the model takes."""
    for _, _, other in AT_FIRST.neighbors():
        assert other.settings.people == 20
