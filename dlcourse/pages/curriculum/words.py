"""What the home page says."""

from collections.abc import Sequence

from dlcourse.domain.curriculum.progress import SessionMark
from dlcourse.pages.props import LinkProps
from dlcourse.pages.words import counted

GO_ON = "Go on with “{title}”"
BEGIN = "Begin with “{title}”"
SEAT = "You play {seat}."
MINUTES = "{minutes}."
MINUTES_AND_TO_DO = "{minutes}. Still to do: {exercises}"
FIRST_TIME = "{minutes}. After that, take the sessions in order, or pick any that you like."
ALL_DONE = "Put together your portfolio"
ALL_DONE_NOTE = "You have done every session that is open. Choose what you want to keep and show."

NEXT = "What is next"
DUE = "What is due"
DUE_BY = "By {day}"
DUE_UNDATED = "No day set"
DUE_ANSWER = "Say what became of it"
DUE_ANSWERS = "Say what became of them"
DUE_MORE = "and {promises} more"
PROMISE = ("promise", "promises")

SESSIONS = "Sessions"
NOT_OPEN = "Not open yet"
DONE = "Done"
BEGUN = "Begun"
HERE = "You are here"
DONE_OF_ALL = "{done} of {sessions} done"
SESSION = ("session", "sessions")
OPEN_SESSION = ("open session", "open sessions")
MORE_PLANNED = "{done}; {planned} to come"
PROGRESS = "Your progress"
PROGRESS_SAYS = "You have done {done} of {every} that count. {whole}"
PROGRESS_COMPLETE = "That completes {whole}."
PROGRESS_INCOMPLETE = "No session is complete yet."
PROGRESS_DRAWN = (
    "A line for each of {sessions}, with a mark for each exercise that counts: a full circle if it is done."
)
PROGRESS_COLUMNS = ("Session", "Exercises done", "Still to do")
EXERCISE = ("exercise", "exercises")
STATES = ("done", "to do")
NOTHING_TO_DO = "Nothing"
PROGRESS_NOTE = "How many of the exercises of each session you have done."
NO_PROGRESS = "When you have done an exercise that counts for a session, it appears here."
PROGRESS_TABLE = "Session by session"

ROLE_PLAYS = "Role-plays"
ROLE_PLAYS_NOTE = "You can play each one by itself, as often as you like, in any role."
BEGUN_PLAY = "{attempts}, one not finished"
PLAYED = "Played, {attempts}"
ATTEMPT = ("attempt", "attempts")

MINE = "What is yours"
GROWING = "{done} of {parts} begun: “{title}”"
OWN = "Your own scenarios and sessions"
OWN_SESSION = "A session of your own"
MORE_SCENARIOS = "More scenarios"
OWN_EMPTY = (
    "What you write in the scenario studio appears here; no programming is needed. So do scenario files that you put "
    "into the folder “scenarios” of your course folder. A new notebook in its folder “notebooks” becomes a session of "
    "your own."
)
FAULTS = "Files that cannot be played yet"
LOOK_AGAIN = "Look again"

COHORT, COHORT_NOTE = "Your cohort", "Who leads it, its calendar, and what others can see of you."
LIVE = "Live role-plays"
LIVE_NOTE = "Your cohort plays in groups, each person with a phone. Open a session, or go on with one."
LIVE_NOW = "Your cohort's live role-play"
LIVE_ENTER = "It is open now. Come in, then wait there for the others."
LIVE_GO_ON = "You are in it. Go on where you were."
COHORT_DAYS = "When your cohort meets"
COHORTS = "Cohorts"
COHORTS_NOTE = "First create a cohort and give its people a code. Then you can open a live role-play for them."
FACILITATING = "Facilitating this course"
FACILITATING_ASK = (
    "Do you lead this course with a group? Choose “I facilitate”. You get a plan with minutes for each session, its "
    "run-of-show, and a screen for the room. They give away what the cases hide, so play those first."
)
FACILITATING_NOTES = "For each session: what to say and to ask, and what the room sees."
LEAD_HOME: LinkProps = {
    "to": "facilitator",
    "text": "Facilitator's home",
    "note": "The next session and its run-of-show, your cohorts, dashboards, and what to print.",
}
LEAD_KIT: LinkProps = {"to": "kit", "text": "Role-plays on paper", "note": "To play in a room without any computer."}
FACILITATE = "I facilitate"
STOP_FACILITATING = "I no longer facilitate"
CORE_TO_ALL = "{core} to {all} minutes"


def session_minutes(mark: SessionMark) -> str:
    """How long a session takes: its main path first, because that is what a person with little time asks."""
    if mark.core:
        return CORE_TO_ALL.format(core=mark.core, all=mark.minutes)
    return counted(mark.minutes, "minute", "minutes")


def sessions_done(sessions: Sequence[SessionMark]) -> str:
    """How many of the open sessions are done, and how many are listed that are not open yet."""
    opened = [mark for mark in sessions if mark.open]
    planned = len(sessions) - len(opened)
    number = counted(len(opened), *(OPEN_SESSION if planned else SESSION))
    done = DONE_OF_ALL.format(done=sum(mark.done for mark in opened), sessions=number)
    return MORE_PLANNED.format(done=done, planned=planned) if planned else done
