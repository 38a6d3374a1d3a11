"""The page of one person in a live session: the way in, their seat, and what their group does now.

The state and its steps are here; `seat_contents` makes what is drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.messages import EnterLive, LiveMove
from dlcourse.domain.live.polls import AnswerRoom, LivePolls, PollCard, PollsView
from dlcourse.domain.live.queries import LiveDebrief, LiveRoom, LiveSeat, LiveSessions
from dlcourse.domain.live.seat_views import LiveCard, LiveSeatView, LiveSessionsView, LiveTimer
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import SEAT_PAGE
from dlcourse.pages.live.seat_contents import PLAYING, SeatContents, SeatSeen, seat_contents
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Unwatch, Watch
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class LiveSeatState:
    """The session as this person sees it. ``door`` is what is known of it before they enter.

    ``timer`` is the clock as it was looked up first since it changed, so that it is not sent again with every change.
    """

    query: LiveSeat
    view: LiveSeatView | None = None
    door: LiveCard | None = None
    timer: LiveTimer | None = None
    debrief: LiveDebriefView | None = None
    room: LiveRoomView | None = None
    polls: tuple[PollCard, ...] = ()
    watched: frozenset[str] = frozenset()
    saved: str = ""
    notice: CourseError | None = None


class LiveSeatProps(PageProps):
    """What the page draws; ``contents`` are None before anything is known of the session.

    ``screen`` changes whenever the group goes on; then the focus goes to what there is to do now.
    """

    screen: str
    contents: SeatContents | None


def init(place: Raw) -> Step[LiveSeatState]:
    """Look at my seat. Raises a `CourseError` if the place names no session."""
    query = decode(LiveSeat, {TAG: "LiveSeat", "session": place.get("session", "")})
    return LiveSeatState(query), (See(query),)


def update(state: LiveSeatState, message: Any) -> Step[LiveSeatState]:
    """Send moves, follow the topics of the seat, and look again when they change."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case LookAgain():
            return replace(state, timer=None), (See(state.query),)
        case Noticed():
            return state, (See(state.query),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(state.query),)
        case Seen(view=LiveSeatView() as view):
            return _seen(state, view)
        case Refused(effect=See(query=LiveSeat())) if state.view is None:
            return state, (See(LiveSessions()),)
        case Refused(effect=Watch(topic=topic), error=error):  # tried again when the seat is looked at next
            return replace(state, watched=state.watched - {topic}, notice=error), ()
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(state.query),) if isinstance(effect, Do) else ()
        case _:
            return _seen_more(state, message), ()


def _seen(state: LiveSeatState, view: LiveSeatView) -> Step[LiveSeatState]:
    """Follow what the seat is about now; a debrief and figures of the room are loaded once they are there."""
    now = frozenset(view.topics)
    effects: list[Effect] = [*map(Watch, sorted(now - state.watched)), *map(Unwatch, sorted(state.watched - now))]
    if view.group and view.group.phase == "debrief" and state.debrief is None:
        effects.append(See(LiveDebrief(session=view.session)))
    if view.polls:
        effects.append(See(LivePolls(session=view.session)))
    if view.revealed and (view.closed or not view.group or view.group.phase not in PLAYING):
        effects.append(See(LiveRoom(session=view.session)))
    fresh = replace(state, view=view, door=None, watched=now, timer=_timer(state.timer, view))
    return fresh, tuple(effects)


def _seen_more(state: LiveSeatState, message: object) -> LiveSeatState:
    match message:
        case Seen(view=LiveSessionsView(sessions=sessions)):
            return _at_the_door(state, sessions)
        case Seen(view=LiveDebriefView() as debrief):
            return replace(state, debrief=debrief)
        case Seen(view=LiveRoomView() as room):
            return replace(state, room=room)
        case Seen(view=PollsView() as view):
            return replace(state, polls=view.polls)
        case _:
            return state


def _at_the_door(state: LiveSeatState, sessions: Iterable[LiveCard]) -> LiveSeatState:
    door = next((card for card in sessions if card.session == state.query.session), None)
    missing = CourseError("live session", "there is no such session in your cohort now", "Go to the home page.")
    return replace(state, door=door, notice=None if door else missing)


def _timer(before: LiveTimer | None, view: LiveSeatView) -> LiveTimer | None:
    """The timer; while it has not changed, with the moment at which it was looked up first."""
    if view.group is None:
        return None
    timer = view.group.timer
    same = before is not None and before.model_copy(update={"now": timer.now}) == timer
    return before if same else timer


def props(state: LiveSeatState) -> LiveSeatProps:
    """What the page draws."""
    place = {"session": state.query.session}
    seen = SeatSeen(state.view, state.door, state.timer, state.debrief, state.room, state.polls)
    return {
        **page_props(SEAT_PAGE, place, saved=state.saved, notice=state.notice),
        "looks": True,
        "screen": _screen(state.view),
        "contents": seat_contents(seen),
    }


def _screen(view: LiveSeatView | None) -> str:
    """Which phase of the group this is; empty before it started."""
    return f"{view.group.steps}" if view and view.group else ""


PAGE = Page(
    SEAT_PAGE,
    init,
    Takes("live session", (LookAgain, EnterLive, LiveMove, AnswerRoom)),
    update,
    props,
    drafts=("live/",),
)
