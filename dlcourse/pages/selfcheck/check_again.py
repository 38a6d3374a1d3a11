"""The self-check repeated, and both rounds compared: what changed in words, as a chart, and as a table."""

from typing import TypedDict

from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView, GroupChange, Moved
from dlcourse.domain.selfcheck.readiness import CheckView, Rate
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.props import PageProps, TextTable
from dlcourse.pages.selfcheck import words
from dlcourse.pages.selfcheck.readiness import StatementsProps, statements_props
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted


class GroupChangeProps(TypedDict):
    """What changed in one group."""

    name: str
    says: str


class ChangeProps(TypedDict):
    """Both rounds beside each other; ``empty`` is said while no group is complete in both.

    ``chart`` is None if there is nothing to draw, and ``table`` has each statement.
    """

    title: str
    note: str
    empty: str
    groups: list[GroupChangeProps]
    chart: ChartProps | None
    table: TextTable


class CheckAgainContents(StatementsProps):
    """The statements, and what changed."""

    change: ChangeProps


class CheckAgainProps(PageProps):
    """The props of the page; without contents until the check has loaded."""

    view: CheckAgainContents | None


def props(state: SingleState[CheckAgainView]) -> CheckAgainProps:
    """What the page draws: the statements, and what changed."""
    frame, view = single_props("check-again", state), state.view
    return {**frame, "view": {**statements_props(view.check), "change": change_props(view)} if view else None}


def change_props(view: CheckAgainView) -> ChangeProps:
    """Both rounds beside each other, for the groups that are complete in both."""
    groups = [group for group in view.groups if group.way != "incomplete"]
    return {
        "title": words.THEN_AND_NOW,
        "note": words.CHANGE_NOTE if view.first else words.NO_FIRST_CHECK,
        "empty": "" if groups or not view.first else words.CHANGE_EMPTY,
        "groups": [{"name": group.name, "says": says(group)} for group in groups],
        "chart": drawn(view.chart) if view.chart else None,
        "table": {
            "title": words.CHANGE_TABLE,
            "columns": [words.STATEMENT, *words.TIMES],
            "rows": [[each.text, *_levels(each, view.check)] for group in groups for each in group.statements],
        },
    }


def says(group: GroupChange) -> str:
    """A careful sentence about a group's change."""
    moved, total = group.up + group.down, group.compared
    of = counted(total, "statement", "statements")
    match group.way:
        case "incomplete":
            return words.NOT_ANSWERED_BOTH_TIMES
        case "unseen":
            return words.TOO_LITTLE_SEEN
        case "same":
            return words.NOTHING_MOVED
        case "little":
            return words.LITTLE_MOVED.format(
                steps=_steps(group), statements=counted(moved, "statement", "statements"), all=group.compared
            )
        case "more":
            return words.MORE_OFTEN.format(up=group.up, statements=of)
        case "less":
            return words.LESS_OFTEN.format(down=group.down, statements=of)
        case "mixed":
            return words.MORE_AND_LESS_OFTEN.format(statements=of, up=group.up, down=group.down)


def _steps(group: GroupChange) -> str:
    return counted(sum(abs(each.steps) for each in group.statements), "step", "steps")


def _levels(each: Moved, check: CheckView) -> list[str]:
    return [check.scale[level - 1].word if level else words.COULD_NOT_BE_SEEN for level in (each.first, each.second)]


PAGE = single("check-again", CheckAgain, Rate, CheckAgainView, props)
