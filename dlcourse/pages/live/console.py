"""The console of those who lead a live session: the state and its steps; `console_contents` makes what is drawn."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import LeadGroups, LiveCommand
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import LEAD_LIVE_PAGE
from dlcourse.pages.live.console_contents import ConsoleContents, console_contents
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class LiveConsoleState:
    """The session, as those who lead it see it."""

    query: LiveConsole
    view: LiveConsoleView | None = None
    saved: str = ""
    notice: CourseError | None = None


class LiveConsoleProps(PageProps):
    """What the console draws; ``contents`` are None before the session was looked up."""

    title: str
    contents: ConsoleContents | None


def init(place: Raw) -> Step[LiveConsoleState]:
    """Look at the session. Raises a `CourseError` if the place names none."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LiveConsole, {TAG: "LiveConsole", **named})
    return LiveConsoleState(query), (See(query),)


def update(state: LiveConsoleState, message: Any) -> Step[LiveConsoleState]:
    """Send commands, follow the session, and look again when it changes."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(state.query),)
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=LiveConsoleView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(state.query),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def props(state: LiveConsoleState) -> LiveConsoleProps:
    """What the console draws."""
    place = {"cohort": state.query.cohort, "session": state.query.session}
    return {
        **page_props(LEAD_LIVE_PAGE, place, saved=state.saved, notice=state.notice),
        "looks": True,
        "title": state.view.title if state.view else "",
        "contents": console_contents(state.view) if state.view else None,
    }


PAGE = Page(LEAD_LIVE_PAGE, init, Takes("console", (LookAgain, LeadGroups, LiveCommand)), update, props)
