"""How a debrief is shown: who knew what, what surfaced when, what everyone together would have known.

A page one would print.
"""

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.debrief import DebriefView, FactRow, RoleRow, Talk
from dlcourse.domain.roleplay.path_map import PathMapView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.path_map import path_map_props
from dlcourse.pages.roleplay.talk import Cast, capital, passages
from dlcourse.pages.words import counted, listed


def debrief_props(view: DebriefView, ways: PathMapView | None, attempts: tuple[Attempt, ...]) -> Props:
    """The whole debrief of one attempt."""
    cast = cast_of(view)
    last = view.passages[-1]
    number = next((attempt.number for attempt in attempts if attempt.play == view.play), 0)
    return {
        "play": view.play,
        "heading": view.title,
        "lead": words.SEEN_BY.format(number=number, seat=next(seat.name for seat in view.seats if seat.you)),
        "end": {"title": inline(last.title), "html": html(last.text)},
        "talk": _talk(view.talk, cast) if view.talk else None,
        "stakes": _stakes(view),
        "questions": {
            "title": words.QUESTIONS,
            "list": [{"html": inline(asked.ask), "principles": _names(asked.principles)} for asked in view.questions],
        },
        "story": {
            "title": words.STORY,
            "note": words.STORY_NOTE,
            "passages": passages(view.passages, cast),
            "again": words.TRY_AGAIN,
            "moves": own_moves(view),
        },
        "ways": path_map_props(ways) if ways else None,
        "again": {"label": words.PLAY_AGAIN, "note": words.PLAY_AGAIN_NOTE},
        "leave": words.ALL_ATTEMPTS,
        "print": words.PRINT_THIS_PAGE,
    }


def cast_of(view: DebriefView) -> Cast:
    """Who and what the conversation was about."""
    common = {fact.id for fact in view.talk.facts if fact.shared} if view.talk else set()
    return Cast(view.seats, view.options, common)


def own_moves(view: DebriefView) -> list[int]:
    """After how many moves one could go on differently: where each of the viewer's own moves begins."""
    lines = [line for passage in view.passages for line in passage.lines]
    return [line.moves for line in lines if line.role == view.seat or line.kind == "chose"]


def percent(share: float | None) -> str:
    """``42 %``, or a dash where nothing was said that could be counted."""
    return "none" if share is None else f"{round(100 * share)} %"


def _names(principles: tuple[str, ...]) -> list[str]:
    return [f"{name}: {PRINCIPLES[name].short}" for name in principles if name in PRINCIPLES]


def _stakes(view: DebriefView) -> Props:
    return {
        "title": words.STAKES,
        "list": [
            {
                "name": name,
                "where": words.AT_STAKE_IN.format(scenes=listed(list(stake.where)))
                if stake.where
                else words.AT_STAKE_ANYWAY,
            }
            for stake in view.stakes
            for name in _names((stake.principle,))
        ],
    }


def _talk(talk: Talk, cast: Cast) -> Props:
    return {
        "title": words.WHO_KNEW_WHAT,
        "headline": headline(talk, cast),
        "numbers": _numbers(talk, cast),
        "matrix": _matrix(talk, cast),
        "roles": roles(talk, cast),
        "options": _what_if(talk, cast),
        "yardstick": words.YARDSTICK if talk.kind == "hidden" else "",
    }


def headline(talk: Talk, cast: Cast) -> list[str]:
    """Sentences: what was decided, what was found of what only some knew, and who was never heard."""
    decided, best = cast.option(talk.decided), cast.option(talk.best)
    silent = [cast.call(role.id) for role in talk.roles if role.unique and not role.voiced]
    outcome = (
        words.DECIDED_STRONGEST.format(decided=decided)
        if talk.solved
        else words.DECIDED_WEAKER.format(decided=decided, best=best)
    )
    facts = counted(talk.unique, "fact", "facts")
    found = words.FOUND.format(facts=facts, voiced=talk.unique_voiced)
    unheard = [words.NEVER_HEARD.format(people=listed(silent))] if silent else []
    return [outcome, found, *unheard]


def _numbers(talk: Talk, cast: Cast) -> list[Props]:
    changed = words.PREFERENCE_CHANGED if talk.before != talk.after else words.PREFERENCE_SAME
    return [
        {
            "value": words.VOICED_OF_ALL.format(voiced=talk.unique_voiced, all=talk.unique),
            "label": words.NUMBER_VOICED,
        },
        {"value": percent(talk.focus), "label": words.NUMBER_FOCUS},
        {
            "value": changed,
            "label": words.NUMBER_PREFERENCE.format(before=cast.option(talk.before), after=cast.option(talk.after)),
        },
        {"value": str(talk.regret), "label": _behind(talk, cast)},
    ]


def _behind(talk: Talk, cast: Cast) -> str:
    if not talk.regret:
        return words.NOT_BEHIND
    sentence = words.POINT_BEHIND if talk.regret == 1 else words.POINTS_BEHIND
    return sentence.format(best=cast.option(talk.best))


def _matrix(talk: Talk, cast: Cast) -> Props:
    people = [seat.id for seat in cast.seats]
    return {
        "caption": words.MATRIX_CAPTION,
        "columns": [words.FACT_COLUMN, *(capital(cast.call(role)) for role in people), words.SURFACED_COLUMN],
        "held": words.HELD_IT,
        "rows": [
            {
                "html": inline(fact.text),
                "held": [role in fact.held_by for role in people],
                "voiced": fact.minute is not None,
                "surfaced": _surfaced(fact, cast),
            }
            for fact in talk.facts
            if not fact.shared
        ],
        "shared": {
            "title": words.SHARED_FACTS,
            "list": [{"html": inline(fact.text), "note": _surfaced(fact, cast)} for fact in talk.facts if fact.shared],
        },
    }


def _surfaced(fact: FactRow, cast: Cast) -> str:
    if fact.minute is None:
        return words.NEVER if not fact.shared else words.NOT_MENTIONED
    return words.SURFACED.format(minute=fact.minute, by=cast.call(fact.by), how=words.HOW[fact.how])


def roles(talk: Talk, cast: Cast) -> Props:
    """Who preferred what at first, was heard, and is credited, as a table."""
    return {
        "title": words.WHO_WAS_HEARD,
        "columns": [words.PERSON_COLUMN, words.FIRST_PREFERENCE_COLUMN, words.OWN_VOICED_COLUMN, words.CREDITED_COLUMN],
        "rows": [
            [cast.name(role.id), cast.option(role.first) or words.NOT_STATED, _share(role), _credit(role)]
            for role in talk.roles
        ],
    }


def _share(role: RoleRow) -> str:
    return words.OWN_VOICED_OF_ALL.format(voiced=role.voiced, all=role.unique)


def _credit(role: RoleRow) -> str:
    return words.YES if role.credited else words.NO


def _what_if(talk: Talk, cast: Cast) -> Props:
    return {
        "title": words.WHAT_IF,
        "note": words.WHAT_IF_NOTE,
        "columns": [words.OPTION_COLUMN, words.SHARED_COLUMN, words.TABLE_COLUMN, words.EVERYTHING_COLUMN],
        "rows": [
            {
                "name": option.name,
                "cells": [str(option.shared), str(option.table), str(option.everything)],
                "best": option.id == talk.best,
                "decided": option.id == talk.decided,
            }
            for option in talk.options
        ],
        "best": words.STRONGEST,
        "decided": "decided",
        "group": _group(talk, cast),
    }


def _group(talk: Talk, cast: Cast) -> str:
    if not talk.group:
        return ""
    if len(talk.group) == len(cast.seats):
        return words.TAKES_ALL
    return words.TAKES_SOME.format(people=listed([cast.call(role) for role in talk.group]))
