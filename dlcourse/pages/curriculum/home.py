"""The home page: where I was, the sessions with their minutes and marks, the scenarios, my own ones."""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.curriculum.progress import Home, HomeView, ScenarioMark, SessionMark
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props
from dlcourse.pages.registry import HOME_LINKS, by_rank
from dlcourse.pages.words import counted


@dataclass(frozen=True)
class HomeState:
    """What is known of the course, or why it is not."""

    view: HomeView | None = None
    trouble: CourseError | None = None


class EntryProps(TypedDict):
    """A session or a scenario in a list; ``to`` is empty while it leads nowhere yet."""

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


class ResumeProps(TypedDict):
    """Where to go on."""

    to: str
    label: str
    note: str


class FaultProps(TypedDict):
    """A file that cannot be played yet, and why, a line each."""

    file: str
    findings: list[str]


class HomeWords(TypedDict):
    """The headings of the home page, and what stands where a list is empty."""

    sessions_title: str
    scenarios_title: str
    scenarios_note: str
    mine_title: str
    own_title: str
    own_empty: str
    faults_title: str
    refresh: str


class HomeContents(TypedDict):
    """What the course holds for this person: at most one of ``resume`` and ``next`` says where to go on."""

    title: str
    summary: str
    resume: ResumeProps | None
    next: ResumeProps | None
    sessions: list[SessionLink]
    scenarios: list[EntryProps]
    own: list[EntryProps]
    faults: list[FaultProps]
    mine: list[LinkProps]
    words: HomeWords


class HomeProps(PageProps):
    """What the home page draws; without ``contents`` the course could not be seen, and ``trouble`` says why."""

    title: str
    trouble: str
    contents: HomeContents | None


def init(place: Raw) -> Step[HomeState]:  # noqa: ARG001 (the home page has one place only)
    """Look at the course."""
    return HomeState(), (See(Home()),)


def update(state: HomeState, message: Any) -> Step[HomeState]:
    """Show what was seen; look again when asked."""
    match message:
        case Seen(view=HomeView() as view):
            return HomeState(view), ()
        case Refused(error=error):
            return replace(state, trouble=error), ()
        case _:
            return state, (See(Home()),)


def props(state: HomeState) -> HomeProps:
    """What the home page draws; ``links`` stand in the first response already."""
    frame, trouble = page_props("home", {}), str(state.trouble or "")
    if state.view is None:
        return {**frame, "title": "", "trouble": trouble, "contents": None}
    return {
        **frame,
        "title": state.view.title,
        "trouble": trouble,
        "contents": _contents(state.view),
        "looks": True,
        "links": _links(state.view),
    }


def _contents(view: HomeView) -> HomeContents:
    return {
        "title": view.title,
        "summary": view.summary,
        "resume": _resume(view),
        "next": _next(view),
        "sessions": [session_link(mark) for mark in view.sessions],
        "scenarios": [_scenario(mark) for mark in view.scenarios if not mark.own],
        "own": [_scenario(mark) for mark in view.scenarios if mark.own],
        "faults": [{"file": fault.file, "findings": list(fault.findings)} for fault in view.faults],
        "mine": _mine(),
        "words": WORDS,
    }


NO_ORDER = "Then take the sessions in their order, or any that you like."
WORDS: HomeWords = {
    "sessions_title": "Sessions",
    "scenarios_title": "Role-plays",
    "scenarios_note": "Each can be played by itself, as often as you like, from any seat.",
    "mine_title": "What is yours",
    "own_title": "Your own scenarios",
    "own_empty": "Scenario files that you put into the folder “scenarios” of your course folder appear here. "
    "Anyone can write one; no programming is needed.",
    "faults_title": "Files that cannot be played yet",
    "refresh": "Look again",
}


def session_link(mark: SessionMark) -> SessionLink:
    """A session for a list: its title, minutes and mark in words; ``to`` is empty while it is not open."""
    return {
        "id": mark.id,
        "to": f"session/{mark.id}" if mark.open else "",
        "number": str(int(mark.id.split("-")[0])),
        "title": mark.title,
        "summary": mark.summary,
        "minutes": counted(mark.minutes, "minute", "minutes"),
        "done": mark.done,
        "mark": _mark(mark),
    }


def _mark(mark: SessionMark) -> str:
    if not mark.open:
        return "Not open yet"
    if mark.done:
        return "Done"
    return f"{'Still to do' if mark.begun else 'To do'}: {'; '.join(mark.to_do)}" if mark.to_do else ""


def _resume(view: HomeView) -> ResumeProps | None:
    if view.resume is None:
        return None
    return {
        "to": f"play/{view.resume.scenario}",
        "label": f"Go on with “{view.resume.title}”",
        "note": f"You sit there as {view.resume.seat}.",
    }


def _next(view: HomeView) -> ResumeProps | None:
    """Where a newcomer begins and others go on: a session that was begun, else the first that is not done."""
    to_do = sorted((mark for mark in view.sessions if mark.open and mark.to_do), key=lambda mark: not mark.begun)
    if not to_do or view.resume:
        return None
    mark = to_do[0]
    minutes = counted(mark.minutes, "minute", "minutes")
    if any(other.begun for other in view.sessions if other.open):
        return {"to": f"session/{mark.id}", "label": f"Go on with “{mark.title}”", "note": f"{minutes}."}
    return {"to": f"session/{mark.id}", "label": f"Begin with “{mark.title}”", "note": f"{minutes}. {NO_ORDER}"}


def _scenario(mark: ScenarioMark) -> EntryProps:
    attempts = counted(mark.attempts, "attempt", "attempts")
    state = {"new": "", "begun": f"{attempts}, one not ended", "ended": f"Played, {attempts}"}[mark.state]
    return {
        "to": f"play/{mark.id}",
        "title": mark.title,
        "summary": mark.summary,
        "minutes": counted(mark.minutes, "minute", "minutes"),
        "mark": state,
    }


def _links(view: HomeView) -> list[LinkProps]:
    sessions = [session_link(mark) for mark in view.sessions if mark.open]
    entries: list[EntryProps] = [*sessions, *map(_scenario, view.scenarios)]
    opened = [LinkProps(to=entry["to"], text=entry["title"], note=entry["minutes"]) for entry in entries]
    return [*opened, *_mine()]


def _mine() -> list[LinkProps]:
    """Links to what is a person's own, from all subjects."""
    return [LinkProps(to=link.to, text=link.text, note=link.note) for link in by_rank(HOME_LINKS)]


PAGE = Page("home", init, Takes("home page", (LookAgain,)), update, props)
