"""Tables from an .xlsx workbook: its sheets by name, its values as text; dates, errors and merged cells are told.

A file that unpacks to far more than a team needs is refused before it is unpacked.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dlcourse.content.tables import Place, TableRow, letter, same, tidy, within

MOST_UNPACKED = 8_000_000
"""How many bytes a workbook may unpack to."""
MOST_CELLS = 400_000
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
OLD = b"\xd0\xcf\x11\xe0"
"""How an .xls file and a workbook under a password begin."""
REMEDY = "Save it again as an Excel workbook (.xlsx), without a password."
Books = tuple[Workbook, Workbook]
"""The workbook with the values last seen, and the same with its formulas."""


def open_workbook(place: Place, raw: bytes) -> Books | None:
    """The workbook, or None with its problem told."""
    if raw[:4] == OLD:
        place.tell("is an old .xls workbook or has a password", REMEDY)
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
        if unpacked > MOST_UNPACKED:
            place.tell(f"unpacks to {unpacked / 1e6:,.0f} MB", "Copy the two sheets into a new workbook.")
            return None
        return load_workbook(io.BytesIO(raw), data_only=True), load_workbook(io.BytesIO(raw))
    except Exception:  # noqa: BLE001 - a damaged workbook fails in more ways than can be listed; all mean the same
        place.tell("cannot be opened as a workbook", REMEDY)
        return None


def sheet_rows(place: Place, books: Books, wanted: str) -> list[TableRow]:
    """The rows of the sheet of this name (case and spaces aside) that are not blank; problems go to ``place``."""
    found = [name for name in books[0].sheetnames if same(name) == wanted]
    if len(found) != 1:
        there = ", ".join(books[0].sheetnames)
        words = f"has no sheet '{wanted}', only: {there}" if not found else f"has {len(found)} sheets called '{wanted}'"
        Place(place.file, None, place.problems).tell(words, f"Keep exactly one sheet called '{wanted}'.")
        return []
    values, formulas = books[0][found[0]], books[1][found[0]]
    if not isinstance(values, Worksheet) or not isinstance(formulas, Worksheet):
        place.tell("is a chart, not a table", f"Put the table on a sheet called '{wanted}'.")
        return []
    return _table(place, values, formulas)


def _table(place: Place, values: Worksheet, formulas: Worksheet) -> list[TableRow]:
    if values.max_row * values.max_column > MOST_CELLS:
        place.tell(f"reaches to {letter(values.max_column - 1)}{values.max_row}", "Delete the empty rows and columns.")
        return []
    for merged in values.merged_cells.ranges:
        place.tell(f"cells {merged.coord} are merged", "Undo the merge and fill each cell.", merged.min_row)
    rows = []
    for number, (cells, origins) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=False), 1):
        row = TableRow(number, tuple(_texts(place, cells, origins)))
        if not row.blank():
            rows.append(row)
    return within(place, rows)


def _texts(
    place: Place, cells: Iterable[Cell | MergedCell], origins: Iterable[Cell | MergedCell]
) -> Iterator[str | None]:
    for cell, origin in zip(cells, origins, strict=False):
        wrong = _wrong(cell.value, origin.value)
        if wrong:
            place.tell(*wrong, cell.row, letter((cell.column or 1) - 1))
        yield None if wrong else _text(cell.value)


def _wrong(value: object, origin: object) -> tuple[str, str] | None:
    """What is wrong with a value as such, and the remedy."""
    if value is None and isinstance(origin, str) and origin.startswith("="):
        return "holds a formula without a result", "Write the result itself, or save the file in a spreadsheet program."
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return f"holds a date or time ({value})", "Format the cell as text and write it again."
    if isinstance(value, bool):
        return f"holds {str(value).upper()}", "Write a number or words."
    if isinstance(value, str) and value in ERRORS:
        return f"holds the error {value}", "Mend the formula or write the value itself."
    return None


def _text(value: object) -> str:
    """A value as it would stand in a CSV file; a number's noise in the last digits is taken away."""
    if value is None:
        return ""
    return f"{value:.9g}" if isinstance(value, float) else tidy(str(value))
