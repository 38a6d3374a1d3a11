"""The console of those who lead a live session: its state and its steps. `console_contents` makes what is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import LeadGroups, LiveCommand
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.seat_views import LiveTimer
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import LEAD_LIVE_PAGE
from dlcourse.pages.live.clock import kept_timers
from dlcourse.pages.live.leading.console_contents import ConsoleContents, console_contents
from dlcourse.pages.live.leading.console_words import TOLD
from dlcourse.pages.live.leading.mover import PickPerson, SeatSomebody, place_somebody
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class LiveConsoleState:
    """The session, as those who lead it see it. ``picked`` is the person who is to be moved, ``told`` what was done.

    ``timers`` are the clocks of the groups as they were looked up first since they changed.
    """

    query: LiveConsole
    view: LiveConsoleView | None = None
    timers: Mapping[int, LiveTimer] = field(default_factory=dict)
    picked: str = ""
    told: str = ""
    saved: str = ""
    notice: CourseError | None = None


class LiveConsoleProps(PageProps):
    """What the console draws. ``contents`` are None before it was looked up; ``told`` is what was done last."""

    title: str
    told: str
    contents: ConsoleContents | None


def init(place: Raw) -> Step[LiveConsoleState]:
    """Look at the session. Raises a `CourseError` if the place names none."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LiveConsole, {TAG: "LiveConsole", **named})
    return LiveConsoleState(query), (See(query),)


def update(state: LiveConsoleState, message: Any) -> Step[LiveConsoleState]:
    """Send commands, follow the session, and look again when it changes."""
    match message:
        case SeatSomebody():
            command = place_somebody(message, state.query.cohort, state.query.session)
            return replace(state, notice=None, told=""), (Do(command),)
        case Command():
            return replace(state, notice=None, told=""), (Do(message),)
        case PickPerson(person=person):
            return replace(state, picked=person, notice=None, told=""), ()
        case Done(command=command, recorded=recorded):
            told = TOLD.get(type(command).__name__, "")
            return replace(state, picked="", told=told, saved=recorded.at), (See(state.query),)
        case LookAgain():
            return replace(state, timers={}), (See(state.query),)
        case Noticed():
            return state, (See(state.query),)
        case Seen(view=LiveConsoleView() as view):
            return replace(state, view=view, timers=kept_timers(state.timers, view.groups)), (Watch(view.topic),)
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
        "told": state.told,
        "contents": console_contents(state.view, state.timers, state.picked) if state.view else None,
    }


KINDS = LookAgain, PickPerson, SeatSomebody, LeadGroups, LiveCommand
PAGE = Page(LEAD_LIVE_PAGE, init, Takes("console", KINDS), update, props, drafts=("live-words",))
