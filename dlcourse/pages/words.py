"""Words that every page needs: the connection, what is saved, and how to go on after a failure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypedDict

from dlcourse.domain.names import alike, seen_alike


class StatusWords(TypedDict):
    """How a page is connected and saved, in words; ``{time}`` is filled in by the browser."""

    saved: str
    saved_at: str
    drafted: str
    saving: str
    lost: str
    gone: str
    wake: str
    rerun: str
    failed: str
    dismiss: str
    offline_start: str


STATUS: StatusWords = {
    "saved": "Everything is saved",
    "saved_at": "Saved {time}",
    "drafted": "Kept as a draft, not saved yet",
    "saving": "Saving…",
    "lost": "Not connected: what you do now is kept here and sent as soon as the course answers.",
    "gone": "This exercise has gone to sleep. Everything you saved is safe.",
    "wake": "Wake it up",
    "rerun": "Run this cell again to go on where you were.",
    "failed": "That did not work",
    "dismiss": "Close",
    "offline_start": "The course cannot be reached right now. It is tried again every few seconds.",
}


DAMAGED = (
    "Part of what you did here cannot be read, because the file that holds it is damaged in places. Everything else is "
    "here. “Your work” names what is damaged and says what to do."
)


class DraftWords(TypedDict):
    """How the text in a form is saved until it is sent; ``{time}`` is filled in by the browser."""

    waiting: str
    keeping: str
    kept: str
    lost: str
    lost_fragile: str
    refused: str
    sending: str
    unsaved: str
    unsaved_mark: str
    put_away: str
    put_away_own: str
    other_draft: str
    other_note: str
    take: str


DRAFT_WORDS: DraftWords = {
    "waiting": "Not kept yet…",
    "keeping": "Keeping the draft…",
    "kept": "Draft kept {time}",
    "lost": "Not connected: your words are kept here, in this browser, and sent as soon as the course answers. If "
    "others use this computer, wait for “Draft kept” before you leave: until then they could read your words here.",
    "lost_fragile": "Not connected, and this browser does not let pages keep anything. Leave this page open until it "
    "says “Draft kept”, or copy your words to a safe place.",
    "refused": "This draft could not be kept. Save it, or make it shorter; your words are still here.",
    "sending": "Being saved. Your words are kept here until the course has them.",
    "unsaved": "You wrote something in this step that you have not saved. It is kept as a draft.",
    "unsaved_mark": "Not saved yet",
    "put_away": "Put this draft away",
    "put_away_own": "Forget what I changed here",
    "other_draft": "Another draft of this, kept {time}",
    "other_note": "It was written in another tab or on another device.",
    "take": "Go on from this draft",
}


class Plural(NamedTuple):
    """A sentence, or a part of one, for exactly one thing and for any other number; ``{number}`` is filled in."""

    one: str
    many: str

    def of(self, number: int, **fields: object) -> str:
        """The words for this number, with the other fields filled in."""
        return (self.one if number == 1 else self.many).format(number=number, **fields)


def counted(number: int, one: str, many: str) -> str:
    """``1 minute``, ``2 minutes``."""
    return f"{number} {one if number == 1 else many}"


def listed(names: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty for none."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def day(at: str) -> str:
    """The day of a moment, as one writes it: ``7 May 2026``."""
    found = date.fromisoformat(at[:10])
    return f"{found.day} {found:%B %Y}"


def ask_alike(names: Iterable[str], what: str) -> tuple[str, ...]:
    """Questions about similar names with different spelling: whether they mean the same ``what``."""
    return tuple(_question(list(group), what) for group in alike(names))


def _question(group: list[str], what: str) -> str:
    unseen = " They differ only in a character that cannot be seen." if seen_alike(group) else ""
    names = listed([f"'{name}'" for name in group])
    return f"Are {names} one {what}?{unseen}"
