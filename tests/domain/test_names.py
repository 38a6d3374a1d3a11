"""Names: how they are shown, when two spellings are the same name, and when to ask about it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.content.characters import is_unseen, meant_by
from dlcourse.domain.names import alike, look, meant, seen_alike, spelling, tidy

EVERYTHING = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are drawn: signs of numbers and of abbreviations in Arabic, Syriac and Kaithi."""


def test_every_space_and_separator_of_unicode_is_one_blank() -> None:
    """Every space, separator and control character of Unicode separates words, and is shown as one blank."""
    blanks = [sign for sign in EVERYTHING if unicodedata.category(sign) in ("Zs", "Zl", "Zp", "Cc")]
    assert len(blanks) == 84
    assert {tidy(f" a{sign}{sign}b{sign}") for sign in blanks} == {"a b"}
    assert {tidy(sign) for sign in blanks} == {""}


def test_every_format_character_is_left_out_unless_it_is_seen_or_joins() -> None:
    """A name keeps joiners, visible format characters and hieroglyphic layout, and no other format characters."""
    kept = [sign for sign in EVERYTHING if unicodedata.category(sign) == "Cf" and tidy(f"a{sign}b") == f"a{sign}b"]
    layout = [chr(code) for code in range(0x13430, 0x13440) if unicodedata.category(chr(code)) == "Cf"]
    assert kept == sorted([*SEEN_FORMATS, "\u200c", "\u200d", *layout])


def test_every_other_character_stays_as_it_was_written() -> None:
    """Letters, marks, digits, symbols and emoji of every script are shown unchanged."""
    others = [sign for sign in EVERYTHING if unicodedata.category(sign)[0] not in "ZC"]
    assert [sign for sign in others if tidy(f"a{sign}b") != f"a{sign}b"] == []


@pytest.mark.parametrize(
    "name",
    [
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "Ana 👩\u200d🏫",
        "അരുൺ ന്\u200d",
        "🏴\U000e0067\U000e0062\U000e007f",
        "❤\ufe0f",
    ],
)
def test_what_scripts_and_emoji_need_is_kept(name: str) -> None:
    """Joiners, selectors and the tags of flags belong to the spelling."""
    assert tidy(f"  {name} ") == name


@pytest.mark.parametrize("nothing", ["\u200d", " \u200c ", "\u3164", "\u2800\u2800", "\ufeff", "\ufe0f", "\u00ad"])
def test_what_shows_nothing_is_empty(nothing: str) -> None:
    """A text of joiners, fillers and other characters that show nothing is blank."""
    assert tidy(nothing) == ""


def test_names_and_files_agree_on_what_cannot_be_seen() -> None:
    """Characters that authors' files call invisible do not make a name, and vice versa."""
    assert [sign for sign in EVERYTHING if (sign == " " or is_unseen(sign)) != (tidy(sign) == "")] == []


def test_names_and_files_agree_on_what_looks_alike() -> None:
    """Kinds of apostrophes, quotes and hyphens that are the same in names are the same in authors' files."""
    others = {sign: plain for sign in EVERYTHING if (plain := meant_by(sign)) in ("'", '"', "-")}
    assert len(others) > 20
    assert [sign for sign, plain in others.items() if look(f"a{sign}b") != look(f"a{plain}b")] == []


@given(st.text(max_size=30))
def test_tidy_is_stable(text: str) -> None:
    """Tidying again changes nothing, and there are no blanks at the ends or next to each other."""
    once = tidy(text)
    assert tidy(once) == once
    assert once == once.strip()
    assert "  " not in once


@given(st.text(max_size=30))
def test_names_that_are_spelled_alike_look_alike(text: str) -> None:
    """Names that the stricter comparison calls equal are also equal in the looser one."""
    assert look(text) == look(spelling(text)) == look(look(text))


ALIKE = [
    ("O'Neil", "O\u2019Neil"),
    ("O'Neil", "O\u02bcNeil"),
    ("O'Neil", "O`Neil"),
    ("O'Neil", "O\u00b4Neil"),
    ("O'Neil", "O\uff07Neil"),
    ("Al-Sayed", "Al\u2011Sayed"),
    ("Al-Sayed", "Al\u2013Sayed"),
    ("Al-Sayed", "Al\u2212Sayed"),
    ('"Bo" Li', "\u201cBo\u201d Li"),
    ('"Bo" Li', "\u00abBo\u00bb Li"),
    ("Zo\u00eb", "Zoe\u0308"),
    ("Ana", "\uff21\uff4e\uff41"),
    ("ﬁona", "Fiona"),
    ("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\u0639\u0644\u06cc\u0631\u0636\u0627"),
    ("Stra\u00dfe", "STRASSE"),
    ("Kim\u00a0Lee", "kim  lee"),
    ("Co\u00adoper", "Cooper"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_look_alikes(one: str, other: str) -> None:
    """Different apostrophes, hyphens, quotes, compatibility forms, joiners and capitals do not make another name."""
    assert look(one) == look(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ana", "Anna"), ("Jose", "Jos\u00e9"), ("Al Sayed", "Al-Sayed"), ("A1", "A2")]
)
def test_other_names(one: str, other: str) -> None:
    """Different letters, accents and blanks make another name."""
    assert look(one) != look(other)


def test_groups_of_look_alikes() -> None:
    """Names that look alike form groups; the same name twice is no group."""
    names = ["Ana", "Bo", "ana", "Bo", "ANA", "Cy"]
    assert alike(names) == (("Ana", "ana", "ANA"),)


def test_what_cannot_be_told_apart_by_eye() -> None:
    """Names that differ only in a joiner cannot be told apart by eye, and those that differ in an apostrophe can."""
    assert seen_alike(["a\u200cb", "ab"])
    assert not seen_alike(["O'Neil", "O\u2019Neil"])


def test_which_name_is_meant() -> None:
    """The exact spelling wins, then the only name with the same letters, then the only one that looks the same."""
    names = ["O'Neil", "O\u2019Neil", "Ana"]
    assert meant("O\u2019Neil", names) == "O\u2019Neil"
    assert meant("o'neil", names) == "O'Neil"
    assert meant("O`Neil", names) is None
    assert meant("ANA", names) == "Ana"
    assert meant("Al\u2011Sayed", ["Al-Sayed"]) == "Al-Sayed"
    assert meant("Zoltan", names) is None
