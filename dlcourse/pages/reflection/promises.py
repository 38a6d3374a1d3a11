"""Promises of the log as they are shown, with what became of each."""

from typing import TypedDict

from dlcourse.domain.reflection.log import AnswerCard, PromiseCard
from dlcourse.pages.reflection.words import OUTCOMES, PROMISE
from dlcourse.pages.reflection.writing_form import LogForm, form


class PromiseAnswer(TypedDict):
    """What became of a promise; ``again`` is the day to which it was carried forward, or empty."""

    outcome: str
    words: str
    at: str
    again: str


class LogPromise(TypedDict):
    """A promise; ``by`` is the day that counts now, or empty; ``form`` is for what became of it."""

    commitment: str
    session: str
    what: str
    by: str
    open: bool
    made: str
    state: str
    answers: list[PromiseAnswer]
    form: LogForm


def promise_props(promise: PromiseCard) -> LogPromise:
    """A promise with what became of it."""
    asked = PROMISE["outcome"]
    return {
        "commitment": promise.commitment,
        "session": promise.session_title,
        "what": promise.what,
        "by": promise.by.isoformat() if promise.by else "",
        "open": promise.open,
        "made": promise.made,
        "state": "Open" if promise.open else OUTCOMES[promise.answers[-1].outcome],
        "answers": [_answer(answer) for answer in promise.answers],
        "form": form(f"answer/{promise.commitment}", asked, "AnswerCommitment", commitment=promise.commitment),
    }


def _answer(answer: AnswerCard) -> PromiseAnswer:
    return {
        "outcome": OUTCOMES[answer.outcome],
        "words": answer.words,
        "at": answer.at,
        "again": answer.again.isoformat() if answer.again else "",
    }
