"""The page of the improvement plan: read it, write each part, set its dates, check in, and take it along."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.inquiry.messages import (
    AnswerCheckIn,
    ImprovementPlan,
    ImprovementPlanView,
    SchedulePlan,
    SharePlan,
    TakePlan,
    WritePart,
)
from dlcourse.domain.speech import Command, Query
from dlcourse.errors import CourseError
from dlcourse.pages.inquiry.contents import PlanContents, plan_contents
from dlcourse.pages.inquiry.part_form import SLOT
from dlcourse.pages.inquiry.words import TITLE
from dlcourse.pages.messages import FetchFile, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props

SAYS = (WritePart, SchedulePlan, AnswerCheckIn, SharePlan)
"""The commands that the page takes."""


class FetchPlan(FetchFile):
    """Ask for the plan as a document, or for its dates as a calendar file."""

    form: Literal["docx", "ics"]


class ImprovementPlanProps(PageProps):
    """What the page draws; ``taken`` is a file that was asked for."""

    title: str
    taken: FileProps | None
    view: PlanContents | None


@dataclass(frozen=True)
class PlanPageState:
    """What was seen; ``taken`` is a file that was asked for, and the id of the asking."""

    view: ImprovementPlanView | None = None
    saved: str = ""
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


def init(place: Raw) -> Step[PlanPageState]:  # noqa: ARG001 (the page has one place)
    """Look at the plan."""
    return PlanPageState(), (See(ImprovementPlan()),)


def update(state: PlanPageState, message: Any) -> Step[PlanPageState]:
    """Send commands, deliver files, and reload what changed."""
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case FetchPlan(ask=ask, form=form):
            query: Query = TakePlan() if form == "docx" else TakeCalendar()
            return replace(state, asked=ask, taken=None, notice=None), (See(query),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(ImprovementPlan()),)
        case Noticed():
            return state, (See(ImprovementPlan()),)
        case Seen(view=ImprovementPlanView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Seen(view=DownloadView() as file):
            return replace(state, taken=(state.asked, file)), ()
        case Refused(effect=effect, error=error):
            again = (See(ImprovementPlan()),) if isinstance(effect, Do) else ()
            return replace(state, notice=error), again
        case _:
            return state, ()


def props(state: PlanPageState) -> ImprovementPlanProps:
    """What the component draws."""
    return {
        **page_props("improvement-plan", {}, saved=state.saved, notice=state.notice),
        "title": TITLE,
        "taken": file_props(state.taken),
        "view": plan_contents(state.view) if state.view else None,
    }


PAGE = Page("improvement-plan", init, Takes("improvement-plan", (*SAYS, FetchPlan)), update, props, drafts=(SLOT,))
