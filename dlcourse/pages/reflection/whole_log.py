"""All of one's log: a search, the entries newest first, drafts, promises, and how sure one was over time."""

from collections.abc import Sequence

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.log import EntryView, Point, WholeLog, WholeLogView
from dlcourse.pages.program import Props
from dlcourse.pages.reflection.words import (
    CONFIDENCE,
    PROMISE,
    entry_props,
    form,
    promise_props,
    same_props,
    sure,
)
from dlcourse.pages.words import counted

TITLE = "Your log"
LEAD = "Everything that you wrote in the sessions, and what you promised. Each entry says who can read it."


def whole_props(view: WholeLogView, query: WholeLog, opened: EntryView | None) -> Props:
    """What the component draws at ``/log``."""
    return {
        **same_props(opened),
        "kind": "whole",
        "title": TITLE,
        "heading": TITLE,
        "lead": LEAD,
        "note": "Nobody is told what you write, how much, or whether you do.",
        "write": {"title": "Write something new", "form": form("free/", "Your words")},
        "search": _search(view, query),
        "entries": [entry_props(card) for card in view.cards],
        "entries_title": "Entries",
        "told": _told(view, query),
        "pages": _pages(view, query),
        "elsewhere": {
            "title": "Written and not saved yet",
            "note": "Open the session, and save it there.",
            "go": "Open the session",
        },
        "promises": {
            "title": "Promises",
            "empty": "What you promise at the end of a session appears here, with what became of it.",
            "form": form("promise/", PROMISE["what"], "MakeCommitment"),
            "new": "Promise something",
            "promises": [promise_props(promise) for promise in view.promises],
        },
        "chart": _chart(view.points, view.rated),
    }


def _search(view: WholeLogView, query: WholeLog) -> Props:
    return {
        "title": "Search",
        "find": {"label": "Words", "value": query.find},
        "session": {
            "label": "Session",
            "value": query.session,
            "choices": [{"value": "", "text": "All sessions"}]
            + [{"value": each.id, "text": each.name} for each in view.sessions],
        },
        "principle": {
            "label": "Principle",
            "value": query.principle,
            "choices": [{"value": "", "text": "All principles"}]
            + [{"value": name, "text": f"{name}: {PRINCIPLES[name].short}"} for name in view.principles],
        },
        "submit": "Search",
        "all": "Show all entries",
        "searched": _is_search(query),
    }


def _is_search(query: WholeLog) -> bool:
    return bool(query.find.strip() or query.session or query.principle)


def _told(view: WholeLogView, query: WholeLog) -> str:
    """What was found, in a sentence."""
    if not view.total:
        return (
            "Nothing is written here yet. At the end of each session there are questions; what you write to them "
            "appears here. You can also begin right now, with “Write something new”."
        )
    all_of_them = counted(view.total, "entry", "entries")
    if not _is_search(query):
        return f"{all_of_them}, the newest first."
    return f"{view.found} of {all_of_them} found." if view.found else f"Nothing found in {all_of_them}."


def _pages(view: WholeLogView, query: WholeLog) -> Props | None:
    if view.pages == 1:
        return None
    to = {"find": query.find, "session": query.session, "principle": query.principle}
    return {
        "label": "Pages of entries",
        "text": f"Page {view.page} of {view.pages}",
        "newer": {"text": "Newer entries", "to": {**to, "page": view.page - 1}} if view.page > 1 else None,
        "older": {"text": "Older entries", "to": {**to, "page": view.page + 1}} if view.page < view.pages else None,
    }


def _chart(points: Sequence[Point], rated: int) -> Props | None:
    """How sure one was, as a small chart with its sentence and its table; nothing below two entries."""
    if len(points) < 2:
        return None
    newest = "" if rated == len(points) else f" These are the newest {len(points)} of {rated}."
    levels = [point.confidence for point in points]
    return {
        "title": "How sure you were",
        "says": f"In {counted(len(points), 'entry', 'entries')} you were between {CONFIDENCE[min(levels) - 1]} and "
        f"{CONFIDENCE[max(levels) - 1]} sure; in the newest, {CONFIDENCE[levels[-1] - 1]}.{newest}"
        if min(levels) < max(levels)
        else f"In all {len(points)} entries you were {CONFIDENCE[levels[0] - 1]} sure.{newest}",
        "note": "Being less sure than before is often what learning feels like.",
        "steps": list(CONFIDENCE),
        "points": [{"at": point.at, "level": point.confidence} for point in points],
        "table": {
            "title": "The same as a table",
            "columns": ["When", "How sure", "Question"],
            "rows": [
                {"at": point.at, "cells": [sure(point.confidence), point.asked or "Without a question"]}
                for point in reversed(points)
            ],
        },
    }
