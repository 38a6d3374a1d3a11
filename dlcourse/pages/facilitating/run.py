"""The run-of-show of a session on one page, to read and to print: notes beside what the room sees."""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.facilitating.home import FacilitatorHome, FacilitatorHomeView
from dlcourse.domain.facilitating.runs import SessionRun, SessionRunView, TimedStep, timed
from dlcourse.domain.speech import TAG, decode
from dlcourse.errors import CourseError
from dlcourse.pages.facilitating import RUN_PAGE, words
from dlcourse.pages.facilitating.home_contents import LeadQuestion, question
from dlcourse.pages.facilitating.slides import slide_words
from dlcourse.pages.markdown import html
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class RunState:
    """The run-of-show as it was looked up; ``home`` is there for whoever may lead and does not see it yet."""

    query: SessionRun
    view: SessionRunView | None = None
    home: FacilitatorHomeView | None = None
    notice: CourseError | None = None


class NamedHtml(TypedDict):
    """A part of the notes: its heading and its text as HTML."""

    title: str
    html: str


class StepNotes(TypedDict):
    """The notes of a step: when it is, and what to say, to ask and to do. ``uses`` leads to the session's page."""

    title: str
    when: str
    minutes: str
    uses_title: str
    uses: list[LinkProps]
    notes: list[NamedHtml]


class RunStepProps(TypedDict):
    """A step: its notes, and beside them what the room sees, slide by slide, as HTML."""

    notes: StepNotes
    room: list[str]


class RunContents(TypedDict):
    """The whole run-of-show."""

    note: str
    present: LinkProps
    speaker: LinkProps
    print: str
    before_title: str
    before: str
    room_title: str
    steps: list[RunStepProps]
    more: list[LinkProps]


class RunProps(PageProps):
    """What the page draws. If this person does not see it, ``contents`` are None, and ``ask`` and ``home`` lead on."""

    title: str
    ask: LeadQuestion | None
    home: LinkProps
    contents: RunContents | None


def init(place: Raw) -> Step[RunState]:
    """Look up the run-of-show. Raises a `CourseError` if the place names no session."""
    query = decode(SessionRun, {TAG: "SessionRun", "session": place.get("session", "")})
    return RunState(query), (See(query),)


def update(state: RunState, message: Any) -> Step[RunState]:
    """Show what was found, and look again when asked."""
    match message:
        case ChooseFacilitating():
            return replace(state, notice=None), (Do(message),)
        case Seen(view=SessionRunView() as view):
            return replace(state, view=view, home=None, notice=None), ()
        case Seen(view=FacilitatorHomeView() as view):
            return replace(state, home=view, notice=state.notice if view.facilitates else None), ()
        case Refused(effect=See(query=SessionRun()), error=error):
            return replace(state, notice=error), (See(FacilitatorHome()),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(state.query),)


def props(state: RunState) -> RunProps:
    """What the page draws."""
    return {
        **page_props(RUN_PAGE, {"session": state.query.session}, notice=state.notice),
        "looks": True,
        "title": words.RUN_TITLE.format(title=state.view.title) if state.view else words.RUN,
        "ask": question(state.home),
        "home": words.HOME_LINK,
        "contents": _contents(state.view) if state.view else None,
    }


def _contents(view: SessionRunView) -> RunContents:
    session, steps = view.session, words.STEP.of(len(view.steps))
    return {
        "note": words.RUN_NOTE.format(minutes=words.minutes(view.minutes), steps=steps),
        "present": {"to": f"present/{session}", "text": words.PRESENT, "note": ""},
        "speaker": {"to": f"present/{session}/notes", "text": words.NOTES, "note": words.OWN_WINDOW},
        "print": words.PRINT,
        "before_title": words.BEFORE if view.before else "",
        "before": html(view.before),
        "room_title": words.ROOM,
        "steps": [
            {"notes": step_notes(at, session), "room": [slide_words(slide) for slide in at.step.slides]}
            for at in timed(view.steps)
        ],
        "more": [
            LinkProps(to=f"facilitator/{session}", text=words.BACKGROUND, note=""),
            LinkProps(to=f"session/{session}", text=words.SESSION_PAGE, note=""),
            words.HOME_LINK,
        ],
    }


def step_notes(at: TimedStep, session: str) -> StepNotes:
    """The notes of one step."""
    step = at.step
    parts = {words.SAY: step.say, words.ASK: step.ask, words.TROUBLE: step.trouble}
    return {
        "title": step.title,
        "when": words.FROM_TO.format(begins=at.begins, ends=at.ends),
        "minutes": words.minutes(step.minutes),
        "uses_title": words.USES if step.uses else "",
        "uses": [
            LinkProps(to=f"session/{session}#{title.replace(' ', '-')}", text=title, note="") for title in step.uses
        ],
        "notes": [{"title": title, "html": html(text)} for title, text in parts.items() if text],
    }


PAGE = Page(RUN_PAGE, init, Takes("run-of-show", (LookAgain, ChooseFacilitating)), update, props)
