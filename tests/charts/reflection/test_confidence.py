"""How sure somebody was over time: the points, the table and the sentence tell of the same entries."""

from dlcourse.charts.reflection.confidence import confidence
from dlcourse.domain.reflection.log import Point

POINTS = tuple(Point(at=f"2026-05-0{day}T10:00:00Z", confidence=level, asked="") for day, level in ((1, 2), (3, 4)))


def test_each_entry_is_a_point() -> None:
    """The points are the entries from left to right, and the highest level is at the top, also if nobody was at it."""
    chart = confidence(POINTS, 2)
    assert chart
    rows = chart.spec["datasets"]["rows"]
    assert [row["level"] for row in rows if "end" in row] == ["very", "quite", "halfway", "a little", "not at all"]
    assert [(row["entry"], row["level"]) for row in rows if "day" in row] == [(1, "a little"), (2, "quite")]


def test_the_table_and_the_sentence_say_the_same() -> None:
    """The table begins with the newest entry; the sentence has the range, and says if older entries are left out."""
    chart = confidence(POINTS, 60)
    assert chart
    assert [row[0] for row in chart.rows] == ["3 May 2026", "1 May 2026"]
    assert "between “a little” and “quite” sure" in chart.says
    assert "These are the newest 2 of 60." in chart.says


def test_one_entry_is_no_chart() -> None:
    """One entry shows no change, so there is nothing to draw."""
    assert confidence(POINTS[:1], 1) is None
