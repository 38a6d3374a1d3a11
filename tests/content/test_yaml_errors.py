"""Everything that is not plain YAML 1.2 is reported at its line, with a remedy."""

import pytest

from dlcourse.content.roleplay.scenarios import check_bytes, check_text
from tests.content.roleplay.broken import GOOD, edited, expected, found

SYNTAX = {
    "a duplicate field": ("source: original", "title: Again # <- syntax"),
    "an unquoted comparison": ('trust: "< 9"', "trust: >= 2 # <- syntax"),
    "an unquoted comparison with a blank": ('trust: "< 9"', "trust: > 2 # <- syntax"),
    "an unquoted comparison in brackets": (
        'when: {trust: ">= 2", not_heard: [gate-blocked], not_chose: [meeting.reroute]}',
        "when: {trust: >= 2} # <- syntax",
    ),
    "a tab": ("    kind: panel", "\tkind: panel # <- syntax"),
    "a colon in a text": ("source: original", "source: the case: our own # <- syntax"),
    "a text that begins with a star": ("source: original", "source: *Original* # <- syntax"),
    "a copy": ("source: original", "source: *original # <- syntax"),
    "a name for copies": ("source: original", "source: &original text # <- syntax"),
    "a type": ("source: original", "source: !!python/object:os.system x # <- syntax"),
    "a text that begins with an at sign": ("source: original", "source: @school # <- syntax"),
    "a list on the line of its field": ("source: original", "source: - original # <- syntax"),
    "a list as a field's name": ("source: original", "[source]: original # <- syntax"),
    "a bracket that is never closed": ("[P1, P5]", "[P1, P5 # <- syntax"),
    "words after a quotation": ("source: original", 'source: "A" school # <- syntax'),
    "a line out of line": ("    kind: panel", "   kind: panel # <- syntax"),
    "a control character": ("source: original", "source: \x07 # <- syntax"),
    "an escape that names no character": ("title: The late buses", 'title: "\\q" # <- syntax'),
    "a second document": ("debrief:\n", "--- # <- syntax\ndebrief:\n"),
}


@pytest.mark.parametrize(("old", "new"), [pytest.param(*edit, id=name) for name, edit in SYNTAX.items()])
def test_syntax(old: str, new: str) -> None:
    """Everything that is not plain YAML 1.2 is one syntax error at its line, with a remedy."""
    text = edited((old, new))
    assert found(text) == expected(text)
    assert check_text(text, "x").findings[0].remedy


def test_an_unquoted_comparison_is_told_to_be_quoted() -> None:
    """The remedy for a comparison without quotes shows it with quotes."""
    (finding,) = check_text(edited(('trust: "< 9"', "trust: >= 2")), "x").findings
    assert finding.remedy == 'Put the comparison in quotes: trust: ">= 2".'


LAUGHS = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "shape", 1),
        ("\n# nothing yet\n", "shape", 1),
        ("~", "shape", 1),
        ("just words", "shape", 1),
        ("\n- a\n- b", "shape", 2),
        ('title: x\nsummary: "never closed\nminutes: 3\n', "syntax", 2),
        ("title: x\nroles: [\n  {id: a}\nstart: x\n", "syntax", 2),
        ("[" * 100_000, "syntax", 1),
        ("- " * 10_000, "syntax", 1),
        ("a: {" * 10_000, "syntax", 1),
        ("x" * 1_000_001, "syntax", 1),
        ('a: "\\U00110000"', "syntax", 1),
        ("a: \ud800", "syntax", 1),
        ("%YAML 9.9\n---\na: 1", "syntax", 1),
        ("a: &a [x, x, x, x, x, x, x, x, x]\n" + LAUGHS, "syntax", 6),
        ("a: &a [*a]", "syntax", 1),
        ("a: &a {b: *a}", "syntax", 1),
        ("a: 1\na: 2\nb: 1\nb: 2", "syntax", 2),
    ],
)
def test_files_that_are_hardly_scenarios(text: str, code: str, line: int) -> None:
    """Whatever the text is, the first finding has this code and line."""
    finding = check_text(text, "x").findings[0]
    assert (finding.code, finding.line) == (code, line)


@pytest.mark.parametrize(
    ("raw", "line"),
    [("id: é\n".encode("latin-1"), 1), (b"id: x\ntitle: \xff\n", 2), (GOOD.encode("utf-16"), 1)],
)
def test_other_encodings(raw: bytes, line: int) -> None:
    """A file that is not UTF-8 is a syntax error at the line of its first invalid byte."""
    (finding,) = check_bytes(raw, "x").findings
    assert (finding.code, finding.line) == ("syntax", line)
