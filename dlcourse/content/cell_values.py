"""Interprets a cell of any table: a missing value, a spreadsheet error, a number.

One place for all readers of tables: teams, ties, people and acts. What names are is `dlcourse.domain.names`.
"""

import re
import unicodedata
from dataclasses import dataclass

MOST_CELL_LETTERS = 1_000
"""How much of a cell is read; a longer one is wrong wherever it stands, and one letter more shows it."""
MISSING = frozenset(
    {
        *("NA", "N/A", "n/a", "<NA>", "NaN", "nan", "-NaN", "-nan", "NULL", "null", "None", "none", "nil", "NIL"),
        *("1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "#N/A N/A", "(null)", "undefined", "NaT"),
    }
)
"""What other programs write where a value is missing. 'Na' and 'Null' are names of people, so case counts."""
_ERROR = re.compile(r"#[^\s#]{1,40}[!?]|#[^\W\d_]{1,3}/[^\W\d_]{1,3}|Err:\d{3}", re.IGNORECASE)
"""How an error looks in any language, as #REF! and #¿NOMBRE?; the last one is LibreOffice's."""
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
    """How many letters a text has: ``101``; of a cell that was not read to its end, ``more than 1,000``."""
    return f"more than {MOST_CELL_LETTERS:,}" if len(text) > MOST_CELL_LETTERS else str(len(text))


def error_value(cell: str) -> CellProblem | None:
    """What to do about an error of a spreadsheet program, in whatever language; None where the cell holds none."""
    plain = unicodedata.normalize("NFKC", cell) if not cell.isascii() else cell
    if _ERROR.fullmatch(plain) or plain.upper() in _ERROR_WORDS:
        return CellProblem(f"holds the error {cell}", "Mend the formula or write the value itself.")
    return None


def unusable(cell: str, empty: str = "Write the value, or leave the cell empty.") -> CellProblem | None:
    """Why a cell can be neither a name nor a number: an error, or a word for a missing value; None where it can.

    ``empty`` says what to do where the value is missing.
    """
    if cell in MISSING:
        return CellProblem(f"'{cell}' stands for a missing value", empty)
    return error_value(cell)


def whole(cell: str) -> int | None:
    """A whole number, also written 3.0 or 3,0 as spreadsheet programs do; None where it is none."""
    found = re.fullmatch(r"(-?\d{1,9})([.,]0{1,20})?", cell, re.ASCII)
    return int(found[1]) if found else None


def decimal(cell: str) -> str | None:
    """A number with a decimal point or comma, as Python writes it; None where the cell holds none."""
    number = cell.replace(",", ".")
    return number if re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", number, re.ASCII) else None
