"""The sorting exercise: one situation at a time, three places to put it, a reason for each answer."""

from typing import Literal, TypedDict

from dlcourse.domain.selfcheck.situations import Key, Kind
from dlcourse.domain.selfcheck.sorting import Confusion, SituationCard, Sort, Sorting, SortingView
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


class KeyAnswer(TypedDict):
    """One of the three questions, and what it finds in a situation (HTML)."""

    ask: str
    html: str


class SortedProps(TypedDict):
    """A sorted situation, and what is said of the answer; all but ``words`` is HTML. ``close`` may be empty."""

    id: str
    html: str
    result: Literal["best", "defensible", "other"]
    words: str
    told: str
    key_answers: list[KeyAnswer]
    reason: str
    source: str
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
    why: str
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
    so_far = words.SO_FAR.format(seen=view.seen, all=view.all)
    return {**frame, "so_far": so_far, "share": view.seen / view.all, "view": _view(view)}


def _view(view: SortingView) -> SortingContents:
    return {
        "exercise": view.exercise,
        "title": view.title,
        "progress": {
            "label": words.SITUATIONS_SORTED,
            "text": _progress(view),
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
        "again": _why_this(view),
        "last": _told(view.last, view) if view.last and view.last.verdict else None,
        "last_title": words.YOUR_LAST_ANSWER,
        "why": words.WHY,
        "end": _end(view) if view.seen == view.all else None,
        "list": {
            "title": words.ALL_YOUR_ANSWERS,
            "cards": [_told(card, view) for card in view.sorted if card.verdict],
        },
    }


def _progress(view: SortingView) -> str:
    situations = counted(view.all, "situation", "situations")
    said = words.SORTED_OF_ALL.format(seen=view.seen, situations=situations)
    return said + words.AND_MORE.format(seen=view.more_seen, more=view.more) if view.more_seen else said


def _why_this(view: SortingView) -> str:
    """Why a situation is shown after all were seen once; empty before that."""
    if view.next is None or view.seen < view.all:
        return ""
    return words.ONCE_MORE if view.next.id in {card.id for card in view.sorted} else words.ONE_MORE


def _told(card: SituationCard, view: SortingView) -> SortedProps:
    """A sorted situation with the feedback on its answer."""
    verdict, names = card.verdict, _names(view)
    assert verdict is not None
    said = words.VERDICT[verdict.result].format(answer=names[verdict.answer], best=names[verdict.best])
    return {
        "id": card.id,
        "html": html(card.text),
        "result": verdict.result,
        "words": said,
        "told": inline(verdict.told),
        "key_answers": _key(view.questions, verdict.key),
        "reason": inline(verdict.reason),
        "source": words.KEY_SOURCE.format(quote=inline(verdict.source.quote), where=inline(verdict.source.where)),
        "close": words.CLOSE_CALL.format(why=inline(verdict.why_close)) if verdict.why_close else "",
    }


def _key(questions: Key, key: Key) -> list[KeyAnswer]:
    return [
        {"ask": questions.knowledge, "html": inline(key.knowledge)},
        {"ask": questions.authority, "html": inline(key.authority)},
        {"ask": questions.answerable, "html": inline(key.answerable)},
    ]


def _names(view: SortingView) -> dict[Kind, str]:
    return {kind.id: kind.name for kind in view.kinds}


def _end(view: SortingView) -> SortingEnd:
    """What is said once everyone's situations were seen: what was confused with what, and what comes next."""
    names = _names(view)
    return {
        "title": words.END,
        "sentences": [_confusion(found, names) for found in view.confusions] or [words.NOTHING_CONFUSED],
        "next": _what_is_left(view),
    }


def _what_is_left(view: SortingView) -> str:
    if view.missed:
        return words.LEFT_TO_SORT.format(situations=counted(view.missed, "situation", "situations"))
    if view.more_seen < view.more:
        left = counted(view.more - view.more_seen, "more situation is", "more situations are")
        return words.MORE_TO_SORT.format(situations=left)
    return words.ALL_ARE_SORTED


def _confusion(found: Confusion, names: dict[Kind, str]) -> str:
    times = counted(found.times, "time", "times")
    return words.CONFUSED.format(times=times, said=names[found.taken_for], better=names[found.was])


PAGE = single("sorting", Sorting, Sort, SortingView, props)
