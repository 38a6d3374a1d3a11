"""A scrutiny round as a state machine: the leader opens a practice first, and everybody gives and receives comments.

The round can be closed only when every member, including the leader, has both given and received. Nobody waits for
members who have left. The state knows seats only, neither people nor words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch

from dlcourse.domain.scrutiny.messages import (
    CloseRound,
    Comment,
    Commented,
    LearnedSaid,
    PostPractice,
    PracticePosted,
    Remark,
    RemarkSorted,
    RoundBegun,
    RoundClosed,
    RoundMember,
    RoundMove,
    SayLearned,
    SortRemark,
    Temper,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

LEAST_FOR_NO_NAMES = 5
"""The fewest members of an anonymous round. With fewer, everybody could tell who wrote what."""


@dataclass(frozen=True)
class Round:
    """The state of a round. ``comments`` are keyed by giver and receiver, ``sorted`` by member and remark.

    ``cohort`` is that of a round of people, and ``gone`` are the seats of those who have left it since.
    """

    leader: str
    members: tuple[RoundMember, ...]
    seats: Mapping[str, str]
    anonymous: bool
    cohort: str = ""
    posted: Mapping[str, PracticePosted] = field(default_factory=dict)
    comments: Mapping[tuple[str, str], Commented] = field(default_factory=dict)
    sorted: dict[tuple[str, str], Temper] = field(default_factory=dict)
    learned: Mapping[str, LearnedSaid] = field(default_factory=dict)
    closed: bool = False
    gone: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The seats of the round."""
        return frozenset(member.id for member in self.members)

    @property
    def staying(self) -> tuple[str, ...]:
        """The seats of those who have not left."""
        return tuple(member.id for member in self.members if member.id not in self.gone)

    def may_lead(self, seat: str) -> bool:
        """Whether this member may go first and close the round: its leader, or anybody once the leader has left."""
        return seat == self.leader or self.leader in self.gone

    def given(self, seat: str) -> int:
        """The number of others that this member has commented on."""
        return sum(giver == seat for giver, _ in self.comments)

    def received(self, seat: str) -> int:
        """The number of others from whom this member has received a comment."""
        return sum(receiver == seat for _, receiver in self.comments)

    @property
    def not_given(self) -> tuple[str, ...]:
        """The members who have given no comment yet, without those who left."""
        return tuple(seat for seat in self.staying if not self.given(seat))

    @property
    def not_received(self) -> tuple[str, ...]:
        """The members who have received no comment yet, without those who left."""
        return tuple(seat for seat in self.staying if not self.received(seat))

    @property
    def balanced(self) -> bool:
        """Whether every member has both given and received."""
        return not self.not_given and not self.not_received

    @property
    def handed_out(self) -> bool:
        """Whether comments may be read: named ones at once, anonymous ones only all together.

        If people have left, too few may be there for comments without names.
        """
        return not self.anonymous or (self.balanced and len(self.staying) >= LEAST_FOR_NO_NAMES)

    def remarks_to(self, seat: str) -> tuple[Remark, ...]:
        """The written remarks that this member received."""
        return tuple(remark for (_, to), comment in self.comments.items() if to == seat for remark in comment.remarks)


def begin(begun: RoundBegun) -> Round:
    """The round at its start; `CourseError` if it could not keep its promises."""
    ids = [member.id for member in begun.members]
    if len(ids) < 2 or len(set(ids)) < len(ids) or begun.leader not in ids or not set(begun.seats) <= set(ids):
        raise CourseError("round", "its members do not make a circle", "Choose a leader and one other at least.")
    if begun.anonymous and len(ids) < LEAST_FOR_NO_NAMES:
        what = f"comments without names need at least {LEAST_FOR_NO_NAMES} members"
        raise CourseError("round", what, "Choose comments with names, or ask more people to join.")
    return Round(begun.leader, begun.members, begun.seats, begun.anonymous, begun.cohort)


def replay(circle: Round, events: Iterable[Event]) -> Round:
    """The round after these events."""
    for event in events:
        circle = apply(event, circle)
    return circle


@singledispatch
def apply(event: Event, circle: Round) -> Round:  # noqa: ARG001 (the kinds of event use it)
    """The round after this event."""
    raise TypeError(f"{type(event).__name__} does not belong to a round")


@apply.register
def _apply_practice_posted(event: PracticePosted, circle: Round) -> Round:
    return replace(circle, posted={**circle.posted, event.by: event})


@apply.register
def _apply_commented(event: Commented, circle: Round) -> Round:
    return replace(circle, comments={**circle.comments, (event.by, event.to): event})


@apply.register
def _apply_remark_sorted(event: RemarkSorted, circle: Round) -> Round:
    return replace(circle, sorted={**circle.sorted, (event.by, event.remark): event.temper})


@apply.register
def _apply_learned_said(event: LearnedSaid, circle: Round) -> Round:
    return replace(circle, learned={**circle.learned, event.by: event})


@apply.register
def _apply_round_closed(event: RoundClosed, circle: Round) -> Round:  # noqa: ARG001 (it is always the leader)
    return replace(circle, closed=True)


@singledispatch
def move(command: RoundMove, circle: Round, seat: str) -> Event:  # noqa: ARG001 (the kinds of move use them)
    """The events that record a member's command; `CourseError` if the round does not allow it."""
    raise CourseError("round", "nothing was said", "Reload the page.")


@move.register
def _post_practice(command: PostPractice, circle: Round, seat: str) -> Event:
    happened = PracticePosted(by=seat, ask=command.ask, words=command.id)
    may_happen(happened, circle)
    return happened


@move.register
def _comment(command: Comment, circle: Round, seat: str) -> Event:
    happened = Commented(by=seat, to=command.to, words=command.id)
    may_happen(happened, circle)
    return happened


@move.register
def _sort_remark(command: SortRemark, circle: Round, seat: str) -> Event:
    if not circle.handed_out or command.remark not in {remark.id for remark in circle.remarks_to(seat)}:
        raise CourseError("remark", "you have received no such remark", "Sort one of those that are shown.")
    return RemarkSorted(by=seat, remark=command.remark, temper=command.temper)


@move.register
def _say_learned(command: SayLearned, circle: Round, seat: str) -> Event:
    if not circle.received(seat) or not circle.handed_out:
        raise CourseError("what you learned", "you have not read any comment yet", "Read what the others say first.")
    return LearnedSaid(by=seat, words=command.id)


@move.register
def _close_round(command: CloseRound, circle: Round, seat: str) -> Event:  # noqa: ARG001 (it says all by its kind)
    happened = RoundClosed(by=seat)
    may_happen(happened, circle)
    return happened


@singledispatch
def may_happen(event: Event, circle: Round) -> None:  # noqa: ARG001 (the kinds of event use them)
    """Raise a `CourseError` if the round does not allow the event."""
    raise TypeError(f"{type(event).__name__} does not belong to a round")


@may_happen.register
def _may_practice_posted(event: PracticePosted, circle: Round) -> None:
    _refuse_if_closed(circle)
    if not circle.may_lead(event.by) and circle.leader not in circle.posted:
        raise CourseError("practice", "the leader has not opened one yet", "The leader's comes first; yours after it.")
    if event.by in circle.posted:
        raise CourseError("practice", "you have opened one in this round already", "Open another in the next round.")


@may_happen.register
def _may_commented(event: Commented, circle: Round) -> None:
    _refuse_if_closed(circle)
    if event.by not in circle.posted:
        raise CourseError("comment", "you have opened no practice of your own yet", "Open yours, then comment.")
    if event.to == event.by or event.to not in circle.posted or event.to in circle.gone:
        raise CourseError("comment", "there is no practice of that member here", "Choose one that is open.")
    if circle.anonymous and circle.balanced:
        what = "the comments have been handed out, and a late one would show whose it is"
        raise CourseError("comment", what, "Keep it for the next round, or say it in person.")


@may_happen.register
def _may_round_closed(event: RoundClosed, circle: Round) -> None:
    _refuse_if_closed(circle)
    if not circle.may_lead(event.by):
        raise CourseError("round", "only its leader closes it", "Ask the leader.")
    if not circle.balanced:
        what = "not every member has both given and received yet"
        raise CourseError("round", what, "Look at who is waiting, and comment on a practice.")


def _refuse_if_closed(circle: Round) -> None:
    if circle.closed:
        raise CourseError("round", "it is closed", "What was said in it can still be read.")
