"""How a table in play is shown: the story so far, what I know, who is there, and the one thing to do next."""

from dlcourse.domain.roleplay.table import Gauge, KnownFact, Seat, TableView
from dlcourse.pages.markdown import html
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.talk import Cast, initials, passages
from dlcourse.pages.roleplay.tasks import task
from dlcourse.pages.words import counted


def table_props(view: TableView) -> Props:
    """The table as its seat sees it. ``heading`` gets the focus when the stage or the scene changes."""
    cast = cast_of(view)
    return {
        "play": view.play,
        "stage": view.stage,
        "heading": _heading(view),
        "setting": {"title": words.SETTING, "html": html(view.setting), "open": view.stage == "prefer"},
        "clock": _clock(view),
        "passages": passages(view.passages, cast),
        "talk_label": words.CONVERSATION,
        "task": task(view, cast),
        "known": {"title": words.FACTS, "groups": _facts(view, cast)} if view.facts else None,
        "people": {"title": words.PEOPLE, "list": [_person(seat) for seat in view.seats]},
        "gauges": {"title": words.GAUGES, "list": [_gauge(gauge) for gauge in view.gauges]} if view.gauges else None,
        "leave": words.ALL_ATTEMPTS,
    }


def cast_of(view: TableView) -> Cast:
    """Who and what the conversation is about, as the seat knows them."""
    return Cast(view.seats, view.options, {fact.id for fact in view.facts if fact.since == "everyone"})


def _heading(view: TableView) -> str:
    if view.stage == "prefer":
        return words.PREFER_HEADING
    return view.passages[-1].title or view.title


def _clock(view: TableView) -> Props | None:
    if view.stage not in {"talk", "decide"}:
        return None
    text = words.MINUTES_LEFT.format(left=view.minutes_left, minutes=counted(view.minutes, "minute", "minutes"))
    return {"label": words.TALK_TIME_LEFT, "text": text, "left": view.minutes_left, "all": view.minutes}


def _facts(view: TableView, cast: Cast) -> list[Props]:
    """What I know, by where it comes from; of what was heard the newest first."""
    groups = {since: [fact for fact in view.facts if fact.since == since] for since in words.SINCE}
    return [
        {
            "title": words.SINCE[since],
            "mine": since == "own",
            "facts": [_fact(fact, cast) for fact in sorted(facts, key=lambda fact: -fact.minute)],
        }
        for since, facts in groups.items()
        if facts
    ]


def _fact(fact: KnownFact, cast: Cast) -> Props:
    note = words.HEARD_FROM.format(by=cast.call(fact.by), minute=fact.minute) if fact.since == "heard" else ""
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
    return {**gauge.model_dump(), "text": words.GAUGE_VALUE.format(value=gauge.value, max=gauge.max)}
