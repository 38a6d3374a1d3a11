"""What one person of the cohort shares with the viewer: entries of their log, and their improvement plan."""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.inquiry.messages import ImprovementPlanView, SharedPlan
from dlcourse.domain.reflection.log import SharedCard, SharedLog, SharedLogView
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.inquiry.document import plan_item
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, NamedText, PageProps, TextTable, page_props
from dlcourse.pages.words import day

NAME = "shared"
TITLE, NOBODY = "What {name} shares with you", "What somebody shares with you"
NOTHING = "Nothing so far. What people write is theirs alone until they share it."
AUDIENCES = {
    "facilitator": "shared with facilitators",
    "reviewers": "shared with reviewers",
    "cohort": "shared with the cohort",
    "private": "",
}


@dataclass(frozen=True)
class SharedState:
    """Whose work it is, and what was seen of it."""

    author: str
    log: SharedLogView | None = None
    plan: ImprovementPlanView | None = None
    notice: CourseError | None = None


class SharedEntry(TypedDict):
    """An entry: the question it answers, when and for whom it was written, and its words, step by step."""

    title: str
    note: str
    steps: list[NamedText]


class SharedContents(TypedDict):
    """What is shared; ``empty`` is said if it is nothing."""

    title: str
    empty: str
    entries_title: str
    entries: list[SharedEntry]
    plan_title: str
    plan: list[TextTable]
    back: LinkProps


class SharedProps(PageProps):
    """What the page draws; ``contents`` is None until it is loaded."""

    title: str
    contents: SharedContents | None


def init(place: Raw) -> Step[SharedState]:
    """Look at what this person shares. Raises a `CourseError` if the place names nobody."""
    log = decode(SharedLog, {TAG: "SharedLog", "author": place.get("author", "")})
    state = SharedState(log.author)
    return state, _look(state)


def update(state: SharedState, message: Any) -> Step[SharedState]:
    """Look again. That there is no plan to read is no problem."""
    match message:
        case LookAgain():
            return replace(state, notice=None), _look(state)
        case Seen(view=SharedLogView() as log):
            return replace(state, log=log), ()
        case Seen(view=ImprovementPlanView() as plan):
            return replace(state, plan=plan), ()
        case Refused(effect=See(query=SharedPlan())):
            return replace(state, plan=None), ()
        case Refused(error=error):
            return replace(state, log=None, notice=error), ()
        case _:
            return state, ()


def props(state: SharedState) -> SharedProps:
    """What the page draws."""
    frame = page_props(NAME, {"author": state.author}, notice=state.notice)
    contents = _contents(state.log, state.plan) if state.log else None
    return {**frame, "looks": True, "title": contents["title"] if contents else NOBODY, "contents": contents}


def _look(state: SharedState) -> tuple[See, ...]:
    return See(SharedLog(author=state.author)), See(SharedPlan(author=state.author))


def _contents(log: SharedLogView, plan: ImprovementPlanView | None) -> SharedContents:
    return {
        "title": TITLE.format(name=log.name) if log.name else NOBODY,
        "empty": "" if log.cards or plan else NOTHING,
        "entries_title": "From the log" if log.cards else "",
        "entries": [_entry(card) for card in log.cards],
        "plan_title": "The improvement plan" if plan else "",
        "plan": _tables(plan) if plan else [],
        "back": {"to": "cohort", "text": "Your cohort", "note": ""},
    }


def _entry(card: SharedCard) -> SharedEntry:
    return {
        "title": card.asked or "Without a question",
        "note": ", ".join(filter(None, (day(card.changed), AUDIENCES[card.visibility]))),
        "steps": [NamedText(name=step.heading, text=step.words) for step in card.steps],
    }


def _tables(plan: ImprovementPlanView) -> list[TextTable]:
    return [
        {"title": grid.caption, "columns": list(grid.columns), "rows": [list(row) for row in grid.rows]}
        for grid in plan_item(plan).grids
    ]


PAGE = Page(NAME, init, Takes("what is shared with you", (LookAgain,)), update, props)
