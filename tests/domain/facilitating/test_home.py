"""What comes next for whoever leads: by the calendar, or else after what they led last."""

from datetime import date

import pytest

from dlcourse.domain.facilitating.home import MeetingDay, RunCard, coming, next_session
from dlcourse.domain.facilitating.runs import RunStep, Slide, timed

RUNS = [RunCard(session=session, title=session, minutes=60) for session in ("a", "b", "c")]
TODAY = date(2026, 5, 7)


def day(session: str, number: int) -> MeetingDay:
    """A day in May."""
    return MeetingDay(session=session, on=date(2026, 5, number))


def test_the_first_day_from_today_on_comes_next() -> None:
    """A day that has passed does not count, and today does."""
    assert coming([day("c", 20), day("a", 1), day("b", 7)], TODAY) == day("b", 7)
    assert coming([day("a", 1)], TODAY) is None


@pytest.mark.parametrize(
    ("on", "begun", "follows"),
    [
        (day("c", 9), "a", "c"),
        (None, "", "a"),
        (None, "a", "b"),
        (None, "c", "c"),
        (None, "gone", "a"),
        (day("gone", 9), "b", "c"),
    ],
)
def test_without_a_day_the_session_after_the_last_one_comes_next(
    on: MeetingDay | None, begun: str, follows: str
) -> None:
    """The calendar goes first; after the last session, that one stays; a session that is gone does not count."""
    assert next_session(RUNS, on, begun) == follows
    assert next_session([], on, begun) == ""


def test_steps_follow_each_other() -> None:
    """Each step begins when the one before it ends."""
    steps = [RunStep(title="x", minutes=minutes, slides=(Slide(words="w"),)) for minutes in (5, 35, 10)]
    assert [(at.begins, at.ends) for at in timed(steps)] == [(0, 5), (5, 40), (40, 50)]
