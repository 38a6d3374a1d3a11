"""The report about a cohort: files with figures, attendance by name, and signing people off."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.download import DownloadView
from dlcourse.domain.overview.messages import CohortReport, ReportForm, SignOff, TakeAttendance, TakeReport
from dlcourse.domain.overview.views import CohortReportView
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.messages import FetchFile, LookAgain, Takes
from dlcourse.pages.overview import REPORT_PAGE
from dlcourse.pages.overview.contents import ReportContents, report_contents
from dlcourse.pages.overview.words import TOLD
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props


class FetchReport(FetchFile):
    """Ask for the report as a file."""

    form: ReportForm


class FetchAttendance(FetchFile):
    """Ask for attendance by name as a file."""


@dataclass(frozen=True)
class ReportState:
    """The cohort; ``told`` is what became of the last step, ``asked`` who waits for a file, ``taken`` that file."""

    query: CohortReport
    view: CohortReportView | None = None
    told: str = ""
    saved: str = ""
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


class ReportProps(PageProps):
    """What the page draws; without contents until the cohort was read."""

    title: str
    told: str
    taken: FileProps | None
    contents: ReportContents | None


def init(place: Raw) -> Step[ReportState]:
    """Look at the cohort. Raises a `CourseError` if the place names none."""
    query = decode(CohortReport, {TAG: "CohortReport", "cohort": place.get("cohort", "")})
    return ReportState(query), (See(query),)


def update(state: ReportState, message: Any) -> Step[ReportState]:
    """Sign people off, deliver files, and look again when something has changed."""
    match message:
        case Command():
            return replace(state, notice=None, told="", taken=None), (Do(message),)
        case FetchReport(ask=ask, form=form):
            return _fetch(state, ask, TakeReport(cohort=state.query.cohort, form=form))
        case FetchAttendance(ask=ask):
            return _fetch(state, ask, TakeAttendance(cohort=state.query.cohort))
        case Done(recorded=recorded):
            return replace(state, told=TOLD, saved=recorded.at), (See(state.query),)
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=view):
            return _seen(state, view)
        case Refused(effect=effect, error=error):
            return replace(state, notice=error, told=""), (See(state.query),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def _fetch(state: ReportState, ask: str, query: TakeReport | TakeAttendance) -> Step[ReportState]:
    return replace(state, asked=ask, taken=None, notice=None), (See(query),)


def _seen(state: ReportState, view: Any) -> Step[ReportState]:
    match view:
        case CohortReportView():
            return replace(state, view=view), (Watch(view.progress.topic),)
        case DownloadView():
            return replace(state, taken=(state.asked, view)), ()
        case _:
            return state, ()


def props(state: ReportState) -> ReportProps:
    """What the component draws."""
    return {
        **page_props(REPORT_PAGE, {"cohort": state.query.cohort}, saved=state.saved, notice=state.notice),
        "looks": True,
        "title": state.view.progress.name if state.view else "",
        "told": state.told,
        "taken": file_props(state.taken),
        "contents": report_contents(state.view) if state.view else None,
    }


PAGE = Page(REPORT_PAGE, init, Takes("report", (LookAgain, SignOff, FetchReport, FetchAttendance)), update, props)
