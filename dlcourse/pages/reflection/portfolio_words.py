"""What a portfolio says about entries and promises."""

from collections.abc import Iterable

from dlcourse.domain.reflection.commitments import Outcome
from dlcourse.pages.reflection.words import OUTCOMES
from dlcourse.pages.words import day

ENTRIES = "What you wrote"
ENTRIES_NOTE = "The newest version goes in, never an earlier one."
NO_ENTRIES = "When you have written something in a session or in your log, it appears here."
PROMISES = "What you promised"
PROMISES_NOTE = "With what became of it."
NO_PROMISES = "When you have promised something at the end of a session, it appears here."

ENTRY = "What I wrote"
WRITTEN = "Written on {day}."
WRITTEN_AND_CHANGED = "Written on {day}, last changed on {changed}."
ABOUT = "About: {principles}"

PROMISE = "A promise, and what became of it"
PROMISED = "Promised on {day}."
PROMISE_CHANGED = "Last changed on {day}."
PROMISE_DUE = "Due by {day}."
ASKED_FOR = "Asked for: {question}"
NOT_ANSWERED = "Not answered yet."
ANSWERED = "{outcome} ({day})"
CARRIED_FORWARD = "{outcome}, carried forward to {again} ({day})"


def entry_written(written: str, changed: str) -> str:
    """When an entry was written, and when it was last changed, unless that is empty (both ISO 8601)."""
    if not changed:
        return WRITTEN.format(day=day(written))
    return WRITTEN_AND_CHANGED.format(day=day(written), changed=day(changed))


def about(principles: Iterable[str]) -> str:
    """The principles that an entry is about, each in a sentence; empty if there are none."""
    said = " ".join(principles)
    return ABOUT.format(principles=said) if said else ""


def promise_made(made: str, changed: str, due: str) -> str:
    """When a promise was made, last changed and is due, without what is empty (each ISO 8601)."""
    days = ((PROMISED, made), (PROMISE_CHANGED, changed), (PROMISE_DUE, due))
    return " ".join(said.format(day=day(at)) for said, at in days if at)


def answered(outcome: Outcome, at: str, again: str) -> str:
    """What became of a promise, when that was said, and to which day it was carried forward, unless that is empty."""
    said = CARRIED_FORWARD if again else ANSWERED
    return said.format(outcome=OUTCOMES[outcome], day=day(at), again=day(again) if again else "")
