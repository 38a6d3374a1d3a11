"""The debrief of one group of a live session: what it decided, who knew what, and how preferences moved."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView
from dlcourse.domain.live.seat_views import LiveFact
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.live import debrief_words as words
from dlcourse.pages.live.seat_talk import cast_of
from dlcourse.pages.markdown import inline
from dlcourse.pages.roleplay.findings import FactMatrix
from dlcourse.pages.roleplay.table import FactNote
from dlcourse.pages.roleplay.talk import Cast, capital


class GroupDebriefProps(TypedDict):
    """What is drawn of a group in hindsight. ``preferences`` are None for those who may not know them.

    ``facts`` are those that not everybody held, and who held them; None if there are none.
    """

    title: str
    lines: list[str]
    facts: FactMatrix | None
    preferences: ChartProps | None
    questions_title: str
    questions: list[str]


def group_debrief(view: LiveDebriefView) -> GroupDebriefProps:
    """What is drawn."""
    return {
        "title": words.TITLE.format(number=view.number),
        "lines": _lines(view),
        "facts": _facts(view),
        "preferences": drawn(view.chart) if view.chart else None,
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


def _facts(view: LiveDebriefView) -> FactMatrix | None:
    """The facts that not everybody held: those that were said first, in that order, then the others.

    In a case without a panel, people share facts only by saying them, and the page does not know which.
    """
    cast, roles = cast_of(view.mates, view.options, ()), [mate.role for mate in view.mates]
    few = [fact for fact in view.facts if len(view.held_by.get(fact.id, ())) < len(roles)]
    if not few:
        return None
    ordered = sorted(few, key=lambda fact: (not fact.at, fact.at))
    never = words.NEVER if view.options else words.ALOUD
    common = [fact for fact in view.facts if fact not in few]
    return {
        "caption": words.FACTS,
        "columns": [words.FACT, *(capital(cast.call(role)) for role in roles), words.SAID],
        "held": words.HELD,
        "rows": [
            {
                "html": inline(fact.text),
                "held": [role in view.held_by[fact.id] for role in roles],
                "voiced": bool(fact.at) or not view.options,
                "surfaced": _said(fact, cast, view.began) or never,
            }
            for fact in ordered
        ],
        "shared": {"title": words.COMMON, "list": _common(common, cast, view.began)},
    }


def _common(facts: Sequence[LiveFact], cast: Cast, began: str) -> list[FactNote]:
    """What everybody knew from the start, and when it was said."""
    return [{"html": inline(fact.text), "note": _said(fact, cast, began)} for fact in facts]


def _said(fact: LiveFact, cast: Cast, began: str) -> str:
    """In which minute a fact was said, and by whom; empty if it was not said on the page."""
    if not fact.at:
        return ""
    return words.SAID_BY.format(minute=_minute(fact.at, began), role=cast.call(fact.by))


def _minute(at: str, began: str) -> int:
    """The minute of the group's time in which something happened, counted from 1."""
    passed = datetime.fromisoformat(at) - datetime.fromisoformat(began or at)
    return 1 + max(0, int(passed.total_seconds() // 60))
