"""What one member may know about a scrutiny round. Nothing else is in the view, so nothing can leak from it.

In a round with names, everybody reads every comment. In an anonymous round, only the owner of a practice reads the
comments on it: all at once, without names, order, times or ids that lead back. Nobody is told who has commented on whom
or how often.
"""

import hashlib
from collections.abc import Mapping
from typing import Literal

from dlcourse.domain.scrutiny.messages import Commented, Remark, Temper
from dlcourse.domain.scrutiny.round import Round
from dlcourse.domain.scrutiny.scripted_members import Case, KindOfAsk, Put, ScriptedMember, WrittenPractice
from dlcourse.domain.speech import Value, View

Stage = Literal["begin", "post", "round", "closed"]
"""No round yet; my practice is next; the round is going on; the round is closed."""
Texts = Mapping[str, str]


class SeatToTake(Value):
    """A seat that I may take; ``leads`` if it is the leader's."""

    id: str
    name: str
    about: str
    leads: bool
    practice: str


class Heard(Value):
    """Somebody's words about a practice; ``by`` is the name of their author, or empty if they carry none.

    ``remark`` is the id for sorting it, or empty if its author said what it is. Its owner learns ``temper`` and ``why``
    once it was sorted; ``taken_for`` is how the owner sorted it.
    """

    by: str
    text: str
    temper: Temper | None = None
    remark: str = ""
    taken_for: Temper | None = None
    why: str = ""


class MyComment(Value):
    """My comment on a practice, and how somebody else might have written it."""

    warm: str
    cool: str
    put: Put | None


class OpenedPractice(Value):
    """A practice that is open. ``heard`` is what others say about it, as far as I may know."""

    title: str
    written: str
    words: str
    ask: str
    question: str
    heard: tuple[Heard, ...]
    mine: MyComment | None


class InCircle(Value):
    """A member as I see them. ``given`` and ``received`` are None if only the member may know."""

    id: str
    name: str
    about: str
    you: bool
    leads: bool
    practice: OpenedPractice | None
    may_comment: bool
    asks_you: bool
    given: int | None
    received: int | None
    learned: str
    trying: str


class CohortPerson(Value):
    """A person of the viewer's cohort, who could be asked to join a round."""

    person: str
    name: str


class ScrutinyView(View):
    """A round as one member may know it. Before the first round: what it is about, and which seats there are.

    ``own`` is the practice that is written for my seat; ``last_sorted`` is the remark that I sorted last.
    ``have_given`` and ``have_received`` count members; ``to_give`` and ``to_receive`` name those who have not yet, and
    are empty in an anonymous round. ``people`` are those of my cohort; ``setting`` is empty in a round of people.
    """

    exercise: str
    title: str
    setting: str
    asks: tuple[KindOfAsk, ...]
    stage: Stage
    seats: tuple[SeatToTake, ...] = ()
    round: str = ""
    anonymous: bool = False
    you: str = ""
    leads: bool = False
    handed_out: bool = False
    balanced: bool = False
    members: tuple[InCircle, ...] = ()
    own: WrittenPractice | None = None
    last_sorted: str = ""
    have_given: int = 0
    have_received: int = 0
    to_give: tuple[str, ...] = ()
    to_receive: tuple[str, ...] = ()
    people: tuple[CohortPerson, ...] = ()


def nothing_begun(case: Case) -> ScrutinyView:
    """The exercise before its first round."""
    seats = tuple(
        SeatToTake(
            id=peer.id, name=peer.name, about=peer.about, leads=peer.id == case.leader, practice=peer.practice.title
        )
        for peer in case.members
        if peer.playable
    )
    return ScrutinyView(
        exercise=case.id, title=case.title, setting=case.setting, asks=case.asks, stage="begin", seats=seats
    )


def round_for(seat: str, circle: Round, case: Case, texts: Texts, round_id: str) -> ScrutinyView:
    """The round as the member in this seat may know it; ``texts`` are the personal words by id."""
    written = case.peer(seat)
    return nothing_begun(case).model_copy(
        update={
            "stage": "closed" if circle.closed else "round" if seat in circle.posted else "post",
            "round": round_id,
            "anonymous": circle.anonymous,
            "you": seat,
            "leads": circle.may_lead(seat),
            "handed_out": circle.handed_out,
            "balanced": circle.balanced,
            "members": tuple(_member(other.id, seat, circle, case, texts) for other in circle.members),
            "own": written.practice if written else None,
            "last_sorted": next((remark for by, remark in reversed(circle.sorted) if by == seat), ""),
            "have_given": len(circle.staying) - len(circle.not_given),
            "have_received": len(circle.staying) - len(circle.not_received),
            "to_give": () if circle.anonymous else circle.not_given,
            "to_receive": () if circle.anonymous else circle.not_received,
        }
    )


def _member(member: str, viewer: str, circle: Round, case: Case, texts: Texts) -> InCircle:
    known = next(each for each in circle.members if each.id == member)
    counted = member == viewer or not circle.anonymous
    learned = circle.learned.get(member)
    return InCircle(
        id=member,
        name=known.name,
        about=known.about,
        you=member == viewer,
        leads=member == circle.leader,
        practice=_practice(member, viewer, circle, case, texts),
        may_comment=_may_comment(member, viewer, circle),
        asks_you=_asks(member, viewer, circle, case),
        given=circle.given(member) if counted else None,
        received=circle.received(member) if counted and circle.handed_out else None,
        learned=(learned.written or texts.get(f"{learned.words}/learned", "")) if learned else "",
        trying=texts.get(f"{learned.words}/trying", "") if learned else "",
    )


def _asks(member: str, viewer: str, circle: Round, case: Case) -> bool:
    """Whether a member waits for the viewer's comment: if nobody written comments on them, or nobody has yet.

    In an anonymous round this would reveal who has no comments yet, so there everybody waits until all is balanced.
    """
    if member == viewer or member in circle.gone:
        return False
    if member not in circle.seats:
        return member not in {each.to for each in case.remarks if each.by not in circle.seats}
    return not circle.balanced if circle.anonymous else not circle.received(member)


def _may_comment(member: str, viewer: str, circle: Round) -> bool:
    over = circle.closed or (circle.anonymous and circle.balanced)
    there = member in circle.posted and member not in circle.gone
    return not over and there and member != viewer and viewer in circle.posted


def _practice(member: str, viewer: str, circle: Round, case: Case, texts: Texts) -> OpenedPractice | None:
    posted = circle.posted.get(member)
    if posted is None or member in circle.gone:
        return None
    mine = circle.comments.get((viewer, member))
    return OpenedPractice(
        title=posted.title,
        written=posted.written,
        words=texts.get(f"{posted.words}/practice", ""),
        ask=posted.ask,
        question=posted.question or texts.get(f"{posted.words}/question", ""),
        heard=_heard(member, viewer, circle, texts),
        mine=_mine(mine, case.peer(member), texts) if mine else None,
    )


def _mine(comment: Commented, about: ScriptedMember | None, texts: Texts) -> MyComment:
    warm, cool = (texts.get(f"{comment.words}/{half}", "") for half in ("warm", "cool"))
    return MyComment(warm=warm, cool=cool, put=about.put if about else None)


def _heard(member: str, viewer: str, circle: Round, texts: Texts) -> tuple[Heard, ...]:
    """The comments on a member's practice, without those of members who have left.

    In an anonymous round only for its owner, in an order that reveals nothing. There the comments of somebody who has
    left stay: if they disappeared, everybody could tell whose they were.
    """
    if not circle.handed_out or (circle.anonymous and member != viewer):
        return ()
    hidden = frozenset[str]() if circle.anonymous else circle.gone
    found = [
        said
        for giver in circle.members
        if giver.id not in {viewer, *hidden} and (comment := circle.comments.get((giver.id, member)))
        for said in _parts(comment, "" if circle.anonymous else giver.name, circle, texts, owner=member == viewer)
    ]
    if circle.anonymous:
        return tuple(sorted(found, key=lambda said: (hashlib.sha256(said.text.encode()).digest(), said.temper or "")))
    return tuple(found)


def _parts(comment: Commented, by: str, circle: Round, texts: Texts, *, owner: bool) -> list[Heard]:
    tempers: tuple[Temper, ...] = ("warm", "cool") if comment.words else ()
    own_words = [Heard(by=by, text=texts.get(f"{comment.words}/{each}", ""), temper=each) for each in tempers]
    return [*own_words, *(_remark(by, comment.to, each, circle, owner=owner) for each in comment.remarks)]


def _remark(by: str, to: str, remark: Remark, circle: Round, *, owner: bool) -> Heard:
    taken_for = circle.sorted.get((to, remark.id)) if owner else None
    if taken_for is None:
        return Heard(by=by, text=remark.text, remark=remark.id if owner else "")
    return Heard(by=by, text=remark.text, temper=remark.temper, remark=remark.id, taken_for=taken_for, why=remark.why)
