"""The self-check: statements rated on a scale in words, and a profile in words, never a grade."""

from typing import TypedDict

from dlcourse.domain.selfcheck.readiness import Check, CheckView, GroupProfile, Rate
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.markdown import inline
from dlcourse.pages.props import MeasureProps, MenuOption, PageProps
from dlcourse.pages.selfcheck import words
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted


class StatementProps(TypedDict):
    """A statement (HTML), and the step that was chosen for it, or empty."""

    id: str
    html: str
    value: str


class GroupProps(TypedDict):
    """The statements about one subject."""

    id: str
    name: str
    statements: list[StatementProps]


class GroupSentence(TypedDict):
    """A sentence about one group."""

    name: str
    says: str
    taken_up: str


class CheckProfile(TypedDict):
    """The profile; ``empty`` is said while no group is complete. ``chart`` is None if there is nothing to draw."""

    title: str
    note: str
    empty: str
    groups: list[GroupSentence]
    chart: ChartProps | None


class CheckRest(TypedDict):
    """The way to end a check that was begun: ``text`` says how many statements are skipped, ``note`` what it means."""

    note: str
    text: str


class StatementsProps(TypedDict):
    """The statements of a check in one round, and how many are answered.

    ``rest`` is None before the first answer and after the last.
    """

    check: str
    round: int
    title: str
    ask: str
    note: str
    steps: list[MenuOption]
    progress: MeasureProps
    groups: list[GroupProps]
    rest: CheckRest | None


class CheckContents(StatementsProps):
    """The statements and the profile."""

    profile: CheckProfile


class SelfCheckProps(PageProps):
    """The props of the page; without contents until the check has loaded."""

    view: CheckContents | None


def props(state: SingleState[CheckView]) -> SelfCheckProps:
    """What the page draws."""
    frame, view = single_props("self-check", state), state.view
    if view is None:
        return {**frame, "view": None}
    so_far = words.SO_FAR.format(seen=view.answered, all=view.all)
    return {
        **frame,
        "so_far": so_far,
        "share": view.answered / view.all,
        "view": {**statements_props(view), "profile": _profile(view)},
    }


def statements_props(view: CheckView) -> StatementsProps:
    """The statements to be answered."""
    steps = [MenuOption(value=str(step.step), text=step.word) for step in view.scale]
    return {
        "check": view.check,
        "round": view.round,
        "title": view.title,
        "ask": view.ask,
        "note": view.note,
        "steps": [*steps, MenuOption(value="0", text=view.skip)],
        "progress": {
            "label": words.STATEMENTS_ANSWERED,
            "text": words.ANSWERED_OF_ALL.format(
                answered=view.answered, statements=counted(view.all, "statement", "statements")
            ),
            "value": view.answered,
            "max": view.all,
        },
        "groups": [_group(group) for group in view.groups],
        "rest": _rest(view) if 0 < view.answered < view.all else None,
    }


def _rest(view: CheckView) -> CheckRest:
    left = counted(view.all - view.answered, *words.STATEMENTS)
    return {"note": words.REST_NOTE.format(skip=view.skip), "text": words.REST.format(statements=left)}


def _group(group: GroupProfile) -> GroupProps:
    return {
        "id": group.id,
        "name": group.name,
        "statements": [
            {"id": each.id, "html": inline(each.text), "value": "" if each.level is None else str(each.level)}
            for each in group.statements
        ],
    }


def _profile(view: CheckView) -> CheckProfile:
    """The groups that are complete: a sentence about each, and the chart of all of them."""
    shown = [group for group in view.groups if group.complete]
    return {
        "title": words.PROFILE,
        "note": words.PROFILE_NOTE,
        "empty": words.PROFILE_EMPTY,
        "groups": [{"name": group.name, "says": group.says, "taken_up": group.taken_up} for group in shown],
        "chart": drawn(view.chart) if view.chart else None,
    }


def word(mean: float | None, view: CheckView) -> str:
    """The mean as the nearest step's word."""
    return (
        words.TOO_LITTLE_TO_SAY
        if mean is None
        else words.ABOUT_THIS_OFTEN.format(word=view.scale[int(mean + 0.5) - 1].word.lower())
    )


PAGE = single("self-check", Check, Rate, CheckView, props)
