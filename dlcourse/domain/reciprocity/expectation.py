"""One expectation as a state machine. It knows sides and stages, neither people's words nor their names.

An expectation is in force only once the one who asks has said what they give for it, and the other side has accepted
exactly that. It is closed only after the other side has said what helped, and with what the one who asked has learned.
If one side has left, the other one can end it without that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import singledispatch
from itertools import chain
from typing import Literal

from dlcourse.domain.reciprocity.messages import (
    AnswerExpectation,
    CapacityKind,
    CapacityOffered,
    CloseExpectation,
    ExpectationAnswered,
    ExpectationAsked,
    ExpectationClosed,
    ExpectationMove,
    ExpectationOutcome,
    ExpectationWithdrawn,
    OfferCapacity,
    Side,
    TellUpward,
    UpwardTold,
    WithdrawExpectation,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

Stage = Literal["asked", "offered", "sent-back", "declined", "in-force", "closed", "withdrawn"]
OPEN: tuple[Stage, ...] = ("asked", "offered", "sent-back")
"""The stages before an expectation is in force or has come to nothing."""
GOING_ON: tuple[Stage, ...] = (*OPEN, "in-force")
"""The stages in which something can still happen."""
KINDS: tuple[CapacityKind, ...] = ("time", "training", "example")


@dataclass(frozen=True)
class Expectation:
    """The state of an expectation.

    ``offer``, ``told`` and ``learned`` are the ids of the newest texts of their kind, or empty. ``left`` is true if it
    was ended because one side had left. ``length`` counts the events.
    """

    asked: ExpectationAsked
    stage: Stage = "asked"
    given: tuple[CapacityKind, ...] = ()
    on: date | None = None
    offer: str = ""
    answers: tuple[ExpectationAnswered, ...] = ()
    told: str = ""
    learned: str = ""
    outcome: ExpectationOutcome | None = None
    left: bool = False
    length: int = 1

    @property
    def alone(self) -> bool:
        """Whether one person writes both sides."""
        return len(self.asked.seats) == 1

    def words_of(self, side: Side) -> tuple[str, ...]:
        """The ids of the texts of one side; if one person writes both, these are the texts of both."""
        said = {"asker": [self.offer, self.learned], "other": [*(each.words for each in self.answers), self.told]}
        said[self.asked.by].append(self.asked.words)
        return tuple(filter(None, chain(*said.values()) if self.alone else said[side]))

    def side_of(self, person: str) -> Side | None:
        """The side on which this person is; None if they are on neither."""
        return next((side for side, seated in self.asked.seats.items() if seated == person), None)

    def acts_for(self, person: str) -> frozenset[Side]:
        """The sides for which this person writes: their own, and the other one if nobody is there."""
        if self.side_of(person) is None:
            return frozenset()
        return frozenset(side for side in ("asker", "other") if self.asked.seats.get(side, person) == person)


def no_such_expectation() -> CourseError:
    """The error for an expectation in which one is no side, or that does not exist; it is the same for both."""
    return CourseError("expectation", "there is no such expectation of yours", "Reload the page.")


def expectation_of(events: Iterable[Event]) -> Expectation:
    """The state after these events. Raises a `CourseError` if no order of commands leads to them."""
    happened = iter(events)
    first = next(happened, None)
    if not isinstance(first, ExpectationAsked) or not first.seats:
        raise no_such_expectation()
    found = Expectation(first)
    for event in happened:
        found = after(event, found)
    return found


def after(event: Event, state: Expectation) -> Expectation:
    """The state after one more event. Raises a `CourseError` if it cannot come next."""
    if not _may_follow(event, state):
        raise CourseError("expectation", "its steps do not fit together", "Ask whoever runs the course.")
    state = replace(state, length=state.length + 1)
    match event:
        case CapacityOffered(given=given, on=on, words=words):
            return replace(state, stage="offered", given=given, on=on, offer=words)
        case ExpectationAnswered(answer=answer):
            stages: Mapping[str, Stage] = {"accepted": "in-force", "sent-back": "sent-back", "declined": "declined"}
            return replace(state, stage=stages[answer], answers=(*state.answers, event))
        case UpwardTold(words=words):
            return replace(state, told=words)
        case ExpectationClosed(outcome=outcome, words=words):
            return replace(state, stage="closed", outcome=outcome, learned=words)
        case ExpectationWithdrawn(left=left):
            return replace(state, stage="withdrawn", left=left)
        case _:
            return state


def _may_follow(event: Event, state: Expectation) -> bool:
    match event:
        case CapacityOffered(given=given):
            return state.stage in OPEN and bool(given)
        case ExpectationAnswered(answer="accepted"):
            return state.stage == "offered"
        case ExpectationAnswered():
            return state.stage in {"asked", "offered"}
        case UpwardTold():
            return state.stage == "in-force"
        case ExpectationClosed():
            return state.stage == "in-force" and bool(state.told)
        case ExpectationWithdrawn(left=True):
            return state.stage in GOING_ON and not state.alone
        case ExpectationWithdrawn():
            return state.stage in OPEN
        case _:
            return False


@singledispatch
def move(command: ExpectationMove, state: Expectation, person: str) -> Event:  # noqa: ARG001 (the kinds of move use them)
    """The event that records a command of this person. Raises a `CourseError` if that is not possible now."""
    raise CourseError("expectation", "nobody here can do that", "Reload the page.")


@move.register
def _offer(command: OfferCapacity, state: Expectation, person: str) -> Event:
    _acts(person, "asker", state)
    _stands(state, OPEN)
    words = {"time": command.time, "training": command.training, "example": command.example}
    given = tuple(kind for kind in KINDS if words[kind].strip())
    if not given:
        what = "nothing is given for it yet"
        raise CourseError("capacity", what, "Write what you give for it: time, training, or an example of your own.")
    return CapacityOffered(given=given, on=command.on, words=command.id)


@move.register
def _answer(command: AnswerExpectation, state: Expectation, person: str) -> Event:
    _acts(person, "other", state)
    _stands(state, ("asked", "offered"))
    if command.after != state.length:
        raise CourseError("your answer", "the expectation has changed in the meantime", "Read it again, then answer.")
    if command.answer == "accepted" and not state.given:
        what = "nothing is given for it yet"
        raise CourseError("your answer", what, "Send it back, and say what you would need to be able to do it.")
    if command.answer == "sent-back" and not command.words.strip():
        raise CourseError("your answer", "it does not say what would have to change", "Write it in a sentence.")
    return ExpectationAnswered(answer=command.answer, words=command.id)


@move.register
def _tell(command: TellUpward, state: Expectation, person: str) -> Event:
    _acts(person, "other", state)
    _stands(state, ("in-force",))
    if not (command.helped.strip() or command.missing.strip()):
        raise CourseError("what helped", "nothing is written yet", "Write what helped, or what was missing.")
    return UpwardTold(words=command.id)


@move.register
def _close(command: CloseExpectation, state: Expectation, person: str) -> Event:
    _acts(person, "asker", state)
    _stands(state, ("in-force",))
    if not state.told:
        what = "the other side has not said yet what helped and what was missing"
        raise CourseError("expectation", what, "Ask them first. Then close it with what you learned.")
    return ExpectationClosed(outcome=command.outcome, words=command.id)


@move.register
def _withdraw(command: WithdrawExpectation, state: Expectation, person: str) -> Event:  # noqa: ARG001
    _acts(person, "asker", state)
    _stands(state, OPEN)
    return ExpectationWithdrawn()


def end_without_partner(state: Expectation, person: str) -> ExpectationWithdrawn:
    """The event by which one side ends it, because nobody is on the other side any more.

    Raises a `CourseError` if it is over, or if the person is on neither side or writes both.
    """
    if state.alone or state.side_of(person) is None:
        raise no_such_expectation()
    _stands(state, GOING_ON)
    return ExpectationWithdrawn(left=True)


def _acts(person: str, side: Side, state: Expectation) -> None:
    sides = state.acts_for(person)
    if not sides:
        raise no_such_expectation()
    if side not in sides:
        what = "this is for the one who asks" if side == "asker" else "this is for the one of whom it is asked"
        raise CourseError("expectation", what, "Wait for them, or talk to them.")


def _stands(state: Expectation, stages: tuple[Stage, ...]) -> None:
    if state.stage not in stages:
        raise CourseError("expectation", "that is not possible as it stands now", "Reload the page, then look again.")
