"""Explains YAML errors to people who do not program: what most often causes an error, and what to do about it.

It only explains the errors; `yaml_parser` finds them.
"""

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from dlcourse.content import yaml_look_alikes
from dlcourse.content.yaml_look_alikes import SyntaxProblem

QUOTE = "Put the text in quotes, or on lines of its own after '|'."
_INDENT = "Indent it exactly as far as the lines it belongs with, by spaces only."
_NEVER_CLOSED = ("end of stream", "unexpected document separator")
LONGEST_LINE = 500
"""How many characters of a line are searched for its mistake."""

_LOOK_BACK = 20
"""How many lines before the faulty line are searched for the cause."""

_CUT = re.compile(r"(?P<indent> *)(?P<name>- |[\w-]+:\s+)*[^\s#\"'|>\[{].*?\s#")
_GOES_ON = re.compile(r"( *)(?!- |[\w-]+:(?:\s|$))[^\s#]")
_COMPARISON = re.compile(r"""(?P<name>[\w-]+):\s*(?P<test>(?:[<>]=?|==?)\s*[-+]?\d+)""")


class _Wrong(NamedTuple):
    """An error of the YAML parser: its own words, the lines that it names (from 0), and the text of the faulty line."""

    problem: str
    context: str
    line: int
    begun: int
    text: str


class _Meaning(NamedTuple):
    """A meaning of an error: when it applies, what to say, and whether the mistake is where the part begins."""

    applies: Callable[[_Wrong], object]
    message: str
    remedy: str
    at_beginning: bool = False


def explain(error: MarkedYAMLError, lines: Sequence[str], inside: Collection[int]) -> SyntaxProblem:
    """What an error of the YAML parser means. Lines ``inside`` (from 1) belong to quoted and block texts."""
    wrong = _wrong(error, lines)
    comparison = _COMPARISON.search(wrong.text)
    if comparison:
        return SyntaxProblem(
            wrong.line + 1, "there is a comparison here without quotes", _quoted_comparison(comparison)
        )
    return _cut_text(wrong, lines) or _suspect(wrong, lines, inside) or _known(wrong)


def _known(wrong: _Wrong) -> SyntaxProblem:
    meaning = next((known for known in _MEANINGS if known.applies(wrong)), None)
    if meaning is None:
        what = f"this cannot be read as YAML ({wrong.problem})"
        return SyntaxProblem(wrong.line + 1, what, "Compare it with a line that works.")
    line = wrong.begun if meaning.at_beginning else wrong.line
    return SyntaxProblem(line + 1, meaning.message, meaning.remedy)


def _suspect(wrong: _Wrong, lines: Sequence[str], inside: Collection[int]) -> SyntaxProblem | None:
    """A look-alike near the error; if a quotation mark is not closed, only that one matters."""
    curly = yaml_look_alikes.closing_quote(lines, wrong.begun if _never_closed(wrong) else wrong.line)
    if curly or _never_closed(wrong):
        return curly
    return yaml_look_alikes.in_lines(lines, min(wrong.begun, wrong.line - _LOOK_BACK), wrong.line, inside)


def _cut_text(wrong: _Wrong, lines: Sequence[str]) -> SyntaxProblem | None:
    """A text that was cut off by `` #`` and continues in the faulty line."""
    cut = _CUT.match(lines[wrong.line - 1][:LONGEST_LINE]) if wrong.line else None
    goes_on = _GOES_ON.match(wrong.text)
    if cut is None or goes_on is None or len(goes_on[1]) < len(cut["indent"]) + bool(cut["name"]):
        return None
    return SyntaxProblem(wrong.line, "the text ends before '#' and continues in the next line", QUOTE)


def _quoted_comparison(found: re.Match[str]) -> str:
    return f'Put the comparison in quotes: {found["name"]}: "{found["test"]}".'


def _wrong(error: MarkedYAMLError, lines: Sequence[str]) -> _Wrong:
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, len(lines) - 1)
    begun = error.context_mark.line if error.context_mark else line
    return _Wrong(str(error.problem or ""), str(error.context or ""), line, begun, lines[line][:LONGEST_LINE])


def _says(*words: str) -> Callable[[_Wrong], bool]:
    return lambda wrong: any(word in wrong.problem for word in words)


def _never_closed(wrong: _Wrong) -> bool:
    return any(words in wrong.problem for words in _NEVER_CLOSED) and "quoted scalar" in wrong.context


def _tab(wrong: _Wrong) -> bool:
    return "'\\t'" in wrong.problem or "\t" in wrong.text[: len(wrong.text) - len(wrong.text.lstrip())]


def _open_bracket(wrong: _Wrong) -> bool:
    return "flow" in wrong.context and wrong.begun != wrong.line


_MEANINGS = (
    _Meaning(_tab, "the line has a tab character", "Use spaces instead of tabs."),
    _Meaning(
        _says(*_NEVER_CLOSED),
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
        "it is not clear where the parts between the brackets begin and end",
        "Put commas between them and close each bracket, also those opened further up; "
        "put a text with a comma, colon or bracket in quotes.",
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
        "Begin it on the next line, indented further; put a text that begins with '-' in quotes.",
    ),
    _Meaning(
        _says("could not find expected ':'"),
        "there is no colon after a field's name, or a line of text is not indented",
        "Write 'field: value'; lines of text after '|' are indented further than their field.",
    ),
    _Meaning(
        _says("escape character", "escape sequence"),
        "a backslash in double quotes begins a special character",
        "Use single quotes around the text.",
    ),
    _Meaning(
        _says("expected <block end>", "<document start>"),
        "this does not line up with the lines around it, or follows a closing quotation mark or bracket",
        f"{_INDENT} Put a text that only begins with a quotation mark or bracket in quotes as a whole.",
    ),
    _Meaning(
        lambda wrong: "block scalar" in wrong.context,
        "only an end of line may follow '|' or '>' here",
        "Begin the text on the next line, or put it in quotes.",
    ),
)
