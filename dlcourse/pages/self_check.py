"""The self-check: statements rated on a scale in words, and the view from one's window as a profile, never a grade."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.speech import Command, hear
from dlcourse.domain.start import Check, CheckView, GroupProfile, Rate
from dlcourse.errors import CourseError
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS, counted


@dataclass(frozen=True)
class State:
    """The self-check in one round; ``saved`` is when the last answer was recorded."""

    check: str
    round: int = 1
    view: CheckView | None = None
    saved: str = ""
    notice: CourseError | None = None


def init(place: Raw) -> Step[State]:
    """Open the self-check as it was left."""
    state = State(str(place.get("check", "")), 2 if place.get("round") == 2 else 1)
    return state, (_look(state),)


def parse(raw: Raw) -> Rate:
    """The one thing to say here: a rating."""
    command = hear(Command, raw)
    if isinstance(command, Rate):
        return command
    raise CourseError("self-check", "it does not know that message", "Reload the page.")


def update(state: State, message: Any) -> Step[State]:
    """Record each answer as it is given, then look again."""
    match message:
        case Rate():
            return replace(state, notice=None), (Do(message),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (_look(state),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case Seen(view=CheckView() as view):
            return replace(state, view=view), ()
        case _:
            return state, ()


def _look(state: State) -> See:
    return See(Check(check=state.check, round=state.round))


def props(state: State) -> Props:
    """What the page draws."""
    return {
        "page": "self-check",
        "place": {"check": state.check, "round": state.round},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.told() if state.notice else None,
        "links": [],
        "view": _view(state.view, state.round) if state.view else None,
    }


def _view(view: CheckView, round_: int) -> Props:
    steps = [{"value": str(step.step), "text": step.word} for step in view.scale]
    return {
        "check": view.check,
        "round": round_,
        "title": view.title,
        "ask": view.ask,
        "note": view.note,
        "steps": [*steps, {"value": "0", "text": view.skip}],
        "progress": {
            "label": "Statements answered",
            "text": f"{view.answered} of {counted(view.all, 'statement', 'statements')} answered",
            "value": view.answered,
            "max": view.all,
        },
        "groups": [_group(group) for group in view.groups],
        "profile": _profile(view),
    }


def _group(group: GroupProfile) -> Props:
    return {
        "id": group.id,
        "name": group.name,
        "statements": [
            {"id": each.id, "html": inline(each.text), "value": "" if each.level is None else str(each.level)}
            for each in group.statements
        ],
    }


def _profile(view: CheckView) -> Props:
    """The groups that are complete, each in a sentence, as a bar with its word, and as a row of the table twin."""
    shown = [group for group in view.groups if group.complete]
    return {
        "title": "The view from your window",
        "note": "No grade, no total, and nobody to be compared with. It is kept for a second one in the last session.",
        "empty": "As soon as you have answered all statements of a group, its sentence appears here.",
        "groups": [
            {
                "name": group.name,
                "says": group.says,
                "taken_up": group.taken_up,
                "bar": _bar(group.mean, view),
            }
            for group in shown
        ],
        "table": {
            "title": "The same as a table",
            "columns": ["Subject", "How often you saw it", "Statements you could see"],
            "rows": [[group.name, _word(group.mean, view), _seen(group)] for group in shown],
        },
    }


def _bar(mean: float | None, view: CheckView) -> Props | None:
    """The mean as a place between the scale's ends, with the nearest step's word."""
    return None if mean is None else {"share": round((mean - 1) / 4, 3), "word": _word(mean, view)}


def _word(mean: float | None, view: CheckView) -> str:
    return "Too little to say" if mean is None else f"about “{view.scale[int(mean + 0.5) - 1].word.lower()}”"


def _seen(group: GroupProfile) -> str:
    return f"{sum(bool(each.level) for each in group.statements)} of {len(group.statements)}"


PAGE = Page("self-check", init, parse, update, props)
