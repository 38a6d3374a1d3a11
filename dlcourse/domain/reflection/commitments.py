"""Promises with a date: what somebody will do at work and by when, and what became of it. Only they can see them.

A promise is made for today or a later day. A few days before its day the course begins to ask what became of it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Event
from dlcourse.domain.words import Id, Words
from dlcourse.errors import CourseError

LONGEST = 10_000
"""Characters of a promise, and of what became of it."""
NEAR = timedelta(days=3)
"""How long before its day a promise is asked about."""
UNDATED = timedelta(days=7)
"""How long after it was made a promise without a day is asked about."""
BEHIND = timedelta(hours=12)
"""How far the last time zone is behind UTC."""

Outcome = Literal["kept", "partly", "not kept", "dropped"]


class MakeCommitment(Command):
    """Promise something: what, and by when, or without a date; in a session, or in none."""

    commitment: Id
    session: str = ""
    what: Words = Field(max_length=LONGEST)
    by: date | None = None

    def texts(self) -> dict[str, str]:
        """What is promised."""
        return {self.id: self.what}


class ChangeCommitment(Command):
    """Put an open promise into other words, or give it another day, or none.

    ``after`` is the id of the words that the writer has seen.
    """

    commitment: Id
    after: Id
    what: Words = Field(max_length=LONGEST)
    by: date | None = None

    def texts(self) -> dict[str, str]:
        """What is promised now."""
        return {self.id: self.what}


class AnswerCommitment(Command):
    """Say what became of a promise; with ``again`` it is carried forward to that day, otherwise it ends."""

    commitment: Id
    outcome: Outcome
    words: Words = Field(default="", max_length=LONGEST)
    again: date | None = None

    def texts(self) -> dict[str, str]:
        """What happened."""
        return {self.id: self.words}


class DeleteCommitment(Command):
    """Delete a promise, with everything that was said about it."""

    commitment: Id


class CommitmentMade(Event):
    """Somebody promised something; the words are under ``words``, ``asked`` is what the session asked for then."""

    commitment: str
    session: str
    asked: str
    words: str
    by: date | None


class CommitmentChanged(Event):
    """A promise was changed; its new words are under ``words``, and its earlier words were deleted."""

    commitment: str
    words: str
    by: date | None


class CommitmentAnswered(Event):
    """Somebody said what became of a promise; the words are under ``words``."""

    commitment: str
    outcome: Outcome
    words: str
    again: date | None


class CommitmentDeleted(Event):
    """A promise was deleted, and so were all words about it."""

    commitment: str


COMMITTED = (CommitmentMade, CommitmentChanged, CommitmentAnswered)
"""The events after which a promise is there."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as it is now: its words and its day, and the answers with their times, oldest first.

    ``at`` is when it was made, ``changed`` when it was last changed, or empty.
    """

    made: CommitmentMade
    at: str
    words: str
    by: date | None
    changed: str = ""
    answers: tuple[tuple[CommitmentAnswered, str], ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be asked about: not answered yet, or carried forward."""
        return not self.answers or self.answers[-1][0].again is not None

    @property
    def texts(self) -> list[str]:
        """The ids of all words about it."""
        return [self.words, *(answered.words for answered, _ in self.answers)]


def promised(event: Event, at: str, before: Promise | None) -> Promise:
    """The promise after an event of it. After a change, it is there even if the event that made it is lost."""
    if isinstance(event, CommitmentMade):
        return Promise(event, at, event.words, event.by)
    if isinstance(event, CommitmentChanged):
        lost = CommitmentMade(commitment=event.commitment, session="", asked="", words=event.words, by=event.by)
        return replace(before or Promise(lost, at, "", None), words=event.words, by=event.by, changed=at)
    assert isinstance(event, CommitmentAnswered)
    assert before is not None
    return replace(before, by=event.again or before.by, answers=(*before.answers, (event, at)))


def is_due(promise: Promise, today: date) -> bool:
    """Whether to ask about it now: it is open, and its day is near or past.

    A promise without a day is asked about a week after it was made or last changed.
    """
    if not promise.open:
        return False
    if promise.by is not None:
        return promise.by - NEAR <= today
    return datetime.fromisoformat(promise.changed or promise.at).date() + UNDATED <= today


def commit(command: MakeCommitment, asked: str, before: Promise | None, now: datetime) -> CommitmentMade:
    """Record a promise; ``asked`` is its session's prompt.

    Raises a `CourseError` if it is empty, exists already, or is for a past day.
    """
    if before is not None:
        raise CourseError("promise", "there is one of this id already", "Reload the page, then save again.")
    _refuse_empty(command.what)
    _refuse_past(command.by, now)
    return CommitmentMade(
        commitment=command.commitment, session=command.session, asked=asked, words=command.id, by=command.by
    )


def change(command: ChangeCommitment, before: Promise | None, now: datetime) -> CommitmentChanged:
    """Record other words or another day for an open promise. The day that it had may stay, even if it is past.

    Raises a `CourseError` if it is not open or was changed meanwhile, or if the new words or the new day will not do.
    """
    promise = promise_of(before)
    if not promise.open:
        raise CourseError("promise", "it has ended already", "Make a new promise instead.")
    if command.after != promise.words:
        raise CourseError(
            "promise",
            "it was changed in the meantime, in another tab or on another device",
            "Your words are kept as a draft. Look at the promise as it is now, then save again.",
        )
    _refuse_empty(command.what)
    if command.by != promise.by:
        _refuse_past(command.by, now)
    return CommitmentChanged(commitment=command.commitment, words=command.id, by=command.by)


def answer(command: AnswerCommitment, before: Promise | None, now: datetime) -> CommitmentAnswered:
    """Record what became of a promise. This can be done repeatedly; the newest answer counts.

    Raises a `CourseError` if there is no such promise, or if it cannot be carried forward like this.
    """
    promise_of(before)
    if command.again and command.outcome in {"kept", "dropped"}:
        raise CourseError("promise", "what has ended is not carried forward", "Make a new promise for the next step.")
    _refuse_past(command.again, now)
    return CommitmentAnswered(
        commitment=command.commitment, outcome=command.outcome, words=command.id, again=command.again
    )


def promise_of(before: Promise | None) -> Promise:
    """The promise that there was before; `CourseError` if there was none."""
    if before is None:
        raise CourseError("promise", "there is no such promise of yours", "Choose one from your log.")
    return before


def _refuse_empty(what: str) -> None:
    if not what.strip():
        raise CourseError("promise", "there are no words in it yet", "Write what you will do, then save it.")


def _refuse_past(by: date | None, now: datetime) -> None:
    """Refuse a day that is over everywhere: the writer's clock may be hours behind ours."""
    if by is not None and by < (now - BEHIND).date():
        raise CourseError("promise", "that day is past", "Choose today or a later day, or leave the day empty.")
