"""One job aid on one page to print."""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.aids.sheets import AidPart, JobAid, JobAids, JobAidsView
from dlcourse.domain.names import unknown
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import NamedText, PageProps, page_props


@dataclass(frozen=True)
class SheetState:
    """Which job aid it is, and what was loaded."""

    aid: str
    view: JobAidsView | None = None
    notice: CourseError | None = None


class AidPartProps(TypedDict):
    """A part of the page; what is empty is not drawn. ``empty`` is how many empty rows the table has."""

    title: str
    note: str
    quote: str
    points: list[str]
    steps: list[str]
    terms: list[NamedText]
    blanks: list[str]
    columns: list[str]
    rows: list[list[str]]
    empty: int


class SheetProps(PageProps):
    """What the page draws. ``missing`` means that there is no such job aid; then the notice says which was meant."""

    title: str
    missing: bool
    lead: str
    course: str
    print: str
    parts: list[AidPartProps]


def init(place: Raw) -> Step[SheetState]:
    """Look at the job aids."""
    return SheetState(str(place.get("aid", ""))), (See(JobAids()),)


def update(state: SheetState, message: Any) -> Step[SheetState]:
    """Show what was loaded."""
    match message:
        case Seen(view=JobAidsView() as view):
            return replace(state, view=view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(JobAids()),)


def props(state: SheetState) -> SheetProps:
    """What the page draws."""
    aids = {aid.id: aid for aid in (state.view.aids if state.view else ())}
    found = aids.get(state.aid)
    missing = state.view is not None and found is None
    notice = unknown("job aid", state.aid, aids, f"Choose one of {', '.join(aids)}.") if missing else state.notice
    frame = page_props("job-aid", {"aid": state.aid}, notice=notice)
    return {
        **frame,
        "title": found.title if found else "",
        "missing": missing,
        "lead": found.lead if found else "",
        "course": "Distributed Leadership: a course",
        "print": "Print this page",
        "parts": _parts(found) if found else [],
    }


def _parts(aid: JobAid) -> list[AidPartProps]:
    return [_part(part) for part in aid.parts]


def _part(part: AidPart) -> AidPartProps:
    return {
        "title": part.title,
        "note": part.note,
        "quote": part.quote,
        "points": list(part.points),
        "steps": list(part.steps),
        "terms": [NamedText(name=each.term, text=each.means) for each in part.terms],
        "blanks": list(part.blanks),
        "columns": list(part.columns),
        "rows": [list(row) for row in part.rows],
        "empty": part.empty,
    }


PAGE = Page("job-aid", init, Takes("job aid", (LookAgain,)), update, props)
