"""What a debrief finds in a talk: who knew what, what surfaced when, what everyone together would have known."""

from typing import TypedDict

from dlcourse.domain.roleplay.debrief import FactRow, RoleRow, Talk
from dlcourse.pages.markdown import inline
from dlcourse.pages.props import TextTable
from dlcourse.pages.roleplay import finding_words, words
from dlcourse.pages.roleplay.table import FactNote
from dlcourse.pages.roleplay.talk import Cast, capital
from dlcourse.pages.words import counted, listed


class FoundNumber(TypedDict):
    """A figure of the talk, as it is printed, and what it counts."""

    value: str
    label: str


class MatrixRow(TypedDict):
    """A fact that only some held, who of all seats held it, and whether and when it came to the table."""

    html: str
    held: list[bool]
    voiced: bool
    surfaced: str


class CommonFacts(TypedDict):
    """What everybody knew."""

    title: str
    list: list[FactNote]


class FactMatrix(TypedDict):
    """Who held which fact, with ``held`` as the word for it; ``shared`` are the facts that everybody held."""

    caption: str
    columns: list[str]
    held: str
    rows: list[MatrixRow]
    shared: CommonFacts


class WhatIfRow(TypedDict):
    """What the facts say for an option; whether it is the strongest, and whether it was decided."""

    name: str
    cells: list[str]
    best: bool
    decided: bool


class WhatIfTable(TypedDict):
    """What the facts say for each option. ``best`` and ``decided`` are marks; ``group`` says who had to speak."""

    title: str
    note: str
    columns: list[str]
    rows: list[WhatIfRow]
    best: str
    decided: str
    group: str


class FindingsProps(TypedDict):
    """Who knew what in a talk, and what came of it; ``yardstick`` says what was found elsewhere, or is empty."""

    title: str
    headline: list[str]
    numbers: list[FoundNumber]
    matrix: FactMatrix
    roles: TextTable
    options: WhatIfTable
    yardstick: str


def findings_props(talk: Talk, cast: Cast) -> FindingsProps:
    """What is to be seen of the talk only now that it has ended."""
    return {
        "title": finding_words.WHO_KNEW_WHAT,
        "headline": headline(talk, cast),
        "numbers": _numbers(talk, cast),
        "matrix": _matrix(talk, cast),
        "roles": roles(talk, cast),
        "options": _what_if(talk, cast),
        "yardstick": finding_words.YARDSTICK if talk.kind == "hidden" else "",
    }


def headline(talk: Talk, cast: Cast) -> list[str]:
    """Sentences: what was decided, what was found of what only some knew, and who was never heard."""
    decided, best = cast.option(talk.decided), cast.option(talk.best)
    silent = [cast.call(role.id) for role in talk.roles if role.unique and not role.voiced]
    outcome = (
        finding_words.DECIDED_STRONGEST.format(decided=decided)
        if talk.solved
        else finding_words.DECIDED_WEAKER.format(decided=decided, best=best)
    )
    facts = counted(talk.unique, "fact", "facts")
    found = finding_words.FOUND.format(facts=facts, voiced=talk.unique_voiced)
    unheard = [finding_words.NEVER_HEARD.format(people=listed(silent))] if silent else []
    return [outcome, found, *unheard, *talk_and_decision(talk, cast)]


def talk_and_decision(talk: Talk, cast: Cast) -> list[str]:
    """Sentences that tell the talk from the decision: what the decider knew by then, and whether it was followed."""
    decider = next((seat.id for seat in cast.seats if seat.decides), "")
    sentence = finding_words.TALK_AND_DECISION[talk.even == talk.best, talk.solved]
    told = sentence.format(decider=cast.call(decider), even=cast.option(talk.even))
    lost = talk.even == talk.best and not talk.solved and not cast.mine(decider)
    return [told, finding_words.WHY_LOST] if lost else [told]


def _numbers(talk: Talk, cast: Cast) -> list[FoundNumber]:
    changed = finding_words.PREFERENCE_CHANGED if talk.before != talk.after else finding_words.PREFERENCE_SAME
    return [
        {
            "value": words.VOICED_OF_ALL.format(voiced=talk.unique_voiced, all=talk.unique),
            "label": finding_words.NUMBER_VOICED,
        },
        {
            "value": words.VOICED_OF_ALL.format(voiced=talk.unique_mentions, all=talk.mentions),
            "label": finding_words.NUMBER_FOCUS,
        },
        {
            "value": changed,
            "label": finding_words.NUMBER_PREFERENCE.format(
                before=cast.option(talk.before), after=cast.option(talk.after)
            ),
        },
        {"value": str(talk.regret) if talk.regret else finding_words.FIRST_PLACE, "label": _behind(talk, cast)},
    ]


def _behind(talk: Talk, cast: Cast) -> str:
    if not talk.regret:
        return finding_words.NOT_BEHIND
    sentence = finding_words.POINT_BEHIND if talk.regret == 1 else finding_words.POINTS_BEHIND
    return sentence.format(best=cast.option(talk.best))


def _matrix(talk: Talk, cast: Cast) -> FactMatrix:
    people = [seat.id for seat in cast.seats]
    return {
        "caption": finding_words.MATRIX_CAPTION,
        "columns": [
            finding_words.FACT_COLUMN,
            *(capital(cast.call(role)) for role in people),
            finding_words.SURFACED_COLUMN,
        ],
        "held": finding_words.HELD_IT,
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
            "title": finding_words.SHARED_FACTS,
            "list": [{"html": inline(fact.text), "note": _surfaced(fact, cast)} for fact in talk.facts if fact.shared],
        },
    }


def _surfaced(fact: FactRow, cast: Cast) -> str:
    if fact.minute is None:
        return finding_words.NEVER if not fact.shared else finding_words.NOT_MENTIONED
    return finding_words.SURFACED.format(minute=fact.minute, by=cast.call(fact.by), how=finding_words.HOW[fact.how])


def roles(talk: Talk, cast: Cast) -> TextTable:
    """Who preferred what at first, was heard, and is credited, as a table."""
    return {
        "title": finding_words.WHO_WAS_HEARD,
        "columns": [
            finding_words.PERSON_COLUMN,
            finding_words.FIRST_PREFERENCE_COLUMN,
            finding_words.OWN_VOICED_COLUMN,
            finding_words.CREDITED_COLUMN,
        ],
        "rows": [
            [cast.name(role.id), cast.option(role.first) or finding_words.NOT_STATED, _share(role), _credit(role)]
            for role in talk.roles
        ],
    }


def _share(role: RoleRow) -> str:
    return finding_words.OWN_VOICED_OF_ALL.format(voiced=role.voiced, all=role.unique)


def _credit(role: RoleRow) -> str:
    return finding_words.YES if role.credited else finding_words.NO


def _what_if(talk: Talk, cast: Cast) -> WhatIfTable:
    return {
        "title": finding_words.WHAT_IF,
        "note": finding_words.WHAT_IF_NOTE,
        "columns": [
            finding_words.OPTION_COLUMN,
            finding_words.SHARED_COLUMN,
            finding_words.TABLE_COLUMN,
            finding_words.EVERYTHING_COLUMN,
        ],
        "rows": [
            {
                "name": option.name,
                "cells": [str(option.shared), str(option.table), str(option.everything)],
                "best": option.id == talk.best,
                "decided": option.id == talk.decided,
            }
            for option in talk.options
        ],
        "best": finding_words.STRONGEST,
        "decided": "decided",
        "group": _group(talk, cast),
    }


def _group(talk: Talk, cast: Cast) -> str:
    if not talk.group:
        return ""
    if len(talk.group) == len(cast.seats):
        return finding_words.TAKES_ALL
    return finding_words.TAKES_SOME.format(people=listed([cast.call(role) for role in talk.group]))


def percent(share: float | None) -> str:
    """``42%``, or ``none`` where nothing was said that could be counted."""
    return "none" if share is None else f"{round(100 * share)}%"
