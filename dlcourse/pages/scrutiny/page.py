"""The scrutiny round: one thing to do at a time, and below it what has been given and received so far."""

from dataclasses import replace

from dlcourse.domain.scrutiny.messages import RoundCommand, Scrutiny
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.pages.markdown import html
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny import words
from dlcourse.pages.scrutiny.round_props import around, seats_form
from dlcourse.pages.scrutiny.tasks import task, what_now
from dlcourse.pages.single_view import single, untyped


def shown(view: ScrutinyView) -> Props:
    """What the page draws; ``heading`` changes when another thing is to be done."""
    now = task(view)
    return {"heading": f"{view.round}{now['key']}", "view": {**_frame(view), "task": now, **around(view)}}


def _frame(view: ScrutinyView) -> Props:
    """What it is about, and how far one is."""
    return {
        "title": view.title,
        "setting": {"title": words.SETTING, "html": html(view.setting), "open": view.stage == "begin"},
        "steps": {"title": words.STEPS, "list": _steps(view) if view.round else []},
        "again": {"title": words.ANOTHER_ROUND, "form": seats_form(view)} if view.stage == "closed" else None,
    }


def _steps(view: ScrutinyView) -> list[Props]:
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
PAGE = replace(single("scrutiny", Scrutiny, RoundCommand, ScrutinyView, untyped("scrutiny", shown)), drafts=FORMS)
