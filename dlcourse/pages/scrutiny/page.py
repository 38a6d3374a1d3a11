"""The scrutiny round: one thing to do at a time, and below it what has been given and received so far."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.scrutiny.messages import RoundCommand, Scrutiny
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.pages.form import FormProps
from dlcourse.pages.markdown import html
from dlcourse.pages.props import PageProps
from dlcourse.pages.scrutiny import words
from dlcourse.pages.scrutiny.round_props import AroundProps, around
from dlcourse.pages.scrutiny.seats import people_form, seats_form
from dlcourse.pages.scrutiny.task_props import RoundTask
from dlcourse.pages.scrutiny.tasks import task, what_now
from dlcourse.pages.single_view import SingleState, single, single_props


class RoundSetting(TypedDict):
    """What the round is about (HTML); ``open`` until it has begun."""

    title: str
    html: str
    open: bool


class RoundStep(TypedDict):
    """A step of the round; ``mark`` says whether it is done or is next, or is empty."""

    text: str
    now: bool
    mark: str


class RoundSteps(TypedDict):
    """The steps of the round, in order; none before it has begun."""

    title: str
    list: list[RoundStep]


class AnotherRound(TypedDict):
    """The form for another round, after this one."""

    title: str
    form: FormProps


class PeopleRound(AnotherRound):
    """The form for a round with people of one's cohort."""

    note: str


class RoundFrame(TypedDict):
    """What the round is about, and how far somebody is in it; ``again`` is None until it is closed.

    ``people`` is the form for a round with people, for somebody who is in a cohort and in no open round.
    """

    title: str
    setting: RoundSetting
    steps: RoundSteps
    again: AnotherRound | None
    people: PeopleRound | None


class RoundContents(RoundFrame, AroundProps):
    """Everything on the page: the frame, the current task, and what is shown around it."""

    task: RoundTask


class ScrutinyProps(PageProps):
    """What the page draws: nothing of its own until the round was seen; ``heading`` changes when the task changes."""

    heading: str
    view: RoundContents | None


def props(state: SingleState[ScrutinyView]) -> ScrutinyProps:
    """What the page draws."""
    frame, view = single_props("scrutiny", state), state.view
    if view is None:
        return {**frame, "heading": "", "view": None}
    shown = contents(view)
    heading = f"{view.round}{shown['task']['key']}"
    return {**frame, "heading": heading, "so_far": _so_far(shown["steps"]["list"]), "view": shown}


def _so_far(steps: Sequence[RoundStep]) -> str:
    now = next((number for number, step in enumerate(steps, 1) if step["now"]), 0)
    return words.STEP_OF_ALL.format(now=now, all=len(steps)) if now else ""


def contents(view: ScrutinyView) -> RoundContents:
    """The round as this member sees it."""
    return {**_frame(view), "task": task(view), **around(view)}


def _frame(view: ScrutinyView) -> RoundFrame:
    return {
        "title": view.title,
        "setting": {
            "title": words.SETTING,
            "html": html(view.setting or words.PEOPLE_SETTING),
            "open": view.stage == "begin",
        },
        "steps": {"title": words.STEPS, "list": _steps(view) if view.round else []},
        "again": {"title": words.ANOTHER_ROUND, "form": seats_form(view)} if view.stage == "closed" else None,
        "people": _people(view) if view.people and view.stage in {"begin", "closed"} else None,
    }


def _people(view: ScrutinyView) -> PeopleRound:
    return {"title": words.ROUND_OF_PEOPLE, "note": words.PEOPLE_NOTE, "form": people_form(view)}


def _steps(view: ScrutinyView) -> list[RoundStep]:
    reading = ("sort", words.STEP_SORT)
    giving = ("comment", words.STEP_COMMENT)
    middle = (giving, reading) if view.anonymous else (reading, giving)
    last = words.CLOSE_THE_ROUND if view.leads else words.LEADER_CLOSES
    steps = [("post", words.OPEN_YOUR_PRACTICE), *middle, ("learned", words.STEP_LEARNED), ("close", last)]
    keys = [key for key, _ in steps]
    now = what_now(view)
    place = keys.index(now) if now in keys else len(keys)
    return [
        {"text": text, "now": at == place, "mark": words.DONE if at < place else words.NOW if at == place else ""}
        for at, (_, text) in enumerate(steps)
    ]


FORMS = ("scrutiny/",)
"""How the slots of the page's forms begin."""
PAGE = replace(single("scrutiny", Scrutiny, RoundCommand, ScrutinyView, props), drafts=FORMS)
