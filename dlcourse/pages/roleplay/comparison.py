"""Two attempts side by side: their figures, and what was said from where they part."""

from collections.abc import Callable
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.attempts import named
from dlcourse.pages.roleplay.debrief import cast_of, own_moves
from dlcourse.pages.roleplay.film import FilmProps, film_pair_props
from dlcourse.pages.roleplay.findings import percent
from dlcourse.pages.roleplay.frame import RoleplayFrame
from dlcourse.pages.roleplay.talk import SceneProps, capital, passages
from dlcourse.pages.words import listed


class ComparedFigure(TypedDict):
    """A figure of the two attempts."""

    name: str
    cells: list[str]


class ComparedTalk(TypedDict):
    """What was said in one of the two attempts."""

    title: str
    passages: list[SceneProps]


class ComparisonScreen(RoleplayFrame):
    """Two attempts: ``parted`` says from where they differ, ``shows`` what the pair teaches, if anything.

    ``film`` is None unless people talked in both.
    """

    screen: Literal["compare"]
    heading: str
    columns: list[str]
    rows: list[ComparedFigure]
    parted: str
    shows: str
    film: FilmProps | None
    talks: list[ComparedTalk]
    back: str


def comparison_screen(frame: RoleplayFrame, view: ComparisonView, attempts: tuple[Attempt, ...]) -> ComparisonScreen:
    """Two attempts side by side: the figures, then what was said from where they part."""
    same = view.first.scenario == view.second.scenario
    names = {
        attempt.play: words.ATTEMPT.format(number=attempt.number) if same else named(attempt) for attempt in attempts
    }
    pair = (view.first, view.second)
    titles = [names.get(debrief.play, "") for debrief in pair]
    common = view.common if same else 0
    return {
        **frame,
        "screen": "compare",
        "heading": words.COMPARISON,
        "columns": ["", *titles],
        "rows": [{"name": name, "cells": [told(view.first), told(view.second)]} for name, told in ROWS],
        "parted": _parted(view),
        "shows": _what_it_shows(view),
        "film": film_pair_props(pair, [cast_of(debrief) for debrief in pair], titles, common),
        "talks": [
            {"title": title, "passages": _marked(debrief, common)} for title, debrief in zip(titles, pair, strict=True)
        ],
        "back": words.ALL_ATTEMPTS,
    }


def _marked(debrief: DebriefView, common: int) -> list[SceneProps]:
    """What was said, with a mark where two attempts part after ``common`` moves; none where nothing was common."""
    told = passages(debrief.passages, cast_of(debrief))
    lines = [line for passage in told for line in passage["lines"]]
    first = next((line for line in lines if line["moves"] >= common), None)
    if first and first is not lines[0]:
        first["parting"] = words.PARTING
    return told


def _parted(view: ComparisonView) -> str:
    if view.first.scenario != view.second.scenario:
        return words.DIFFERENT_CASES
    same = sum(moves < view.common for moves in own_moves(view.first))
    if not same:
        return words.DIFFER_AT_ONCE
    return words.SAME_FIRST_MOVE if same == 1 else words.SAME_FIRST_MOVES.format(moves=same)


def _what_it_shows(view: ComparisonView) -> str:
    """What a hidden profile beside its manifest twin shows; empty for any other pair."""
    kinds = {debrief.talk.kind: debrief for debrief in (view.first, view.second) if debrief.talk}
    if set(kinds) != {"hidden", "manifest"} or len({_structure(debrief) for debrief in kinds.values()}) > 1:
        return ""
    return words.HIDDEN_BESIDE_MANIFEST.format(hidden=kinds["hidden"].title, manifest=kinds["manifest"].title)


def _structure(debrief: DebriefView) -> tuple[object, ...]:
    """What twins have in common: people, options, facts, and what all facts add up to."""
    talk = debrief.talk
    assert talk is not None
    return len(debrief.seats), talk.unique, len(talk.facts), tuple(sorted(row.everything for row in talk.options))


def _seat(debrief: DebriefView) -> str:
    return next(seat.name for seat in debrief.seats if seat.you)


def _decision(debrief: DebriefView) -> str:
    return cast_of(debrief).option(debrief.talk.decided) if debrief.talk else words.NO_DECISION


def _voiced(debrief: DebriefView) -> str:
    return (
        words.VOICED_OF_ALL.format(voiced=debrief.talk.unique_voiced, all=debrief.talk.unique)
        if debrief.talk
        else "none"
    )


def _focus(debrief: DebriefView) -> str:
    return percent(debrief.talk.focus) if debrief.talk else "none"


def _short(debrief: DebriefView) -> str:
    return str(debrief.talk.regret) if debrief.talk else "none"


def _used(debrief: DebriefView) -> str:
    return (
        words.MINUTES_OF_ALL.format(used=debrief.talk.minutes_used, all=debrief.talk.minutes)
        if debrief.talk
        else "none"
    )


def _heard(debrief: DebriefView) -> str:
    heard = [role.id for role in debrief.talk.roles if role.voiced] if debrief.talk else []
    return capital(listed([cast_of(debrief).call(role) for role in heard])) or words.NOBODY


ROWS: tuple[tuple[str, Callable[[DebriefView], str]], ...] = (
    (words.SEAT_COLUMN, _seat),
    (words.DECISION_COLUMN, _decision),
    (words.VOICED_ROW, _voiced),
    (words.FOCUS_ROW, _focus),
    (words.REGRET_ROW, _short),
    (words.MINUTES_ROW, _used),
    (words.HEARD_ROW, _heard),
    (words.OUTCOME_COLUMN, lambda debrief: debrief.end),
)
