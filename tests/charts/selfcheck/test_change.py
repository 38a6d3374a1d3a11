"""What changed between the two self-checks as a chart: the marks, the sentence and the table tell of the same means."""

from dlcourse.charts.selfcheck.change import change_chart
from dlcourse.domain.chart import Chart
from dlcourse.domain.selfcheck.check_again import check_again_view
from dlcourse.domain.selfcheck.readiness import check_view
from tests.charts.selfcheck.test_profile import CHECK, NAMES


def levels(given: tuple[int, ...]) -> dict[str, int]:
    """All statements of the first groups, with these levels."""
    return {item.id: level for group, level in zip(CHECK.groups, given, strict=False) for item in group.items}


def chart(first: tuple[int, ...], second: tuple[int, ...]) -> Chart | None:
    """The chart after both self-checks."""
    return change_chart(check_again_view(check_view(CHECK, levels(first)), check_view(CHECK, levels(second), 2)))


def test_each_group_has_a_mark_for_each_time() -> None:
    """A group that was answered both times has two marks; a time at which too little was seen has none."""
    drawn = chart((2, 4, 3, 1), (4, 3, 0))
    assert drawn
    marks = [(row["subject"], row["time"], row["mean"]) for row in drawn.spec["datasets"]["rows"] if "mean" in row]
    assert marks == [
        (NAMES[0], "At the start", 2),
        (NAMES[0], "Now", 4),
        (NAMES[1], "At the start", 4),
        (NAMES[1], "Now", 3),
        (NAMES[2], "At the start", 3),
    ]
    assert drawn.rows[0] == (NAMES[0], "about “once or twice”", "about “often”")
    assert drawn.rows[2] == (NAMES[2], "about “now and then”", "Too little to say")


def test_the_sentence_counts_what_clearly_moved() -> None:
    """The sentence counts the groups that were seen clearly more often and those that were seen less often."""
    drawn = chart((2, 4, 3), (4, 3, 3))
    assert drawn
    assert "Of 3 subjects, you clearly see 1 more often than at the start, and 1 less often." in drawn.says
    none = chart((2,), (2,))
    assert none
    assert "you clearly see none more often than at the start, and none less often" in none.says


def test_without_both_times_there_is_no_chart() -> None:
    """As long as no group was answered both times, or nothing was seen, there is nothing to draw."""
    assert chart((3, 3), ()) is None
    assert chart((0,), (0,)) is None
