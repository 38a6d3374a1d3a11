"""The self-check: statements rated on a scale in words, and the view from one's window as a profile, never a grade."""

from dlcourse.domain.selfcheck.readiness import Check, CheckView, GroupProfile, Rate
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.single_view import single, untyped
from dlcourse.pages.words import counted


def shown(view: CheckView) -> Props:
    """What the page draws."""
    return {"view": check_props(view)}


def check_props(view: CheckView) -> Props:
    """The statements to be answered, and the profile."""
    steps = [{"value": str(step.step), "text": step.word} for step in view.scale]
    return {
        "check": view.check,
        "round": view.round,
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
                "bar": bar(group.mean, view),
            }
            for group in shown
        ],
        "table": {
            "title": "The same as a table",
            "columns": ["Subject", "How often you saw it", "Statements you could see"],
            "rows": [[group.name, word(group.mean, view), _seen(group)] for group in shown],
        },
    }


def bar(mean: float | None, view: CheckView) -> Props | None:
    """The mean as a place between the scale's ends, with the nearest step's word."""
    return None if mean is None else {"share": round((mean - 1) / 4, 3), "word": word(mean, view)}


def word(mean: float | None, view: CheckView) -> str:
    """The mean as the nearest step's word."""
    return "Too little to say" if mean is None else f"about “{view.scale[int(mean + 0.5) - 1].word.lower()}”"


def _seen(group: GroupProfile) -> str:
    return f"{sum(bool(each.level) for each in group.statements)} of {len(group.statements)}"


PAGE = single("self-check", Check, Rate, CheckView, untyped("self-check", shown))
