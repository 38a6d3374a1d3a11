"""Reads the tables of a network: checks their columns, then reads names, topics, weights and counts cell by cell.

A heading that is nearly right is reported once and then used, so a typo counts as one problem.
"""

import difflib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from dlcourse.content.cell_values import CellProblem, decimal, letters, quoted, unusable, whole
from dlcourse.content.csv_text import csv_rows
from dlcourse.content.headings import Wanted, slip, take_as_meant
from dlcourse.content.tables import Headings, TableReport, TableRow, headings, one_column, too_large
from dlcourse.domain.names import look
from dlcourse.domain.network.stretch import MOST_ACTS
from dlcourse.domain.words import MOST_LETTERS

WORKBOOK = b"PK\x03\x04"
"""How an .xlsx file begins."""
TIES: Wanted = {
    "from": ("source", "sender", "ego", "who", "asker"),
    "to": ("target", "receiver", "recipient", "alter", "whom"),
}
PEOPLE: Wanted = {"name": ("person", "names", "full name", "label", "id")}
ACTS: Wanted = {"person": ("name", "who"), "function": ("task", "role"), "count": ("acts", "number", "n", "times")}
"""The required columns, each with other names that people and programs use for it."""
MOST_MEANT = 30
"""How many unknown names are compared with the known ones. A file with more has a different problem."""


@dataclass(frozen=True)
class TieTable:
    """A table whose headings are known, while its rows are read."""

    report: TableReport
    heads: Headings

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows that fit under the headings."""
        return self.heads.rows

    def add(self, row: TableRow, key: str, message: str, remedy: str) -> None:
        """Record a problem of one cell."""
        self.report.add(message, remedy, row.line, self.heads.written[key])

    def has(self, key: str) -> bool:
        """Whether there is such a column."""
        return key in self.heads.at

    def name(self, row: TableRow, key: str, known: "KnownPeople | None" = None) -> str | None:
        """A name; None if there is no usable one, which is reported.

        An unknown name is reported, but still returned.
        """
        text = self.words(row, key, "Write the name, or delete the line.")
        if text == "" and self.has(key):
            self.add(row, key, "is empty", "Fill it in, or delete the line.")
        elif text and known and (remedy := known.remedy(text)):
            self.add(row, key, f"'{text}' is not in {known.file}", remedy)
        return text or None

    def words(self, row: TableRow, key: str, missing: str = "Leave the cell empty.") -> str | None:
        """An optional text, in composed letters (NFC); None if it cannot be used, which is reported.

        ``missing`` says what to do if the cell has a word for a missing value.
        """
        text = unicodedata.normalize("NFC", self._cell(row, key))
        if len(text) > MOST_LETTERS:
            self.add(row, key, f"has {letters(text)} letters, at most {MOST_LETTERS} fit", "Shorten it.")
            return None
        if wrong := unusable(text, missing):
            self.add(row, key, wrong.message, wrong.remedy)
            return None
        return text

    def weight(self, row: TableRow) -> Decimal | None:
        """The weight of a tie: 0 means no tie, and 1 is assumed without a column. None if it cannot be read."""
        if not self.has("weight"):
            return Decimal(1)
        read = _weight(self._cell(row, "weight"))
        if isinstance(read, CellProblem):
            self.add(row, "weight", read.message, read.remedy)
            return None
        return read

    def count(self, row: TableRow, key: str) -> int | None:
        """A whole number of at least 1; None if it is not one, which is reported."""
        if not self.has(key):
            return None
        text = self._cell(row, key)
        number = whole(text) or 0
        if 1 <= number <= MOST_ACTS:
            return number
        wrong = unusable(text, "Write how many acts, or delete the line.") or _count_problem(text)
        self.add(row, key, wrong.message, wrong.remedy)
        return None

    def _cell(self, row: TableRow, key: str) -> str:
        position = self.heads.at.get(key, len(row.cells))
        return (row.cells[position] or "") if position < len(row.cells) else ""


def rows_of(place: TableReport, raw: bytes) -> list[TableRow]:
    """The rows of a CSV file; none if it cannot be read, which is reported."""
    if raw.startswith(WORKBOOK):
        place.add("is a workbook, not a CSV file", "Take one workbook with all tables, or only CSV files.")
        return []
    return [] if too_large(place, raw) else csv_rows(place, raw)


def table(report: TableReport, rows: list[TableRow], needed: Wanted, extra: Collection[str] = ()) -> TieTable | None:
    """The table in these rows; None if nothing can be read from them. ``extra`` columns may be left out."""
    if not rows or one_column(report, rows, needed) or _matrix(report, rows, needed):
        return None
    heads = headings(report, rows)
    names = ", ".join((*needed, *extra))
    for key in needed:
        take_as_meant(report, heads, key, needed, f"The first line names the columns: {names}.")
    wanted = {**needed, **dict.fromkeys(extra, ())}
    for key in (key for key in extra if slip(key, [one for one in heads.at if one not in wanted])):
        take_as_meant(report, heads, key, wanted)
    return TieTable(report, heads)


def _matrix(report: TableReport, rows: list[TableRow], needed: Wanted) -> bool:
    """Report a table with a column and a line for each person, because it should have a line for each tie."""
    columns = [cell for cell in rows[0].cells[1:] if cell]
    lines = [row.cells[0] for row in rows[1:] if row.cells]
    if needed is not TIES or len(columns) < 2 or set(columns) != set(lines):
        return False
    remedy = "Write a line for each tie, in the columns from and to: 'Ana,Ben' says that Ana turns to Ben."
    report.add("is a matrix, with a column and a line for each person", remedy, rows[0].line)
    return True


class KnownPeople:
    """The names that a people file lists, and which of them an unknown name may mean."""

    def __init__(self, names: Collection[str], file: str) -> None:
        """``file`` is the name of the people file."""
        self.file = file
        self._names = frozenset(names)
        self._plain = {look(name): name for name in sorted(names, reverse=True)}
        self._meant: dict[str, str] = {}

    def remedy(self, name: str) -> str:
        """What to do about an unknown name; empty for a known one."""
        otherwise = f"Add the name to {self.file}, or correct it here."
        if name in self._names:
            return ""
        if name not in self._meant and len(self._meant) < MOST_MEANT:
            near = self._near(look(name))
            self._meant[name] = f"Did you mean '{near}'?" if near else otherwise
        return self._meant.get(name, otherwise)

    def _near(self, plain: str) -> str | None:
        """The name that looks the same or almost the same, or the only one that has this name as one of its words."""
        if plain in self._plain:
            return self._plain[plain]
        near = difflib.get_close_matches(plain, self._plain, n=1, cutoff=0.7)
        found = near or [known for known in self._plain if plain in known.split()]
        return self._plain[found[0]] if len(found) == 1 else None


def _weight(text: str) -> Decimal | CellProblem:
    remedy = "Write a number, 0 where there is no tie."
    if not text:
        return CellProblem("is empty", remedy)
    number = decimal(text)
    if number is None:
        return unusable(text, remedy) or CellProblem(f"{quoted(text)} is not a number", remedy)
    return CellProblem(f"{quoted(text)} is below 0", remedy) if number.startswith("-") else Decimal(number)


def _count_problem(text: str) -> CellProblem:
    if not text:
        return CellProblem("is empty", "Write how many acts, or delete the line.")
    if whole(text) == 0:
        return CellProblem("is 0", "Delete the line: people without acts are not listed.")
    if re.fullmatch(r"[0-9]+", text):
        return CellProblem(f"is more than {MOST_ACTS:,}", "Write how many acts were seen.")
    return CellProblem(f"{quoted(text)} is not a whole number", "Write how many acts, in digits: 1, 2, 3 ...")
