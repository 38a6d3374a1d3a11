"""Scrutiny rounds: whatever people do in whatever order, the leader is first, and everybody gives and receives."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.scrutiny.messages import CloseRound, RoundBegun, RoundMember, RoundMove
from dlcourse.domain.scrutiny.policy import member_of
from dlcourse.domain.scrutiny.round import Round, apply, begin, move
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from tests.domain.scrutiny.circles import SEATS, circle_of, comment, lesson, practice, view, words_of
from tests.examples import examples

ANYBODY = st.integers(0, len(SEATS) - 1)
CLOSE = CloseRound(id="close-it", exercise="bare", round="round-01")


class AnyRound(RuleBasedStateMachine):
    """People who open, comment, learn and close in any order, next to a ledger that knows no rules."""

    circle: Round

    @initialize(many=st.integers(2, 6), anonymous=st.booleans(), well_begun=st.booleans())
    def sit(self, many: int, anonymous: bool, well_begun: bool) -> None:  # noqa: FBT001 (Hypothesis names them)
        """Begin a round; sometimes all practices are already open, so that more happens."""
        self.circle = circle_of(many, anonymous=anonymous and many >= 5)
        self.seats = SEATS[:many]
        self.opened: list[str] = []
        self.said: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}
        for who in range(many if well_begun else 0):
            self.open(who)

    def do(self, command: RoundMove, by: str) -> bool:
        """Try a move; returns whether it was allowed."""
        try:
            happened = move(command, self.circle, by)
        except CourseError:
            return False
        self.circle = apply(happened, self.circle)
        self.texts |= words_of(command)
        return True

    @rule(who=ANYBODY)
    def open(self, who: int) -> None:
        """Open a practice: the leader at any time, the others after that, each once."""
        by = self.seats[who % len(self.seats)]
        may = not self.circle.closed and by not in self.opened and (by == "a" or "a" in self.opened)
        assert self.do(practice(by), by) == may
        self.opened += [by] * may

    @rule(who=ANYBODY, whom=ANYBODY)
    def comment(self, who: int, whom: int) -> None:
        """Comment on somebody's practice, on one's own, or on none."""
        by, to = self.seats[who % len(self.seats)], self.seats[whom % len(self.seats)]
        over = self.circle.closed or (self.circle.anonymous and self.everybody)
        may = not over and by != to and {by, to} <= set(self.opened)
        assert self.do(comment(by, to), by) == may
        self.said += [(by, to)] * may

    @rule(who=ANYBODY)
    def learn(self, who: int) -> None:
        """Say what one learned, which is allowed only after reading a comment."""
        by = self.seats[who % len(self.seats)]
        received = by in {to for _, to in self.said}
        assert self.do(lesson(by), by) == (received and (self.everybody or not self.circle.anonymous))

    @rule(who=ANYBODY)
    def close(self, who: int) -> None:
        """Close the round, which is allowed only for its leader, after everybody has given and received."""
        by = self.seats[who % len(self.seats)]
        may = by == "a" and self.everybody and not self.circle.closed
        assert self.do(CLOSE, by) == may

    @rule()
    def everyone_comments_on_everyone(self) -> None:
        """Do everything that is possible, so that rounds are closed often."""
        for by, to in permutations(self.opened, 2):
            assert self.do(comment(by, to), by) or self.circle.closed or self.circle.anonymous
            self.said += [(by, to)] * ((by, to) in self.circle.comments)

    @rule(whom=ANYBODY)
    def everyone_comments_on_one(self, whom: int) -> None:
        """Everybody comments on only one person's practice, as circles tend to do with their leader's."""
        to = self.seats[whom % len(self.seats)]
        for by in self.opened:
            if self.do(comment(by, to), by):
                self.said.append((by, to))

    @property
    def everybody(self) -> bool:
        """Whether everybody is on both sides of the ledger."""
        return {by for by, _ in self.said} == {to for _, to in self.said} == set(self.seats)

    @invariant()
    def the_leader_is_first(self) -> None:
        """Nothing is open before the leader's practice."""
        assert self.opened[:1] in ([], ["a"])

    @invariant()
    def nobody_leaves_without_both(self) -> None:
        """A closed round has everybody, the leader included, on both sides."""
        assert self.everybody or not self.circle.closed

    @invariant()
    def it_can_be_closed_when_everybody_has_both(self) -> None:
        """The leader can close the round exactly if everybody is on both sides, and nobody else ever can."""
        for by in self.seats:
            try:
                move(CLOSE, self.circle, by)
            except CourseError:
                assert not (by == "a" and self.everybody) or self.circle.closed
            else:
                assert by == "a"
                assert self.everybody

    @invariant()
    def nobody_sees_what_is_not_theirs(self) -> None:
        """With names, the circle sees everything; without, only the giver and, once all have given, the receiver."""
        for viewer in self.seats:
            seen = view(viewer, self.circle, self.texts).model_dump_json()
            for by, to in self.circle.comments:
                mine = viewer == by or (viewer == to and self.everybody)
                may = mine or not self.circle.anonymous
                assert (f"warm {by} to {to}" in seen) == (f"cool {by} to {to}" in seen) == may


TestRound = AnyRound.TestCase
TestRound.settings = settings(max_examples=examples(60), stateful_step_count=40, deadline=None)


def whole(order: list[tuple[str, str]], texts: dict[str, str]) -> Round:
    """An anonymous round with these comments in this order, and words under changed ids."""
    circle = circle_of(5, anonymous=True)
    for seat in "abcde":
        circle = apply(move(practice(seat), circle, seat), circle)
    for by, to in order:
        said = comment(by, to)
        circle = apply(move(said, circle, by), circle)
        texts.update(words_of(said))
    return circle


RING = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a"), ("c", "b"), ("d", "b")]
"""Who comments on whom: b receives three; nothing is balanced before e has given."""


@given(st.permutations([pair for pair in RING if pair != ("e", "a")]))
def test_no_order_leads_back(order: list[tuple[str, str]]) -> None:
    """In an anonymous round, everybody sees the same, whatever the order of the comments."""
    first: dict[str, str] = {}
    second: dict[str, str] = {}
    one = whole([*(pair for pair in RING if pair != ("e", "a")), ("e", "a")], first)
    other = whole([*order, ("e", "a")], second)
    assert [view(seat, one, first) for seat in "abcde"] == [view(seat, other, second) for seat in "abcde"]


@given(st.permutations(["a", "c", "d"]))
def test_no_name_leads_back(givers: list[str]) -> None:
    """In an anonymous round, the receiver sees the same, whichever of the givers wrote which comment."""
    texts: dict[str, str] = {}
    circle = whole([*(pair for pair in RING if pair != ("e", "a")), ("e", "a")], texts)
    for giver, writer in zip("acd", givers, strict=True):
        for half in ("warm", "cool"):
            texts[f"comment-{giver}-b/{half}"] = f"{half} words of {writer}"
    shown = view("b", circle, texts)
    own = next(member for member in shown.members if member.you)
    assert own.practice is not None
    assert {said.text for said in own.practice.heard} == {f"{h} words of {w}" for h in ("warm", "cool") for w in "acd"}
    assert {said.by for said in own.practice.heard} == {""}
    texts.update({f"comment-{g}-b/{half}": f"{half} words of {g}" for g in "acd" for half in ("warm", "cool")})
    assert view("b", circle, texts) == shown


def test_without_names_nobody_is_told_how_often_others_gave() -> None:
    """Before the comments are handed out, people know how many they gave, but only how many others have given any."""
    texts: dict[str, str] = {}
    shown = view("b", whole([("a", "b"), ("b", "c"), ("c", "b")], texts), texts)
    assert [(member.given, member.received) for member in shown.members if not member.you] == [(None, None)] * 4
    assert [(member.given, member.received) for member in shown.members if member.you] == [(1, None)]
    assert (shown.have_given, shown.have_received, shown.to_give, shown.to_receive) == (3, 2, (), ())


def test_to_receive_is_not_to_give_and_to_give_is_not_to_receive() -> None:
    """A round stays open while any member, including the leader, has only given or only received."""
    for missing in (
        [("b", "a"), ("c", "b")],
        [("a", "b"), ("b", "c"), ("c", "b")],
        [("b", "a"), ("c", "a"), ("b", "c")],
    ):
        circle = circle_of(3)
        for seat in "abc":
            circle = apply(move(practice(seat), circle, seat), circle)
        for by, to in missing:
            circle = apply(move(comment(by, to), circle, by), circle)
        with pytest.raises(CourseError, match="both given and received"):
            move(CLOSE, circle, "a")


@pytest.mark.parametrize("many", [2, 3, 4])
def test_a_small_circle_has_names(many: int) -> None:
    """With fewer than five members, anonymous comments are refused, because everybody could tell whose they are."""
    with pytest.raises(CourseError, match="at least 5 members"):
        circle_of(many, anonymous=True)


def test_what_is_no_circle() -> None:
    """A circle of one member, with a member twice, or with a leader or person without a seat, is refused."""
    one, two = RoundMember(id="a", name="A"), RoundMember(id="b", name="B")
    for members, leader, seats in (
        ((one,), "a", {}),
        ((one, one), "a", {}),
        ((one, two), "c", {}),
        ((one, two), "a", {"c": "person-c"}),
    ):
        with pytest.raises(CourseError, match="do not make a circle"):
            begin(RoundBegun(exercise="bare", leader=leader, members=members, seats=seats))


def test_only_who_sits_there() -> None:
    """A person without a seat in the round gets the same answer as if there were no round."""
    circle = circle_of(3)
    assert member_of(circle, Viewer("person-b")) == "b"
    with pytest.raises(CourseError, match="there is no such round of yours"):
        member_of(circle, Viewer("somebody"))


def test_a_comment_may_be_written_anew() -> None:
    """A second comment on the same practice replaces the first and counts once."""
    circle = circle_of(2)
    for by in "ab":
        circle = apply(move(practice(by), circle, by), circle)
    for _ in range(2):
        circle = apply(move(comment("a", "b"), circle, "a"), circle)
    assert (circle.given("a"), circle.received("b")) == (1, 1)
