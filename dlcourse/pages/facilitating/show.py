"""A show: the run-of-show of one session and the slide that is shown now. The screen and the speaker notes share it.

Each window follows what the person does in any other, on any device.
"""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import Field

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.facilitating.home import FacilitatorHome, FacilitatorHomeView
from dlcourse.domain.facilitating.presenting import BeginRun, ShowSlide
from dlcourse.domain.facilitating.runs import SessionRun, SessionRunView
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.facilitating.slides import PlacedSlide, slides_of
from dlcourse.pages.messages import LookAgain, Message, Takes
from dlcourse.pages.program import Do, Done, Raw, Refused, See, Seen, Step


class TurnSlide(Message):
    """Show the next slide (1), the one before (-1), or the first (0)."""

    id: str = Field(min_length=8, max_length=64)
    by: int = Field(ge=-1, le=1)


@dataclass(frozen=True)
class ShowState:
    """The run-of-show, its slides, and the number of the one that is shown.

    ``home`` is there for whoever may lead and sees none of this yet.
    """

    query: SessionRun
    view: SessionRunView | None = None
    slides: tuple[PlacedSlide, ...] = ()
    shown: int = 0
    home: FacilitatorHomeView | None = None
    notice: CourseError | None = None


TAKES = Takes("presentation", (LookAgain, TurnSlide, BeginRun, ChooseFacilitating))


def init(place: Raw) -> Step[ShowState]:
    """Look up the run-of-show. Raises a `CourseError` if the place names no session."""
    query = decode(SessionRun, {TAG: "SessionRun", "session": place.get("session", "")})
    return ShowState(query), (See(query),)


def update(state: ShowState, message: Any) -> Step[ShowState]:
    """Turn at once, record it, and follow what other windows show."""
    match message:
        case TurnSlide(by=by):
            return _turned(state, message.id, state.shown + by if by else 0)
        case BeginRun() | ChooseFacilitating():
            return replace(state, notice=None), (Do(message),)
        case Done(command=BeginRun() | ChooseFacilitating()) | LookAgain():
            return state, (See(state.query),)
        case Seen(view=SessionRunView() as view):
            return _seen(state, view), ()
        case Seen(view=FacilitatorHomeView() as view):
            return replace(state, home=view, notice=state.notice if view.facilitates else None), ()
        case Refused(effect=See(query=SessionRun()), error=error):
            return replace(state, notice=error), (See(FacilitatorHome()),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def _turned(state: ShowState, command: str, to: int) -> Step[ShowState]:
    if not 0 <= to < len(state.slides) or to == state.shown:
        return state, ()
    turned = replace(state, shown=to, notice=None)
    return turned, (Do(ShowSlide(id=command, session=state.query.session, slide=to)),)


def _seen(state: ShowState, view: SessionRunView) -> ShowState:
    slides = slides_of(view)
    return replace(
        state, view=view, slides=slides, shown=max(0, min(view.shown, len(slides) - 1)), home=None, notice=None
    )
