"""The scrutiny round: one thing to do at a time, and below it what has been given and received so far."""

from dataclasses import replace

from dlcourse.domain.scrutiny.messages import RoundCommand, Scrutiny
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.pages.markdown import html
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny.round_props import around, seats_form
from dlcourse.pages.scrutiny.tasks import task, what_now
from dlcourse.pages.single_view import single


def shown(view: ScrutinyView) -> Props:
    """What the page draws; ``heading`` changes when another thing is to be done."""
    now = task(view)
    return {"heading": f"{view.round}{now['key']}", "view": {**_frame(view), "task": now, **around(view)}}


def _frame(view: ScrutinyView) -> Props:
    """What it is about, and how far one is."""
    return {
        "title": view.title,
        "setting": {"title": "What this is about", "html": html(view.setting), "open": view.stage == "begin"},
        "steps": {"title": "The steps of a round", "list": _steps(view) if view.round else []},
        "again": {"title": "Another round", "form": seats_form(view)} if view.stage == "closed" else None,
    }


def _steps(view: ScrutinyView) -> list[Props]:
    reading = ("sort", "Sort what you get")
    giving = ("comment", "Comment on others")
    middle = (giving, reading) if view.anonymous else (reading, giving)
    last = "Close the round" if view.leads else "The leader closes the round"
    steps = [("post", "Open your practice"), *middle, ("learned", "Say what you learned"), ("close", last)]
    keys = [key for key, _ in steps]
    now = what_now(view)
    place = keys.index(now) if now in keys else len(keys)
    return [
        {"text": text, "now": at == place, "mark": "Done" if at < place else "Now" if at == place else ""}
        for at, (_, text) in enumerate(steps)
    ]


PAGE = replace(single("scrutiny", Scrutiny, RoundCommand, ScrutinyView, shown), drafts=("scrutiny/",))
