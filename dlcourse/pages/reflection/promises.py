"""Promises of the log as they are shown: what became of each, and the forms for them."""

from collections.abc import Iterable
from typing import TypedDict

from dlcourse.domain.reflection.commitments import (
    LONGEST,
    AnswerCommitment,
    ChangeCommitment,
    MakeCommitment,
    Outcome,
)
from dlcourse.domain.reflection.log import AnswerCard, PromiseCard
from dlcourse.pages.fields import Answer, coming_day, required_text, text
from dlcourse.pages.form import FormProps, FormWay, form, form_of_ways, way
from dlcourse.pages.reflection import words


class PromiseAnswer(TypedDict):
    """What became of a promise; ``again`` is the day to which it was carried forward, or empty."""

    outcome: str
    words: str
    at: str
    again: str


class LogPromise(TypedDict):
    """A promise; ``by`` is the day that counts now, or empty, and ``changed`` is when it was changed, or empty.

    ``answer`` is the form for what became of it, ``change`` the one for other words or another day; that is None if
    the promise has ended.
    """

    commitment: str
    session: str
    what: str
    by: str
    due: bool
    made: str
    changed: str
    state: str
    answers: list[PromiseAnswer]
    answer: FormProps
    change: FormProps | None


class DuePromises(TypedDict):
    """Promises whose day is near or past."""

    title: str
    note: str
    promises: list[LogPromise]


def due_props(promises: Iterable[PromiseCard]) -> DuePromises:
    """The promises to ask about now."""
    return {"title": words.DUE, "note": words.DUE_NOTE, "promises": [promise_props(each) for each in promises]}


def promise_props(promise: PromiseCard) -> LogPromise:
    """A promise with what became of it."""
    return {
        "commitment": promise.commitment,
        "session": promise.session_title,
        "what": promise.what,
        "by": promise.by.isoformat() if promise.by else "",
        "due": promise.due,
        "made": promise.made,
        "changed": promise.changed,
        "state": _state(promise),
        "answers": [_answer(answer) for answer in promise.answers],
        "answer": _answer_form(promise.commitment),
        "change": _change_form(promise) if promise.open else None,
    }


def make_form(session: str = "") -> FormProps:
    """The form for a new promise, in a session or in none."""
    return form(
        MakeCommitment,
        f"promise/{session}",
        _promise_fields(),
        fixed={"session": session},
        fresh="commitment",
        submit=words.PROMISE_MAKE,
    )


def _change_form(promise: PromiseCard) -> FormProps:
    return form(
        ChangeCommitment,
        f"change/{promise.commitment}",
        _promise_fields(promise.what, promise.by.isoformat() if promise.by else ""),
        fixed={"commitment": promise.commitment, "after": promise.words},
        submit=words.PROMISE_CHANGE,
    )


def _promise_fields(what: str = "", by: str = "") -> list[Answer]:
    return [
        required_text("what", words.PROMISE_WHAT, LONGEST, value=what),
        coming_day("by", words.PROMISE_BY, words.PROMISE_BY_NOTE, by),
    ]


def _answer_form(commitment: str) -> FormProps:
    return form_of_ways(
        f"answer/{commitment}",
        [_outcome(commitment, outcome) for outcome in words.OUTCOMES],
        legend=words.ANSWER,
        note="",
        submit=words.ANSWER_SAVE,
        leave="",
    )


def _outcome(commitment: str, outcome: Outcome) -> FormWay:
    """One answer. What was kept only in part, or not at all, can be carried forward."""
    fields: list[Answer] = [text("words", words.ANSWER_HAPPENED, LONGEST)]
    if outcome in {"partly", "not kept"}:
        fields.append(coming_day("again", words.ANSWER_AGAIN, words.ANSWER_AGAIN_NOTE))
    fixed = {"commitment": commitment, "outcome": outcome}
    return way(outcome, words.OUTCOMES[outcome], AnswerCommitment, fixed, fields)


def _state(promise: PromiseCard) -> str:
    if promise.open:
        return words.PROMISE_DUE if promise.due else words.PROMISE_OPEN
    return words.OUTCOMES[promise.answers[-1].outcome]


def _answer(answer: AnswerCard) -> PromiseAnswer:
    return {
        "outcome": words.OUTCOMES[answer.outcome],
        "words": answer.words,
        "at": answer.at,
        "again": answer.again.isoformat() if answer.again else "",
    }
