"""The written members of a solo round: a case as its author wrote it, and what its members do by themselves.

They never respond to what the learner writes, because nobody reads it.
"""

from collections.abc import Iterator

from dlcourse.domain.scrutiny.messages import (
    Commented,
    LearnedSaid,
    PostPractice,
    PracticePosted,
    Remark,
    RoundBegun,
    RoundClosed,
    RoundMember,
    RoundMove,
)
from dlcourse.domain.scrutiny.round import Round, apply
from dlcourse.domain.speech import Event, Value
from dlcourse.errors import CourseError


class KindOfAsk(Value):
    """A kind of feedback to ask for, with an example of how to ask."""

    id: str
    name: str
    example: str


class WrittenPractice(Value):
    """The practice of a written member, and what its owner asks for if the learner does not take that seat."""

    title: str
    text: str
    ask: str
    question: str


class Put(Value):
    """An example of a comment on a practice, warm and cool, and what makes it useful."""

    warm: str
    cool: str
    why: str


class ScriptedMember(Value):
    """A written member. The learner can take ``playable`` seats.

    ``learned`` is what the member tells the others in the end; ``put`` is shown next to the learner's own comment.
    """

    id: str
    name: str
    about: str
    practice: WrittenPractice
    playable: bool = False
    learned: str = ""
    put: Put | None = None


class WrittenRemark(Remark):
    """A remark ``by`` one member ``to`` another; with ``asked``, it is used only if that kind was asked for."""

    by: str
    to: str
    asked: str = ""


class Case(Value):
    """A solo round as its author wrote it."""

    id: str
    title: str
    setting: str
    leader: str
    asks: tuple[KindOfAsk, ...]
    members: tuple[ScriptedMember, ...]
    remarks: tuple[WrittenRemark, ...]

    def peer(self, seat: str) -> ScriptedMember | None:
        """The written member in this seat; None if nothing is written for it, as in a round of people only."""
        return next((peer for peer in self.members if peer.id == seat), None)


def set_out(case: Case, seat: str, person: str, *, anonymous: bool) -> RoundBegun:
    """The start of a round with this person in the seat; `CourseError` if the seat cannot be taken."""
    if seat not in {peer.id for peer in case.members if peer.playable}:
        raise CourseError("seat", "it cannot be taken in this round", "Choose one of the seats that are shown.")
    members = tuple(RoundMember(id=peer.id, name=peer.name, about=peer.about) for peer in case.members)
    seats = {seat: person}
    return RoundBegun(exercise=case.id, leader=case.leader, members=members, seats=seats, anonymous=anonymous)


def as_written(event: Event, command: RoundMove, case: Case) -> Event:
    """The event, with the practice that is written for its seat, if any; `CourseError` if there are no words at all."""
    if not isinstance(event, PracticePosted) or not isinstance(command, PostPractice):
        return event
    if event.ask not in {ask.id for ask in case.asks}:
        raise CourseError("practice", "there is no such kind of feedback", "Choose one of those that are shown.")
    peer = case.peer(event.by)
    if peer is None and not command.words.strip():
        raise CourseError("practice", "nothing is written", "Describe what you do, in a few sentences.")
    written = {"title": peer.practice.title, "written": peer.practice.text} if peer else {}
    return event.model_copy(update=written)


def follow(case: Case, circle: Round) -> tuple[Event, ...]:
    """What the written members do next, in turn, until they have to wait for somebody who is not written."""
    happened: list[Event] = []
    while event := next(_next(case, circle), None):
        happened.append(event)
        circle = apply(event, circle)
    return tuple(happened)


def _next(case: Case, circle: Round) -> Iterator[Event]:
    """The possible next events; the first one happens."""
    if circle.closed:
        return
    written = [peer for peer in case.members if peer.id in circle.ids and peer.id not in circle.seats]
    for peer in written:
        if peer.id not in circle.posted and (peer.id == circle.leader or circle.leader in circle.posted):
            yield _opened(peer)
    for peer in written:
        yield from (said for said in _comments(case, circle, peer.id) if (said.by, said.to) not in circle.comments)
    if circle.handed_out and circle.learned.keys() & circle.seats.keys():
        for peer in written:
            if peer.learned and peer.id not in circle.learned and circle.received(peer.id):
                yield LearnedSaid(by=peer.id, written=peer.learned)
        if circle.leader not in circle.seats and circle.balanced:
            yield RoundClosed(by=circle.leader)


def _opened(peer: ScriptedMember) -> PracticePosted:
    practice = peer.practice
    return PracticePosted(
        by=peer.id, ask=practice.ask, title=practice.title, written=practice.text, question=practice.question
    )


def _comments(case: Case, circle: Round, by: str) -> Iterator[Commented]:
    """A written member's comments on the open practices, as their owners asked for."""
    for to, practice in circle.posted.items():
        fitting = [
            Remark(id=each.id, text=each.text, temper=each.temper, why=each.why)
            for each in case.remarks
            if (each.by, each.to) == (by, to) and each.asked in {"", practice.ask}
        ]
        if fitting:
            yield Commented(by=by, to=to, remarks=tuple(fitting))
