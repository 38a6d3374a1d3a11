"""How names are compared, wherever they come from: how a name is shown, and when two spellings are the same name.

Every reader of people, tasks, skills and topics uses this: files, forms and pages. It knows nothing of any of them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from dlcourse.errors import UnknownNameError

BLANKS = "\\s\x00-\x1f\x7f-\x9f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What separates words, for a regular expression's class: Unicode's spaces, line separators and control characters."""
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
)
"""Format characters that show nothing. Joiners are excluded: scripts and emoji are misspelled without them."""
JOINERS = "\u200c\u200d"
"""Characters that show nothing themselves, but that some scripts and emoji need between other characters."""
_FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and symbols that are drawn as nothing at all."""
_SELECTORS = "\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
"""Characters that only choose how the one before them is drawn, and the tags that spell the flags of regions."""
_FLAG = "\U0001f3f4"
"""The black flag, which tags turn into the flag of a region."""

_BLANK = re.compile(f"[{BLANKS}]+")
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_STRAY = re.compile(f"(?:(?<=\\s)|^)[{JOINERS}]+|(?<![{_FLAG}\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")
"""Joiners at the beginning of a word, where they join nothing, and tags that follow no flag."""
_EMPTY = re.compile(f"[{BLANKS}{_INVISIBLE}{JOINERS}{_FILLERS}{_SELECTORS}]*")
_IGNORED = re.compile(f"[{_INVISIBLE}{JOINERS}{_FILLERS}{_SELECTORS}]+")
_APOSTROPHE = re.compile(
    "[`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2018-\u201b\u2032\u2035\u2039\u203a\ua78b\ua78c\uff07]"
)
_QUOTE = re.compile("[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u05f4\u301d-\u301f\uff02]|''")
_HYPHEN = re.compile("[\u00b7\u058a\u05be\u2010-\u2015\u2022\u2043\u2212\u2e3a\u2e3b\u301c\u30a0\ufe58\ufe63\uff0d]")


def is_blank(char: str) -> bool:
    """Whether the character separates words: a space, a line separator or a control character."""
    return _BLANK.fullmatch(char) is not None


def is_invisible(char: str) -> bool:
    """Whether the character is drawn as nothing at all: format characters, joiners, fillers and selectors."""
    return _IGNORED.fullmatch(char) is not None


def shows_nothing(text: str) -> bool:
    """Whether the text has nothing that a person could see."""
    return _EMPTY.fullmatch(text) is not None


def tidy(text: str) -> str:
    """The words as they are shown: single spaces between them and no invisible characters, except for joiners."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if shows_nothing(text):
        return ""
    spaced = _STRAY.sub("", _BLANK.sub(" ", _UNSEEN.sub("", text)))
    return _BLANK.sub(" ", spaced).strip()


def spelling(text: str) -> str:
    """What all spellings of the same word share without any doubt: the letters, whatever their case."""
    return unicodedata.normalize("NFC", tidy(text)).casefold()


def look(text: str) -> str:
    """What names that look alike share: compatibility forms, apostrophes, quotes, hyphens and joiners are ignored."""
    plain = _HYPHEN.sub("-", _QUOTE.sub('"', _APOSTROPHE.sub("'", tidy(text))))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    return tidy(_IGNORED.sub("", folded))


def alike(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Names that look alike but are written differently, in groups, ordered by first appearance."""
    groups: dict[str, dict[str, None]] = {}
    for name in names:
        groups.setdefault(look(name), {})[name] = None
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def seen_alike(names: Iterable[str]) -> bool:
    """Whether the names differ only in ways that cannot be seen."""
    return len({unicodedata.normalize("NFC", _IGNORED.sub("", name)) for name in names}) == 1


def meant(said: str, names: Iterable[str]) -> str | None:
    """The name that is meant: spelled exactly so, or the only one with the same letters, or the only lookalike."""
    known = tuple(names)
    ways: tuple[Callable[[str], str], ...] = (str, spelling, look)
    for way in ways:
        found = [name for name in known if way(name) == way(said)]
        if len(found) == 1:
            return found[0]
    return None


def unknown(where: str, name: str, known: Iterable[str], otherwise: str, what: str = "") -> UnknownNameError:
    """The error for a name that nothing has. It asks whether the most similar one was meant.

    ``otherwise`` is the remedy if none is similar. ``what`` takes the place of "there is none called …".
    """
    near = get_close_matches(name[:80], list(known), 1)
    remedy = f"Did you mean '{near[0]}'?" if near else otherwise
    return UnknownNameError(where, what or f"there is none called '{name[:80]}'", remedy)
