"""What figures about a cohort count of each person. Subjects say what it is; only the guard of figures adds it up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Answers = Mapping[str, str]
"""A person's answer to each question of a figure."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure counts of one person. ``mark`` changes whenever the answers do, and reveals nothing about them.

    It counts from the day ``since`` on (ISO 8601), or at once if that is empty.
    """

    answers: Answers
    mark: str = ""
    since: str = ""


@dataclass(frozen=True)
class AskedQuestion:
    """A question of a figure, in words. ``group`` is its heading, or empty; ``fits`` are the answers that fit."""

    text: str
    group: str = ""
    fits: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureWords:
    """A figure in words: its title, the session it belongs to, its questions by id, and the names of answers."""

    title: str
    session: str
    questions: Mapping[str, AskedQuestion]
    answers: Mapping[str, str] = field(default_factory=dict)
