"""How a table in play is shown: the story so far, what I know, who is there, and the one thing to do next."""

from dlcourse.domain.roleplay.table import Gauge, KnownFact, Seat, TableView
from dlcourse.pages.markdown import html
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay.talk import Cast, initials, passages
from dlcourse.pages.roleplay.tasks import task
from dlcourse.pages.words import counted

SINCE = {
    "own": "You brought this",
    "heard": "Heard at the table",
    "revealed": "This came to light",
    "everyone": "Everybody knew this from the start",
}


def table_props(view: TableView) -> Props:
    """The table as its seat sees it. ``heading`` gets the focus when the stage or the scene changes."""
    cast = cast_of(view)
    return {
        "play": view.play,
        "stage": view.stage,
        "heading": _heading(view),
        "setting": {"title": "What the case is about", "html": html(view.setting), "open": view.stage == "prefer"},
        "clock": _clock(view),
        "passages": passages(view.passages, cast),
        "talk_label": "What was said and done",
        "task": task(view, cast),
        "known": {"title": "What you know", "groups": _facts(view, cast)} if view.facts else None,
        "people": {"title": "Who is at the table", "list": [_person(seat) for seat in view.seats]},
        "gauges": {"title": "How things stand", "list": [_gauge(gauge) for gauge in view.gauges]}
        if view.gauges
        else None,
        "leave": "All attempts",
    }


def cast_of(view: TableView) -> Cast:
    """Who and what the conversation is about, as the seat knows them."""
    return Cast(view.seats, view.options, {fact.id for fact in view.facts if fact.since == "everyone"})


def _heading(view: TableView) -> str:
    if view.stage == "prefer":
        return "Before anyone speaks"
    return view.passages[-1].title or view.title


def _clock(view: TableView) -> Props | None:
    if view.stage not in {"talk", "decide"}:
        return None
    text = f"{view.minutes_left} of {counted(view.minutes, 'minute', 'minutes')} left"
    return {"label": "Talk time left", "text": text, "left": view.minutes_left, "all": view.minutes}


def _facts(view: TableView, cast: Cast) -> list[Props]:
    """What I know, by where it comes from; of what was heard the newest first."""
    groups = {since: [fact for fact in view.facts if fact.since == since] for since in SINCE}
    return [
        {
            "title": SINCE[since],
            "mine": since == "own",
            "facts": [_fact(fact, cast) for fact in sorted(facts, key=lambda fact: -fact.minute)],
        }
        for since, facts in groups.items()
        if facts
    ]


def _fact(fact: KnownFact, cast: Cast) -> Props:
    note = f"From {cast.call(fact.by)}, minute {fact.minute}" if fact.since == "heard" else ""
    return {"html": html(fact.text), "note": note}


def _person(seat: Seat) -> Props:
    notes = [note for note, holds in (("you", seat.you), ("decides", seat.decides)) if holds]
    return {
        "name": seat.name,
        "initials": initials(seat.name),
        "note": ", ".join(notes),
        "you": seat.you,
        "html": html(seat.about),
    }


def _gauge(gauge: Gauge) -> Props:
    return {**gauge.model_dump(), "text": f"{gauge.value} of {gauge.max}"}
