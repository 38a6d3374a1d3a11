"""The debrief of one group of a live session: what it decided, who knew what, and how preferences moved."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, PreferenceMoved
from dlcourse.domain.live.seat_views import LiveFact
from dlcourse.pages.live import debrief_words as words
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import listed


class GroupDebriefProps(TypedDict):
    """What is drawn of a group in hindsight. ``preferences`` are None for those who may not know them.

    ``facts`` are those that not everybody held; None if there are none.
    """

    title: str
    lines: list[str]
    facts: TextTable | None
    preferences: TextTable | None
    questions_title: str
    questions: list[str]


def group_debrief(view: LiveDebriefView) -> GroupDebriefProps:
    """What is drawn."""
    return {
        "title": words.TITLE.format(number=view.number),
        "lines": _lines(view),
        "facts": _facts(view),
        "preferences": _preferences(view) if view.preferences else None,
        "questions_title": words.QUESTIONS,
        "questions": [asked.ask for asked in view.questions],
    }


def _lines(view: LiveDebriefView) -> list[str]:
    """What the group decided and why, what would have been best, and how much was said."""
    options = {option.id: option.name for option in view.options}
    decided, best = options.get(view.outcome.option, ""), options.get(view.best, "")
    told = [words.DECIDED.format(option=decided) if decided else words.UNDECIDED] if options else []
    return [
        *told,
        *([words.REASON.format(reason=view.outcome.reason)] if view.outcome.reason else []),
        *([words.ENDED.format(end=view.end)] if view.end else []),
        *([words.BEST.format(option=best)] if best else []),
        *_voiced(view),
    ]


def _voiced(view: LiveDebriefView) -> list[str]:
    talk = view.talk
    return [words.VOICED.format(said=talk.unique_voiced, all=talk.unique)] if talk and talk.unique else []


def _facts(view: LiveDebriefView) -> TextTable | None:
    """The facts that not everybody held: those that were said first, in that order, then the others."""
    roles = {mate.role: mate.name for mate in view.mates}
    few = [fact for fact in view.facts if len(view.held_by.get(fact.id, ())) < len(roles)]
    if not few:
        return None
    ordered = sorted(few, key=lambda fact: (not fact.at, fact.at))
    rows = [
        [fact.text, listed(_names(view.held_by[fact.id], roles)), *_said(fact, roles, view.began)] for fact in ordered
    ]
    return {"title": words.FACTS, "columns": [words.FACT, words.KNEW, words.MINUTE, words.SAID_BY], "rows": rows}


def _names(ids: tuple[str, ...], roles: Mapping[str, str]) -> list[str]:
    return [roles.get(each, "") for each in ids]


def _said(fact: LiveFact, roles: Mapping[str, str], began: str) -> list[str]:
    """In which minute a fact was said, and by whom."""
    return [str(_minute(fact.at, began)), roles.get(fact.by, "")] if fact.at else [words.NEVER, ""]


def _minute(at: str, began: str) -> int:
    """The minute of the group's time in which something happened, counted from 1."""
    passed = datetime.fromisoformat(at) - datetime.fromisoformat(began or at)
    return 1 + max(0, int(passed.total_seconds() // 60))


def _preferences(view: LiveDebriefView) -> TextTable:
    roles, options = {mate.role: mate.name for mate in view.mates}, {each.id: each.name for each in view.options}
    rows = [_moved(each, roles, options) for each in view.preferences]
    return {"title": words.PREFERENCES, "columns": [words.ROLE, words.BEFORE, words.AFTER], "rows": rows}


def _moved(each: PreferenceMoved, roles: Mapping[str, str], options: Mapping[str, str]) -> list[str]:
    stated = [options.get(option, words.NO_PREFERENCE) for option in (each.before, each.after)]
    return [roles.get(each.role, ""), *stated]
