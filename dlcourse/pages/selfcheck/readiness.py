"""The self-check: statements rated on a scale in words, and the view from one's window as a profile, never a grade."""

from dlcourse.domain.selfcheck.readiness import Check, CheckView, GroupProfile, Rate
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.selfcheck import words
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
            "label": words.STATEMENTS_ANSWERED,
            "text": words.ANSWERED_OF_ALL.format(
                answered=view.answered, statements=counted(view.all, "statement", "statements")
            ),
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
        "title": words.PROFILE,
        "note": words.PROFILE_NOTE,
        "empty": words.PROFILE_EMPTY,
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
            "title": words.PROFILE_TABLE,
            "columns": [words.SUBJECT, words.HOW_OFTEN, words.COULD_SEE],
            "rows": [[group.name, word(group.mean, view), _seen(group)] for group in shown],
        },
    }


def bar(mean: float | None, view: CheckView) -> Props | None:
    """The mean as a place between the scale's ends, with the nearest step's word."""
    return None if mean is None else {"share": round((mean - 1) / 4, 3), "word": word(mean, view)}


def word(mean: float | None, view: CheckView) -> str:
    """The mean as the nearest step's word."""
    return (
        words.TOO_LITTLE_TO_SAY
        if mean is None
        else words.ABOUT_THIS_OFTEN.format(word=view.scale[int(mean + 0.5) - 1].word.lower())
    )


def _seen(group: GroupProfile) -> str:
    return words.SEEN_OF_ALL.format(seen=sum(bool(each.level) for each in group.statements), all=len(group.statements))


PAGE = single("self-check", Check, Rate, CheckView, untyped("self-check", shown))
