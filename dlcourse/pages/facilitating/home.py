"""A facilitator's home: the next session, the cohorts, every run-of-show, dashboards, and what to print."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.facilitating.home import FacilitatorHome, FacilitatorHomeView
from dlcourse.errors import CourseError
from dlcourse.pages.facilitating import HOME_PAGE, words
from dlcourse.pages.facilitating.home_contents import FacilitatorContents, home_contents
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class FacilitatorHomeState:
    """What was looked up."""

    view: FacilitatorHomeView | None = None
    notice: CourseError | None = None


class FacilitatorHomeProps(PageProps):
    """What the page draws. ``contents`` are None for whoever does not lead the course."""

    title: str
    contents: FacilitatorContents | None


def init(place: Raw) -> Step[FacilitatorHomeState]:  # noqa: ARG001 (the page has one place only)
    """Look up what there is."""
    return FacilitatorHomeState(), (See(FacilitatorHome()),)


def update(state: FacilitatorHomeState, message: Any) -> Step[FacilitatorHomeState]:
    """Show what was found, and carry out the choice to facilitate."""
    match message:
        case ChooseFacilitating():
            return state, (Do(message),)
        case Seen(view=FacilitatorHomeView() as view):
            return replace(state, view=view, notice=None), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(FacilitatorHome()),)


def props(state: FacilitatorHomeState) -> FacilitatorHomeProps:
    """What the page draws."""
    return {
        **page_props(HOME_PAGE, {}, notice=state.notice),
        "looks": True,
        "title": words.HOME_TITLE,
        "contents": home_contents(state.view) if state.view else None,
    }


PAGE = Page(HOME_PAGE, init, Takes("facilitator's home", (LookAgain, ChooseFacilitating)), update, props)
