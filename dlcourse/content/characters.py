"""Names characters that are invisible or easily mistaken for others, and says what to type instead.

`dlcourse.domain.names` says which characters are blank or invisible. The reader of a file decides what they mean in it.
"""

import unicodedata
from collections.abc import Iterable

from dlcourse.domain.names import JOINERS, is_blank, is_invisible

_NAMES = {
    "\t": "a tab",
    "\n": "a line feed",
    "\v": "a vertical tab",
    "\f": "a form feed",
    "\r": "a carriage return",
    "\x85": "a next-line character",
    "\u00a0": "a no-break space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u2011": "a no-break hyphen",
    "\u202f": "a narrow no-break space",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
_MEANT = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\u301f",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u2035\u00b4",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2022\u00b7\ufe58\ufe63",
    ":": "\u2236\ua789\u02d0",
    ",": "\u3001\u060c",
}
_LOOK_ALIKES = {other: plain for plain, others in _MEANT.items() for other in others}
_SYNTAX = frozenset(":,;-[]{}#|>'\"&*!%@?=<")


def is_unseen(char: str) -> bool:
    """Whether the character is blank, invisible or a control character, but not an ordinary space."""
    return char != " " and (is_blank(char) or is_invisible(char) or unicodedata.category(char) in {"Cc", "Cs"})


def trimmed(text: str) -> str:
    """The text without the blanks and invisible characters at both ends."""
    seen = [at for at, char in enumerate(text) if not (is_blank(char) or is_invisible(char))]
    return text[seen[0] : seen[-1] + 1] if seen else ""


def unseen_in(text: str) -> Iterable[int]:
    """The positions of characters in the text that nobody can see, except ordinary spaces."""
    return (at for at, char in enumerate(text) if is_unseen(char))


def meant_by(char: str) -> str | None:
    """The ASCII character that a look-alike stands for, such as ``-`` for an en dash; None for any other character."""
    if char.isascii():
        return None
    plain = _LOOK_ALIKES.get(char) or unicodedata.normalize("NFKC", char)
    return plain if plain in _SYNTAX else None


def visible_name(char: str) -> str:
    """The character in words, such as ``a no-break space (U+00A0)``; a visible one is also shown."""
    code = f"U+{ord(char):04X}"
    return f"{_name(char)} ({code})" if is_unseen(char) or char == " " else f"{_name(char)} ({char}, {code})"


def visible(text: str) -> str:
    """The text with each invisible character as ``<U+200B>`` and each kind of space as a space; joiners are kept."""
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if unicodedata.category(char) == "Zs":
        return " "
    return char if char.isprintable() or char in JOINERS else f"<U+{ord(char):04X}>"


def _name(char: str) -> str:
    if char in _NAMES:
        return _NAMES[char]
    if meant_by(char) in {'"', "'"}:
        return "a curly quotation mark" if unicodedata.category(char) in {"Pi", "Pf", "Ps"} else "a quotation mark"
    name = unicodedata.name(char, "control character").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
