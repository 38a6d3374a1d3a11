"""The debrief of one group, for those who lead the session, on the big screen. It names roles and no people."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.debrief_views import LiveDebriefView
from dlcourse.domain.live.queries import LiveGroupDebrief
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import GROUP_PAGE
from dlcourse.pages.live.debrief_contents import GroupDebriefProps, group_debrief
from dlcourse.pages.live.room.figures_words import BACK
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class LedGroupState:
    """The group in hindsight."""

    query: LiveGroupDebrief
    view: LiveDebriefView | None = None
    notice: CourseError | None = None


class LedGroupProps(PageProps):
    """What the page draws; ``contents`` are None before the group was looked up."""

    title: str
    back: LinkProps
    contents: GroupDebriefProps | None


def init(place: Raw) -> Step[LedGroupState]:
    """Look at the group. Raises a `CourseError` if the place gives no number."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LiveGroupDebrief, {TAG: "LiveGroupDebrief", **named, "group": place.get("group", "1")})
    return LedGroupState(query), (See(query),)


def update(state: LedGroupState, message: Any) -> Step[LedGroupState]:
    """Look again when asked: a group that has come to its debrief does not change any more."""
    match message:
        case LookAgain():
            return replace(state, notice=None), (See(state.query),)
        case Seen(view=LiveDebriefView() as view):
            return replace(state, view=view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: LedGroupState) -> LedGroupProps:
    """What the page draws."""
    view, query = state.view, state.query
    place = {"cohort": query.cohort, "session": query.session, "group": str(query.group)}
    return {
        **page_props(GROUP_PAGE, place, notice=state.notice),
        "looks": True,
        "title": view.title if view else "",
        "back": {"to": f"cohort/{query.cohort}/live/{query.session}", "text": BACK, "note": ""},
        "contents": group_debrief(view) if view else None,
    }


PAGE = Page(GROUP_PAGE, init, Takes("debrief", (LookAgain,)), update, props)
