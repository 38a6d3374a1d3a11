"""The plan on one page: its rows, its gaps, and whether it still fits."""

from typing import Literal, TypedDict

from dlcourse.domain.inquiry.messages import ImprovementPlanView, PartCard
from dlcourse.domain.inquiry.parts import EARLIER
from dlcourse.pages.inquiry.check_ins import result
from dlcourse.pages.inquiry.part_form import SLOT
from dlcourse.pages.inquiry.words import EARLIER_SHORT, PART_WORDS, FieldWords
from dlcourse.pages.words import day

LINE = 88
"""Characters in a line of the printed plan."""
LINES = 51
"""Lines of answers that fit on a printed page, A4 or US Letter, beside the headings and the dates."""
NOT_WRITTEN = "not written yet: "
NOT_SAVED = "not saved yet: "


class PaperLine(TypedDict):
    """An answer under its short name; a gap says what is missing instead, or that it is not saved yet."""

    name: str
    text: str
    kind: Literal["answer", "gap"]
    field: str
    unsaved: str


class PaperRow(TypedDict):
    """A part of the plan and its answers; ``slot`` is that of its form."""

    part: str
    slot: str
    title: str
    lines: list[PaperLine]


def paper_rows(view: ImprovementPlanView) -> list[PaperRow]:
    """The rows of the plan, one for each part."""
    return [_row(card) for card in view.parts]


def about_lines(view: ImprovementPlanView) -> list[str]:
    """Whose plan it is, when it begins, and who is its witness."""
    begins = f"Begins on {day(view.starts.isoformat())}" if view.starts else f"{NOT_WRITTEN}when it begins"
    witness = f"Witness: {view.witness}" if view.witness.strip() else f"{NOT_WRITTEN}who is your witness"
    return [begins, witness]


def gaps(view: ImprovementPlanView) -> int:
    """The number of answers that are still missing."""
    return sum(line["kind"] == "gap" for row in paper_rows(view) for line in row["lines"])


def length_note(view: ImprovementPlanView) -> str:
    """What to say if the plan is longer than a printed page, with the longest answer; empty if it fits."""
    lines = [line for row in paper_rows(view) for line in row["lines"]]
    results = sum(_height(result(card)) - 1 for card in view.check_ins)
    if results + sum(_height(f"{line['name']}: {line['text']}") for line in lines) <= LINES:
        return ""
    longest = max(lines, key=lambda line: len(line["text"]))["name"]
    return (
        "Your plan is longer than one printed page. Nothing is cut off; it goes on to the next page. "
        f"To make it shorter, begin with “{longest}”."
    )


def _height(said: str) -> int:
    """The lines that words take up on paper, at least one."""
    return max(1, sum(max(1, -(-len(each) // LINE)) for each in said.splitlines()))


def _row(card: PartCard) -> PaperRow:
    words = PART_WORDS[card.part]
    return {
        "part": card.part,
        "slot": f"{SLOT}{card.part}",
        "title": words.title,
        "lines": [
            *_earlier_lines(card),
            *(_line(field, asked, card.answer(field)) for field, asked in words.fields.items()),
        ],
    }


def _earlier_lines(card: PartCard) -> list[PaperLine]:
    """What was written in fields that are no longer asked for."""
    return [
        {"name": EARLIER_SHORT[field], "text": said, "kind": "answer", "field": field, "unsaved": ""}
        for field in EARLIER.get(card.part, ())
        if (said := card.answer(field))
    ]


def _line(field: str, asked: FieldWords, said: str) -> PaperLine:
    return {
        "name": asked.short,
        "text": said or f"{NOT_WRITTEN}{asked.gap}",
        "kind": "answer" if said else "gap",
        "field": field,
        "unsaved": f"{NOT_SAVED}{asked.gap}",
    }
