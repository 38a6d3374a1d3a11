"""The page of a guide for those who lead the course, to read and to print."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.facilitating.guides import LeadGuide, LeadGuideView
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.facilitating import GUIDE_PAGE, words
from dlcourse.pages.markdown import html
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class GuideState:
    """The guide as it was looked up."""

    query: LeadGuide
    view: LeadGuideView | None = None
    notice: CourseError | None = None


class LeadGuideProps(PageProps):
    """What the page draws: the guide as HTML, empty if this person does not see it; ``home`` leads on."""

    title: str
    html: str
    print: str
    home: LinkProps


def init(place: Raw) -> Step[GuideState]:
    """Look up the guide. Raises a `CourseError` if the place names none."""
    query = decode(LeadGuide, {TAG: "LeadGuide", "guide": place.get("guide", "")})
    return GuideState(query), (See(query),)


def update(state: GuideState, message: Any) -> Step[GuideState]:
    """Show what was found, and look again when asked."""
    match message:
        case Seen(view=LeadGuideView() as view):
            return replace(state, view=view, notice=None), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(state.query),)


def props(state: GuideState) -> LeadGuideProps:
    """What the page draws."""
    return {
        **page_props(GUIDE_PAGE, {"guide": state.query.guide}, notice=state.notice),
        "looks": True,
        "title": state.view.title if state.view else words.GUIDE,
        "html": html(state.view.text) if state.view else "",
        "print": words.PRINT,
        "home": words.HOME_LINK,
    }


PAGE = Page(GUIDE_PAGE, init, Takes("guide", (LookAgain,)), update, props)
