"""The list of the job aids."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.aids.sheets import JobAids, JobAidsView
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props

TITLE = "Pages to print"
LEAD = (
    "Each of these fits on one sheet of paper, A4 or US Letter. Take it to a meeting, a classroom or the staff room. "
    "You may copy and change them."
)


@dataclass(frozen=True)
class ShelfState:
    """The job aids as they were loaded, or why they could not be."""

    view: JobAidsView | None = None
    notice: CourseError | None = None


class ShelfProps(PageProps):
    """What the page draws; without entries until the job aids were loaded."""

    title: str
    summary: str
    aids: list[LinkProps]


def init(place: Raw) -> Step[ShelfState]:  # noqa: ARG001 (the page has one place only)
    """Look at the job aids."""
    return ShelfState(), (See(JobAids()),)


def update(state: ShelfState, message: Any) -> Step[ShelfState]:
    """Show what was loaded."""
    match message:
        case Seen(view=JobAidsView() as view):
            return ShelfState(view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(JobAids()),)


def props(state: ShelfState) -> ShelfProps:
    """What the page draws; ``links`` are part of the first response."""
    aids = [
        LinkProps(to=f"aids/{aid.id}", text=aid.title, note=aid.lead) for aid in (state.view.aids if state.view else ())
    ]
    frame = page_props("job-aids", {}, notice=state.notice)
    return {**frame, "links": aids, "title": TITLE, "summary": LEAD, "aids": aids}


PAGE = Page("job-aids", init, Takes("job aids", (LookAgain,)), update, props)
