"""What a notebook cell can read of a log: the entries and promises that the page shows."""

from typing import TypedDict

from dlcourse.domain.reflection.log import EntryCard, PromiseCard, SessionLogView, WholeLogView


class EntryValue(TypedDict):
    """An entry as the page shows it. ``confidence`` is 1 to 5, or None; ``changed`` is a time (ISO 8601, UTC).

    ``whole`` is False if only the beginning of its words is shown; ``dlcourse.me().log`` has all of them.
    """

    entry: str
    session: str
    asked: str
    words: str
    whole: bool
    principles: list[str]
    confidence: int | None
    changed: str


class PromiseValue(TypedDict):
    """A promise; ``by`` is its day (ISO 8601), or None. ``open`` says that it is still to be kept."""

    commitment: str
    what: str
    by: str | None
    open: bool


class LogValue(TypedDict):
    """The part of a log that the page shows; ``session`` is empty for the whole log."""

    session: str
    entries: list[EntryValue]
    promises: list[PromiseValue]


def log_value(view: SessionLogView | WholeLogView) -> LogValue:
    """The log as plain data, in the order of the page."""
    match view:
        case SessionLogView():
            cards = (*(card for asked in view.asked for card in asked.cards), *view.free)
            session, promises = view.session, (*view.due, *view.own)
        case WholeLogView():
            cards, session, promises = view.cards, "", view.promises
    return {"session": session, "entries": list(map(_entry, cards)), "promises": list(map(_promise, promises))}


def _entry(card: EntryCard) -> EntryValue:
    steps = card.newest.steps
    return {
        "entry": card.entry,
        "session": card.session,
        "asked": card.asked,
        "words": "\n\n".join("\n".join(filter(None, (step.heading, step.words))) for step in steps),
        "whole": not card.cut,
        "principles": list(card.newest.principles),
        "confidence": card.newest.confidence,
        "changed": card.newest.at,
    }


def _promise(card: PromiseCard) -> PromiseValue:
    by = card.by.isoformat() if card.by else None
    return {"commitment": card.commitment, "what": card.what, "by": by, "open": card.open}
