"""How leadership stretches over people as a chart: the bars, the table and the sentence count the same acts."""

import pytest

from dlcourse.charts.network.stretch import stretch_chart
from dlcourse.domain.network.stretch import Act

ACTS = (
    Act(person="Ana", function="calling families", count=1),
    Act(person="Ben", function="calling families", count=3),
    Act(person="Ben", function="opening the building", count=5),
)


def test_each_bar_is_made_of_the_people_s_shares() -> None:
    """The parts of a bar are the shares of its people, the largest first, and the table has them too."""
    chart = stretch_chart(ACTS)
    assert chart
    rows = chart.spec["datasets"]["rows"]
    assert [(row["who"], row["share"]) for row in rows] == [
        ("Ben", pytest.approx(0.75)),
        ("Ana", pytest.approx(0.25)),
        ("Ben", pytest.approx(1)),
    ]
    assert chart.rows[0] == ("calling families", "Ben", "3", "75%")


def test_the_sentence_tells_what_rests_on_one_person() -> None:
    """The sentence counts what one person does alone, and says what most people take part in."""
    chart = stretch_chart(ACTS)
    assert chart
    assert chart.says == "1 of 2 kinds of leading rests on one person; 2 people take part in calling families."


def test_without_acts_there_is_no_chart() -> None:
    """Where nobody wrote down an act there is nothing to draw."""
    assert stretch_chart(()) is None
