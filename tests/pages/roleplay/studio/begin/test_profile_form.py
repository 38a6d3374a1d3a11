"""The form that begins a hidden profile: what is wrong is named, and the form keeps what was filled in."""

import pytest

from dlcourse.errors import CourseError
from dlcourse.pages.roleplay.studio.begin.profile_form import BeginProfile, outline_of
from dlcourse.pages.roleplay.studio.page import PAGE

GOOD = {"title": "Buses", "best": "Call", "decoy": "Fine", "people": "Ana, driver\nBo, teacher"}


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"title": "  "}, "What is it about?"),
        ({"decoy": " "}, "The options"),
        ({"others": "call"}, "The options"),
        ({"people": "Ana, driver"}, "Who sits at the table?"),
        ({"people": "Dana, principal\ndana, teacher"}, "Who sits at the table?"),
    ],
)
def test_what_is_wrong_is_named(wrong: dict[str, str], where: str) -> None:
    """A message that is not filled in as it should be is refused before the page sees it, with the field's name."""
    with pytest.raises(CourseError) as refused:
        PAGE.parse({"say": "BeginProfile", **GOOD, **wrong})
    assert refused.value.where == where


def test_what_is_right_becomes_an_outline() -> None:
    """Further options and people are read line by line; empty lines do not count."""
    outline = outline_of(BeginProfile(**GOOD, others="\nWait\n\n"))
    assert outline.options == ("Call", "Fine", "Wait")
    assert outline.roles == ("Ana, driver", "Bo, teacher")
