"""The profile of the self-check as a chart: the dots, the sentence and the table tell of the same means."""

import pytest

from dlcourse import files
from dlcourse.charts.selfcheck.profile import profile_chart
from dlcourse.content.library import Library
from dlcourse.domain.chart import Chart
from dlcourse.domain.selfcheck.readiness import SelfCheck, check_view

CHECK = Library(files.data()).exercise("readiness", SelfCheck)
NAMES = [group.name for group in CHECK.groups]


def chart(*levels: int) -> Chart | None:
    """The chart after all statements of the first groups were answered with these levels."""
    answered = {item.id: level for group, level in zip(CHECK.groups, levels, strict=False) for item in group.items}
    return profile_chart(check_view(CHECK, answered))


def test_each_complete_group_has_a_dot_at_its_mean() -> None:
    """A group is drawn once it is complete; if too little of it was seen, its line says so and has no dot."""
    drawn = chart(2, 5, 0)
    assert drawn
    rows = drawn.spec["datasets"]["rows"]
    assert [row["step_word"] for row in rows if "step" in row] == ["Never", "", "", "", "Nearly every time"]
    assert [(row["subject"], row["mean"]) for row in rows if "mean" in row] == [(NAMES[0], 2), (NAMES[1], 5)]
    assert [row["unseen"] for row in rows if "name" in row] == ["", "", "Too little to say"]
    all_seen = len(CHECK.groups[0].items)
    assert drawn.rows[0] == (NAMES[0], "about “once or twice”", f"{all_seen} of {all_seen}")
    assert drawn.rows[2][:2] == (NAMES[2], "Too little to say")
    assert "3 subjects, each on a line from “Never”" in drawn.description


@pytest.mark.parametrize(
    ("levels", "says"),
    [
        ((2, 5, 3), f"You saw “{NAMES[1]}” most often, and “{NAMES[0]}” least often."),
        ((2, 5, 2), f"You saw “{NAMES[1]}” most often, and “{NAMES[0]}” and “{NAMES[2]}” least often."),
        ((4, 4, 0), "You saw all of it equally often: about “often”."),
    ],
)
def test_the_sentence_names_the_ends(levels: tuple[int, ...], says: str) -> None:
    """The sentence says what was seen most often and what least often, or that there was no difference."""
    drawn = chart(*levels)
    assert drawn
    assert drawn.says == says


def test_without_a_mean_there_is_no_chart() -> None:
    """As long as no group is complete, or nothing was seen, there is nothing to draw."""
    assert chart() is None
    assert chart(0, 0) is None
