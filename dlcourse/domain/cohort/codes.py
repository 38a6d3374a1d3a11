"""How codes, keys and phrases look. Each begins with a handle, by which it is found and which is no secret.

A code has no letters that look like others and no vowels, so that it spells nothing. A phrase is made of words that can
be said and written down but mean nothing.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["join", "facilitator", "phrase", "session"]
"""What lets people in: a join code, a facilitator key, a person's phrase, and the session of one browser."""

LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""The characters of codes."""
GROUP, JOIN_GROUPS, KEY_GROUPS = 4, 3, 6
"""A code is written in groups of four: a join code has three (38 secret bits), a facilitator key six (95)."""
CONSONANTS, VOWELS = "bdklmnprstvz", "aeou"
PHRASE_WORDS = 6
"""Words of five letters in a phrase; all but the first are secret (73 bits)."""
LONGEST = 200
"""Characters of what somebody may have typed."""
_WORD = rf"[{CONSONANTS}][{VOWELS}][{CONSONANTS}][{VOWELS}][{CONSONANTS}]"
_PHRASE = re.compile(rf"{_WORD}(?: {_WORD}){{{PHRASE_WORDS - 1}}}")
_SESSION = re.compile(r"([0-9a-f]{16})\.([\w-]{43})", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """A code, key, phrase or session that somebody showed: its handle, and its secret part."""

    kind: Kind
    handle: str
    secret: str


def code_shown(typed: str) -> Shown | None:
    """The join code or facilitator key in what somebody typed or pasted, however they spaced it; None if it is none."""
    found = typed[:LONGEST].rpartition("#")[2].removeprefix("code=")
    letters = re.sub(r"[\W_]+", "", found).upper()
    groups = len(letters) / GROUP
    if groups not in {JOIN_GROUPS, KEY_GROUPS} or not set(letters) <= set(LETTERS):
        return None
    kind: Kind = "join" if groups == JOIN_GROUPS else "facilitator"
    return Shown(kind, letters[:GROUP], letters[GROUP:])


def phrase_shown(typed: str) -> Shown | None:
    """The phrase in what somebody typed; None if it is none."""
    words = " ".join(re.findall(r"\w+", typed[:LONGEST].lower()))
    if not _PHRASE.fullmatch(words):
        return None
    handle, _, secret = words.partition(" ")
    return Shown("phrase", handle, secret)


def session_shown(cookie: str) -> Shown | None:
    """The session in a browser's cookie; None if it is none."""
    found = _SESSION.fullmatch(cookie)
    return Shown("session", found[1], found[2]) if found else None


def grouped(letters: str) -> str:
    """A code as people read it, in groups of four."""
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
