"""Codes, keys and phrases: read however people type them, and never mistaken for one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.cohort.codes import LETTERS, Shown, code_shown, grouped, phrase_shown, session_shown

CODE = "K7QX-M3PD-9RTW"
PHRASE = "bodek lumor tasen varel zomut kadep"


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), "k7qx m3pd 9rtw", " K7QXM3PD9RTW\n", "https://a.example/join#code=K7QX-M3PD-9RTW"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    """Case, spaces, hyphens and a whole address make no difference."""
    assert code_shown(typed) == Shown("join", "K7QX", "M3PD9RTW")


def test_a_key_is_longer_than_a_code() -> None:
    """A code of six groups is a facilitator key."""
    found = code_shown("-".join(["K7QX"] * 6))
    assert found
    assert (found.kind, found.handle) == ("facilitator", "K7QX")


@pytest.mark.parametrize("typed", ["", "K7QX", "K7QX-M3PD-9RTA", "K7QX-M3PD-9RTW-K7QX", "K7QX-M3PD-9RT0", PHRASE])
def test_what_is_no_code_is_none(typed: str) -> None:
    """Too short, too long, or with a letter that codes do not have: it is no code."""
    assert code_shown(typed) is None


@pytest.mark.parametrize("typed", [PHRASE, PHRASE.upper(), "  bodek, lumor tasen\nvarel - zomut kadep. "])
def test_a_phrase_is_read_however_it_is_typed(typed: str) -> None:
    """Case, punctuation and line breaks make no difference; its first word is the handle."""
    assert phrase_shown(typed) == Shown("phrase", "bodek", "lumor tasen varel zomut kadep")


@pytest.mark.parametrize("typed", ["", "bodek", PHRASE + " bodek", PHRASE.replace("kadep", "kidep"), CODE])
def test_what_is_no_phrase_is_none(typed: str) -> None:
    """It has exactly six words of the known form."""
    assert phrase_shown(typed) is None


@given(st.text())
def test_any_text_is_read_or_refused(typed: str) -> None:
    """Whatever is typed is a code, a phrase, a session, or none of them; nothing fails."""
    found = [code_shown(typed), phrase_shown(typed), session_shown(typed)]
    assert sum(each is not None for each in found) <= 1


@given(st.text(LETTERS, min_size=12, max_size=12))
def test_a_code_survives_its_groups(letters: str) -> None:
    """A code that is shown in groups is read as the same code."""
    assert code_shown(grouped(letters)) == Shown("join", letters[:4], letters[4:])
