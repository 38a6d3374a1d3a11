"""Which characters are blank, invisible or mistaken for others, and how they are named."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.content import characters
from dlcourse.content.characters import is_unseen, meant_by, visible, visible_name
from dlcourse.domain.names import JOINERS, is_blank, is_invisible, shows_nothing

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
DRAWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
"""Format characters that fonts draw, such as the Arabic sign for a year."""


def test_all_spaces_and_separators_are_blank() -> None:
    """Everything that Unicode or Python calls a space or a line separator is blank."""
    spaces = [char for char in EVERY if char.isspace() or unicodedata.category(char) in {"Zs", "Zl", "Zp"}]
    breaks = [char for char in EVERY if len(f"a{char}b".splitlines()) > 1]
    assert len(spaces) > 25
    assert [char for char in spaces + breaks if not is_blank(char)] == []


def test_all_format_characters_are_invisible_or_drawn() -> None:
    """Every format character of Unicode is invisible except those that fonts draw, and no letter or digit is."""
    formats = {char for char in EVERY if unicodedata.category(char) == "Cf"}
    assert len(formats) > 150
    assert sorted(hex(ord(char)) for char in formats if not is_invisible(char) and ord(char) not in DRAWN) == []
    assert not any(is_unseen(char) for char in "aZ09é田ōب-_“–")


def test_nothing_but_unseen_characters_shows_nothing() -> None:
    """A text of blanks and invisible characters shows nothing; one visible character shows."""
    unseen = "".join(filter(is_unseen, EVERY[:0xD800])) + " "
    assert shows_nothing(unseen)
    assert not shows_nothing(f"{unseen}.")


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u00a0", "a no-break space (U+00A0)"),
        ("\u3000", "an ideographic space (U+3000)"),
        ("\u200b", "a zero-width space (U+200B)"),
        ("\u2028", "a line separator (U+2028)"),
        ("\x07", "a control character (U+0007)"),
        ("“", "a curly quotation mark (“, U+201C)"),
        ("–", "an en dash (–, U+2013)"),
        ("：", "a fullwidth colon (：, U+FF1A)"),
    ],
)
def test_a_character_has_a_name_and_a_number(char: str, name: str) -> None:
    """The name says what the character is and gives its code point; a visible one is also shown."""
    assert visible_name(char) == name


@pytest.mark.parametrize(("char", "sign"), [("“", '"'), ("’", "'"), ("–", "-"), ("：", ":"), ("，", ","), ("＃", "#")])
def test_look_alikes_mean_a_sign(char: str, sign: str) -> None:
    """Curly quotation marks, dashes and full-width punctuation are recognized as what people mean by them."""
    assert meant_by(char) == sign
    assert meant_by(sign) is None


@given(st.text())
def test_what_is_made_visible_can_be_printed(text: str) -> None:
    """A text made visible has nothing unprintable except joiners, and a printable text does not change."""
    assert all(char.isprintable() or char in JOINERS for char in visible(text))
    assert visible(text) == text or not text.isprintable()


def test_text_made_visible_keeps_what_people_wrote() -> None:
    """Odd spaces become spaces, joiners stay, and other invisible characters are shown by their numbers."""
    assert (
        visible("M.\u00a0Li \u0645\u06cc\u200c\u062e dry\u200b\u202e")
        == "M. Li \u0645\u06cc\u200c\u062e dry<U+200B><U+202E>"
    )


@given(st.text("ab", min_size=1), st.text("\u00a0\u200b\u3000 \t\u2028"), st.text("\u00a0\ufeff \u2029"))
def test_trimming_takes_blanks_and_invisible_characters_from_both_ends(core: str, before: str, after: str) -> None:
    """Everything between the first and the last visible character is kept."""
    assert characters.trimmed(before + core + after) == core
