"""Reads one cell of a team file: a name, hours, a count, a level, or a level with a wish to learn.

Each reader returns the value, or a problem with a remedy. It never guesses: anything unclear is reported.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from dlcourse.content.cell_values import MISSING, CellProblem, decimal, error_value, letters, quoted, unusable, whole
from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.matching.team import HOUR_DECIMALS, MOST_HOURS
from dlcourse.domain.words import MOST_LETTERS

MOST_COUNT = 9_999
"""The largest value for `least` and `most`. A larger one is a typing mistake."""


@dataclass(frozen=True)
class Skill:
    """A person's skill: its level, and whether the person wants to learn it."""

    level: int
    wanted: bool


def name(cell: str) -> str | CellProblem:
    """A name of a person, role or task."""
    if not cell:
        return CellProblem("is empty", "Write a name.")
    if len(cell) > MOST_LETTERS:
        return CellProblem(f"has {letters(cell)} letters, at most {MOST_LETTERS} fit", "Shorten it.")
    return unusable(cell, "Write the name, or delete the line.") or cell


def hours(cell: str) -> Decimal | CellProblem:
    """Hours, 0 or more, with a decimal point or comma."""
    if not cell:
        return CellProblem("is empty", "Write the hours, 0 for none.")
    number = decimal(cell)
    if number is None:
        words = f"{quoted(cell)} is not a number of hours{' but stands for a missing value' if cell in MISSING else ''}"
        remedy = "Write a number such as 6 or 2.5, without thousands marks or words."
        return error_value(cell) or CellProblem(words, remedy)
    if number.startswith("-"):
        return CellProblem(f"{quoted(cell)} is below 0", "Write the hours, 0 for none.")
    if len(number.partition(".")[2].rstrip("0")) > HOUR_DECIMALS:
        return CellProblem(f"{quoted(cell)} has more than {HOUR_DECIMALS} decimals", "Round it, such as 0.333.")
    if Decimal(number) > MOST_HOURS:
        words = f"{quoted(cell)} is more than {MOST_HOURS:,} hours"
        return CellProblem(words, "Write the hours of the time that you plan for.")
    return Decimal(number).normalize() + Decimal(0)


def task_hours(cell: str) -> Decimal | CellProblem:
    """Hours above 0."""
    read = hours(cell)
    return CellProblem("is 0", "Write how many hours each contributor needs for the task.") if read == 0 else read


def count(cell: str) -> int | CellProblem:
    """A number of people, at least 1."""
    remedy = "Write a whole number, at least 1."
    if not cell:
        return CellProblem("is empty", remedy)
    number = whole(cell)
    if number is None:
        return unusable(cell, remedy) or CellProblem(f"{quoted(cell)} is not a whole number", remedy)
    if not 1 <= number <= MOST_COUNT:
        return CellProblem(f"{quoted(cell)} is not between 1 and {MOST_COUNT:,}", remedy)
    return number


def skill(cell: str) -> Skill | CellProblem:
    """A level from 0 to 5, with a plus sign if the person wants to learn the skill. Empty means 0."""
    compact = cell.replace(" ", "")
    if compact == "+":
        return CellProblem("has a plus sign but no level", "Write the level before the plus sign, such as 0+.")
    if re.fullmatch(r"\+\d+", compact):
        return CellProblem(
            f"{quoted(cell)} has the plus sign in front", f"Write {compact[1:7]}+ if the skill is wanted."
        )
    level = _level(compact.removesuffix("+") or "0", 0, cell)
    return level if isinstance(level, CellProblem) else Skill(level, wanted=compact.endswith("+"))


def required(cell: str) -> int | CellProblem | None:
    """A required level from 1 to 5; None if the cell is empty."""
    if whole(cell.removesuffix("+").rstrip()) is not None and cell.endswith("+"):
        return CellProblem(f"{quoted(cell)} has a plus sign", "Only people can wish to learn. Write the level alone.")
    return _level(cell, 1, cell) if cell else None


def _level(level: str, least: int, cell: str) -> int | CellProblem:
    """A level of at least ``least``; ``cell`` is the cell as written."""
    number = whole(level)
    remedy = f"Write a whole number from {least} to {TOP_LEVEL}{', or leave it empty' if least else ''}."
    if number is None:
        return unusable(cell, "Leave the cell empty.") or CellProblem(f"{quoted(cell)} is not a level", remedy)
    if not least <= number <= TOP_LEVEL:
        return CellProblem(f"{quoted(cell)} is not between {least} and {TOP_LEVEL}", remedy)
    return number
