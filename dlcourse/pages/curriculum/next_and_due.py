"""What lies on top at home: the one thing to do next, and the promises that are due."""

from typing import TypedDict

from dlcourse.domain.curriculum.progress import DuePromise, HomeView, SessionMark
from dlcourse.pages.curriculum import words
from dlcourse.pages.curriculum.steps import GO_ON
from dlcourse.pages.words import counted, day, listed


class NextProps(TypedDict):
    """The one thing to do next."""

    title: str
    to: str
    label: str
    note: str


class DueItem(TypedDict):
    """A promise that is due: how it begins, and its day and session."""

    what: str
    note: str


class DueProps(TypedDict):
    """Promises whose day is near or past, and where to say what became of them; ``more`` may be empty."""

    title: str
    promises: list[DueItem]
    more: str
    to: str
    label: str


def where_one_is(view: HomeView) -> SessionMark | None:
    """The session where the person is; None if all are done.

    That is the session in which they did something last. If it is done, they are at the first one that they have not
    begun, else at the one of those left unfinished in which they did something last.
    """
    opened = [mark for mark in view.sessions if mark.open]
    begun = sorted((mark for mark in opened if mark.begun), key=lambda mark: mark.last, reverse=True)
    unfinished = [mark for mark in begun if mark.to_do]
    if unfinished and unfinished[0] == begun[0]:
        return begun[0]
    new = (mark for mark in opened if mark.to_do and not mark.begun)
    return next(new, unfinished[0] if unfinished else None)


def next_props(view: HomeView, here: SessionMark | None) -> NextProps:
    """What to do next: a play that has not ended, else the session where the person is, else the portfolio."""
    if view.resume:
        label, note = words.GO_ON.format(title=view.resume.title), words.SEAT.format(seat=view.resume.seat)
        return {"title": words.NEXT, "to": f"play/{view.resume.scenario}", "label": label, "note": note}
    if here is None:
        return {"title": words.NEXT, "to": "portfolio", "label": words.ALL_DONE, "note": words.ALL_DONE_NOTE}
    new = not any(mark.begun for mark in view.sessions)
    label, note = (words.BEGIN, words.FIRST_TIME) if new else (words.GO_ON, _note(here))
    minutes, exercises = words.session_minutes(here), listed([f"“{title}”" for title in here.to_do])
    return {
        "title": words.NEXT,
        "to": f"session/{here.id}#{GO_ON}" if here.begun else f"session/{here.id}",
        "label": label.format(title=here.title),
        "note": note.format(minutes=minutes, exercises=exercises),
    }


def _note(here: SessionMark) -> str:
    return words.MINUTES_AND_TO_DO if here.begun else words.MINUTES


def due_props(view: HomeView) -> DueProps:
    """The promises that are due, the most urgent first."""
    rest = view.all_due - len(view.due)
    return {
        "title": words.DUE,
        "promises": [_due_item(promise) for promise in view.due],
        "more": words.DUE_MORE.format(promises=counted(rest, *words.PROMISE)) if rest else "",
        "to": "log",
        "label": words.DUE_ANSWER if view.all_due == 1 else words.DUE_ANSWERS,
    }


def _due_item(promise: DuePromise) -> DueItem:
    when = words.DUE_BY.format(day=day(promise.by.isoformat())) if promise.by else words.DUE_UNDATED
    return {"what": promise.what, "note": " · ".join(filter(None, [when, promise.session_title]))}
