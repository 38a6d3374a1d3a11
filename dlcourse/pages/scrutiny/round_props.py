"""What stands around the task of a scrutiny round: its seats, what one received and gave, and the balance."""

from dlcourse.domain.scrutiny.messages import BeginRound, Temper
from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.fields import FormOption, choice
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.words import counted, listed

TEMPERS: dict[Temper, str] = {"warm": "Warm", "cool": "Cool", "neither": "Neither"}


def around(view: ScrutinyView) -> Props:
    """All of it; empty before a round has begun."""
    if not view.round:
        return {}
    received = [said for said in _heard(me(view)) if said.temper]
    given = [_given(other) for other in view.members if other.practice and other.practice.mine]
    thinking = bool(given) and not me(view).learned  # what was said is at hand while one looks for what one learned
    return {
        "received": {"title": "What you received", "open": thinking, "list": [verdict(said) for said in received]},
        "given": {
            "title": "What you gave",
            "open": thinking,
            "note": "Beside each stands how somebody else might have put it. Theirs is not the right one; compare.",
            "list": given,
        },
        "circle": {
            "title": "The circle",
            "people": [_person(other, view) for other in view.members],
        },
        "balance": _balance(view) if view.stage != "post" else None,
        "learned": {
            "title": "What was learned",
            "list": [_learned(other) for other in view.members if other.learned],
        },
    }


def seats_form(view: ScrutinyView) -> FormProps:
    """Where one takes a seat, for a first round or another one."""
    seats: list[FormOption] = [
        {
            "value": seat.id,
            "html": inline(seat.name),
            "note": "Leads the round, and goes first" if seat.leads else "",
            "about": inline(f"{seat.about} Opens “{seat.practice}”."),
        }
        for seat in view.seats
    ]
    names: list[FormOption] = [
        {
            "value": "false",
            "html": "With names",
            "about": "Everybody in the circle hears every comment, and whose it is.",
        },
        {
            "value": "true",
            "html": "Without names",
            "about": "Each comment reaches only the person it is for. All are handed out together, in no order, when "
            "everyone has given and received. What is said can still tell who says it.",
        },
    ]
    return form(
        BeginRound,
        f"scrutiny/{view.exercise}/begin",
        [
            choice("seat", "Where do you sit?", seats),
            choice("anonymous", "How are comments given in this round?", names),
        ],
        fixed={"exercise": view.exercise},
        fresh="round",
        submit="Take this seat",
    )


def me(view: ScrutinyView) -> InCircle:
    """The viewer among the members."""
    return next(member for member in view.members if member.you)


def verdict(said: Heard) -> Props:
    """A remark as it was sorted and what it is, or as its giver said what it is."""
    assert said.temper is not None
    right = said.taken_for in {None, said.temper}
    words = TEMPERS[said.temper]
    if said.taken_for:
        words = f"You said {TEMPERS[said.taken_for].lower()}{', and so do we' if right else ''}."
    return {"html": html(said.text), "by": said.by, "right": right, "words": words, "why": inline(said.why)}


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
        "title": practice.title or f"The practice of {member.name}",
        "html": html(practice.written),
        "words": practice.words,
        "ask": {"label": "Asks the circle:", "text": asked(member, view), "question": practice.question},
    }


def _given(other: InCircle) -> Props:
    assert other.practice is not None
    assert other.practice.mine is not None
    mine = other.practice.mine
    halves = [("Warm", mine.warm), ("Cool", mine.cool)]
    put = mine.put
    return {
        "to": f"To {other.name}",
        "halves": [{"name": name, "text": text} for name, text in halves],
        "put": {
            "title": "How somebody else might have put it",
            "halves": [{"name": "Warm", "text": put.warm}, {"name": "Cool", "text": put.cool}],
            "why": put.why,
        }
        if put
        else None,
    }


def _person(member: InCircle, view: ScrutinyView) -> Props:
    marks = [
        *(["You"] if member.you else []),
        *(["Leads the round"] if member.leads else []),
        *(["Asks you for a comment"] if member.asks_you and member.practice and not member.practice.mine else []),
    ]
    return {
        "id": member.id,
        "name": member.name,
        "marks": marks,
        "about": html(member.about),
        "practice": opened(member, view),
        "closed": "" if member.practice else "Has not opened a practice yet.",
        "heard_title": "What the circle said",
        "heard": [] if member.you else [{"html": html(said.text), "by": said.by} for said in _heard(member)],
    }


def _heard(member: InCircle) -> tuple[Heard, ...]:
    return member.practice.heard if member.practice else ()


def _learned(member: InCircle) -> Props:
    return {"name": "You" if member.you else member.name, "learned": member.learned, "trying": member.trying}


def _balance(view: ScrutinyView) -> Props:
    """Given and received for each person; without names only one's own, and counts for the circle."""
    rows = [
        ["You" if member.you else _short(member), *(_number(count) for count in (member.given, member.received))]
        for member in view.members
        if member.you or not view.anonymous
    ]
    return {
        "title": "Giving and receiving",
        "text": " ".join(_sentences(view)),
        "table": {
            "title": "Comments that each has given and received",
            "columns": ["Member", "Given", "Received"],
            "rows": rows,
        },
    }


def _sentences(view: ScrutinyView) -> list[str]:
    whole = counted(len(view.members), "member has", "members have")
    if view.balanced:
        return ["Every member has both given and received, the leader included."]
    told = [f"{view.have_given} of {whole} given a comment, {view.have_received} have received one."]
    names = {member.id: "You" if member.you else _short(member) for member in view.members}
    for seats, what in ((view.to_give, "given none"), (view.to_receive, "received none")):
        if seats:
            verb = "has" if len(seats) == 1 and view.you not in seats else "have"
            told.append(f"{listed([names[seat] for seat in seats])} {verb} {what} yet.")
    if view.anonymous:
        told.append("Who has given to whom is told to nobody.")
    return told


def _short(member: InCircle) -> str:
    return member.name.split(",")[0]


def _number(count: int | None) -> str:
    return "not yet told" if count is None else str(count)
