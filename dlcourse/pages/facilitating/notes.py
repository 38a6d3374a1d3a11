"""Speaker notes: what the room sees now and next, what to say and to ask, and the time."""

from typing import TypedDict

from dlcourse.pages.facilitating import NOTES_PAGE, words
from dlcourse.pages.facilitating.home_contents import LeadQuestion, question
from dlcourse.pages.facilitating.run import StepNotes, step_notes
from dlcourse.pages.facilitating.show import TAKES, ShowState, init, update
from dlcourse.pages.facilitating.slides import PlacedSlide, slide_words
from dlcourse.pages.facilitating.words import TimerWords, timer_words
from dlcourse.pages.markdown import html
from dlcourse.pages.program import Page
from dlcourse.pages.props import LinkProps, PageProps, page_props


class RunTimer(TypedDict):
    """How long the meeting has been going on, in milliseconds, and when this step should end; None before it began."""

    running: int | None
    ends: int
    words: TimerWords


class SpeakerContents(TypedDict):
    """The slide that is shown and the one after it, as HTML, and the notes of the step."""

    at: str
    now_title: str
    now: str
    next_title: str
    next: str
    step: StepNotes | None
    before_title: str
    before: str
    timer: RunTimer
    begin: str
    session: str
    back: str
    forth: str
    first: bool
    last: bool
    keys: str
    screen: LinkProps
    run: LinkProps


class SpeakerProps(PageProps):
    """What the page draws. If this person does not see it, ``contents`` are None, and ``ask`` and ``home`` lead on."""

    title: str
    ask: LeadQuestion | None
    home: LinkProps
    contents: SpeakerContents | None


def props(state: ShowState) -> SpeakerProps:
    """What the page draws."""
    return {
        **page_props(NOTES_PAGE, {"session": state.query.session}, notice=state.notice),
        "looks": True,
        "title": f"{words.NOTES}: {state.view.title}" if state.view else words.NOTES,
        "ask": question(state.home),
        "home": words.HOME_LINK,
        "contents": _contents(state) if state.view else None,
    }


def _contents(state: ShowState) -> SpeakerContents:
    assert state.view
    session, count, placed = state.query.session, len(state.slides), state.slides[state.shown]
    last = state.shown == count - 1
    return {
        "at": words.SLIDE.format(number=state.shown + 1, count=count),
        "now_title": words.NOW_SHOWN,
        "now": _words(placed),
        "next_title": words.NEXT_SHOWN,
        "next": html(words.THE_END) if last else _words(state.slides[state.shown + 1]),
        "step": step_notes(placed.at, session) if placed.at else None,
        "before_title": words.BEFORE,
        "before": "" if placed.at else html(state.view.before),
        "timer": _timer(state, placed),
        "begin": words.BEGIN if state.view.running is None else words.BEGIN_AGAIN,
        "session": session,
        "back": words.BACK,
        "forth": words.FORTH,
        "first": state.shown == 0,
        "last": last,
        "keys": words.KEYS,
        "screen": {"to": f"present/{session}", "text": words.OPEN_SCREEN, "note": words.OWN_WINDOW},
        "run": {"to": f"facilitator/run/{session}", "text": words.RUN, "note": ""},
    }


def _timer(state: ShowState, placed: PlacedSlide) -> RunTimer:
    ends = placed.at.ends if placed.at else 0
    return {"running": state.view.running if state.view else None, "ends": ends, "words": timer_words(ends)}


def _words(placed: PlacedSlide) -> str:
    return slide_words(placed.slide) if placed.at else html(words.TITLE_SLIDE)


PAGE = Page(NOTES_PAGE, init, TAKES, update, props)
