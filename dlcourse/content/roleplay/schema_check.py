"""Reports everything in a scenario file that does not fit the schema of a scenario, with its line.

It does not check whether the names used exist; `references` does.
"""

import re
from collections.abc import Sequence

from dlcourse.content.characters import visible_name
from dlcourse.content.findings import Report, one_line
from dlcourse.content.roleplay import consistency
from dlcourse.content.schema import Spot, validated
from dlcourse.content.schema_errors import SchemaErrorReporter
from dlcourse.content.yaml_tree import Scalar
from dlcourse.domain.roleplay.conditions import Condition
from dlcourse.domain.roleplay.fields import AUTHORING, Prose
from dlcourse.domain.roleplay.scenario import (
    Choice,
    Crossroads,
    End,
    Fact,
    Indicator,
    Option,
    Panel,
    Question,
    Role,
    Scenario,
    Voice,
)
from dlcourse.domain.speech import Value

NAMES: dict[type[Value], str] = {
    Scenario: "scenario",
    Indicator: "indicator",
    Role: "role",
    Voice: "voice",
    Option: "option",
    Fact: "fact",
    Panel: "panel",
    Crossroads: "choice scene",
    End: "end",
    Choice: "choice",
    Condition: "condition",
    Question: "debrief question",
}
"""What each part of a scenario is called in a finding."""

LONGEST_TEXT = 20_000
"""The most characters that one text may have. Nobody reads more on a page."""

_CANNOT_BE_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def read(found: Sequence[Spot], report: Report) -> Scenario | None:
    """The scenario in the tree of these spots, or None if it does not fit the schema."""
    reporter = SchemaErrorReporter(found, NAMES, report)
    scenario, errors = validated(found, Scenario, AUTHORING)
    for error in errors:
        reporter.add(error)
    for spot in found:
        _prose(spot, report)
    consistency.check(report, reporter)
    return scenario


def _prose(spot: Spot, report: Report) -> None:
    """Report the parts of a text that nobody would see: its end after a ``#``, and characters that cannot be shown."""
    words = spot.node
    if not isinstance(words, Scalar) or not any(isinstance(mark, Prose) for mark in spot.marks):
        return
    if len(words.text) > LONGEST_TEXT:
        what = f"the text has {len(words.text):,} characters, more than {LONGEST_TEXT:,}"
        report.add("shape", spot.path, what, "Shorten it.")
    elif found := _CANNOT_BE_SHOWN.search(words.text.replace("\x85", "")):
        what = f"the text has {visible_name(found[0])} in it, which cannot be shown"
        report.add("shape", spot.path, what, "Take it out.")
    elif not words.empty and _cuts_a_text(words):
        what = f"the text ends before '{one_line(words.note)[:30]}', which is read as a note"
        report.add_line("lost-text", spot.path, what, _IN_QUOTES, words.note_line)


_IN_QUOTES = "If it belongs to the text, put the text in quotes, or on lines of its own after '|'."


def _cuts_a_text(words: Scalar) -> bool:
    """Whether the note is probably the end of the text: it begins right after ``#`` or closes a bracket of the text."""
    note = words.note.lstrip("#")
    left_open = words.text.count("(") > words.text.count(")") and ")" in note
    return left_open or bool(note and not note[0].isspace())
