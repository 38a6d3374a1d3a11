"""What a YAML error most often means to somebody who does not program, and what to do about it.

It only finds words for an error; finding errors is `tree`.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError

QUOTE = "Put the text in quotes, or on lines of its own after '|'."
_INDENT = "Indent it exactly as far as the lines it belongs with, by spaces only."
_COMPARISON = re.compile(r"""(?P<name>[\w-]+):\s*(?P<test>(?:[<>]=?|==?)\s*[-+]?\d+)""")


class _Wrong(NamedTuple):
    """What YAML complains about: its own words, the lines it names (from 0), and the text of the line at fault."""

    problem: str
    context: str
    line: int
    begun: int
    text: str


class _Meaning(NamedTuple):
    """When a complaint has this meaning, what to say, and whether the fault lies where the thing was begun."""

    applies: Callable[[_Wrong], object]
    message: str
    remedy: str
    at_beginning: bool = False


def explain(error: MarkedYAMLError, lines: Sequence[str]) -> tuple[int, str, str]:
    """The line (from 1), the message and the remedy for an error of the YAML reader."""
    wrong = _wrong(error, lines)
    comparison = _COMPARISON.search(wrong.text)
    if comparison:
        return wrong.line + 1, "a comparison stands here without quotes", _quoted_comparison(comparison)
    meaning = next((known for known in _MEANINGS if known.applies(wrong)), None)
    if meaning is None:
        return wrong.line + 1, f"this cannot be read as YAML ({wrong.problem})", "Compare it with a line that works."
    line = wrong.begun if meaning.at_beginning else wrong.line
    return line + 1, meaning.message, meaning.remedy


def quoted(name: str) -> str:
    """A field's name in quotes, cut short where it is long."""
    line = " ".join(name.split())
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"


def _quoted_comparison(found: re.Match[str]) -> str:
    return f'Put the comparison in quotes: {found["name"]}: "{found["test"]}".'


def _wrong(error: MarkedYAMLError, lines: Sequence[str]) -> _Wrong:
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(lines) - 1)
    begun = error.context_mark.line if error.context_mark else line
    return _Wrong(str(error.problem or ""), str(error.context or ""), line, begun, lines[line])


def _says(*words: str) -> Callable[[_Wrong], bool]:
    return lambda wrong: any(word in wrong.problem for word in words)


def _tab(wrong: _Wrong) -> bool:
    return "'\\t'" in wrong.problem or "\t" in wrong.text[: len(wrong.text) - len(wrong.text.lstrip())]


def _open_bracket(wrong: _Wrong) -> bool:
    return "flow" in wrong.context and wrong.begun != wrong.line


_MEANINGS = (
    _Meaning(_tab, "the line has a tab character", "Use spaces instead of tabs."),
    _Meaning(
        _says("end of stream", "unexpected document separator"),
        "a quotation mark is opened here and never closed",
        "Close it; inside a text in quotes use the other kind of quotation mark.",
        at_beginning=True,
    ),
    _Meaning(
        _open_bracket,
        "a bracket is opened here and not closed",
        "Close it with ] or }, with commas between the parts.",
        at_beginning=True,
    ),
    _Meaning(
        lambda wrong: "flow" in wrong.context,
        "the parts between brackets cannot be told apart",
        "Put commas between them and close each bracket, also those opened further up; "
        "a text with a comma, colon or bracket goes in quotes.",
    ),
    _Meaning(
        _says("mapping values are not allowed"),
        "a colon here is read as the end of a field's name",
        f"{QUOTE} Or the line is not indented like its neighbors, or the one before has no space after its colon.",
    ),
    _Meaning(
        _says(
            "cannot start any token",
            "expected alphabetic or numeric",
            "unknown tag",
            "undefined tag",
            "expected '!'",
            "expected URI",
            "node content",
            "mapping keys",
        ),
        "the text begins with a character that has a meaning of its own in YAML",
        QUOTE,
    ),
    _Meaning(
        _says("sequence entries are not allowed"),
        "a list cannot begin on the line of its field",
        "Begin it on the next line, further in; a text that begins with '-' goes in quotes.",
    ),
    _Meaning(
        _says("could not find expected ':'"),
        "there is no colon after a field's name, or a line of text is not indented",
        "Write 'field: value'; lines of text after '|' stand further in than their field.",
    ),
    _Meaning(
        _says("escape character", "escape sequence"),
        "a backslash in double quotes begins a special character",
        "Use single quotes around the text.",
    ),
    _Meaning(
        _says("expected <block end>", "<document start>"),
        "this does not line up with the lines around it, or follows a closing quotation mark or bracket",
        f"{_INDENT} A text that only begins with a quotation mark or bracket goes in quotes as a whole.",
    ),
    _Meaning(
        lambda wrong: "block scalar" in wrong.context,
        "only an end of line may follow '|' or '>' here",
        "Begin the text on the next line, or put it in quotes.",
    ),
)
