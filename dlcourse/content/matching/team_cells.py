"""What one cell of a team file may say: a name, hours, a count, a level, a level with a wish to learn.

Each reader gives the value, or words and a remedy. Nothing is guessed: what is unclear is told.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.matching.team import HOUR_DECIMALS, MOST_HOURS
from dlcourse.domain.words import MOST_LETTERS

MOST_COUNT = 9_999
"""The most that `least` and `most` may say; more is a slip of the pen."""


@dataclass(frozen=True)
class Wrong:
    """Why a cell cannot be read, and what to write instead."""

    message: str
    remedy: str


@dataclass(frozen=True)
class Skill:
    """A cell of a person's skill: the level, and whether it is wanted."""

    level: int
    wanted: bool


def name(cell: str) -> str | Wrong:
    """A name of a person, role or task."""
    if not cell:
        return Wrong("is empty", "Write a name.")
    if len(cell) > MOST_LETTERS:
        return Wrong(f"has {len(cell)} letters, at most {MOST_LETTERS} fit", "Shorten it.")
    return cell


def hours(cell: str) -> Decimal | Wrong:
    """Hours, 0 or more; a decimal comma is as good as a point."""
    number = cell.replace(",", ".")
    if not cell:
        return Wrong("is empty", "Write the hours, 0 for none.")
    if re.fullmatch(r"-\d+(\.\d+)?", number):
        return Wrong(f"'{cell}' is below 0", "Write the hours, 0 for none.")
    if not re.fullmatch(r"\d+(\.\d+)?", number, re.ASCII):
        return Wrong(
            f"'{cell}' is no number of hours", "Write a number such as 6 or 2.5, without thousands marks or words."
        )
    if len(number.partition(".")[2].rstrip("0")) > HOUR_DECIMALS:
        return Wrong(f"'{cell}' has more than {HOUR_DECIMALS} decimals", "Round it, such as 0.333.")
    if Decimal(number) > MOST_HOURS:
        return Wrong(f"'{cell}' is more than {MOST_HOURS:,} hours", "Write the hours of the time that you plan for.")
    return Decimal(number).normalize() + Decimal(0)


def task_hours(cell: str) -> Decimal | Wrong:
    """Hours above 0."""
    read = hours(cell)
    return Wrong("is 0", "Write what the task takes from each contributor.") if read == 0 else read


def count(cell: str) -> int | Wrong:
    """A number of people, at least 1."""
    if not cell:
        return Wrong("is empty", "Write a whole number, at least 1.")
    whole = _whole(cell)
    if whole is None:
        return Wrong(f"'{cell}' is no whole number", "Write a whole number, at least 1.")
    if not 1 <= whole <= MOST_COUNT:
        return Wrong(f"'{cell}' is not between 1 and {MOST_COUNT:,}", "Write a whole number, at least 1.")
    return whole


def skill(cell: str) -> Skill | Wrong:
    """A level from 0 to 5, with a plus sign where the person wants to learn the skill; empty means 0."""
    compact = cell.replace(" ", "")
    if compact == "+":
        return Wrong("says what is wanted but not the level", "Write the level before the plus sign, such as 0+.")
    if re.fullmatch(r"\+\d+", compact):
        return Wrong(f"'{cell}' has the plus sign in front", f"Write {compact[1:]}+ if the skill is wanted.")
    level = _level(compact.removesuffix("+") or "0", 0)
    return level if isinstance(level, Wrong) else Skill(level, wanted=compact.endswith("+"))


def required(cell: str) -> int | Wrong | None:
    """A required level from 1 to 5; None where the cell is empty."""
    if cell.endswith("+"):
        return Wrong(f"'{cell}' has a plus sign", "A task wants nothing: write the level alone.")
    return _level(cell, 1) if cell else None


def _level(cell: str, least: int) -> int | Wrong:
    whole = _whole(cell)
    remedy = f"Write a whole number from {least} to {TOP_LEVEL}{', or leave it empty' if least else ''}."
    if whole is None:
        return Wrong(f"'{cell}' is no level", remedy)
    return whole if least <= whole <= TOP_LEVEL else Wrong(f"'{cell}' is not between {least} and {TOP_LEVEL}", remedy)


def _whole(cell: str) -> int | None:
    """A whole number, also written 3.0 as spreadsheet programs do."""
    return int(cell.partition(".")[0]) if re.fullmatch(r"-?\d{1,9}(\.0+)?", cell, re.ASCII) else None
