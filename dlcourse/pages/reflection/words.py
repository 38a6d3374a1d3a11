"""The words of the log: who can read an entry, what is saved, how sure one was, and what became of a promise."""

from typing import TypedDict

from dlcourse.domain.sharing import Visibility


class LogWords(TypedDict):
    """Words of the log's parts."""

    said: str
    begun: str
    save: str
    save_again: str
    more: str
    guide: str
    heading: str
    add_step: str
    remove_step: str
    principles: str
    confidence: str
    no_confidence: str
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
    """Words of the forms for promises and their answers."""

    what: str
    by: str
    by_note: str
    make: str
    outcome: str
    happened: str
    again: str
    again_note: str
    answer: str
    answer_more: str
    carried: str
    private: str


READERS: dict[Visibility, tuple[str, str, str]] = {
    "private": ("Only me", "Only you will be able to read this.", "Only you can read this."),
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
"""For each visibility: the choice, what it means before saving, and after. Nobody else ever sees earlier versions."""

ALONE = "As long as you take the course by yourself, there is nobody else who could."
CONFIDENCE = ("not at all", "a little", "halfway", "quite", "very")
"""How sure one is, 1 to 5."""

OUTCOMES = {"kept": "Kept", "partly": "Kept partly", "not kept": "Not kept"}

WORDS: LogWords = {
    "said": "Saved. You find it on this page.",
    "begun": "Begun, not saved yet.",
    "save": "Save",
    "save_again": "Save as the newest version",
    "more": "How to write, what it is about, how sure you are",
    "guide": "A way to write",
    "heading": "Heading of this step, if you like",
    "add_step": "Add a step",
    "remove_step": "Take the empty step away",
    "principles": "What it is about",
    "confidence": "How sure do you feel about it today?",
    "no_confidence": "I would rather not say",
    "readers": "Who can read it?",
    "readers_change": "Change who can read it",
    "change": "Change",
    "open": "Read all of it",
    "before": "Earlier versions",
    "before_note": "Only you can see these, whoever can read the newest one.",
    "shut": "Close",
    "edit": "Write on",
    "cut": "…",
    "changed": "{time}, changed {later}",
    "by": "by {day}",
}
"""Words of the log's parts; ``{time}``, ``{later}`` and ``{day}`` are filled in by the browser."""

PROMISE: PromiseWords = {
    "what": "What will you do? Say whom it concerns.",
    "by": "By when?",
    "by_note": "You are asked about it in the next session, whatever the day.",
    "make": "Make this promise",
    "outcome": "What became of it?",
    "happened": "What happened?",
    "again": "Carry it forward to",
    "again_note": "Leave it empty if it is settled.",
    "answer": "Save the answer",
    "answer_more": "Say what became of it",
    "carried": "carried forward to {day}",
    "private": "Only you can see your promises.",
}


def sure(confidence: int | None) -> str:
    """How sure one was, in words; empty if it was not said."""
    return f"{CONFIDENCE[confidence - 1]} sure ({confidence} of 5)".capitalize() if confidence else ""


def calendar_words(promise: str) -> tuple[str, str]:
    """The title of a promise in a calendar, and more about it."""
    begins = " ".join(promise.split())
    return f"Promise: {begins[:80]}{'…' if len(begins) > 80 else ''}", promise
