"""Interprets a cell of any table: a missing value, a spreadsheet error, a number.

All readers of tables use it: teams, ties, people and acts. `dlcourse.domain.names` is about names.
"""

import re
import unicodedata
from dataclasses import dataclass

MOST_CELL_LETTERS = 1_000
"""How much of a cell is read. No cell may be longer, and one more letter shows that it is."""
MISSING = frozenset(
    {
        *("NA", "N/A", "n/a", "<NA>", "NaN", "nan", "-NaN", "-nan", "NULL", "null", "None", "none", "nil", "NIL"),
        *("1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "#N/A N/A", "(null)", "undefined", "NaT"),
    }
)
"""What other programs write if a value is missing. 'Na' and 'Null' are names of people, so case matters."""
_ERROR = re.compile(r"#[^\s#]{1,40}[!?]|#[^\W\d_]{1,3}/[^\W\d_]{1,3}|Err:\d{3}", re.IGNORECASE)
"""What an error looks like in any language, such as #REF! and #¿NOMBRE?; Err:502 is LibreOffice's."""
_ERROR_WORDS = frozenset(
    {
        *("#NV", "#NA", "#YOK", "#HIÁNYZIK", "#NEDOSTUPNÝ", "#NENÍ_K_DISPOZICI", "#PUUTTUU", "#SAKNAS"),
        *("#GETTING_DATA", "#BUSY", "#SPILL", "#CALC", "#FIELD", "#BLOCKED", "#CONNECT", "#UNKNOWN", "#ERROR"),
    }
)
"""Errors without a mark at the end, in English and in languages whose word for 'not available' has none."""


@dataclass(frozen=True)
class CellProblem:
    """Why a cell cannot be read, and what to write instead."""

    message: str
    remedy: str


def quoted(cell: str) -> str:
    """A cell in single quotes, as it was written, cut after 40 letters."""
    return f"'{cell[:40]}…'" if len(cell) > 41 else f"'{cell}'"


def letters(text: str) -> str:
    """The number of letters of a text, such as ``101``; ``more than 1,000`` if the cell was not read to its end."""
    return f"more than {MOST_CELL_LETTERS:,}" if len(text) > MOST_CELL_LETTERS else str(len(text))


def error_value(cell: str) -> CellProblem | None:
    """What to do about an error of a spreadsheet program, in any language; None if the cell has none."""
    plain = unicodedata.normalize("NFKC", cell) if not cell.isascii() else cell
    if _ERROR.fullmatch(plain) or plain.upper() in _ERROR_WORDS:
        return CellProblem(f"holds the error {cell}", "Fix the formula, or write the value itself.")
    return None


def unusable(cell: str, empty: str = "Write the value, or leave the cell empty.") -> CellProblem | None:
    """Why a cell cannot be used: it has an error, or a word for a missing value. None if it can be used.

    ``empty`` says what to do if the value is missing.
    """
    if cell in MISSING:
        return CellProblem(f"'{cell}' stands for a missing value", empty)
    return error_value(cell)


def whole(cell: str) -> int | None:
    """A whole number, also if a spreadsheet program wrote it as 3.0 or 3,0; None for anything else."""
    found = re.fullmatch(r"(-?\d{1,9})([.,]0{1,20})?", cell, re.ASCII)
    return int(found[1]) if found else None


def decimal(cell: str) -> str | None:
    """A number with a decimal point or comma, as Python writes it; None for anything else."""
    number = cell.replace(",", ".")
    return number if re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", number, re.ASCII) else None
