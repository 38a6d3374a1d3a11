"""The self-check a second time, and both beside each other: what moved, in words; small bars; the same as a table."""

from typing import TypedDict

from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView, GroupChange, Moved
from dlcourse.domain.selfcheck.readiness import CheckView, Rate
from dlcourse.pages.props import PageProps, TextTable
from dlcourse.pages.selfcheck.readiness import StatementsProps, StepBar, bar, statements_props, word
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted

TIMES = ("At the start", "Now")
NOTE = (
    "Both are views from your own window, and you look with other eyes now: who has learned what to look for often "
    "sees less of it at first. That is no step back. What changed at your place, and what changed in you, only you "
    "can tell apart. A step or two among several statements is little: one busy week could do as much. Nobody else "
    "sees this, and there is no total."
)
MISSING = (
    "You have not answered the first one, in the session “Start here”, so there is nothing to set beside this one. It "
    "still tells how things look to you today."
)


class TimedBar(TypedDict):
    """How a group looked at one time; ``bar`` is None where too little was seen."""

    time: str
    word: str
    bar: StepBar | None


class GroupChangeProps(TypedDict):
    """What changed in one group."""

    name: str
    says: str
    bars: list[TimedBar]


class ChangeProps(TypedDict):
    """Both rounds beside each other; ``empty`` is said while no group is complete in both."""

    title: str
    note: str
    empty: str
    groups: list[GroupChangeProps]
    table: TextTable


class CheckAgainContents(StatementsProps):
    """The statements, and what changed."""

    change: ChangeProps


class CheckAgainProps(PageProps):
    """What the page draws; nothing of its own until the check was seen."""

    view: CheckAgainContents | None


def props(state: SingleState[CheckAgainView]) -> CheckAgainProps:
    """What the page draws: the statements, and what changed."""
    frame, view = single_props("check-again", state), state.view
    return {**frame, "view": {**statements_props(view.check), "change": change_props(view)} if view else None}


def change_props(view: CheckAgainView) -> ChangeProps:
    """Both rounds beside each other, for the groups that are complete in both."""
    groups = [group for group in view.groups if group.way != "incomplete"]
    return {
        "title": "Then and now",
        "note": NOTE if view.first else MISSING,
        "empty": "" if groups or not view.first else "A group appears here as soon as you have answered it both times.",
        "groups": [_group(group, view.check) for group in groups],
        "table": {
            "title": "The same as a table, statement by statement",
            "columns": ["Statement", *TIMES],
            "rows": [[each.text, *_levels(each, view.check)] for group in groups for each in group.statements],
        },
    }


def says(group: GroupChange) -> str:
    """What can be said of a group's change, and no more than that."""
    moved, total = group.up + group.down, group.compared
    of = counted(total, "statement", "statements")
    match group.way:
        case "incomplete":
            return "Not answered both times."
        case "unseen":
            return "You could see too little of this, then or now, to set them beside each other."
        case "same":
            return "As you see it, nothing has moved here."
        case "little":
            return (
                f"Little has moved: {_steps(group)} on {counted(moved, 'statement', 'statements')} of {group.compared}."
            )
        case "more":
            return f"You saw {group.up} of {of} more often than at the start, and none less often."
        case "less":
            return f"You saw {group.down} of {of} less often than at the start, and none more often."
        case "mixed":
            return f"Of {of} you saw {group.up} more often than at the start, and {group.down} less often."


def _steps(group: GroupChange) -> str:
    return counted(sum(abs(each.steps) for each in group.statements), "step", "steps")


def _group(group: GroupChange, check: CheckView) -> GroupChangeProps:
    means = zip(TIMES, (group.first, group.second), strict=True)
    return {
        "name": group.name,
        "says": says(group),
        "bars": [{"time": time, "word": word(mean, check), "bar": bar(mean, check)} for time, mean in means],
    }


def _levels(each: Moved, check: CheckView) -> list[str]:
    return [check.scale[level - 1].word if level else "Could not be seen" for level in (each.first, each.second)]


PAGE = single("check-again", CheckAgain, Rate, CheckAgainView, props)
