"""The figures of a whole room, for the big screen: one thing at a time, beside the published figures."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.debrief_views import LiveRoomView
from dlcourse.domain.live.messages import console_topic
from dlcourse.domain.live.queries import LiveRoomFigures
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import FIGURES_PAGE
from dlcourse.pages.live.room import figures_words as words
from dlcourse.pages.live.room.figures_contents import FigureSlide, slides
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class RoomFiguresState:
    """The figures; they change while groups go on."""

    query: LiveRoomFigures
    view: LiveRoomView | None = None
    notice: CourseError | None = None


class RoomFiguresProps(PageProps):
    """What the page draws. The browser turns the ``slides`` and fills in ``{at}`` and ``{all}`` of ``step``."""

    title: str
    scenario: str
    back: LinkProps
    nothing: str
    slides: list[FigureSlide]
    step: str
    forward: str
    backward: str
    keys: str


def init(place: Raw) -> Step[RoomFiguresState]:
    """Look at the figures. Raises a `CourseError` if the place names none."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LiveRoomFigures, {TAG: "LiveRoomFigures", **named})
    return RoomFiguresState(query), (See(query),)


def update(state: RoomFiguresState, message: Any) -> Step[RoomFiguresState]:
    """Follow the session, and look again when something changes."""
    match message:
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=LiveRoomView() as view):
            topic = console_topic(state.query.cohort, state.query.session)
            return replace(state, view=view, notice=None), (Watch(topic),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: RoomFiguresState) -> RoomFiguresProps:
    """What the page draws."""
    view, query = state.view, state.query
    return {
        **page_props(FIGURES_PAGE, {"cohort": query.cohort, "session": query.session}, notice=state.notice),
        "looks": True,
        "title": words.TITLE,
        "scenario": view.title if view else "",
        "back": {"to": f"cohort/{query.cohort}/live/{query.session}", "text": words.BACK, "note": ""},
        "nothing": words.NOTHING if view else "",
        "slides": slides(view) if view else [],
        "step": words.STEP,
        "forward": words.FORWARD,
        "backward": words.BACKWARD,
        "keys": words.KEYS,
    }


PAGE = Page(FIGURES_PAGE, init, Takes("figures", (LookAgain,)), update, props)
