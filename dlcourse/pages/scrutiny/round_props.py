"""What stands around the task of a scrutiny round: its seats, what one received and gave, and the balance."""

from collections.abc import Sequence

from dlcourse.domain.scrutiny.messages import BeginRound
from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.fields import FormOption, choice
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny import words
from dlcourse.pages.words import counted, listed


def around(view: ScrutinyView) -> Props:
    """All of it; empty before a round has begun."""
    if not view.round:
        return {}
    received = [said for said in _heard(me(view)) if said.temper]
    given = [_given(other) for other in view.members if other.practice and other.practice.mine]
    thinking = bool(given) and not me(view).learned  # what was said is at hand while one looks for what one learned
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
        "balance": _balance(view) if view.stage != "post" else None,
        "learned": {
            "title": words.WHAT_WAS_LEARNED,
            "list": [_learned(other) for other in view.members if other.learned],
        },
    }


def seats_form(view: ScrutinyView) -> FormProps:
    """Where one takes a seat, for a first round or another one."""
    seats: list[FormOption] = [
        {
            "value": seat.id,
            "html": inline(seat.name),
            "note": words.LEADS_AND_GOES_FIRST if seat.leads else "",
            "about": inline(words.SEAT_ABOUT.format(about=seat.about, practice=seat.practice)),
        }
        for seat in view.seats
    ]
    names: list[FormOption] = [
        {
            "value": "false",
            "html": words.WITH_NAMES,
            "about": words.WITH_NAMES_ABOUT,
        },
        {
            "value": "true",
            "html": words.WITHOUT_NAMES,
            "about": words.WITHOUT_NAMES_ABOUT,
        },
    ]
    return form(
        BeginRound,
        f"scrutiny/{view.exercise}/begin",
        [
            choice("seat", words.WHICH_SEAT, seats),
            choice("anonymous", words.WHICH_NAMES, names),
        ],
        fixed={"exercise": view.exercise},
        fresh="round",
        submit=words.TAKE_THIS_SEAT,
    )


def me(view: ScrutinyView) -> InCircle:
    """The viewer among the members."""
    return next(member for member in view.members if member.you)


def verdict(said: Heard) -> Props:
    """A remark as it was sorted and what it is, or as its giver said what it is."""
    assert said.temper is not None
    right = said.taken_for in {None, said.temper}
    told = words.TEMPERS[said.temper]
    if said.taken_for:
        sentence = words.SORTED_ALIKE if right else words.SORTED_OTHERWISE
        told = sentence.format(said=words.TEMPERS[said.taken_for].lower())
    return {"html": html(said.text), "by": said.by, "right": right, "words": told, "why": inline(said.why)}


def asked(member: InCircle, view: ScrutinyView) -> str:
    """What a member asks for, by its name."""
    wanted = member.practice.ask if member.practice else ""
    return next((ask.name for ask in view.asks if ask.id == wanted), "")


def opened(member: InCircle, view: ScrutinyView) -> Props | None:
    """A member's practice as it is open to the circle; None while it is not."""
    practice = member.practice
    if practice is None:
        return None
    return {
        "title": practice.title or words.PRACTICE_OF.format(name=member.name),
        "html": html(practice.written),
        "words": practice.words,
        "ask": {"label": words.ASKS_THE_CIRCLE, "text": asked(member, view), "question": practice.question},
    }


def _given(other: InCircle) -> Props:
    assert other.practice is not None
    assert other.practice.mine is not None
    mine = other.practice.mine
    halves = [(words.WARM, mine.warm), (words.COOL, mine.cool)]
    put = mine.put
    return {
        "to": words.GIVEN_TO.format(name=other.name),
        "halves": [{"name": name, "text": text} for name, text in halves],
        "put": {
            "title": words.PUT_OTHERWISE,
            "halves": [{"name": words.WARM, "text": put.warm}, {"name": words.COOL, "text": put.cool}],
            "why": put.why,
        }
        if put
        else None,
    }


def _person(member: InCircle, view: ScrutinyView) -> Props:
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


def _learned(member: InCircle) -> Props:
    return {"name": words.YOU if member.you else member.name, "learned": member.learned, "trying": member.trying}


def _balance(view: ScrutinyView) -> Props:
    """Given and received for each person; without names only one's own, and counts for the circle."""
    rows = [
        [words.YOU if member.you else _short(member), *(_number(count) for count in (member.given, member.received))]
        for member in view.members
        if member.you or not view.anonymous
    ]
    return {
        "title": words.BALANCE,
        "text": " ".join(_sentences(view)),
        "table": {
            "title": words.BALANCE_TABLE,
            "columns": [words.MEMBER, words.GIVEN, words.RECEIVED],
            "rows": rows,
        },
    }


def _sentences(view: ScrutinyView) -> list[str]:
    if view.balanced:
        return [words.BALANCED]
    whole = counted(len(view.members), "member has", "members have")
    told = [words.SO_FAR.format(given=view.have_given, members=whole, received=view.have_received)]
    told += _still(view, view.to_give, words.ONE_TO_GIVE, words.SOME_TO_GIVE)
    told += _still(view, view.to_receive, words.ONE_TO_RECEIVE, words.SOME_TO_RECEIVE)
    return [*told, words.WITHOUT_NAMES_BALANCE] if view.anonymous else told


def _still(view: ScrutinyView, seats: Sequence[str], one: str, some: str) -> list[str]:
    """A sentence about the members who are still to give or to receive; none for nobody."""
    names = {member.id: words.YOU if member.you else _short(member) for member in view.members}
    sentence = one if len(seats) == 1 and view.you not in seats else some
    return [sentence.format(people=listed([names[seat] for seat in seats]))] if seats else []


def _short(member: InCircle) -> str:
    return member.name.split(",")[0]


def _number(count: int | None) -> str:
    return words.NOT_YET_TOLD if count is None else str(count)
