"""The screen for the room in which a live session is played: the join code, who is here as a count, and the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.seat_views import LiveTimer
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import SCREEN_PAGE
from dlcourse.pages.live.clock import kept_timers
from dlcourse.pages.live.room.screen_contents import ScreenContents, screen_contents
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class LiveScreenState:
    """The session. ``timers`` are the clocks of the groups as they were looked up first since they changed."""

    query: LiveConsole
    view: LiveConsoleView | None = None
    timers: Mapping[int, LiveTimer] = field(default_factory=dict)
    notice: CourseError | None = None


class LiveScreenProps(PageProps):
    """What the screen draws; ``contents`` are None before the session was looked up."""

    title: str
    contents: ScreenContents | None


def init(place: Raw) -> Step[LiveScreenState]:
    """Look at the session. Raises a `CourseError` if the place names none."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LiveConsole, {TAG: "LiveConsole", **named})
    return LiveScreenState(query), (See(query),)


def update(state: LiveScreenState, message: Any) -> Step[LiveScreenState]:
    """Follow the session, and look again when it changes."""
    match message:
        case LookAgain():
            return replace(state, timers={}), (See(state.query),)
        case Noticed():
            return state, (See(state.query),)
        case Seen(view=LiveConsoleView() as view):
            return replace(state, view=view, timers=kept_timers(state.timers, view.groups)), (Watch(view.topic),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: LiveScreenState) -> LiveScreenProps:
    """What the screen draws."""
    place = {"cohort": state.query.cohort, "session": state.query.session}
    return {
        **page_props(SCREEN_PAGE, place, notice=state.notice),
        "looks": True,
        "title": state.view.title if state.view else "",
        "contents": screen_contents(state.view, state.timers) if state.view else None,
    }


PAGE = Page(SCREEN_PAGE, init, Takes("screen", (LookAgain,)), update, props)
