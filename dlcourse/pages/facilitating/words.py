"""What the pages for facilitators say."""

from datetime import date
from typing import TypedDict

from dlcourse.pages.facilitating import HOME
from dlcourse.pages.props import LinkProps
from dlcourse.pages.words import Plural, counted, day

HOME_TITLE = "Facilitator's home"
HOME_SUMMARY = "Everything you need to lead the course with a group."
ASK_TITLE = "Do you lead this course with a group?"
ASK_NOTE = (
    "Then you find here, for each session, what to say and to ask and what the room sees. It gives away what the cases "
    "hide, so play those first."
)
ASK_HOST = "You can do this without a cohort. Nobody else is told."
CHOOSE = "I facilitate"

NEXT = "Next session"
NEXT_ON = "On {day}. {minutes}."
RUN, PRESENT, NOTES, SESSION_PAGE = "Run-of-show", "Present", "Speaker notes", "What participants see"
OWN_WINDOW = "in a window of its own"
COHORTS, COHORT = "Your cohorts", "Your cohort"
NO_COHORT = (
    "You lead no cohort here. Sessions, role-plays on paper and the screen for the room work without one. With a "
    "cohort, everybody has a place of their own, and you can open live role-plays."
)
NEW_COHORT, PEOPLE, LIVE = "Create a cohort", "People, codes and calendar", "Live role-plays"
PEOPLE_NOTE = "Who is in it, and new codes if one was lost."
REPORT, REPORT_NOTE = "Report", "Figures of the whole cohort, for a district or a dean."
LIVE_NOTE = "Open a session, or go on with one."
LIVE_NOW, CONSOLE, ROOM_SCREEN = "Open now: {title}", "Console", "Screen for the room"
HERE = Plural("{number} participant", "{number} participants")
NEXT_IN_COHORT = "next: {title}, {day}"
STATUS = {"open": "open", "closed": "closed to others", "archived": "archived"}
TOOLS = "Dashboards, guides, and what to print"
SESSIONS = "All sessions"

MINUTE, MINUTES = "minute", "minutes"
RUN_TITLE = "{title}: run-of-show"
RUN_NOTE = "{minutes}, in {steps}: what you say and ask, and what the room sees."
STEP = Plural("{number} step", "{number} steps")
SAY, ASK, TROUBLE, ROOM = "Say", "Ask", "When it goes wrong", "The room sees"
BEFORE = "Before you begin"
USES = "On the session's page: "
BACKGROUND = "Background: the notes in full, with what the case hides"
HOME_LINK: LinkProps = {"to": HOME, "text": HOME_TITLE, "note": ""}
PRINT = "Print"
FROM_TO = "Minute {begins} to {ends}"
FIGURE = "The figure “{title}”"
TITLE_SLIDE = "The title of the session, and your join code if you show it"

SLIDE = "Slide {number} of {count}"
OF = "{number} of {count}"
FORTH, BACK, FIRST = "Next", "Back", "First slide"
MENU = "More"
FILL, UNFILL = "Chart alone", "Chart with its text"
DARK, LIGHT = "Dark colors", "Light colors"
CODE_TITLE = "Join with your phone"
CODE_AGAIN = "Joined already? Open the course on your phone."
SHOW_CODE, LEAVE_CODE = "Join code", "Back to the slide"
KEYS = (
    "Keys and clicker: right or Page Down for the next slide, left or Page Up to go back, Home for the first. Up shows "
    "a chart alone, down shows it with its text."
)
THE_END = "That was the last slide."

BEGIN, BEGIN_AGAIN = "Begin: first slide, and start the time", "Begin again from the first slide"
NOT_BEGUN = "The time is not running yet."
ELAPSED = "{time} since you began"
ON_PLAN = "Planned until minute {ends}: {time} left."
BEHIND = "{time} over: planned until minute {ends}."
NOW_SHOWN, NEXT_SHOWN = "The room sees now", "Then"
OPEN_SCREEN = "Screen for the room"


class TimerWords(TypedDict):
    """What the timer says; the browser fills in ``{time}`` (minutes and seconds) and ``{ends}`` is filled in here."""

    not_begun: str
    elapsed: str
    left: str
    over: str


def timer_words(ends: int) -> TimerWords:
    """The words of the timer in a step that should end in this minute."""
    return {
        "not_begun": NOT_BEGUN,
        "elapsed": ELAPSED,
        "left": ON_PLAN.replace("{ends}", str(ends)),
        "over": BEHIND.replace("{ends}", str(ends)),
    }


def minutes(number: int) -> str:
    """``1 minute``, ``2 minutes``."""
    return counted(number, MINUTE, MINUTES)


def next_note(on: date | None, length: int) -> str:
    """When the next session is, if a day is set, and how long it takes."""
    return NEXT_ON.format(day=day(on.isoformat()), minutes=minutes(length)) if on else f"{minutes(length)}."
