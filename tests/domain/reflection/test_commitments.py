"""Promises: open until answered, changed, carried forward, asked about in time, and refused if they make no sense."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.reflection.commitments import (
    NEAR,
    UNDATED,
    AnswerCommitment,
    ChangeCommitment,
    CommitmentAnswered,
    CommitmentMade,
    MakeCommitment,
    Outcome,
    Promise,
    answer,
    change,
    commit,
    is_due,
    promised,
)
from dlcourse.errors import CourseError

NOW = datetime(2026, 1, 1, 15, 0, tzinfo=UTC)
MADE, LATER = date(2026, 1, 9), date(2026, 2, 1)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def promise(by: date | None = MADE) -> Promise:
    """Return a promise just made."""
    command = MakeCommitment(id="make-0001", commitment="promise-1", session="03-gap", what="Ask Joy.", by=by)
    return promised(commit(command, "Ask one person.", None, NOW), NOW.isoformat(), None)


def answered(before: Promise, outcome: Outcome, again: date | None = None) -> Promise:
    """Return the promise after an answer."""
    command = AnswerCommitment(id="answer-01", commitment="promise-1", outcome=outcome, words="She knew.", again=again)
    return promised(answer(command, before, NOW), "2026-01-10", before)


def changed(before: Promise | None, what: str = "Ask Callum.", by: date | None = MADE, after: str = "") -> Promise:
    """Return the promise after a change by somebody who has seen the words ``after``, or else the newest ones."""
    seen = after or (before.words if before else "make-0001")
    command = ChangeCommitment(id="change-01", commitment="promise-1", after=seen, what=what, by=by)
    return promised(change(command, before, NOW), "2026-01-03T10:00:00+00:00", before)


def test_a_promise_is_open_until_it_is_answered() -> None:
    """A new promise is open for its day; an answer of any kind ends it."""
    assert (promise().open, promise().by) == (True, MADE)
    outcomes: list[Outcome] = ["kept", "partly", "not kept", "dropped"]
    assert [answered(promise(), outcome).open for outcome in outcomes] == [False] * 4


def test_a_promise_is_carried_forward() -> None:
    """A promise that was kept only in part can get a new day, and is open again until it is answered again."""
    carried = answered(promise(), "partly", LATER)
    assert (carried.open, carried.by) == (True, LATER)
    done = answered(carried, "kept")
    assert (done.open, done.by) == (False, LATER)
    assert [each.outcome for each, _ in done.answers] == ["partly", "kept"]


@pytest.mark.parametrize("outcome", ["kept", "dropped"])
def test_what_has_ended_is_not_carried_forward(outcome: Outcome) -> None:
    """A promise that was kept, or is no longer needed, gets no new day."""
    with pytest.raises(CourseError, match="not carried forward"):
        answered(promise(), outcome, LATER)


def test_a_promise_is_changed() -> None:
    """An open promise gets other words and another day; its answers stay, and its earlier words are not pointed to."""
    carried = answered(promise(), "partly", LATER)
    after = changed(carried, by=None)
    assert (after.words, after.by, after.answers) == ("change-01", None, carried.answers)
    assert (after.changed[:10], after.texts) == ("2026-01-03", ["change-01", "answer-01"])
    assert answered(changed(promise(), by=LATER), "not kept").by == LATER


def test_a_change_is_refused() -> None:
    """No promise is changed that has ended, was changed in another tab, is not there, or would be empty or past."""
    with pytest.raises(CourseError, match="ended already"):
        changed(answered(promise(), "kept"))
    with pytest.raises(CourseError, match="changed in the meantime"):
        changed(changed(promise()), after="make-0001")
    with pytest.raises(CourseError, match="no such promise"):
        changed(None)
    with pytest.raises(CourseError, match="no words"):
        changed(promise(), what=" ")
    with pytest.raises(CourseError, match="that day is past"):
        changed(promise(), by=date(2025, 12, 1))


@given(DAYS)
def test_only_a_day_that_is_past_everywhere_is_refused(day: date) -> None:
    """At 15:00 UTC it is January 1 in every time zone west of Greenwich: that day and all later ones are taken."""
    if day >= NOW.date():
        assert promise(day).by == day
        assert answered(promise(), "partly", day).by == day
    else:
        with pytest.raises(CourseError, match="that day is past"):
            promise(day)
        with pytest.raises(CourseError, match="that day is past"):
            answered(promise(), "partly", day)


def test_a_writer_who_is_behind_can_promise_for_today() -> None:
    """At 5:00 UTC it is still the day before in the Americas: whoever writes there may promise for that day."""
    command = MakeCommitment(id="make-0001", commitment="promise-1", what="Ask.", by=date(2026, 1, 1))
    assert commit(command, "", None, datetime(2026, 1, 2, 5, 0, tzinfo=UTC)).by == date(2026, 1, 1)


def test_a_promise_of_an_earlier_version_keeps_its_past_day() -> None:
    """A promise that was stored with a past day opens, can be reworded without a new day, and is due."""
    stored = CommitmentMade(commitment="promise-1", session="", asked="", words="make-0001", by=date(2024, 5, 7))
    old = promised(stored, "2025-12-01T10:00:00+00:00", None)
    assert changed(old, by=date(2024, 5, 7)).by == date(2024, 5, 7)
    assert is_due(old, NOW.date())


@given(DAYS, DAYS)
def test_a_promise_is_asked_about_from_three_days_before_its_day(by: date, today: date) -> None:
    """Before that it is not due, from then on it is due for good, and never once it has ended."""
    made = CommitmentMade(commitment="promise-1", session="", asked="", words="make-0001", by=by)
    open_ = promised(made, NOW.isoformat(), None)
    assert is_due(open_, today) == (by - today <= NEAR)
    ended = CommitmentAnswered(commitment="promise-1", outcome="dropped", words="answer-01", again=None)
    assert not is_due(promised(ended, NOW.isoformat(), open_), today)


@given(st.integers(0, 60))
def test_a_promise_without_a_day_is_asked_about_after_a_week(days: int) -> None:
    """It is not due while it is new, and a change makes it new again."""
    today = NOW.date() + timedelta(days=days)
    assert is_due(promise(None), today) == (days >= UNDATED.days)
    assert is_due(changed(promise(None), by=None), today) == (days >= UNDATED.days + 2)


def test_what_is_refused() -> None:
    """An empty promise, a second one of the same id, and an answer to none are refused."""
    command = MakeCommitment(id="make-0002", commitment="promise-1", what=" ")
    with pytest.raises(CourseError, match="no words"):
        commit(command, "", None, NOW)
    with pytest.raises(CourseError, match="already"):
        commit(command.model_copy(update={"what": "Ask."}), "", promise(), NOW)
    with pytest.raises(CourseError, match="no such promise"):
        answer(AnswerCommitment(id="answer-01", commitment="promise-1", outcome="kept"), None, NOW)
