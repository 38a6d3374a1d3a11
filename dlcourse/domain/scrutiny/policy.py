"""Who may do and see what of scrutiny: a round is for its members, and one's own practice is only for oneself."""

from dlcourse.domain.policy import OWN, Rules, member
from dlcourse.domain.scrutiny.messages import (
    ROUNDS,
    BeginOwnRound,
    BeginRound,
    CloseRound,
    Comment,
    PostPractice,
    RoundMove,
    SayLearned,
    Scrutiny,
    SortRemark,
)
from dlcourse.domain.scrutiny.own_practice import OwnPractice, ReadAs, WriteDown
from dlcourse.domain.scrutiny.round import Round
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError


def no_such_round() -> CourseError:
    """The error for a round that is not the viewer's or does not exist; it is the same for both."""
    return CourseError("round", "there is no such round of yours", "Reload the page, or begin a new one.")


IN_THE_ROUND = member(lambda command: (ROUNDS + command.round,), no_such_round)

RULES: Rules = {
    BeginRound: OWN,
    BeginOwnRound: OWN,
    RoundMove: IN_THE_ROUND,
    PostPractice: IN_THE_ROUND,
    Comment: IN_THE_ROUND,
    SortRemark: IN_THE_ROUND,
    SayLearned: IN_THE_ROUND,
    CloseRound: IN_THE_ROUND,
    Scrutiny: OWN,
    WriteDown: OWN,
    ReadAs: OWN,
    OwnPractice: OWN,
}


def member_of(circle: Round, viewer: Viewer) -> str:
    """The seat that the viewer has in a round.

    If they have none, raises the same `CourseError` as for a missing round.
    """
    for seat, holder in circle.seats.items():
        if holder == viewer.person:
            return seat
    raise no_such_round()
