"""Before and beside a play: the brief with its seats, the list of my attempts, and two attempts side by side."""

from dlcourse.domain.roleplay.attempts import Attempt, BriefView, RoleCard
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.domain.roleplay.messages import BeginPlay
from dlcourse.pages.fields import FormOption, choice
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay.debrief import cast_of, own_moves, percent
from dlcourse.pages.roleplay.talk import capital, initials, passages
from dlcourse.pages.words import counted, listed


def brief_props(view: BriefView, attempts: tuple[Attempt, ...], others: tuple[Attempt, ...] = ()) -> Props:
    """The case before anyone sits down."""
    talk = f", {counted(view.talk_minutes, 'minute', 'minutes')} of talk at the table" if view.talk_minutes else ""
    return {
        "heading": view.title,
        "summary": inline(view.summary),
        "time": f"About {counted(view.minutes, 'minute', 'minutes')} in all{talk}",
        "setting": html(view.setting),
        "form": _seat_form(view),
        "attempts": attempts_props(attempts, others),
    }


def _seat_form(view: BriefView) -> FormProps:
    talked = "The others are played by scripted colleagues. Each seat knows something the others do not."
    told = "The story is the same from every seat; you see it through this person's eyes."
    note = talked if view.talk_minutes else told
    seats = choice("seat", "Which seat do you take?", [_seat_choice(role) for role in view.roles], note)
    slot, fixed = f"seat/{view.scenario}", {"scenario": view.scenario}
    return form(BeginPlay, slot, [seats], fixed=fixed, fresh="play", submit="Take this seat")


def _seat_choice(role: RoleCard) -> FormOption:
    return {
        "value": role.id,
        "html": inline(role.name),
        "initials": initials(role.name),
        "note": "Decides" if role.decides else "",
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
        "title": "Your attempts",
        "columns": ["Attempt", "Seat", "Decision", "How it ended", "Begun"],
        "rows": [_row(attempt) for attempt in attempts],
        "compare": _compare(ended, others) if ended and len(ended) + len(others) > 1 else None,
    }


def _row(attempt: Attempt) -> Props:
    began = f"from attempt {attempt.source}" if attempt.source else ""
    return {
        "play": attempt.play,
        "number": str(attempt.number),
        "note": began,
        "cells": [attempt.seat, attempt.decided, inline(attempt.outcome) if attempt.ended else "Not ended yet"],
        "begun": attempt.begun,
        "open": f"Look at attempt {attempt.number}" if attempt.ended else f"Go on with attempt {attempt.number}",
    }


def _compare(ended: list[Attempt], others: tuple[Attempt, ...]) -> Props:
    here = [{"value": attempt.play, "html": inline(f"Attempt {attempt.number}: {attempt.seat}")} for attempt in ended]
    elsewhere = [{"value": attempt.play, "html": inline(f"{_named(attempt)}: {attempt.seat}")} for attempt in others]
    both = [*(attempt.play for attempt in ended), *(attempt.play for attempt in others)]
    return {
        "legend": "Set two attempts side by side",
        "first": "First",
        "second": "Second",
        "choices": [*here, *elsewhere],
        "values": [both[1], both[0]],
        "submit": "Compare",
    }


def _named(attempt: Attempt) -> str:
    return f"“{attempt.title}”, attempt {attempt.number}"


def comparison_props(view: ComparisonView, attempts: tuple[Attempt, ...]) -> Props:
    """Two attempts side by side: the figures, then what was said from where they part."""
    same = view.first.scenario == view.second.scenario
    names = {attempt.play: f"Attempt {attempt.number}" if same else _named(attempt) for attempt in attempts}
    pair = (view.first, view.second)
    return {
        "heading": "Two attempts side by side",
        "columns": ["", *(names.get(debrief.play, "") for debrief in pair)],
        "rows": [{"name": name, "cells": [told(view.first), told(view.second)]} for name, told in ROWS],
        "parted": _parted(view),
        "shows": _what_it_shows(view),
        "talks": [
            {"title": names.get(debrief.play, ""), "passages": _marked(debrief, view.common if same else 0)}
            for debrief in pair
        ],
        "back": "All attempts",
    }


def _marked(debrief: DebriefView, common: int) -> list[Props]:
    """What was said, with a mark where two attempts part after ``common`` moves; none where nothing was common."""
    told = passages(debrief.passages, cast_of(debrief))
    lines = [line for passage in told for line in passage["lines"]]
    first = next((line for line in lines if line["moves"] >= common), None)
    if first and first is not lines[0]:
        first["parting"] = "From here on the two attempts differ"
    return told


def _parted(view: ComparisonView) -> str:
    if view.first.scenario != view.second.scenario:
        return "These are two different cases."
    same = sum(moves < view.common for moves in own_moves(view.first))
    if not same:
        return "They differ from the first move on."
    return "Your first move is the same." if same == 1 else f"Your first {same} moves are the same."


def _what_it_shows(view: ComparisonView) -> str:
    """What a hidden profile beside its manifest twin shows; empty for any other pair."""
    kinds = {debrief.talk.kind: debrief for debrief in (view.first, view.second) if debrief.talk}
    if set(kinds) != {"hidden", "manifest"} or len({_structure(debrief) for debrief in kinds.values()}) > 1:
        return ""
    return HIDDEN_BESIDE_MANIFEST.format(hidden=kinds["hidden"].title, manifest=kinds["manifest"].title)


def _structure(debrief: DebriefView) -> tuple[object, ...]:
    """What twins have in common: people, options, facts, and what all facts add up to."""
    talk = debrief.talk
    assert talk is not None
    return len(debrief.seats), talk.unique, len(talk.facts), tuple(sorted(row.everything for row in talk.options))


def _seat(debrief: DebriefView) -> str:
    return next(seat.name for seat in debrief.seats if seat.you)


def _decision(debrief: DebriefView) -> str:
    return cast_of(debrief).option(debrief.talk.decided) if debrief.talk else "No decision in this case"


def _voiced(debrief: DebriefView) -> str:
    return f"{debrief.talk.unique_voiced} of {debrief.talk.unique}" if debrief.talk else "none"


def _focus(debrief: DebriefView) -> str:
    return percent(debrief.talk.focus) if debrief.talk else "none"


def _short(debrief: DebriefView) -> str:
    return str(debrief.talk.regret) if debrief.talk else "none"


def _used(debrief: DebriefView) -> str:
    return f"{debrief.talk.minutes_used} of {debrief.talk.minutes}" if debrief.talk else "none"


def _heard(debrief: DebriefView) -> str:
    heard = [role.id for role in debrief.talk.roles if role.voiced] if debrief.talk else []
    return capital(listed([cast_of(debrief).call(role) for role in heard])) or "Nobody"


HIDDEN_BESIDE_MANIFEST = (
    "Both cases have the same number of people, options and facts, and all that anybody knew adds up to the same. In "
    "“{manifest}” what everybody knew pointed to the strongest option from the start, so a talk about what all know "
    "does no harm. In “{hidden}” it pointed elsewhere: only what single people knew could turn the decision. If the "
    "same way of talking succeeded in the one and failed in the other, the people were not worse: the knowledge lay "
    "differently. From inside the room the two look alike. That is why it pays to ask even when all seem to agree."
)
ROWS = (
    ("Seat", _seat),
    ("Decision", _decision),
    ("Facts that only some knew and that came to the table", _voiced),
    ("Share of all mentions that were such facts", _focus),
    ("Points behind the strongest option", _short),
    ("Minutes of talk used", _used),
    ("Whose own knowledge was heard", _heard),
    ("How it ended", lambda debrief: debrief.end),
)
