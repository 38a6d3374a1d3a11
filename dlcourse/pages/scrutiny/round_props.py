"""The props around the task of a scrutiny round: comments received and given, the circle, and the balance."""

from typing import TypedDict

from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.markdown import html
from dlcourse.pages.props import NamedText
from dlcourse.pages.scrutiny import words
from dlcourse.pages.scrutiny.balance import BalanceProps, balance
from dlcourse.pages.scrutiny.practices import ReadingProps, VerdictProps, me, opened, verdict


class ReceivedProps(TypedDict):
    """The comments that were received, once it is known what they are."""

    title: str
    open: bool
    list: list[VerdictProps]


class PutOtherwise(TypedDict):
    """How somebody else might have written the same comment, and why."""

    title: str
    halves: list[NamedText]
    why: str


class GivenProps(TypedDict):
    """A comment that was given, warm and cool; ``put`` is None if nobody else wrote one."""

    to: str
    halves: list[NamedText]
    put: PutOtherwise | None


class GivenList(TypedDict):
    """The comments that were given."""

    title: str
    open: bool
    note: str
    list: list[GivenProps]


class HeardProps(TypedDict):
    """Somebody's words about a practice (HTML); ``by`` is empty if they carry no name."""

    html: str
    by: str


class CircleMember(TypedDict):
    """A member; ``closed`` says so if their practice is not open yet."""

    id: str
    name: str
    marks: list[str]
    about: str
    practice: ReadingProps | None
    closed: str
    heard_title: str
    heard: list[HeardProps]


class CircleProps(TypedDict):
    """The members of the round."""

    title: str
    people: list[CircleMember]


class LearnedProps(TypedDict):
    """What a member learned, and what they will try."""

    name: str
    learned: str
    trying: str


class LearnedList(TypedDict):
    """What the members learned, of each who said so."""

    title: str
    list: list[LearnedProps]


class AroundProps(TypedDict, total=False):
    """What is shown around the task; nothing before a round has begun, and no ``balance`` before one's own practice."""

    received: ReceivedProps
    given: GivenList
    circle: CircleProps
    balance: BalanceProps | None
    learned: LearnedList


def around(view: ScrutinyView) -> AroundProps:
    """All of it; empty before a round has begun."""
    if not view.round:
        return {}
    received = [said for said in _heard(me(view)) if said.temper]
    given = [_given(other) for other in view.members if other.practice and other.practice.mine]
    thinking = bool(given) and not me(view).learned  # the comments are shown while the person writes what they learned
    return {
        "received": {"title": words.RECEIVED_TITLE, "open": thinking, "list": [verdict(said) for said in received]},
        "given": {
            "title": words.GIVEN_TITLE,
            "open": thinking,
            "note": words.GIVEN_NOTE,
            "list": given,
        },
        "circle": {
            "title": words.CIRCLE,
            "people": [_person(other, view) for other in view.members],
        },
        "balance": balance(view) if view.stage != "post" else None,
        "learned": {
            "title": words.WHAT_WAS_LEARNED,
            "list": [_learned(other) for other in view.members if other.learned],
        },
    }


def _given(other: InCircle) -> GivenProps:
    assert other.practice is not None
    assert other.practice.mine is not None
    mine = other.practice.mine
    put = mine.put
    return {
        "to": words.GIVEN_TO.format(name=other.name),
        "halves": _halves(mine.warm, mine.cool),
        "put": {
            "title": words.PUT_OTHERWISE,
            "halves": _halves(put.warm, put.cool),
            "why": put.why,
        }
        if put
        else None,
    }


def _halves(warm: str, cool: str) -> list[NamedText]:
    return [{"name": words.WARM, "text": warm}, {"name": words.COOL, "text": cool}]


def _person(member: InCircle, view: ScrutinyView) -> CircleMember:
    marks = [
        *([words.YOU] if member.you else []),
        *([words.LEADS] if member.leads else []),
        *([words.ASKS_YOU] if member.asks_you and member.practice and not member.practice.mine else []),
    ]
    return {
        "id": member.id,
        "name": member.name,
        "marks": marks,
        "about": html(member.about),
        "practice": opened(member, view),
        "closed": "" if member.practice else words.NOT_OPENED,
        "heard_title": words.CIRCLE_SAID,
        "heard": [] if member.you else [{"html": html(said.text), "by": said.by} for said in _heard(member)],
    }


def _heard(member: InCircle) -> tuple[Heard, ...]:
    return member.practice.heard if member.practice else ()


def _learned(member: InCircle) -> LearnedProps:
    return {"name": words.YOU if member.you else member.name, "learned": member.learned, "trying": member.trying}
