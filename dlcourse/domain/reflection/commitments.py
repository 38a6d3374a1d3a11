"""Promises with a date: what somebody will do at work and by when, and what became of it. Only they can see them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Event
from dlcourse.domain.words import Id, Words
from dlcourse.errors import CourseError

LONGEST = 10_000
"""Characters of a promise, and of what became of it."""

Outcome = Literal["kept", "partly", "not kept"]


class MakeCommitment(Command):
    """Promise something: what, and by when, or without a date; in a session, or in none."""

    commitment: Id
    session: str = ""
    what: Words = Field(max_length=LONGEST)
    by: date | None = None

    def texts(self) -> dict[str, str]:
        """What is promised."""
        return {self.id: self.what}


class AnswerCommitment(Command):
    """Say what became of a promise; with ``again`` it is carried forward to that day."""

    commitment: Id
    outcome: Outcome
    words: Words = Field(default="", max_length=LONGEST)
    again: date | None = None

    def texts(self) -> dict[str, str]:
        """What happened."""
        return {self.id: self.words}


class CommitmentMade(Event):
    """Somebody promised something; the words are under ``words``, ``asked`` is what the session asked for then."""

    commitment: str
    session: str
    asked: str
    words: str
    by: date | None


class CommitmentAnswered(Event):
    """Somebody said what became of a promise; the words are under ``words``."""

    commitment: str
    outcome: Outcome
    words: str
    again: date | None


COMMITTED = (CommitmentMade, CommitmentAnswered)
"""The events of promises."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and its answers, each with its time, oldest first."""

    made: CommitmentMade
    at: str
    answers: tuple[tuple[CommitmentAnswered, str], ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be asked about: not answered yet, or carried forward."""
        return not self.answers or self.answers[-1][0].again is not None

    @property
    def by(self) -> date | None:
        """The day that counts now."""
        return self.answers[-1][0].again if self.answers and self.open else self.made.by


def promised(event: Event, at: str, before: Promise | None) -> Promise:
    """The promise after an event of it."""
    if isinstance(event, CommitmentMade):
        return Promise(event, at)
    assert isinstance(event, CommitmentAnswered)
    assert before is not None
    return replace(before, answers=(*before.answers, (event, at)))


def commit(command: MakeCommitment, asked: str, before: Promise | None) -> CommitmentMade:
    """Record a promise; ``asked`` is its session's prompt. Raises a `CourseError` if it is empty or exists already."""
    if before is not None:
        raise CourseError("promise", "there is one of this id already", "Reload the page, then save again.")
    if not command.what.strip():
        raise CourseError("promise", "there are no words in it yet", "Write what you will do, then save it.")
    return CommitmentMade(
        commitment=command.commitment, session=command.session, asked=asked, words=command.id, by=command.by
    )


def answer(command: AnswerCommitment, before: Promise | None) -> CommitmentAnswered:
    """Record what became of a promise. This can be done repeatedly; the newest answer counts."""
    if before is None:
        raise CourseError("promise", "there is no such promise of yours", "Choose one from your log.")
    if command.outcome == "kept" and command.again:
        raise CourseError("promise", "what was kept is not carried forward", "Make a new promise for the next step.")
    return CommitmentAnswered(
        commitment=command.commitment, outcome=command.outcome, words=command.id, again=command.again
    )
