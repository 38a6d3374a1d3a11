"""Everything that happened in a register, as it is drawn: each step leads to the register as it was then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from dlcourse.domain.registers.streams import RegisterStep

TITLE = "Everything that happened"
LOST = "A step that cannot be read"


@dataclass(frozen=True)
class HistoryWords:
    """The words about a register's past: ``was`` has ``{step}`` and ``{steps}``; ``steps`` are by kind of event."""

    note: str
    look: str
    was: str
    back: str
    steps: Mapping[str, str]


class HistoryStep(TypedDict):
    """Something that happened, when (ISO 8601), and its number."""

    number: int
    text: str
    at: str


class RegisterHistory(TypedDict):
    """Everything that happened, the newest first; ``look`` is what each step's button says."""

    title: str
    note: str
    look: str
    list: list[HistoryStep]


class RegisterPast(TypedDict):
    """What is said above a register as it was, and the words of the button that leads back."""

    note: str
    back: str


def history(steps: Sequence[RegisterStep], words: HistoryWords) -> RegisterHistory:
    """The steps, in the order in which they are given."""
    found: list[HistoryStep] = [{"number": step.number, "text": _said(step, words), "at": step.at} for step in steps]
    return {"title": TITLE, "note": words.note, "look": words.look, "list": found}


def past(step: int, steps: int, words: HistoryWords) -> RegisterPast | None:
    """What is said about the register after this step; None for the register as it is now, which is step 0."""
    return {"note": words.was.format(step=step, steps=steps), "back": words.back} if step else None


def _said(step: RegisterStep, words: HistoryWords) -> str:
    said = words.steps.get(step.kind, LOST)
    return f"{step.by}: {said}" if step.by else said
