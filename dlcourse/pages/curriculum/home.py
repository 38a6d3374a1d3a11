"""The home page: what is next, what is due, the sessions as a path, and everything else small."""

from dataclasses import dataclass, replace
from typing import Any, Literal, TypedDict

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.curriculum.progress import Home, HomeView, ScenarioMark, SessionMark
from dlcourse.domain.curriculum.versions import OwnSession
from dlcourse.errors import CourseError
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.curriculum import together, words
from dlcourse.pages.curriculum.mine import own_links
from dlcourse.pages.curriculum.next_and_due import DueProps, NextProps, due_props, next_props, where_one_is
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, PageProps, page_props
from dlcourse.pages.words import DAMAGED, counted


@dataclass(frozen=True)
class HomeState:
    """The course as it was loaded, or why it could not be loaded."""

    view: HomeView | None = None
    trouble: CourseError | None = None


class EntryProps(TypedDict):
    """A session or a scenario in a list; ``to`` is empty while there is nothing to open."""

    to: str
    title: str
    summary: str
    minutes: str
    mark: str


class SessionLink(EntryProps):
    """A session: what all entries say, its number, and whether it is done."""

    id: str
    number: str
    done: bool


class PathSession(SessionLink):
    """A session on the path: ``stands`` is where the person stands to it. One that is ``here`` comes next."""

    stands: Literal["done", "here", "ahead", "closed"]


class FaultProps(TypedDict):
    """A file that cannot be played yet, and why, a line each."""

    file: str
    findings: list[str]


class HomeWords(TypedDict):
    """The headings of the home page, and what an empty list shows instead."""

    sessions_title: str
    sessions_done: str
    scenarios_title: str
    scenarios_note: str
    mine_title: str
    own_title: str
    own_empty: str
    faults_title: str
    refresh: str


class HomeContents(TypedDict):
    """What the course holds for this person. ``next`` is what to do next, ``due`` is None while nothing is due."""

    title: str
    summary: str
    next: NextProps
    due: DueProps | None
    sessions: list[PathSession]
    chart: ChartProps | None
    scenarios: list[EntryProps]
    own: list[EntryProps]
    faults: list[FaultProps]
    mine: list[LinkProps]
    cohort: LinkProps | None
    live: together.LiveNowProps | None
    days: together.CohortDays | None
    facilitating: together.FacilitatingProps | None
    words: HomeWords


class HomeProps(PageProps):
    """What the home page draws; without ``contents`` the course could not be loaded, and ``trouble`` says why."""

    title: str
    trouble: str
    contents: HomeContents | None


def init(place: Raw) -> Step[HomeState]:  # noqa: ARG001 (the home page has one place only)
    """Look at the course."""
    return HomeState(), (See(Home()),)


def update(state: HomeState, message: Any) -> Step[HomeState]:
    """Show what was loaded, and reload when asked."""
    match message:
        case ChooseFacilitating():
            return state, (Do(message),)
        case Seen(view=HomeView() as view):
            return HomeState(view), (Watch(view.live_list),) if view.live_list else ()
        case Refused(error=error):
            return replace(state, trouble=error), ()
        case _:
            return state, (See(Home()),)


def props(state: HomeState) -> HomeProps:
    """What the home page draws; ``links`` are part of the first response."""
    frame, trouble = page_props("home", {}), str(state.trouble or "")
    if state.view is None:
        return {**frame, "title": "", "trouble": trouble, "contents": None}
    return {
        **frame,
        "title": state.view.title,
        "trouble": trouble or (DAMAGED if state.view.damaged else ""),
        "contents": _contents(state.view),
        "looks": True,
        "links": _links(state.view),
    }


def _contents(view: HomeView) -> HomeContents:
    here, member = where_one_is(view), together.is_member(view)
    return {
        "title": view.title,
        "summary": view.summary,
        "next": next_props(view, here),
        "due": due_props(view) if view.due else None,
        "sessions": [_on_the_path(mark, here) for mark in view.sessions],
        "chart": drawn(view.chart) if view.chart else None,
        "scenarios": [_scenario(mark) for mark in view.scenarios if not mark.own],
        "own": [*(_scenario(mark) for mark in view.scenarios if mark.own), *map(own_session_link, view.own_sessions)],
        "faults": [] if member else [{"file": each.file, "findings": list(each.findings)} for each in view.faults],
        "mine": own_links(view),
        "cohort": together.cohort_link(view),
        "live": together.live_now(view),
        "days": together.cohort_days(view),
        "facilitating": None if member and view.notes is None else together.facilitating_props(view),
        "words": _words(view),
    }


def _words(view: HomeView) -> HomeWords:
    return {
        "sessions_title": words.SESSIONS,
        "sessions_done": words.sessions_done(view.sessions),
        "scenarios_title": words.ROLE_PLAYS,
        "scenarios_note": words.ROLE_PLAYS_NOTE,
        "mine_title": words.MINE,
        "own_title": together.own_title(view),
        "own_empty": "" if together.is_member(view) else words.OWN_EMPTY,
        "faults_title": words.FAULTS,
        "refresh": words.LOOK_AGAIN,
    }


def session_link(mark: SessionMark) -> SessionLink:
    """A session for a list: its title, minutes and mark in words; ``to`` is empty while it is not open."""
    return {
        "id": mark.id,
        "to": f"session/{mark.id}" if mark.open else "",
        "number": str(int(mark.id.split("-")[0])),
        "title": mark.title,
        "summary": mark.summary,
        "minutes": words.session_minutes(mark),
        "done": mark.done,
        "mark": _mark(mark),
    }


def own_session_link(session: OwnSession) -> SessionLink:
    """A session of one's own for a list."""
    return {
        "id": session.id,
        "to": f"session/{session.id}",
        "number": "+",
        "title": session.title,
        "summary": "",
        "minutes": words.OWN_SESSION,
        "done": False,
        "mark": "",
    }


def _mark(mark: SessionMark) -> str:
    if not mark.open:
        return words.NOT_OPEN
    if mark.done:
        return words.DONE
    return words.BEGUN if mark.begun else ""


def _on_the_path(mark: SessionMark, here: SessionMark | None) -> PathSession:
    link = session_link(mark)
    if mark == here:
        return {**link, "mark": words.HERE, "stands": "here"}
    return {**link, "stands": "done" if mark.done else "ahead" if mark.open else "closed"}


def _scenario(mark: ScenarioMark) -> EntryProps:
    attempts = counted(mark.attempts, *words.ATTEMPT)
    said = {"new": "", "begun": words.BEGUN_PLAY, "ended": words.PLAYED}[mark.state]
    return {
        "to": f"play/{mark.id}",
        "title": mark.title,
        "summary": mark.summary,
        "minutes": counted(mark.minutes, "minute", "minutes"),
        "mark": said.format(attempts=attempts),
    }


def _links(view: HomeView) -> list[LinkProps]:
    sessions = [session_link(mark) for mark in view.sessions if mark.open]
    entries: list[EntryProps] = [*sessions, *map(_scenario, view.scenarios)]
    entries += map(own_session_link, view.own_sessions)
    opened = [LinkProps(to=entry["to"], text=entry["title"], note=entry["minutes"]) for entry in entries]
    return [*opened, *own_links(view)]


PAGE = Page("home", init, Takes("home page", (LookAgain, ChooseFacilitating)), update, props)
