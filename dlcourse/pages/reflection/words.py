"""What the log says everywhere: who can read an entry, what is kept, and how entries, promises and forms are shown."""

from typing import Any

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import HEADING, LONGEST, Visibility
from dlcourse.domain.reflection.log import EntryCard, EntryView, PromiseCard
from dlcourse.domain.reflection.schemas import SCHEMAS
from dlcourse.pages.program import Props
from dlcourse.pages.words import counted, listed

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

WORDS = {
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

PROMISE = {
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


def same_props(opened: EntryView | None) -> Props:
    """What both kinds of log hold: words, the choices of every form, the open entry."""
    return {
        "words": WORDS,
        "promise_words": PROMISE,
        "alone": ALONE,
        "readers": [{"value": value, "text": choice, "says": before} for value, (choice, before, _) in READERS.items()],
        "guides": [schema.model_dump(mode="json") for schema in SCHEMAS.values()],
        "principles": [{"value": each.id, "text": f"{each.id}: {each.short}"} for each in PRINCIPLES.values()],
        "confidences": [{"value": str(step), "text": f"{step}: {word}"} for step, word in enumerate(CONFIDENCE, 1)],
        "outcomes": [{"value": value, "text": text} for value, text in OUTCOMES.items()],
        "limits": {"heading": HEADING, "words": LONGEST},
        "opened": _opened(opened) if opened else None,
    }


def form(slot: str, label: str, say: str = "WriteEntry", **fixed: Any) -> Props:
    """A form to write in: ``slot`` is the name of its draft, ``fixed`` is what its command says besides the words."""
    return {"slot": slot, "label": label, "say": say, "fixed": fixed}


def entry_props(card: EntryCard) -> Props:
    """An entry in a list."""
    newest = card.newest
    return {
        "entry": card.entry,
        "title": card.asked or "Without a question",
        "session": card.session_title,
        "steps": [step.model_dump() for step in newest.steps],
        "cut": card.cut,
        "written": card.written,
        "changed": newest.at if card.versions > 1 else "",
        "versions": counted(card.versions, "version", "versions") if card.versions > 1 else "",
        "notes": [f"About {listed(list(newest.principles))}" if newest.principles else "", sure(newest.confidence)],
        "visibility": newest.visibility,
        "readers": READERS[newest.visibility][2],
    }


def _opened(view: EntryView) -> Props:
    """An open entry, with what a form needs to go on from it."""
    card = view.card
    return entry_props(card) | {
        "form": form(f"entry/{card.entry}", WORDS["edit"], "ReviseEntry", entry=card.entry, after=card.versions),
        "values": card.newest.notes,
        "before": [
            {"at": old.at, "steps": [step.model_dump() for step in old.steps], "notes": [sure(old.confidence)]}
            for old in view.before
        ],
    }


def promise_props(promise: PromiseCard) -> Props:
    """A promise with what became of it."""
    return {
        "commitment": promise.commitment,
        "session": promise.session_title,
        "what": promise.what,
        "by": promise.by.isoformat() if promise.by else "",
        "open": promise.open,
        "made": promise.made,
        "state": "Open" if promise.open else OUTCOMES[promise.answers[-1].outcome],
        "answers": [
            {
                "outcome": OUTCOMES[answer.outcome],
                "words": answer.words,
                "at": answer.at,
                "again": answer.again.isoformat() if answer.again else "",
            }
            for answer in promise.answers
        ],
        "form": form(f"answer/{promise.commitment}", PROMISE["outcome"], "AnswerCommitment",
                     commitment=promise.commitment),
    }  # fmt: skip


def sure(confidence: int | None) -> str:
    """How sure one was, in words; empty where it was not said."""
    return f"{CONFIDENCE[confidence - 1]} sure ({confidence} of 5)".capitalize() if confidence else ""
