"""The live role-plays of one's cohort, beside what one plays alone: the way into those that are open now.

Whoever leads the cohort finds the way to open one.
"""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.queries import LiveSessions
from dlcourse.domain.live.seat_views import LiveSessionsView
from dlcourse.errors import CourseError
from dlcourse.pages.live import HERE_PAGE
from dlcourse.pages.live import here_words as words
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class LiveHereState:
    """The open sessions as they were looked up last."""

    view: LiveSessionsView | None = None
    notice: CourseError | None = None


class LiveHereProps(PageProps):
    """What the page draws. ``away`` says where the links lead, for a host in which they lead nowhere."""

    title: str
    sentence: str
    ways: list[LinkProps]
    away: str


def init(place: Raw) -> Step[LiveHereState]:  # noqa: ARG001 (the page has one place only)
    """Look at the open sessions."""
    return LiveHereState(), (See(LiveSessions()),)


def update(state: LiveHereState, message: Any) -> Step[LiveHereState]:
    """Follow the list of the cohort, and look again when it changes."""
    match message:
        case LookAgain() | Noticed():
            return state, (See(LiveSessions()),)
        case Seen(view=LiveSessionsView() as view):
            watches: tuple[Effect, ...] = (Watch(view.topic),) if view.topic and not state.view else ()
            return replace(state, view=view, notice=None), watches
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: LiveHereState) -> LiveHereProps:
    """What the page draws; ``links`` are part of the first response."""
    ways = _ways(state.view) if state.view else []
    return {
        **page_props(HERE_PAGE, {}, notice=state.notice),
        "links": ways,
        "looks": True,
        "title": words.TITLE,
        "sentence": _sentence(state.view) if state.view else "",
        "ways": ways,
        "away": words.AWAY if ways else "",
    }


def _sentence(view: LiveSessionsView) -> str:
    if view.leads:
        return words.LEAD
    if not view.topic:
        return words.ALONE
    return words.OPEN if view.sessions else words.NONE_OPEN


def _ways(view: LiveSessionsView) -> list[LinkProps]:
    """The ways into the open sessions or, for whoever leads, to where one is opened."""
    if view.leads:
        return [{"to": f"cohort/{view.leads}/live", "text": words.OPEN_ONE, "note": words.OPEN_ONE_NOTE}]
    return [
        {
            "to": f"live/{card.session}",
            "text": words.GO_ON.format(title=card.title) if card.entered else words.ENTER.format(title=card.title),
            "note": words.STARTED if card.started else words.WAITING,
        }
        for card in view.sessions
    ]


PAGE = Page(HERE_PAGE, init, Takes("live role-plays", (LookAgain,)), update, props)
