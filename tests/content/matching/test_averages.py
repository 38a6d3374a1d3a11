"""The shipped table of occupations, and the errors if it is damaged."""

from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.matching.averages import read_averages
from dlcourse.errors import CourseError

SHIPPED = files.data() / "occupations" / "onet-education-roles.csv"


def test_five_occupations_with_every_skill() -> None:
    """Each of five occupations has a figure for each of 35 skills, and most skills are needed somewhere."""
    averages = read_averages(SHIPPED)
    assert len(averages.occupations) == 5
    assert len(averages.figures) == 5 * 35
    assert {len(averages.of(skill)) for skill in averages.skills} == {5}
    assert len(averages.skills) > 20


@pytest.mark.parametrize(("find", "instead"), [("skill", "trait"), ("4.25", "9.25"), ("4.25", "much")])
def test_a_damaged_table_is_told(tmp_path: Path, find: str, instead: str) -> None:
    """A missing column, a figure beyond its scale and a missing figure are errors that name the file."""
    damaged = tmp_path / "damaged.csv"
    damaged.write_text(SHIPPED.read_text("utf-8").replace(find, instead), "utf-8")
    with pytest.raises(CourseError, match=r"damaged\.csv"):
        read_averages(damaged)


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing file is an error with a remedy."""
    with pytest.raises(CourseError, match="Install dlcourse again"):
        read_averages(tmp_path / "none.csv")
