"""Expectations: in force only with capacity given and accepted, closed only after both sides have said their part."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.reciprocity.expectation import Expectation, after, end_without_partner, expectation_of, move
from dlcourse.domain.reciprocity.messages import (
    AnswerExpectation,
    AskExpectation,
    CapacityOffered,
    CloseExpectation,
    ExpectationAnswered,
    ExpectationAsked,
    ExpectationClosed,
    ExpectationMove,
    ExpectationWithdrawn,
    OfferCapacity,
    Side,
    TellUpward,
    UpwardTold,
    WithdrawExpectation,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.examples import examples

DAY = date(2027, 3, 1)
WHO = st.sampled_from(["ann", "ben", "eve"])
WORDS = st.sampled_from(["", "  ", "Two free afternoons"])
SAME: dict[str, Any] = {"id": "a-command", "expectation": "expectation-1"}


def offer(time: str = "Two afternoons", **words: str) -> OfferCapacity:
    """The asker's offer."""
    return OfferCapacity(**SAME, what="Bring student work", time=time, on=DAY, **words)


class AnyExpectation(RuleBasedStateMachine):
    """Three people who try everything in any order. Ann asks Ben; Eve has no part in it."""

    @initialize(alone=st.booleans())
    def ask(self, alone: bool) -> None:  # noqa: FBT001 (Hypothesis names it)
        """Begin with two people, or with one who writes both sides. Nobody can accept it before something is given."""
        self.happened: list[Event] = [ExpectationAsked(seats=seats_of(alone=alone), cohort="", words="asked")]
        self.other = "ann" if alone else "ben"
        assert not self.do(AnswerExpectation(**SAME, answer="accepted", after=1), self.other)

    @property
    def state(self) -> Expectation:
        """The expectation as it stands."""
        return expectation_of(self.happened)

    def do(self, command: ExpectationMove, person: str) -> bool:
        """Try a move; returns whether it was allowed."""
        try:
            event = move(command, self.state, person)
        except CourseError:
            return False
        self.happened.append(event)
        return True

    @rule(who=WHO, time=WORDS, training=WORDS)
    def offer(self, who: str, time: str, training: str) -> None:
        """Say what is given, or nothing: only the asker can, and only something counts."""
        may = who == "ann" and self.state.stage in {"asked", "offered", "sent-back"} and bool((time + training).strip())
        assert self.do(offer(time, training=training), who) == may

    @rule(who=WHO, answer=st.sampled_from(["accepted", "sent-back", "declined"]), words=WORDS, late=st.booleans())
    def answer(self, who: str, answer: Any, words: str, late: bool) -> None:  # noqa: FBT001
        """Answer what stands there, or what stood there before."""
        before = self.state
        command = AnswerExpectation(**SAME, answer=answer, words=words, after=before.length - late)
        may = who == self.other and before.stage in {"asked", "offered"} and not late
        may = may and (answer != "accepted" or bool(before.given)) and (answer != "sent-back" or bool(words.strip()))
        assert self.do(command, who) == may

    @rule(who=WHO, helped=WORDS)
    def tell(self, who: str, helped: str) -> None:
        """Say what helped: only the other side, while it is in force."""
        may = who == self.other and self.state.stage == "in-force" and bool(helped.strip())
        assert self.do(TellUpward(**SAME, helped=helped), who) == may

    @rule(who=WHO)
    def close(self, who: str) -> None:
        """Close it: only the asker, and only after the other side has told something."""
        may = who == "ann" and self.state.stage == "in-force" and bool(self.state.told)
        assert self.do(CloseExpectation(**SAME, outcome="met", learned="It took three"), who) == may

    @rule(who=WHO)
    def withdraw(self, who: str) -> None:
        """Take it back: only the asker, and never once it is in force."""
        may = who == "ann" and self.state.stage in {"asked", "offered", "sent-back"}
        assert self.do(WithdrawExpectation(**SAME), who) == may

    @rule(who=WHO)
    def end_because_the_other_side_left(self, who: str) -> None:
        """End it without the other side: either side can, until it is over; alone there is no other side."""
        may = self.other == "ben" and who != "eve"
        may = may and self.state.stage in {"asked", "offered", "sent-back", "in-force"}
        try:
            self.happened.append(end_without_partner(self.state, who))
        except CourseError:
            assert not may
        else:
            assert may
            assert self.state.stage == "withdrawn"

    @rule()
    def come_to_an_agreement(self) -> None:
        """Do what makes it in force, so that more happens."""
        if self.state.stage in {"asked", "offered", "sent-back"}:
            assert self.do(offer(), "ann")
            assert self.do(AnswerExpectation(**SAME, answer="accepted", after=self.state.length), self.other)

    @invariant()
    def in_force_only_with_capacity_and_acceptance(self) -> None:
        """Whatever is or was in force was accepted right after something was given for it.

        It stays in force until it is closed, or until one side has left.
        """
        accepted = [n for n, event in enumerate(self.happened) if is_accepted(event)]
        assert bool(accepted) or self.state.stage not in {"in-force", "closed"}
        assert not accepted or self.state.stage in {"in-force", "closed"} or self.state.left
        assert len(accepted) <= 1
        for place in accepted:
            before = self.happened[place - 1]
            assert isinstance(before, CapacityOffered)
            assert before.given

    @invariant()
    def closed_only_with_feedback_upward(self) -> None:
        """Before it was closed, the other side told something; the asker's lesson belongs to the event that closed."""
        for place, event in enumerate(self.happened):
            if isinstance(event, ExpectationClosed):
                assert any(isinstance(each, UpwardTold) for each in self.happened[:place])
                assert event.words
                assert place == len(self.happened) - 1


TestExpectation = AnyExpectation.TestCase
TestExpectation.settings = settings(max_examples=examples(100), stateful_step_count=30, deadline=None)


def seats_of(*, alone: bool) -> dict[Side, str]:
    """The seats of an expectation of Ann's."""
    return {"asker": "ann"} if alone else {"asker": "ann", "other": "ben"}


def is_accepted(event: Event) -> bool:
    """Whether the event accepts the expectation."""
    return isinstance(event, ExpectationAnswered) and event.answer == "accepted"


@pytest.mark.parametrize(("side", "roles"), [("asker", ("Dean", "Tutor")), ("other", ("Tutor", "Dean"))])
def test_roles_stand_on_their_side(side: Side, roles: tuple[str, str]) -> None:
    """Whoever writes it down says their own role first, on whichever side they are."""
    command = AskExpectation(**SAME, side=side, role="Dean", whom="Tutor", what="Bring student work")
    (text,) = command.texts().values()
    assert f'"asker": "{roles[0]}", "other": "{roles[1]}"' in text


@given(st.lists(st.sampled_from(["offered", "accepted", "told", "closed", "withdrawn", "left"]), max_size=6))
def test_events_that_no_command_leads_to_are_refused(kinds: list[str]) -> None:
    """Whatever a file holds, nothing is in force without an offer, and nothing is closed before the feedback."""
    made: dict[str, Event] = {
        "offered": CapacityOffered(given=("time",), on=DAY, words="offer"),
        "accepted": ExpectationAnswered(answer="accepted", words="answer"),
        "told": UpwardTold(words="told"),
        "closed": ExpectationClosed(outcome="met", words="learned"),
        "withdrawn": ExpectationWithdrawn(),
        "left": ExpectationWithdrawn(left=True),
    }
    state = Expectation(ExpectationAsked(seats=seats_of(alone=False), cohort="", words="asked"))
    with suppress(CourseError):
        for kind in kinds:
            state = after(made[kind], state)
    told = kinds[: state.length - 1]
    assert "accepted" not in told or told[told.index("accepted") - 1] == "offered"
    assert "closed" not in told or {"accepted", "told"} <= {*told[: told.index("closed")]}
    assert "withdrawn" not in told or ("accepted" not in told and told[-1] == "withdrawn")
    assert "left" not in told[:-1]


def test_what_does_not_begin_as_an_expectation_is_none() -> None:
    """A stream without its first event, or with no seat in it, is refused."""
    nobody = ExpectationAsked(seats={}, cohort="", words="asked")
    for events in ([], [UpwardTold(words="told")], [nobody]):
        with pytest.raises(CourseError, match="no such expectation"):
            expectation_of(events)
