"""The self-check a second time, and both beside each other: what moved, in words; small bars; the same as a table."""

from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView, GroupChange, Moved
from dlcourse.domain.selfcheck.readiness import CheckView, Rate
from dlcourse.pages.program import Props
from dlcourse.pages.selfcheck.readiness import bar, check_props, word
from dlcourse.pages.single_view import single, untyped
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


def shown(view: CheckAgainView) -> Props:
    """What the page draws: the statements, and what changed."""
    return {"view": check_props(view.check) | {"profile": None, "change": change_props(view)}}


def change_props(view: CheckAgainView) -> Props:
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


def _group(group: GroupChange, check: CheckView) -> Props:
    means = zip(TIMES, (group.first, group.second), strict=True)
    return {
        "name": group.name,
        "says": says(group),
        "bars": [{"time": time, "word": word(mean, check), "bar": bar(mean, check)} for time, mean in means],
    }


def _levels(each: Moved, check: CheckView) -> list[str]:
    return [check.scale[level - 1].word if level else "Could not be seen" for level in (each.first, each.second)]


PAGE = single("check-again", CheckAgain, Rate, CheckAgainView, untyped("check-again", shown))
