"""The forms of a trial: its plan, and whatever is possible with it as it stands."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from dlcourse.domain.trial.bench_view import TrialCard, WatcherOption
from dlcourse.domain.trial.messages import (
    LONGEST,
    MOST,
    PLAN_WORDS,
    AskWatcher,
    EndTrial,
    PlanTrial,
    RecordReading,
    StopTrial,
)
from dlcourse.pages.fields import (
    Answer,
    FormOption,
    choice,
    coming_day,
    filled_number,
    number,
    options,
    plain_options,
    required_day,
    required_text,
    select,
    text,
)
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.trial import words
from dlcourse.pages.trial.document import limit_of

SLOT = "trial/"
"""How the slots of all forms of the trials begin."""


class TrialStep(TypedDict):
    """A form that opens under its title; ``said`` is told once it was sent, ``next`` whether it is what comes next."""

    title: str
    note: str
    said: str
    next: bool
    form: FormProps


def new_form(*, begins: bool) -> TrialStep:
    """The form for a new trial; ``begins`` if it is the first one."""
    planned = form(PlanTrial, f"{SLOT}new", _plan_fields(None), fresh="trial", submit=words.PLAN_IT)
    return _step(words.PLAN if begins else words.PLAN_AGAIN, "", words.PLANNED, planned, is_next=begins)


def step_forms(card: TrialCard, people: Sequence[WatcherOption]) -> list[TrialStep]:
    """What the viewer can do with a trial now, in the order in which it is done."""
    found = list[TrialStep]()
    if card.mine and card.stage == "planned":
        found.append(_plan_anew(card))
    if card.mine and card.stage == "running":
        found.append(_reading(card))
    if card.mine and card.stage in {"running", "stopped"}:
        found.append(_end(card))
    if card.stage == "running":
        found.append(_stop(card))
    if card.mine and people and card.stage in {"planned", "running"}:
        found.append(_watch(card, people))
    return found


def _plan_anew(card: TrialCard) -> TrialStep:
    fixed = {"trial": card.trial, "after": card.length}
    planned = form(PlanTrial, _slot(card, "plan"), _plan_fields(card), fixed=fixed, submit=words.PLAN_IT)
    return _step(words.PLAN_ANEW, "", words.PLANNED, planned, is_next=False)


def _plan_fields(card: TrialCard | None) -> list[Answer]:
    """The fields of a plan, filled in as it stands."""
    written = card.plan if card else {}
    expected, limit = (str(card.expected), str(card.limit)) if card else ("", "")
    asked: list[Answer] = [
        required_text(part, words.ASKS[part][0], LONGEST, f"For example: {words.ASKS[part][1]}", written.get(part, ""))
        for part in PLAN_WORDS
    ]
    return [
        *asked,
        filled_number("expected", words.EXPECTED_ASK, 0, MOST, expected),
        filled_number("limit", words.LIMIT_ASK, 0, MOST, limit),
        select("worse", words.WORSE_ASK, "", options(words.WORSE.items()), card.worse if card else "above"),
        {**coming_day("on", words.ON_ASK, words.ON_HINT, _iso(card.on if card else None)), "required": True},
    ]


def _reading(card: TrialCard) -> TrialStep:
    fields: list[Answer] = [
        number("value", words.VALUE_ASK, 0, MOST),
        required_day("on", words.READ_ON),
        text("words", words.NOTICED, LONGEST),
    ]
    read = form(
        RecordReading, _slot(card, f"reading/{len(card.readings)}"), fields, fixed=_fixed(card), submit=words.READ_IT
    )
    return _step(words.READ, words.READ_NOTE.format(limit=limit_of(card)), words.READ_SAID, read)


def _end(card: TrialCard) -> TrialStep:
    ways: list[FormOption] = options(
        (decision, name) for decision, name in words.DECISIONS.items() if decision != "keep" or card.stage == "running"
    )
    fields: list[Answer] = [
        choice("decision", words.DECIDE_ASK, ways),
        required_text("taught", words.TAUGHT_ASK, LONGEST, words.TAUGHT_HINT),
    ]
    ended = form(EndTrial, _slot(card, "end"), fields, fixed=_fixed(card), submit=words.END_IT)
    return _step(words.END, words.END_NOTE, words.END_SAID, ended, is_next=card.stage == "stopped")


def _stop(card: TrialCard) -> TrialStep:
    stopped = form(
        StopTrial,
        _slot(card, "stop"),
        [text("words", words.STOP_WHY, LONGEST)],
        fixed=_fixed(card),
        submit=words.STOP_IT,
    )
    return _step(words.STOP, words.STOP_NOTE, words.STOP_SAID, stopped, is_next=False)


def _watch(card: TrialCard, people: Sequence[WatcherOption]) -> TrialStep:
    who = select("person", words.WHO, words.CHOOSE_WHO, plain_options((each.person, each.name) for each in people))
    asked = form(AskWatcher, _slot(card, "watch"), [who], fixed=_fixed(card), submit=words.WATCH_IT)
    return _step(words.WATCH, words.WATCH_NOTE, words.WATCH_SAID, asked, is_next=False)


def _step(title: str, note: str, said: str, asked: FormProps, *, is_next: bool = True) -> TrialStep:
    return {"title": title, "note": note, "said": said, "next": is_next, "form": asked}


def _fixed(card: TrialCard) -> dict[str, str]:
    return {"trial": card.trial}


def _slot(card: TrialCard, step: str) -> str:
    return f"{SLOT}{card.trial}/{step}"


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""
