"""Laws about all spaces, separators, joiners and format characters of Unicode, anywhere in a file."""

import sys
import unicodedata
from functools import cache

import pytest

from dlcourse.content.characters import visible_name
from dlcourse.content.roleplay.scenarios import check_text
from dlcourse.domain.names import is_blank, is_invisible
from tests.content.roleplay.broken import GOOD, edited

SMALL = """\
id: wet-hall
title: The wet hall
summary: It leaks.
minutes: 30
principles: [P1, P5]
source: original
setting: |
  It has rained since six.

  What should be done?
indicators: [{id: trust, name: Trust, start: 1, min: 0, max: 2}]
roles:
  - {id: head, name: Head, about: Leads., decides: true}
start: morning
scenes:
  - id: morning
    kind: choice
    text: Water drips.
    choices:
      - {id: ask, text: Ask the driver., principles: [P1], feedback: Good., leads_to: dry, when: {trust: "< 9"}}
  - id: dry
    kind: end
    text: The choir sings.
debrief: [{ask: Who knew?, principles: [P5]}]
"""


@cache
def odd() -> list[str]:
    """All such characters, except for those that come by the hundred and are all alike: tags and selectors."""
    every = (chr(code) for code in range(0x21, sys.maxunicode + 1) if not 0xE0002 < code < 0xE01EF)
    return [char for char in every if (is_blank(char) or is_invisible(char)) and unicodedata.category(char) != "Cc"]


def put(place: tuple[str, str], char: str) -> str:
    """The small file with the character at this place."""
    old, new = place
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new.format(char))


def line_of(place: tuple[str, str]) -> int:
    """The line of the place."""
    return SMALL[: SMALL.index(place[0])].count("\n") + 1


PLACES = {
    "an indent": ("    kind: choice", "{}   kind: choice"),
    "a whole indent": ("    kind: choice", "{0}{0}{0}{0}kind: choice"),
    "after a hyphen": ("  - id: dry", "  -{}id: dry"),
    "before a hyphen": ("  - id: dry", " {}- id: dry"),
    "after a colon": ("minutes: 30", "minutes:{}30"),
    "before a colon": ("minutes: 30", "minutes{}: 30"),
    "in a field's name": ("minutes: 30", "min{}utes: 30"),
    "before a field's name": ("minutes: 30", "{}minutes: 30"),
    "after a number": ("minutes: 30", "minutes: 30{}"),
    "before an id": ("start: morning", "start: {}morning"),
    "in an id": ("start: morning", "start: mor{}ning"),
    "after an id": ("start: morning", "start: morning{}"),
    "after a new id": ("  - id: dry", "  - id: dry{}"),
    "in a list": ("[P1, P5]", "[P1,{}P5]"),
    "in a comparison": ('trust: "< 9"', 'trust: "<{}9"'),
    "in a word of the format": ("kind: end", "kind: end{}"),
}
TEXTS = {
    "in a plain text": ("text: Water drips.", "text: Water{}drips."),
    "in a quoted text": ("text: Water drips.", 'text: "Water{}drips."'),
    "in a block": ("  It has rained", "  It has{}rained"),
    "in an empty line of a block": ("\n\n  What should", "\n  {}\n  What should"),
    "in a note": ("source: original", "source: original # a{}b"),
}


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_a_character_that_nobody_sees_is_named_at_its_line(place: str) -> None:
    """Outside texts, a finding at the line names the character, unless the parser ignores it."""
    silent = []
    for char in odd():
        findings = check_text(put(PLACES[place], char), "x").findings
        line = line_of(PLACES[place])
        named = [found for found in findings if visible_name(char) in found.message and found.line == line]
        assert named or not findings, (place, hex(ord(char)), [str(found) for found in findings])
        silent += [] if findings else [hex(ord(char))]
    assert len(silent) <= 1, silent


@pytest.mark.slow
@pytest.mark.parametrize("place", TEXTS)
def test_texts_may_hold_any_character(place: str) -> None:
    """In texts and comments, every space, joiner and separator is kept as written."""
    for char in odd():
        checked = check_text(put(TEXTS[place], char), "x")
        assert checked.findings == (), (place, hex(ord(char)), [str(found) for found in checked.findings])
        assert checked.scenario is not None
        if place == "in a block":
            assert checked.scenario.setting.startswith(f"It has{char}rained")
        if place in {"in a plain text", "in a quoted text"}:
            assert checked.scenario.scenes[0].text == f"Water{char}drips."


def test_a_text_of_unseen_characters_is_empty() -> None:
    """A title without visible characters is reported as empty."""
    for char in odd():
        (finding,) = check_text(put(("title: The wet hall", 'title: "{0} {0}"'), char), "x").findings
        assert finding.message == "'title' should be a text, but is empty"


@pytest.mark.parametrize("sign", ["“", "”", "„", "«", "‘", "’", "＂"])
def test_a_curly_quotation_mark_is_named(sign: str) -> None:
    """An unreadable text that begins with one, and an id in such marks, are reported by the mark's name."""
    for old, new in (
        ("text: Ask the driver.", f"text: {sign}Ask: the driver.{sign}"),
        ("leads_to: bad-week", f"leads_to: {sign}bad-week{sign}"),
        ("[P1, P5]", f"[{sign}P1{sign}, P5]"),
        ('trust: "< 9"', f"trust: {sign}< 9{sign}"),
    ):
        findings = check_text(edited((old, new)), "x").findings
        assert any(visible_name(sign) in found.message for found in findings), (new, findings)
        assert all("Put the text in quotes" not in found.remedy for found in findings)


def test_curly_quotation_marks_inside_a_text_are_left_alone() -> None:
    """A plain text may begin with curly quotation marks, as in good typography."""
    text = edited(("text: Ask the driver.", "text: “Ask the driver,” says Ann – at once."))
    assert check_text(text, "x").findings == ()


def test_a_curly_mark_does_not_close_a_straight_one() -> None:
    """A quotation that a word processor closed with a curly mark is reported at its beginning, with that mark."""
    (finding,) = check_text(edited(("text: Ask the driver.", 'text: "Ask the driver.”')), "x").findings
    assert "”" in finding.message
    assert finding.line == GOOD[: GOOD.index("Ask the driver.")].count("\n") + 1


def test_an_unrelated_mistake_is_not_blamed_on_typography() -> None:
    """Curly quotation marks and dashes in a good line are not blamed for a mistake in another line."""
    text = edited(
        ("text: Ask the driver.", "text: “Ask the driver.”"),
        ("        feedback: The driver knows the road.", "        feedback: The driver: knows the road."),
    )
    (finding,) = check_text(text, "x").findings
    assert "a colon here is read" in finding.message
