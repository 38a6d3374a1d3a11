"""The page of the sixteen: the principles and tasks that the course teaches, and what can be said about each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.curriculum.principles import MetIn, PrincipleCard, Publication, Sixteen, SixteenView
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props
from dlcourse.pages.words import counted

TITLE = "The sixteen principles"
SUMMARY = (
    "Nine principles of distributed leadership, five for improving teaching on a large scale, and two tasks for those "
    "who begin. Open one to read what it means, what it does not mean, and what can be said against it."
)
GROUPS = {
    "P": ("Nine principles of distributed leadership", "From a page of West Chester University of Pennsylvania."),
    "E": ("Five principles of leading improvement", "From Richard Elmore's essay of 2000."),
    "T": ("Two tasks for building it", "From the same essay."),
}
"""The title of each group and where it comes from, by the first letter of its principles."""
READING_TITLE = "Everything that the course refers to"


@dataclass(frozen=True)
class PrinciplesState:
    """What was loaded, or why it could not be loaded."""

    view: SixteenView | None = None
    trouble: CourseError | None = None


class PublicationProps(TypedDict):
    """Something to read; ``to`` is its address on the web, or empty."""

    text: str
    to: str


class PrincipleProps(TypedDict):
    """One principle or task; an empty text is not shown."""

    id: str
    short: str
    quote: str
    source: str
    parts: list[list[str]]
    met_title: str
    met: list[LinkProps]
    practiced_title: str
    practiced: list[LinkProps]
    reading: list[PublicationProps]
    mine: LinkProps | None


class PrincipleGroup(TypedDict):
    """Principles that belong together, and where they come from."""

    title: str
    note: str
    principles: list[PrincipleProps]


class PrinciplesContents(TypedDict):
    """All sixteen in three groups, and everything there is to read."""

    summary: str
    groups: list[PrincipleGroup]
    reading_title: str
    reading: list[PublicationProps]


class PrinciplesProps(PageProps):
    """What the page draws; nothing of its own until the principles were loaded."""

    title: str
    trouble: str
    contents: PrinciplesContents | None


def init(place: Raw) -> Step[PrinciplesState]:  # noqa: ARG001 (the page has one place only)
    """Look at the principles."""
    return PrinciplesState(), (See(Sixteen()),)


def update(state: PrinciplesState, message: Any) -> Step[PrinciplesState]:
    """Show what was loaded, and reload when the person comes back."""
    match message:
        case Seen(view=SixteenView() as view):
            return PrinciplesState(view), ()
        case Refused(error=error):
            return replace(state, trouble=error), ()
        case _:
            return state, (See(Sixteen()),)


def props(state: PrinciplesState) -> PrinciplesProps:
    """What the page draws."""
    return {
        **page_props("principles", {}),
        "looks": True,
        "title": TITLE,
        "trouble": str(state.trouble or ""),
        "contents": _contents(state.view) if state.view else None,
    }


def _contents(view: SixteenView) -> PrinciplesContents:
    return {
        "summary": SUMMARY,
        "groups": [_group(letter, view.cards) for letter in GROUPS],
        "reading_title": READING_TITLE,
        "reading": _reading(view.sources),
    }


def _group(letter: str, cards: Iterable[PrincipleCard]) -> PrincipleGroup:
    title, note = GROUPS[letter]
    own = [card for card in cards if card.principle.id.startswith(letter)]
    return {"title": title, "note": note, "principles": [_principle(card) for card in own]}


def _principle(card: PrincipleCard) -> PrincipleProps:
    said = card.commentary
    return {
        "id": card.principle.id,
        "short": card.principle.short,
        "quote": card.principle.quote,
        "source": f"{card.principle.source}. {said.located}.",
        "parts": [
            ["What it means", said.means],
            ["What it does not mean", said.means_not],
            ["What can be said against it", said.against],
        ],
        "met_title": "Where you meet it",
        "met": [_met(each) for each in card.met_in],
        "practiced_title": "Where your decision about it matters",
        "practiced": [{"to": each.to, "text": each.title, "note": ""} for each in card.practiced_in],
        "reading": _reading(card.reading),
        "mine": _mine(card),
    }


def _met(met: MetIn) -> LinkProps:
    note = "" if met.open else "not open yet"
    return {"to": f"session/{met.session}" if met.open else "", "text": met.title, "note": note}


def _mine(card: PrincipleCard) -> LinkProps | None:
    if not card.entries:
        return None
    text = f"You wrote about it: {counted(card.entries, 'entry', 'entries')} in your log"
    return {"to": "log", "text": text, "note": f"In your log, choose {card.principle.id} as the principle."}


def _reading(publications: Iterable[Publication]) -> list[PublicationProps]:
    return [{"text": each.text, "to": each.address} for each in publications]


PAGE = Page("principles", init, Takes("principles", (LookAgain,)), update, props)
