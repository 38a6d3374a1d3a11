"""What the log says: who can read an entry, what is saved, how sure one was, and what became of a promise."""

from typing import TypedDict

from dlcourse.domain.reflection.commitments import AnswerCommitment, ChangeCommitment, DeleteCommitment, Outcome
from dlcourse.domain.sharing import Visibility
from dlcourse.domain.speech import Command
from dlcourse.pages.steps_field import StepWords


class LogWords(TypedDict):
    """Words of the log's parts; ``{time}``, ``{later}``, ``{day}`` and ``{number}`` are filled in by the browser."""

    said: str
    said_again: str
    begun: str
    earlier: str
    readers: str
    readers_change: str
    change: str
    open: str
    before: str
    before_note: str
    shut: str
    edit: str
    cut: str
    changed: str
    by: str


class PromiseWords(TypedDict):
    """Words around promises; ``{time}`` and ``{day}`` are filled in by the browser."""

    said: str
    answer_more: str
    carried: str
    changed: str
    change_more: str
    delete: str
    delete_note: str
    private: str


TITLE = "Your log"
LEAD = "Everything you wrote in the sessions, and what you promised. Each entry says who can read it."
NOTE = "Nobody is told what you write, how much you write, or whether you write at all."
SESSION_LEAD = (
    "Choose a question and write what you think. A draft is kept while you type. Save it when you are ready; you can "
    "change it later."
)
SESSION_NOTE = "Every entry says who can read it."
WRITE_NEW = "Write something new"
WRITE_FIRST = "Write your answer"
WRITE_MORE = "Write another entry on this question"
WRITE_FREE = "Something else you want to keep from this session"
YOUR_WORDS = "Your words"
WITHOUT_QUESTION = "Without a question"
ENTRIES = "Entries"
NEWEST_OF_ALL = "These are the newest {shown} of {all}."
WHOLE_LOG = "All of your log"
VERSIONS = ("version", "versions")
ENTRY = ("entry", "entries")
NOT_WRITTEN = "Not written yet"
ABOUT = "About {principles}"

READERS: dict[Visibility, tuple[str, str, str]] = {
    "private": (
        "Only me",
        "Only you will be able to read this. To show it to others, put it into your portfolio.",
        "Only you can read this.",
    ),
    "facilitator": (
        "Me and the facilitator",
        "You will be able to read this, and so will the facilitator of your cohort.",
        "You and the facilitator of your cohort can read this.",
    ),
    "reviewers": (
        "Me and my reviewers",
        "You will be able to read this, and so will those who review your practice in a round.",
        "You and those who review your practice can read this.",
    ),
    "cohort": (
        "Everyone in my cohort",
        "Everyone in your cohort will be able to read this, the facilitator included.",
        "Everyone in your cohort can read this, the facilitator included.",
    ),
}
"""For each audience: the choice, what it means before saving, and after. Nobody else ever sees earlier versions."""
NO_READERS = "Only you can read this. You chose “{choice}”, but you are not in a cohort."

SAVE = "Save"
SAVE_AGAIN = "Save as the newest version"
MORE = "More to say: its principles, and how sure you are"
GUIDE = "A way to write"
STEP_WORDS: StepWords = {
    "heading": "Heading of this step (optional)",
    "add": "Add a step",
    "remove": "Remove this empty step",
}
PRINCIPLES_ASKED = "What it is about"
CONFIDENCE_ASKED = "How sure do you feel about it today?"
NO_CONFIDENCE = "I would rather not say"

CONFIDENCE = ("not at all", "a little", "halfway", "quite", "very")
"""How sure one is, 1 to 5."""
SURE = "{step} sure ({level} of 5)"
SURE_TITLE = "How sure you were"
SURE_BETWEEN = (
    "In {entries} you were between “{lowest}” and “{highest}” sure. In the newest one, you were “{newest}” sure."
)
SURE_ALIKE = "In all {number} entries you were “{step}” sure."
SURE_NEWEST = " These are the newest {number} of {all}."
SURE_NOTE = "Being less sure than before is often what learning feels like."
SURE_DRAWN = "Line chart of {entries}, the newest at the right. The higher the point, the surer you were."
SURE_COLUMNS = ("When", "How sure", "Question")

SEARCH = "Search"
SEARCH_WORDS = "Words"
SEARCH_SESSION = "Session"
ALL_SESSIONS = "All sessions"
SEARCH_PRINCIPLE = "Principle"
ALL_PRINCIPLES = "All principles"
SHOW_ALL = "Show all entries"
NOTHING_YET = (
    "You have not written anything yet. Each session ends with questions, and what you write there appears here. You "
    "can also begin right now, with “Write something new”."
)
ALL_FOUND = "{entries}, the newest first."
SOME_FOUND = "{found} of {entries} found."
NONE_FOUND = "Nothing found in {entries}."
PAGES = "Pages of entries"
PAGE_OF = "Page {page} of {pages}"
NEWER = "Newer entries"
OLDER = "Older entries"

DRAFTS_ELSEWHERE = "Written but not saved yet"
DRAFTS_NOTE = "Open the session, and save it there."
DRAFTS_GO = "Open the session"

OUTCOMES: dict[Outcome, str] = {
    "kept": "Kept",
    "partly": "Partly kept",
    "not kept": "Not kept",
    "dropped": "No longer needed",
}
PROMISES = "Promises"
PROMISES_EMPTY = "What you promise at the end of a session appears here, with what became of it."
YOUR_PROMISE = "Your promise"
PROMISE_NEW = "Make a promise"
PROMISE_ANOTHER = "Make another promise"
PROMISE_WHAT = "What will you do? Say whom it concerns."
PROMISE_BY = "By when?"
PROMISE_BY_NOTE = (
    "You are asked about it from three days before, on the home page and at the end of each session. If you choose no "
    "day, you are asked after a week."
)
PROMISE_MAKE = "Make this promise"
PROMISE_CHANGE = "Save the change"
PROMISE_OPEN = "Open"
PROMISE_DUE = "Due"
DUE = "What became of it?"
DUE_NOTE = "You promised this earlier. If it did not work out, say what got in the way. That is worth as much."
ANSWER = "How did it go?"
ANSWER_HAPPENED = "What happened?"
ANSWER_AGAIN = "Carry it forward to"
ANSWER_AGAIN_NOTE = "Leave this empty if you are done with it."
ANSWER_SAVE = "Save the answer"

WORDS: LogWords = {
    "said": "Saved. Your entry is on this page.",
    "said_again": "Saved as the newest version.",
    "begun": "You have changes here that are not saved yet.",
    "earlier": "Earlier entries ({number})",
    "readers": "Who can read it?",
    "readers_change": "Change who can read it",
    "change": "Change",
    "open": "Read all of it",
    "before": "Earlier versions",
    "before_note": "Only you can see these, whoever can read the newest one.",
    "shut": "Close",
    "edit": "Edit",
    "cut": "…",
    "changed": "{time}, changed {later}",
    "by": "by {day}",
}

PROMISE: PromiseWords = {
    "said": "Your promise is saved.",
    "answer_more": "Say what became of it",
    "carried": "carried forward to {day}",
    "changed": "changed {time}",
    "change_more": "Change or delete it",
    "delete": "Delete this promise",
    "delete_note": "It is deleted for good, with everything you said about it.",
    "private": "Only you can see your promises.",
}


TOLD: dict[type[Command], str] = {
    ChangeCommitment: "The promise is changed.",
    AnswerCommitment: "Your answer is saved. You can find the promise in your log.",
    DeleteCommitment: "The promise is deleted.",
}
"""What became of a step with a promise."""


def sure(confidence: int | None) -> str:
    """How sure one was, in words; empty if it was not said."""
    return SURE.format(step=CONFIDENCE[confidence - 1].capitalize(), level=confidence) if confidence else ""


def calendar_words(promise: str) -> tuple[str, str]:
    """The title of a promise in a calendar, and more about it."""
    begins = " ".join(promise.split())
    return f"Promise: {begins[:80]}{'…' if len(begins) > 80 else ''}", promise
