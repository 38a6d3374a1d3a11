"""The sorting exercise: one situation at a time, three places to put it, a reason for each answer."""

from typing import Literal, TypedDict

from dlcourse.domain.selfcheck.sorting import Confusion, Kind, SituationCard, Sort, Sorting, SortingView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.props import MeasureProps, PageProps
from dlcourse.pages.selfcheck import words
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted


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
    """The next situation to sort (HTML)."""

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
    """What is said after the last situation."""

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
    use_keys: str
    menu: SortMenu
    next: SituationProps | None
    again: str
    last: SortedProps | None
    last_title: str
    end: SortingEnd | None
    list: SortedList


class SortingProps(PageProps):
    """The props of the page; without contents until the exercise has loaded."""

    view: SortingContents | None


def props(state: SingleState[SortingView]) -> SortingProps:
    """What the page draws."""
    frame, view = single_props("sorting", state), state.view
    if view is None:
        return {**frame, "view": None}
    return {**frame, "so_far": words.SO_FAR.format(seen=view.seen, all=view.all), "view": _view(view)}


def _view(view: SortingView) -> SortingContents:
    names: dict[Kind, str] = {kind.id: kind.name for kind in view.kinds}
    again = view.seen == view.all
    return {
        "exercise": view.exercise,
        "title": view.title,
        "progress": {
            "label": words.SITUATIONS_SORTED,
            "text": words.SORTED_OF_ALL.format(seen=view.seen, situations=counted(view.all, "situation", "situations")),
            "value": view.seen,
            "max": view.all,
        },
        "kinds": [
            {"value": kind.id, "name": kind.name, "short": kind.short, "key": str(key)}
            for key, kind in enumerate(view.kinds, 1)
        ],
        "question": words.QUESTION,
        "hint": words.HINT,
        "use_keys": words.USE_KEYS,
        "menu": {"label": words.MENU, "empty": words.CHOOSE, "submit": words.PUT_IT_THERE},
        "next": {"id": view.next.id, "html": html(view.next.text)} if view.next else None,
        "again": words.ONCE_MORE if again and view.next else "",
        "last": _told(view.last, names) if view.last and view.last.verdict else None,
        "last_title": words.YOUR_LAST_ANSWER,
        "end": _end(view, names) if again else None,
        "list": {
            "title": words.ALL_YOUR_ANSWERS,
            "cards": [_told(card, names) for card in view.sorted if card.verdict],
        },
    }


def _told(card: SituationCard, names: dict[Kind, str]) -> SortedProps:
    """A sorted situation with the feedback on its answer."""
    verdict = card.verdict
    assert verdict is not None
    said = words.VERDICT[verdict.result].format(answer=names[verdict.answer], best=names[verdict.best])
    return {
        "id": card.id,
        "html": html(card.text),
        "result": verdict.result,
        "words": said,
        "told": inline(verdict.told),
        "reason": inline(verdict.reason),
        "close": words.CLOSE_CALL.format(why=inline(verdict.why_close)) if verdict.why_close else "",
    }


def _end(view: SortingView, names: dict[Kind, str]) -> SortingEnd:
    """What is said once every situation was seen: what was confused with what, and what to try again."""
    left = counted(view.missed, "situation", "situations")
    return {
        "title": words.END,
        "sentences": [_confusion(found, names) for found in view.confusions] or [words.NOTHING_CONFUSED],
        "next": words.LEFT_TO_SORT.format(situations=left) if view.missed else words.ALL_ARE_SORTED,
    }


def _confusion(found: Confusion, names: dict[Kind, str]) -> str:
    times = counted(found.times, "time", "times")
    return words.CONFUSED.format(times=times, said=names[found.taken_for], better=names[found.was])


PAGE = single("sorting", Sorting, Sort, SortingView, props)
