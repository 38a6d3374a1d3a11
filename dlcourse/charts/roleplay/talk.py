"""The talk of a role-play over time: who did something in which minute, and when facts that few knew came out."""

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.roleplay.debrief import DebriefView, Talk
from dlcourse.domain.roleplay.talk.conversation import TalkLine
from dlcourse.pages.roleplay.talk import short
from dlcourse.pages.words import counted

NEW, KNOWN, SPOKE, DECIDED = "A fact few knew", "A fact known by then", "A question, an idea, an answer", "The decision"
"""What somebody does in a talk: no more kinds than shapes and colors that can be told apart."""


def talk(view: DebriefView) -> Chart | None:
    """A line for each person with a mark for each thing they did; None if the scenario has no panel."""
    if view.talk is None:
        return None
    names = {seat.id: short(seat.name) for seat in view.seats}
    lines = [line for passage in view.passages for line in passage.lines if line.role in names and line.kind != "chose"]
    common = {fact.id for fact in view.talk.facts if fact.shared}
    done = [(names[line.role], line.minute, _what(line, common)) for line in lines]
    people: list[Row] = [{"who": name, "minute": 0, "end": view.talk.minutes} for name in names.values()]
    silent = [name for name in names.values() if name not in {who for who, _, _ in done}]
    return Chart(
        title="Who did what when",
        says=_says(view.talk, silent),
        description=(
            f"Dot chart with a line for each of {counted(len(names), 'person', 'people')}, over the "
            f"{view.talk.minutes} minutes. A mark is something they said or did in that minute; its shape says what."
        ),
        spec=filled("roleplay.talk", [*people, *({"who": w, "minute": m, "what": what} for w, m, what in done)]),
        columns=("Who", "Minute", "What"),
        rows=tuple((who, str(minute), what) for who, minute, what in done),
    )


def _what(line: TalkLine, common: set[str]) -> str:
    if line.kind == "decided":
        return DECIDED
    if not line.fact:
        return SPOKE
    return NEW if line.new and line.fact not in common else KNOWN


def _says(found: Talk, silent: list[str]) -> str:
    """The sentence: when facts that not everybody knew came out, and who never spoke."""
    minutes = sorted(fact.minute for fact in found.facts if not fact.shared and fact.minute is not None)
    surfaced = f"{len(minutes)} of {counted(found.unique, 'fact', 'facts')} that not everybody knew came to the table"
    return f"{surfaced}{_when(minutes)}.{_quiet(silent)}"


def _when(minutes: list[int]) -> str:
    if not minutes:
        return ""
    first, last = minutes[0], minutes[-1]
    return f", in minute {first}" if first == last else f", the first in minute {first}, the last in minute {last}"


def _quiet(silent: list[str]) -> str:
    if not silent:
        return ""
    return f" {silent[0]} never spoke." if len(silent) == 1 else f" {len(silent)} people never spoke."
