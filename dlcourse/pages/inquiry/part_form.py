"""A part of the inquiry as it is shown: its form, and its earlier versions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypedDict

from dlcourse.domain.inquiry.messages import LONGEST, PartCard, PartVersion, WritePart
from dlcourse.domain.inquiry.parts import EARLIER
from dlcourse.domain.inquiry.plan_views import begun
from dlcourse.pages.fields import TextField, required_text, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.inquiry.words import EARLIER_SHORT, PART_WORDS
from dlcourse.pages.props import NamedText

SAVE, SAVE_CHANGES = "Save", "Save changes"
NOT_WRITTEN = "Not written yet"
SLOT = "inquiry/"
"""How the slots of all forms of an inquiry begin."""


class PartVersionProps(TypedDict):
    """A part as it was saved at one time (ISO 8601)."""

    at: str
    answers: list[NamedText]


class PartFormProps(TypedDict):
    """A part: its form, and what was written before. ``state`` says how much of it is written."""

    part: str
    title: str
    state: str
    form: FormProps
    before_title: str
    before: list[PartVersionProps]


def part_form(card: PartCard, offered: Mapping[str, str] = MappingProxyType({})) -> PartFormProps:
    """The part with its form, filled in as it was saved last; ``offered`` words stand where nothing was saved yet."""
    words = PART_WORDS[card.part]
    return {
        "part": card.part,
        "title": words.title,
        "state": state_of(card),
        "form": form(
            WritePart,
            f"{SLOT}{card.part}",
            _fields(card, offered),
            fixed={"part": card.part, "after": card.count},
            within="answers",
            submit=SAVE_CHANGES if card.newest else SAVE,
        ),
        "before_title": "Earlier versions",
        "before": [{"at": version.at, "answers": answers(card.part, version)} for version in card.before],
    }


def state_of(card: PartCard) -> str:
    """How much of a part is written, in words."""
    fields = PART_WORDS[card.part].fields
    there = sum(bool(card.answer(field)) for field in fields)
    if not begun(card):
        return NOT_WRITTEN
    return "Written" if there == len(fields) else f"{there} of {len(fields)} answers"


def answers(part: str, version: PartVersion) -> list[NamedText]:
    """What was written in a version of a part, under the short names of its fields."""
    short = {field: words.short for field, words in PART_WORDS[part].fields.items()}
    named = {**short, **{field: EARLIER_SHORT[field] for field in EARLIER.get(part, ())}}
    said = ((name, version.answers.get(field, "")) for field, name in named.items())
    return [{"name": name, "text": words} for name, words in said if words.strip()]


def _fields(card: PartCard, offered: Mapping[str, str]) -> list[TextField]:
    """The fields with their questions and examples; the first one is required.

    It begins with what was written in a field that is no longer asked for, so that nobody has to write that again.
    """
    written = {**(card.newest.answers if card.newest else {}), **offered}
    (first, asked), *others = PART_WORDS[card.part].fields.items()
    return [
        required_text(first, asked.ask, LONGEST, f"For example: {asked.example}", written.get(first, _earlier(card))),
        *(
            text(field, words.ask, LONGEST, f"For example: {words.example}", written.get(field, ""))
            for field, words in others
        ),
    ]


def _earlier(card: PartCard) -> str:
    """What the newest version says in fields that are no longer asked for."""
    return "\n".join(said for field in EARLIER.get(card.part, ()) if (said := card.answer(field)))
