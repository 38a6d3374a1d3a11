"""The home page: where I was, the sessions with their minutes and marks, the scenarios, my own ones."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.curriculum.progress import Home, HomeView, ScenarioMark, SessionMark
from dlcourse.errors import CourseError
from dlcourse.pages.program import Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.registry import HOME_LINKS, by_rank
from dlcourse.pages.words import STATUS, counted


@dataclass(frozen=True)
class HomeState:
    """What is known of the course, or why it is not."""

    view: HomeView | None = None
    trouble: CourseError | None = None


@dataclass(frozen=True)
class LookAgain:
    """The person asks to look again, for instance after putting a file into the folder."""


def init(place: Raw) -> Step[HomeState]:  # noqa: ARG001 (the home page has one place only)
    """Look at the course."""
    return HomeState(), (See(Home()),)


def parse(raw: Raw) -> LookAgain:
    """The one thing to say here."""
    if raw.get("say") == "look":
        return LookAgain()
    raise CourseError("home page", "it does not know that message", "Reload the page.")


def update(state: HomeState, message: Any) -> Step[HomeState]:
    """Show what was seen; look again when asked."""
    match message:
        case Seen(view=HomeView() as view):
            return HomeState(view), ()
        case Refused(error=error):
            return replace(state, trouble=error), ()
        case _:
            return state, (See(Home()),)


def props(state: HomeState) -> Props:
    """What the home page draws; ``links`` stand in the first response already."""
    view = state.view
    if view is None:
        return {"page": "home", "place": {}, "status": STATUS, "trouble": str(state.trouble or ""), "links": []}
    shown = {"title": view.title, "summary": view.summary, **WORDS}
    return {
        "page": "home",
        "place": {},
        "status": STATUS,
        "trouble": str(state.trouble or ""),
        **shown,
        "resume": _resume(view),
        "next": _next(view),
        "sessions": [session_link(mark) for mark in view.sessions],
        "scenarios": [_scenario(mark) for mark in view.scenarios if not mark.own],
        "own": [_scenario(mark) for mark in view.scenarios if mark.own],
        "faults": [fault.model_dump() for fault in view.faults],
        "mine": _mine(),
        "looks": True,
        "links": _links(view),
    }


NO_ORDER = "Then take the sessions in their order, or any that you like."
WORDS = {
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


def session_link(mark: SessionMark) -> Props:
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


def _resume(view: HomeView) -> Props | None:
    if view.resume is None:
        return None
    return {
        "to": f"play/{view.resume.scenario}",
        "label": f"Go on with “{view.resume.title}”",
        "note": f"You sit there as {view.resume.seat}.",
    }


def _next(view: HomeView) -> Props | None:
    """Where a newcomer begins and others go on: a session that was begun, else the first that is not done."""
    to_do = sorted((mark for mark in view.sessions if mark.open and mark.to_do), key=lambda mark: not mark.begun)
    if not to_do or view.resume:
        return None
    mark = to_do[0]
    minutes = counted(mark.minutes, "minute", "minutes")
    if any(other.begun for other in view.sessions if other.open):
        return {"to": f"session/{mark.id}", "label": f"Go on with “{mark.title}”", "note": f"{minutes}."}
    return {"to": f"session/{mark.id}", "label": f"Begin with “{mark.title}”", "note": f"{minutes}. {NO_ORDER}"}


def _scenario(mark: ScenarioMark) -> Props:
    attempts = counted(mark.attempts, "attempt", "attempts")
    state = {"new": "", "begun": f"{attempts}, one not ended", "ended": f"Played, {attempts}"}[mark.state]
    return {
        "to": f"play/{mark.id}",
        "title": mark.title,
        "summary": mark.summary,
        "minutes": counted(mark.minutes, "minute", "minutes"),
        "mark": state,
    }


def _links(view: HomeView) -> list[Props]:
    sessions = [session_link(mark) for mark in view.sessions if mark.open]
    opened = [
        {"to": entry["to"], "text": entry["title"], "note": entry["minutes"]}
        for entry in (*sessions, *map(_scenario, view.scenarios))
    ]
    return [*opened, *_mine()]


def _mine() -> list[Props]:
    """Links to what is a person's own, from all subjects."""
    return [{"to": link.to, "text": link.text, "note": link.note} for link in by_rank(HOME_LINKS)]


PAGE = Page("home", init, parse, update, props)
