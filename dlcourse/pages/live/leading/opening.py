"""The page on which those who lead a cohort open live sessions, and find the ones that were opened."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.console_views import LedSessionsView
from dlcourse.domain.live.messages import OpenLive
from dlcourse.domain.live.queries import LedSessions
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import OPEN_LIVE_PAGE
from dlcourse.pages.live.leading import opening_words
from dlcourse.pages.live.leading.opening_contents import PLANS, OpeningContents, opening_contents
from dlcourse.pages.live.leading.opening_message import OpenWith, open_live_with
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class OpenLiveState:
    """The sessions of a cohort. ``opened`` is the session that was just opened, if one was."""

    query: LedSessions
    view: LedSessionsView | None = None
    opened: str = ""
    saved: str = ""
    notice: CourseError | None = None


class OpenLiveProps(PageProps):
    """What the page draws; ``contents`` are None before the sessions were looked up."""

    title: str
    contents: OpeningContents | None


def init(place: Raw) -> Step[OpenLiveState]:
    """Look at the sessions. Raises a `CourseError` if the place names no cohort."""
    query = decode(LedSessions, {TAG: "LedSessions", "cohort": place.get("cohort", "")})
    return OpenLiveState(query), (See(query),)


def update(state: OpenLiveState, message: Any) -> Step[OpenLiveState]:
    """Open a session, and follow the list."""
    match message:
        case OpenWith():
            command = open_live_with(message, state.query.cohort, PLANS)
            return replace(state, notice=None, opened=""), (Do(command),)
        case Done(command=OpenLive(session=session), recorded=recorded):
            return replace(state, opened=session, saved=recorded.at), (See(state.query),)
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=LedSessionsView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(state.query),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def props(state: OpenLiveState) -> OpenLiveProps:
    """What the page draws."""
    return {
        **page_props(OPEN_LIVE_PAGE, {"cohort": state.query.cohort}, saved=state.saved, notice=state.notice),
        "looks": True,
        "title": opening_words.TITLE,
        "contents": opening_contents(state.view, state.opened) if state.view else None,
    }


PAGE = Page(OPEN_LIVE_PAGE, init, Takes("live sessions", (LookAgain, OpenWith)), update, props)
