"""Before a play: the brief with its seats, and the list of my attempts."""

from typing import Literal, TypedDict

from dlcourse.domain.roleplay.attempts import Attempt, BriefView, RoleCard
from dlcourse.domain.roleplay.messages import BeginPlay
from dlcourse.pages.face import face
from dlcourse.pages.fields import FormOption, choice
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.frame import RoleplayFrame
from dlcourse.pages.words import counted


class AttemptRow(TypedDict):
    """An attempt; its ``cells`` are the seat, the decision and, as rendered Markdown, the outcome."""

    play: str
    number: str
    note: str
    cells: tuple[str, str, str]
    begun: str
    open: str


class PairForm(TypedDict):
    """Which two attempts to set side by side; ``values`` are the two that are proposed."""

    legend: str
    first: str
    second: str
    choices: list[FormOption]
    values: tuple[str, str]
    submit: str


class AttemptsTable(TypedDict):
    """My attempts; ``compare`` is the form to compare two, None where there are not two that have ended."""

    title: str
    columns: list[str]
    rows: list[AttemptRow]
    compare: PairForm | None


class BriefScreen(RoleplayFrame):
    """The case before anyone sits down; ``attempts`` is None before the first one.

    ``read`` is the button that leads from the case to the seats.
    """

    screen: Literal["brief"]
    heading: str
    summary: str
    time: str
    setting: str
    form: FormProps
    read: str
    attempts: AttemptsTable | None


def brief_screen(
    frame: RoleplayFrame, view: BriefView, attempts: tuple[Attempt, ...], others: tuple[Attempt, ...]
) -> BriefScreen:
    """The case before anyone sits down."""
    minutes, talk = (counted(each, "minute", "minutes") for each in (view.minutes, view.talk_minutes))
    time = words.TIME_WITH_TALK if view.talk_minutes else words.TIME
    return {
        **frame,
        "screen": "brief",
        "heading": view.title,
        "summary": inline(view.summary),
        "time": time.format(minutes=minutes, talk=talk),
        "setting": html(view.setting),
        "form": _begin_form(view),
        "read": words.HAVE_READ_CASE if view.panel else words.TO_THE_BEGINNING,
        "attempts": attempts_props(attempts, others),
    }


def _begin_form(view: BriefView) -> FormProps:
    return _seat_form(view) if view.panel else _story_form(view)


def _seat_form(view: BriefView) -> FormProps:
    choices = [_seat_choice(role, place) for place, role in enumerate(view.roles)]
    seats = choice("seat", words.WHICH_SEAT, choices, words.SEAT_NOTE)
    slot, fixed = f"seat/{view.scenario}", {"scenario": view.scenario}
    return form(BeginPlay, slot, [seats], fixed=fixed, fresh="play", submit=words.TAKE_THIS_SEAT)


def _story_form(view: BriefView) -> FormProps:
    """The learner makes every choice of a story without a panel, so nothing is asked: they get the deciding seat."""
    fixed = {"scenario": view.scenario, "seat": next(role.id for role in view.roles if role.decides)}
    return form(BeginPlay, f"story/{view.scenario}", [], fixed=fixed, fresh="play", submit=words.BEGIN_STORY)


def _seat_choice(role: RoleCard, place: int) -> FormOption:
    return {
        "value": role.id,
        "html": inline(role.name),
        "face": face(role.name, place),
        "note": words.DECIDES if role.decides else "",
        "about": html(role.about),
    }


def attempts_props(attempts: tuple[Attempt, ...], others: tuple[Attempt, ...]) -> AttemptsTable | None:
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


def _row(attempt: Attempt) -> AttemptRow:
    began = words.FROM_ATTEMPT.format(source=attempt.source) if attempt.source else ""
    return {
        "play": attempt.play,
        "number": str(attempt.number),
        "note": began,
        "cells": (attempt.seat, attempt.decided, inline(attempt.outcome) if attempt.ended else words.NOT_ENDED_YET),
        "begun": attempt.begun,
        "open": words.LOOK_AT_ATTEMPT.format(number=attempt.number)
        if attempt.ended
        else words.GO_ON_WITH_ATTEMPT.format(number=attempt.number),
    }


def _compare(ended: list[Attempt], others: tuple[Attempt, ...]) -> PairForm:
    here: list[FormOption] = [
        {"value": attempt.play, "html": inline(words.ATTEMPT_SEAT.format(number=attempt.number, seat=attempt.seat))}
        for attempt in ended
    ]
    elsewhere: list[FormOption] = [
        {"value": attempt.play, "html": inline(f"{named(attempt)}: {attempt.seat}")} for attempt in others
    ]
    both = [*(attempt.play for attempt in ended), *(attempt.play for attempt in others)]
    return {
        "legend": words.COMPARE_LEGEND,
        "first": words.COMPARE_FIRST,
        "second": words.COMPARE_SECOND,
        "choices": [*here, *elsewhere],
        "values": (both[1], both[0]),
        "submit": words.COMPARE,
    }


def named(attempt: Attempt) -> str:
    """What an attempt is called among those at another case."""
    return words.ATTEMPT_ELSEWHERE.format(title=attempt.title, number=attempt.number)
