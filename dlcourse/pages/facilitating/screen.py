"""The screen for the room: one slide at a time, large. It is sent that slide only, and no notes."""

from typing import TypedDict

from dlcourse.pages.facilitating import SCREEN_PAGE, words
from dlcourse.pages.facilitating.home_contents import LeadQuestion, question
from dlcourse.pages.facilitating.show import TAKES, ShowState, init, update
from dlcourse.pages.facilitating.slides import SlideProps, slide_props
from dlcourse.pages.live.room.screen_contents import CODE as LIVE_CODE
from dlcourse.pages.live.room.screen_contents import CodeProps, CodeWords
from dlcourse.pages.program import Page
from dlcourse.pages.props import LinkProps, PageProps, page_props

CODE: CodeWords = {**LIVE_CODE, "title": words.CODE_TITLE, "again": words.CODE_AGAIN}


class RoomWords(TypedDict):
    """The labels of what can be done on the screen."""

    back: str
    forth: str
    first: str
    menu: str
    fill: str
    unfill: str
    dark: str
    light: str
    show_code: str
    leave_code: str
    keys: str


class RoomContents(TypedDict):
    """What the room sees. ``code`` are the words about the join code; None if there is no cohort to join."""

    slide: SlideProps
    at: str
    first: bool
    last: bool
    code: CodeProps | None
    notes: LinkProps
    run: LinkProps
    words: RoomWords


class RoomProps(PageProps):
    """What is drawn. If this person does not see it, ``contents`` are None, and ``ask`` and ``home`` lead on."""

    title: str
    ask: LeadQuestion | None
    home: LinkProps
    contents: RoomContents | None


WORDS: RoomWords = {
    "back": words.BACK,
    "forth": words.FORTH,
    "first": words.FIRST,
    "menu": words.MENU,
    "fill": words.FILL,
    "unfill": words.UNFILL,
    "dark": words.DARK,
    "light": words.LIGHT,
    "show_code": words.SHOW_CODE,
    "leave_code": words.LEAVE_CODE,
    "keys": words.KEYS,
}


def props(state: ShowState) -> RoomProps:
    """What the screen draws."""
    place = {"session": state.query.session}
    return {
        **page_props(SCREEN_PAGE, place, notice=state.notice),
        "looks": True,
        "title": state.view.title if state.view else "",
        "ask": question(state.home),
        "home": words.HOME_LINK,
        "contents": _contents(state, state.view.cohort) if state.view else None,
    }


def _contents(state: ShowState, cohort: str) -> RoomContents:
    session, count = state.query.session, len(state.slides)
    return {
        "slide": slide_props(state.slides[state.shown]),
        "at": words.OF.format(number=state.shown + 1, count=count),
        "first": state.shown == 0,
        "last": state.shown == count - 1,
        "code": {**CODE, "cohort": cohort} if cohort else None,
        "notes": {"to": f"present/{session}/notes", "text": words.NOTES, "note": words.OWN_WINDOW},
        "run": {"to": f"facilitator/run/{session}", "text": words.RUN, "note": ""},
        "words": WORDS,
    }


PAGE = Page(SCREEN_PAGE, init, TAKES, update, props)
