"""Who may do and see what of the reciprocity ledger: an expectation is for its two sides alone."""

from dlcourse.domain.policy import OWN, Rules, member, member_topic
from dlcourse.domain.reciprocity.expectation import no_such_expectation
from dlcourse.domain.reciprocity.messages import (
    EXPECTATIONS,
    AnswerExpectation,
    AskExpectation,
    CloseExpectation,
    ExpectationMove,
    Ledger,
    OfferCapacity,
    TakeLedger,
    TellUpward,
    WithdrawExpectation,
)

A_SIDE = member(lambda command: (EXPECTATIONS + command.expectation,), no_such_expectation)

RULES: Rules = {
    AskExpectation: OWN,
    ExpectationMove: A_SIDE,
    OfferCapacity: A_SIDE,
    AnswerExpectation: A_SIDE,
    TellUpward: A_SIDE,
    CloseExpectation: A_SIDE,
    WithdrawExpectation: A_SIDE,
    Ledger: OWN,
    TakeLedger: OWN,
    EXPECTATIONS: member_topic(no_such_expectation),
}
