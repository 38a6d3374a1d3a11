"""The scripted members of the shipped round: the round can be played from each seat, and keeps its promises."""

from itertools import product

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.scrutiny.messages import CloseRound, Comment, PostPractice, RoundMove, SayLearned, SortRemark
from dlcourse.domain.scrutiny.round import Round, apply, begin, move, replay
from dlcourse.domain.scrutiny.round_view import round_for
from dlcourse.domain.scrutiny.scripted_members import Case, as_written, follow, set_out
from dlcourse.errors import CourseError

CASE = Library(files.data()).exercise("open-practice", Case)
PLAYABLE = [peer.id for peer in CASE.members if peer.playable]
ASKS = [ask.id for ask in CASE.asks]
SAME = {"exercise": CASE.id, "round": "round-01"}
PRACTICE = {ask: PostPractice(id="open-mine", ask=ask, question="What puzzles you?", **SAME) for ask in ASKS}
LESSON = SayLearned(id="my-lesson", learned="Something.", trying="Something else.", **SAME)


def remark_on(member: str) -> Comment:
    """A comment of the learner's."""
    return Comment(id=f"comment-on-{member}", to=member, warm="Warm words.", cool="Cool words.", **SAME)


def sit(seat: str, *, anonymous: bool) -> Round:
    """A new round with the learner in this seat."""
    circle = begin(set_out(CASE, seat, "ann", anonymous=anonymous))
    return replay(circle, follow(CASE, circle))


def say(command: RoundMove, circle: Round, seat: str) -> Round:
    """The circle after the learner's move and all that follows from it."""
    circle = apply(as_written(move(command, circle, seat), command, CASE), circle)
    return replay(circle, follow(CASE, circle))


@pytest.mark.parametrize(("seat", "ask", "anonymous"), list(product(PLAYABLE, ASKS, [False, True])))
def test_a_round_from_each_seat(seat: str, ask: str, anonymous: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Whoever asks, whatever for, gets a comment from everybody; the round can be closed once all who ask have one."""
    circle = sit(seat, anonymous=anonymous)
    assert set(circle.posted) == (set() if seat == CASE.leader else {peer.id for peer in CASE.members} - {seat})
    circle = say(PRACTICE[ask], circle, seat)
    assert circle.received(seat) == len(CASE.members) - 1
    asking = [each.id for each in round_for(seat, circle, CASE, {}, "round-01").members if each.asks_you]
    assert set(circle.not_received) == set(asking) != set()
    for member in asking:
        assert not circle.balanced
        circle = say(remark_on(member), circle, seat)
    assert circle.balanced
    for remark in circle.remarks_to(seat):
        circle = say(SortRemark(id="sort-it-so", remark=remark.id, temper="cool", **SAME), circle, seat)
    circle = say(LESSON, circle, seat)
    if seat == CASE.leader:
        circle = say(CloseRound(id="close-it", **SAME), circle, seat)
    assert circle.closed
    assert {peer.id for peer in CASE.members if peer.learned} | {seat} == set(circle.learned) | {seat}


@pytest.mark.parametrize("seat", PLAYABLE)
def test_other_things_come_back_for_another_ask(seat: str) -> None:
    """The comments depend on what one asks for, and all three tempers are among them."""
    found = {ask: say(PRACTICE[ask], sit(seat, anonymous=False), seat).remarks_to(seat) for ask in ASKS}
    assert len({frozenset(remark.id for remark in remarks) for remarks in found.values()}) == len(ASKS)
    for remarks in found.values():
        assert {remark.temper for remark in remarks} == {"warm", "cool", "neither"}


def test_the_written_leader_waits_for_the_learner() -> None:
    """From a member's seat, the round stays open until the learner has commented and said what they learned."""
    circle = say(LESSON, say(PRACTICE["puzzles"], sit("secretary", anonymous=False), "secretary"), "secretary")
    assert not circle.closed
    for member in circle.not_received:
        circle = say(remark_on(member), circle, "secretary")
    assert circle.closed


def test_seats_that_are_not_offered() -> None:
    """A seat that is not playable, or does not exist, cannot be taken."""
    for seat in ("custodian", "nobody"):
        with pytest.raises(CourseError, match="cannot be taken"):
            set_out(CASE, seat, "ann", anonymous=False)


def test_an_unknown_kind_of_feedback() -> None:
    """Only the kinds of feedback that the case knows can be asked for."""
    odd = PRACTICE["works"].model_copy(update={"ask": "praise"})
    with pytest.raises(CourseError, match="no such kind of feedback"):
        say(odd, sit("principal", anonymous=False), "principal")


def test_the_case_names_only_what_it_has() -> None:
    """Remarks are between members of the case and fit its asks; their ids are unique and do not say whose they are."""
    ids, seats = [remark.id for remark in CASE.remarks], {peer.id for peer in CASE.members}
    assert len(set(ids)) == len(ids)
    assert {seat for remark in CASE.remarks for seat in (remark.by, remark.to)} <= seats
    assert {remark.asked for remark in CASE.remarks} - {""} <= set(ASKS) == {peer.practice.ask for peer in CASE.members}
    assert [each for each in ids if any(seat in each for seat in seats)] == []


def test_who_asks_the_learner_has_a_comment_to_compare_with() -> None:
    """Members whom nobody comments on have a comment from the author, and only the others say what they learned."""
    served = {remark.to for remark in CASE.remarks}
    for peer in CASE.members:
        assert (peer.put is None) == (peer.id in served)
        assert bool(peer.learned) == (peer.id in served)
