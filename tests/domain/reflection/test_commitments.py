"""Promises: open until answered, carried forward, asked about again, and refused where they are empty."""

from datetime import date

import pytest

from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    MakeCommitment,
    Outcome,
    Promise,
    answer,
    commit,
    promised,
)
from dlcourse.errors import CourseError

MADE, LATER = date(2026, 1, 9), date(2026, 2, 1)


def promise() -> Promise:
    """Return a promise just made."""
    command = MakeCommitment(id="make-0001", commitment="promise-1", session="03-gap", what="Ask Joy.", by=MADE)
    return promised(commit(command, "Ask one person.", None), "2026-01-01", None)


def answered(before: Promise, outcome: Outcome, again: date | None = None) -> Promise:
    """Return the promise after an answer."""
    command = AnswerCommitment(id="answer-01", commitment="promise-1", outcome=outcome, words="She knew.", again=again)
    return promised(answer(command, before), "2026-01-10", before)


def test_a_promise_is_open_until_it_is_answered() -> None:
    """A new promise is open for its day; an answer of any kind ends that."""
    assert (promise().open, promise().by) == (True, MADE)
    outcomes: list[Outcome] = ["kept", "partly", "not kept"]
    assert [answered(promise(), outcome).open for outcome in outcomes] == [False, False, False]


def test_a_promise_is_carried_forward() -> None:
    """What was not kept, or partly, may get a new day, and is open again until it is answered again."""
    carried = answered(promise(), "partly", LATER)
    assert (carried.open, carried.by) == (True, LATER)
    done = answered(carried, "kept")
    assert (done.open, done.by) == (False, MADE)
    assert [each.outcome for each, _ in done.answers] == ["partly", "kept"]


def test_what_was_kept_is_not_carried_forward() -> None:
    """A promise that was kept needs no new day."""
    with pytest.raises(CourseError):
        answered(promise(), "kept", LATER)


def test_what_is_refused() -> None:
    """An empty promise, a second one of the same id, and an answer to none."""
    command = MakeCommitment(id="make-0002", commitment="promise-1", what=" ")
    with pytest.raises(CourseError, match="no words"):
        commit(command, "", None)
    with pytest.raises(CourseError, match="already"):
        commit(command.model_copy(update={"what": "Ask."}), "", promise())
    with pytest.raises(CourseError, match="no such promise"):
        answer(AnswerCommitment(id="answer-01", commitment="promise-1", outcome="kept"), None)
