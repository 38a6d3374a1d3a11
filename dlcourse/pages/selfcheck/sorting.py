"""The sorting exercise: one situation at a time, three places to put it, a reason for each answer."""

from dlcourse.domain.selfcheck.sorting import Confusion, Kind, SituationCard, Sort, Sorting, SortingView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.selfcheck import words
from dlcourse.pages.single_view import single, untyped
from dlcourse.pages.words import counted


def shown(view: SortingView) -> Props:
    """What the exercise draws."""
    return {"view": _view(view)}


def _view(view: SortingView) -> Props:
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
            {"value": kind.id, "name": kind.name, "short": kind.short, "keyName": str(key)}
            for key, kind in enumerate(view.kinds, 1)
        ],
        "question": words.QUESTION,
        "hint": words.HINT,
        "menu": {"label": words.MENU, "empty": words.CHOOSE, "submit": words.PUT_IT_THERE},
        "next": {"id": view.next.id, "html": html(view.next.text), "again": again} if view.next else None,
        "again": words.ONCE_MORE if again and view.next else "",
        "last": _told(view.last, names) if view.last and view.last.verdict else None,
        "last_title": words.YOUR_LAST_ANSWER,
        "end": _end(view, names) if again else None,
        "list": {
            "title": words.ALL_YOUR_ANSWERS,
            "cards": [_told(card, names) for card in view.sorted if card.verdict],
        },
    }


def _told(card: SituationCard, names: dict[Kind, str]) -> Props:
    """A sorted situation with what its answer is told."""
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


def _end(view: SortingView, names: dict[Kind, str]) -> Props:
    """What is said once every situation was seen: what was taken for what, and what is offered again."""
    left = counted(view.missed, "situation", "situations")
    return {
        "title": words.END,
        "sentences": [_confusion(found, names) for found in view.confusions] or [words.NOTHING_CONFUSED],
        "next": words.LEFT_TO_SORT.format(situations=left) if view.missed else words.ALL_ARE_SORTED,
    }


def _confusion(found: Confusion, names: dict[Kind, str]) -> str:
    times = counted(found.times, "time", "times")
    return words.CONFUSED.format(times=times, said=names[found.taken_for], better=names[found.was])


PAGE = single("sorting", Sorting, Sort, SortingView, untyped("sorting", shown))
