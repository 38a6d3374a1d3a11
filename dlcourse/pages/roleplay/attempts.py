"""Before and beside a play: the brief with its seats, the list of my attempts, and two attempts side by side."""

from dlcourse.domain.roleplay.attempts import Attempt, BriefView, RoleCard
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.domain.roleplay.messages import BeginPlay
from dlcourse.pages.fields import FormOption, choice
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.debrief import cast_of, own_moves, percent
from dlcourse.pages.roleplay.talk import capital, initials, passages
from dlcourse.pages.words import counted, listed


def brief_props(view: BriefView, attempts: tuple[Attempt, ...], others: tuple[Attempt, ...] = ()) -> Props:
    """The case before anyone sits down."""
    minutes, talk = (counted(each, "minute", "minutes") for each in (view.minutes, view.talk_minutes))
    time = words.TIME_WITH_TALK if view.talk_minutes else words.TIME
    return {
        "heading": view.title,
        "summary": inline(view.summary),
        "time": time.format(minutes=minutes, talk=talk),
        "setting": html(view.setting),
        "form": _seat_form(view),
        "attempts": attempts_props(attempts, others),
    }


def _seat_form(view: BriefView) -> FormProps:
    talked = words.SEAT_NOTE_TALK
    told = words.SEAT_NOTE_STORY
    note = talked if view.talk_minutes else told
    seats = choice("seat", words.WHICH_SEAT, [_seat_choice(role) for role in view.roles], note)
    slot, fixed = f"seat/{view.scenario}", {"scenario": view.scenario}
    return form(BeginPlay, slot, [seats], fixed=fixed, fresh="play", submit=words.TAKE_THIS_SEAT)


def _seat_choice(role: RoleCard) -> FormOption:
    return {
        "value": role.id,
        "html": inline(role.name),
        "initials": initials(role.name),
        "note": words.DECIDES if role.decides else "",
        "about": html(role.about),
    }


def attempts_props(attempts: tuple[Attempt, ...], others: tuple[Attempt, ...]) -> Props | None:
    """My attempts as a table; two that have ended can be set side by side, also with one at another case.

    None where there is no attempt yet.
    """
    if not attempts:
        return None
    ended = [attempt for attempt in attempts if attempt.ended]
    return {
        "title": words.YOUR_ATTEMPTS,
        "columns": [
            words.ATTEMPT_COLUMN,
            words.SEAT_COLUMN,
            words.DECISION_COLUMN,
            words.OUTCOME_COLUMN,
            words.BEGUN_COLUMN,
        ],
        "rows": [_row(attempt) for attempt in attempts],
        "compare": _compare(ended, others) if ended and len(ended) + len(others) > 1 else None,
    }


def _row(attempt: Attempt) -> Props:
    began = words.FROM_ATTEMPT.format(source=attempt.source) if attempt.source else ""
    return {
        "play": attempt.play,
        "number": str(attempt.number),
        "note": began,
        "cells": [attempt.seat, attempt.decided, inline(attempt.outcome) if attempt.ended else words.NOT_ENDED_YET],
        "begun": attempt.begun,
        "open": words.LOOK_AT_ATTEMPT.format(number=attempt.number)
        if attempt.ended
        else words.GO_ON_WITH_ATTEMPT.format(number=attempt.number),
    }


def _compare(ended: list[Attempt], others: tuple[Attempt, ...]) -> Props:
    here = [
        {"value": attempt.play, "html": inline(words.ATTEMPT_SEAT.format(number=attempt.number, seat=attempt.seat))}
        for attempt in ended
    ]
    elsewhere = [{"value": attempt.play, "html": inline(f"{_named(attempt)}: {attempt.seat}")} for attempt in others]
    both = [*(attempt.play for attempt in ended), *(attempt.play for attempt in others)]
    return {
        "legend": words.COMPARE_LEGEND,
        "first": words.COMPARE_FIRST,
        "second": words.COMPARE_SECOND,
        "choices": [*here, *elsewhere],
        "values": [both[1], both[0]],
        "submit": words.COMPARE,
    }


def _named(attempt: Attempt) -> str:
    return words.ATTEMPT_ELSEWHERE.format(title=attempt.title, number=attempt.number)


def comparison_props(view: ComparisonView, attempts: tuple[Attempt, ...]) -> Props:
    """Two attempts side by side: the figures, then what was said from where they part."""
    same = view.first.scenario == view.second.scenario
    names = {
        attempt.play: words.ATTEMPT.format(number=attempt.number) if same else _named(attempt) for attempt in attempts
    }
    pair = (view.first, view.second)
    return {
        "heading": words.COMPARISON,
        "columns": ["", *(names.get(debrief.play, "") for debrief in pair)],
        "rows": [{"name": name, "cells": [told(view.first), told(view.second)]} for name, told in ROWS],
        "parted": _parted(view),
        "shows": _what_it_shows(view),
        "talks": [
            {"title": names.get(debrief.play, ""), "passages": _marked(debrief, view.common if same else 0)}
            for debrief in pair
        ],
        "back": words.ALL_ATTEMPTS,
    }


def _marked(debrief: DebriefView, common: int) -> list[Props]:
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


ROWS = (
    (words.SEAT_COLUMN, _seat),
    (words.DECISION_COLUMN, _decision),
    (words.VOICED_ROW, _voiced),
    (words.FOCUS_ROW, _focus),
    (words.REGRET_ROW, _short),
    (words.MINUTES_ROW, _used),
    (words.HEARD_ROW, _heard),
    (words.OUTCOME_COLUMN, lambda debrief: debrief.end),
)
