"""How a debrief is shown: who knew what, what surfaced when, what everyone together would have known.

A page one would print.
"""

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.debrief import DebriefView, FactRow, RoleRow, Talk
from dlcourse.domain.roleplay.path_map import PathMapView
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay.path_map import path_map_props
from dlcourse.pages.roleplay.talk import Cast, capital, passages
from dlcourse.pages.words import counted, listed

HOW = {
    "": "shared unasked",
    "open": "everyone was asked",
    "expertise": "asked by name",
    "dissent": "doubts were asked for",
    "closed": "agreement was asked for",
    "rank": "going round by rank",
    "idea": "in reply to an idea",
}
NOT_STATED = "not stated"
YARDSTICK = (
    "For comparison: in the first experiments of this kind, 83 % of groups whose members all knew everything chose "
    "the best option, and where the facts were divided 71 % chose the weaker one (Stasser & Titus, 1985). Across 65 "
    "studies with 3,189 groups, those with divided knowledge were eight times less likely to find it (Lu, Yuan & "
    "McLeod, 2012). Getting everything said is not enough either: almost half still miss it (Faulmüller and others, "
    "2010). That is why the talk and the decision are looked at apart here."
)


def debrief_props(view: DebriefView, ways: PathMapView | None, attempts: tuple[Attempt, ...]) -> Props:
    """The whole debrief of one attempt."""
    cast = cast_of(view)
    last = view.passages[-1]
    number = next((attempt.number for attempt in attempts if attempt.play == view.play), 0)
    return {
        "play": view.play,
        "heading": view.title,
        "lead": f"Attempt {number}, seen by {next(seat.name for seat in view.seats if seat.you)}",
        "end": {"title": inline(last.title), "html": html(last.text)},
        "talk": _talk(view.talk, cast) if view.talk else None,
        "stakes": _stakes(view),
        "questions": {
            "title": "Questions to think or talk over",
            "list": [{"html": inline(asked.ask), "principles": _names(asked.principles)} for asked in view.questions],
        },
        "story": {
            "title": "The play from the beginning",
            "note": "You can go back to any of your own moves and try another way. This attempt stays as it is.",
            "passages": passages(view.passages, cast),
            "again": "Try again from here",
            "moves": own_moves(view),
        },
        "ways": path_map_props(ways) if ways else None,
        "again": {"label": "Play it again", "note": "From any seat, as a new attempt"},
        "leave": "All attempts",
        "print": "Print this page",
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
        "title": "The principles at stake",
        "list": [
            {"name": name, "where": f"In: {listed(list(stake.where))}" if stake.where else "In the case itself"}
            for stake in view.stakes
            for name in _names((stake.principle,))
        ],
    }


def _talk(talk: Talk, cast: Cast) -> Props:
    return {
        "title": "Who knew what",
        "headline": headline(talk, cast),
        "numbers": _numbers(talk, cast),
        "matrix": _matrix(talk, cast),
        "roles": roles(talk, cast),
        "options": _what_if(talk, cast),
        "yardstick": YARDSTICK if talk.kind == "hidden" else "",
    }


def headline(talk: Talk, cast: Cast) -> list[str]:
    """Sentences: what was decided, what was found of what only some knew, and who was never heard."""
    decided, best = cast.option(talk.decided), cast.option(talk.best)
    silent = [cast.call(role.id) for role in talk.roles if role.unique and not role.voiced]
    outcome = (
        f"The decision was “{decided}”. With everything that the table knew together, that is the strongest option."
        if talk.solved
        else f"The decision was “{decided}”. With everything that the table knew together, “{best}” is stronger."
    )
    facts = counted(talk.unique, "fact", "facts")
    found = f"Of {facts} that only some people knew, {talk.unique_voiced} came to the table."
    unheard = [f"What {listed(silent)} alone could have told was never heard."] if silent else []
    return [outcome, found, *unheard]


def _numbers(talk: Talk, cast: Cast) -> list[Props]:
    changed = "changed" if talk.before != talk.after else "the same"
    return [
        {
            "value": f"{talk.unique_voiced} of {talk.unique}",
            "label": "facts that only some people knew came to the table",
        },
        {"value": percent(talk.focus), "label": "of all mentions were of such facts, not of what everybody knew"},
        {"value": changed, "label": f"your preference: “{cast.option(talk.before)}”, then “{cast.option(talk.after)}”"},
        {"value": str(talk.regret), "label": _behind(talk, cast)},
    ]


def _behind(talk: Talk, cast: Cast) -> str:
    if not talk.regret:
        return "points behind the strongest option, when every fact is counted"
    points = "point" if talk.regret == 1 else "points"
    return f"{points} behind “{cast.option(talk.best)}”, when every fact is counted"


def _matrix(talk: Talk, cast: Cast) -> Props:
    people = [seat.id for seat in cast.seats]
    return {
        "caption": "Each fact that only some people held, who held it, and when it came to the table",
        "columns": ["Fact", *(capital(cast.call(role)) for role in people), "Came to the table"],
        "held": "held it",
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
            "title": "What everybody knew",
            "list": [{"html": inline(fact.text), "note": _surfaced(fact, cast)} for fact in talk.facts if fact.shared],
        },
    }


def _surfaced(fact: FactRow, cast: Cast) -> str:
    if fact.minute is None:
        return "Never" if not fact.shared else "Not mentioned"
    return f"Minute {fact.minute}, {cast.call(fact.by)}: {HOW[fact.how]}"


def roles(talk: Talk, cast: Cast) -> Props:
    """Who preferred what at first, was heard, and is credited, as a table."""
    return {
        "title": "Who was heard",
        "columns": ["Person", "First preference", "Own facts voiced", "Credited in the decision"],
        "rows": [
            [cast.name(role.id), cast.option(role.first) or NOT_STATED, _share(role), _credit(role)]
            for role in talk.roles
        ],
    }


def _share(role: RoleRow) -> str:
    return f"{role.voiced} of {role.unique}"


def _credit(role: RoleRow) -> str:
    return "Yes" if role.credited else "No"


def _what_if(talk: Talk, cast: Cast) -> Props:
    return {
        "title": "What if everyone had spoken",
        "note": "What the facts say for each option, added up: on what everybody knew, on what was on the table when "
        "the decision fell, and on everything that anybody knew. Higher speaks for it.",
        "columns": ["Option", "What all knew", "On the table", "Everything"],
        "rows": [
            {
                "name": option.name,
                "cells": [str(option.shared), str(option.table), str(option.everything)],
                "best": option.id == talk.best,
                "decided": option.id == talk.decided,
            }
            for option in talk.options
        ],
        "best": "strongest with everything",
        "decided": "decided",
        "group": _group(talk, cast),
    }


def _group(talk: Talk, cast: Cast) -> str:
    if not talk.group:
        return ""
    if len(talk.group) == len(cast.seats):
        return "It takes what everyone at this table knows to see it."
    return f"It takes at least what {listed([cast.call(role) for role in talk.group])} know together to see it."
