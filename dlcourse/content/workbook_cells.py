"""Converts one cell of a workbook to the text that a CSV file would have, or explains why it cannot be read.

Follows ECMA-376, part 1: 18.3.1.4 (cells), 18.8.30 (number formats), 22.9.2.19 (escaped characters).
"""

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dlcourse.content.cell_values import CellProblem, error_value
from dlcourse.content.tables import cell_text

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""The parts of a number format that are shown literally, so they say nothing about dates."""
_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d{1,3})?|-?\d+\.")
DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The numbers of the built-in formats for dates and times."""
FIRST_DAY, FIRST_DAY_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001 - no zone in a sheet


@dataclass(frozen=True)
class Meanings:
    """What cells refer to: the shared strings as shown, the styles that are dates, and day 0."""

    strings: Sequence[str] = ()
    dates: frozenset[int] = frozenset()
    first_day: dt.datetime = FIRST_DAY


@dataclass
class CellParts:
    """A cell while it is read: its type and style, whether it has a formula, its stored result, and its own text."""

    kind: str = "n"
    style: int = 0
    formula: bool = False
    stored: list[str] | None = None
    inline: list[str] = field(default_factory=list)


def unescaped(text: str) -> str:
    """The text with each ``_xHHHH_`` decoded; ``_x005F_`` is an underscore that begins no code."""
    if "_x" not in text:
        return text
    decoded = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_date_format(code: str) -> bool:
    """Whether a number format shows a date or a time."""
    return bool(re.search("[dmyhs]", _NO_DATE.sub("", code.partition(";")[0]), re.IGNORECASE))


def meaning(cell: CellParts, of: Meanings) -> str | CellProblem:
    """The cell's text; a `CellProblem` if it can be neither a name nor a number."""
    text = _text(cell.inline if cell.kind == "inlineStr" else cell.stored)
    if cell.formula and (text is None or (text == "" and cell.kind != "str")):
        return CellProblem(
            "holds a formula without a result", "Write the result itself, or save the file in a spreadsheet program."
        )
    if not text:
        return ""
    match cell.kind:
        case "s":
            return _shared(text, of.strings)
        case "str" | "inlineStr":
            own = cell_text(unescaped(text[:20_000]))
            return error_value(own) or own
        case "e":
            return CellProblem(f"holds the error {text[:40]}", "Fix the formula, or write the value itself.")
        case "b":
            return CellProblem(f"holds {'FALSE' if text == '0' else 'TRUE'}", "Write a number or words.")
        case "d":
            return _date(text[:40])
        case _:
            return _number(text, of.first_day if cell.style in of.dates else None)


def _text(pieces: Sequence[str] | None) -> str | None:
    return None if pieces is None else "".join(pieces)


def _shared(text: str, strings: Sequence[str]) -> str | CellProblem:
    if not re.fullmatch(r"\d{1,9}", text) or int(text) >= len(strings):
        return CellProblem("refers to a text that is not in the workbook", "Write the cell again.")
    return error_value(strings[int(text)]) or strings[int(text)]


def _number(text: str, first_day: dt.datetime | None) -> str | CellProblem:
    """The number without noise in its last digits. With a first day to count from, it is a date."""
    value = float(text) if len(text) < 400 and _NUMBER.fullmatch(text.strip()) else math.nan
    if not math.isfinite(value):
        return CellProblem("holds a number that cannot be read", "Write the number again.")
    if first_day:
        return _date(_moment(value, first_day) or f"{value:.15g}")
    return text if re.fullmatch(r"-?\d{1,15}", text) else f"{value:.9g}"


def _moment(days: float, first_day: dt.datetime) -> str:
    try:
        moment = first_day + dt.timedelta(days=days)
    except OverflowError:
        return ""
    return str(moment.time().replace(microsecond=0)) if 0 < days < 1 else str(moment.replace(microsecond=0))


def _date(shown: str) -> CellProblem:
    return CellProblem(f"holds a date or time ({shown})", "Format the cell as text and write it again.")
