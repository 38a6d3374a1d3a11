"""The sorting exercise: one situation at a time, three places to put it, a reason for each answer."""

from typing import Literal, TypedDict

from dlcourse.domain.selfcheck.sorting import Confusion, Kind, SituationCard, Sort, Sorting, SortingView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.props import MeasureProps, PageProps
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted

VERDICT = {
    "best": "{answer}: that fits best.",
    "defensible": "{answer}: that can be defended. “{best}” fits a little better.",
    "other": "You said {answer}. “{best}” fits better.",
}


class KindProps(TypedDict):
    """A place for situations, and the key that puts one there."""

    value: Kind
    name: str
    short: str
    key: str


class SortMenu(TypedDict):
    """The places as a menu."""

    label: str
    empty: str
    submit: str


class SituationProps(TypedDict):
    """The situation to sort now (HTML)."""

    id: str
    html: str


class SortedProps(TypedDict):
    """A sorted situation, and what is said of the answer; all but ``words`` is HTML. ``close`` may be empty."""

    id: str
    html: str
    result: Literal["best", "defensible", "other"]
    words: str
    told: str
    reason: str
    close: str


class SortingEnd(TypedDict):
    """What is said once every situation was seen."""

    title: str
    sentences: list[str]
    next: str


class SortedList(TypedDict):
    """All answers so far."""

    title: str
    cards: list[SortedProps]


class SortingContents(TypedDict):
    """The exercise: at most one of ``next`` and ``end`` asks for something; ``last`` is the last answer."""

    exercise: str
    title: str
    progress: MeasureProps
    kinds: list[KindProps]
    question: str
    hint: str
    menu: SortMenu
    next: SituationProps | None
    again: str
    last: SortedProps | None
    last_title: str
    end: SortingEnd | None
    list: SortedList


class SortingProps(PageProps):
    """What the page draws; nothing of its own until the exercise was seen."""

    view: SortingContents | None


def props(state: SingleState[SortingView]) -> SortingProps:
    """What the page draws."""
    return {**single_props("sorting", state), "view": _view(state.view) if state.view else None}


def _view(view: SortingView) -> SortingContents:
    names: dict[Kind, str] = {kind.id: kind.name for kind in view.kinds}
    again = view.seen == view.all
    return {
        "exercise": view.exercise,
        "title": view.title,
        "progress": {
            "label": "Situations sorted",
            "text": f"{view.seen} of {counted(view.all, 'situation', 'situations')} sorted",
            "value": view.seen,
            "max": view.all,
        },
        "kinds": [
            {"value": kind.id, "name": kind.name, "short": kind.short, "key": str(key)}
            for key, kind in enumerate(view.kinds, 1)
        ],
        "question": "What is this?",
        "hint": "Choose a place, drag the card there, or press 1, 2 or 3.",
        "menu": {"label": "Or choose from a list", "empty": "Choose…", "submit": "Put it there"},
        "next": {"id": view.next.id, "html": html(view.next.text)} if view.next else None,
        "again": "Once more: you saw this one differently before." if again and view.next else "",
        "last": _told(view.last, names) if view.last and view.last.verdict else None,
        "last_title": "Your last answer",
        "end": _end(view, names) if again else None,
        "list": {"title": "All your answers", "cards": [_told(card, names) for card in view.sorted if card.verdict]},
    }


def _told(card: SituationCard, names: dict[Kind, str]) -> SortedProps:
    """A sorted situation with what its answer is told."""
    verdict = card.verdict
    assert verdict is not None
    words = VERDICT[verdict.result].format(answer=names[verdict.answer], best=names[verdict.best])
    return {
        "id": card.id,
        "html": html(card.text),
        "result": verdict.result,
        "words": words,
        "told": inline(verdict.told),
        "reason": inline(verdict.reason),
        "close": f"A close call. {inline(verdict.why_close)}" if verdict.why_close else "",
    }


def _end(view: SortingView, names: dict[Kind, str]) -> SortingEnd:
    """What is said once every situation was seen: what was taken for what, and what is offered again."""
    left = counted(view.missed, "situation", "situations")
    return {
        "title": "What you take for what",
        "sentences": [_confusion(found, names) for found in view.confusions]
        or ["You took nothing for something else."],
        "next": f"{left} you saw differently can be sorted once more." if view.missed else "All are sorted.",
    }


def _confusion(found: Confusion, names: dict[Kind, str]) -> str:
    times = counted(found.times, "time", "times")
    return f"{times} you said “{names[found.taken_for]}” where “{names[found.was]}” fits better."


PAGE = single("sorting", Sorting, Sort, SortingView, props)
