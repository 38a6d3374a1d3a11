"""A member's practice as it is open to the circle, and what was said about it."""

from typing import NotRequired, TypedDict

from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.scrutiny import words


class AskProps(TypedDict):
    """What a member asks the others for: its name, and their question in their own words."""

    label: str
    text: str
    question: str


class ReadingProps(TypedDict):
    """A practice to read: ``html`` is an author's, ``words`` are the member's own."""

    title: str
    html: str
    words: NotRequired[str]
    ask: NotRequired[AskProps]


class VerdictProps(TypedDict):
    """A comment (HTML) and what it is; ``right`` unless it was sorted otherwise, ``title`` above it if there is one."""

    title: NotRequired[str]
    html: str
    by: str
    right: bool
    words: str
    why: str


def me(view: ScrutinyView) -> InCircle:
    """The viewer among the members."""
    return next(member for member in view.members if member.you)


def verdict(said: Heard) -> VerdictProps:
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


def opened(member: InCircle, view: ScrutinyView) -> ReadingProps | None:
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
