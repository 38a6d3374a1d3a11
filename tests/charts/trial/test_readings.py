"""The chart of a trial: its readings by day, with what was expected and the limit."""

from datetime import date

from dlcourse.charts.trial.readings import readings
from dlcourse.charts.trial.readings_drawing import KINDS
from dlcourse.domain.trial.bench_view import ReadingCard, TrialCard
from dlcourse.domain.trial.messages import PLAN_WORDS
from dlcourse.pages.trial import words


def card(*read: ReadingCard) -> TrialCard:
    """A trial with these readings."""
    return TrialCard(
        trial="trial-01",
        mine=True,
        owner="",
        watcher="",
        stage="running",
        plan=dict.fromkeys(PLAN_WORDS, "x"),
        expected=9,
        limit=6,
        worse="below",
        on=date(2027, 3, 1),
        readings=read,
        by_rule=False,
        why="",
        decision=None,
        taught="",
        length=3,
        at="",
    )


def read(day: int, value: int, *, breach: bool = False) -> ReadingCard:
    """A reading on a day of February."""
    return ReadingCard(value=value, on=date(2027, 2, day), words="Mine alone", breach=breach)


def test_readings_stand_by_their_day(bundles: object) -> None:
    """Readings are drawn by day, whenever they were written, with both lines; what was noticed is not in it."""
    assert bundles
    assert readings(card()) is None
    chart = readings(card(read(9, 5, breach=True), read(2, 8)))
    assert chart
    rows = chart.spec["datasets"]["rows"]
    assert [row["value"] for row in rows if "value" in row] == [8, 5]
    assert [(row["name"], row["line"]) for row in rows if "line" in row] == [("Expected", 9), ("Limit", 6)]
    assert chart.rows[1] == ("9 February 2027", "5", "9", "at least 6", "Past the limit")
    assert chart.says == "The newest reading is 5, on 9 February 2027. Expected: 9. Limit: at least 6."
    assert "Mine alone" not in chart.model_dump_json()


def test_points_have_the_names_that_the_legend_knows() -> None:
    """The drawing and the words name the two kinds of points alike."""
    assert [words.WITHIN_LIMIT, words.PAST_LIMIT] == KINDS
