"""Reads tables from an .xlsx workbook: sheets by name, values as text. Reports dates, errors and merged cells.

It reads only what a table of people needs, and limits everything that a small file can grow to. Hidden rows, columns
and sheets are read like the others, with a note to the owner.
"""

from posixpath import join, normpath
from typing import TypeVar

from dlcourse.content.cell_values import CellProblem, quoted
from dlcourse.content.tables import TableReport, TableRow, letter, within
from dlcourse.content.workbook_cells import FIRST_DAY, FIRST_DAY_1904, Meanings
from dlcourse.content.workbook_parts import Listener, Package, PackageError
from dlcourse.content.workbook_sheets import (
    MOST_CELLS,
    RelationshipsPart,
    SheetEntry,
    SheetPart,
    SheetRow,
    StringsPart,
    StylesPart,
    WorkbookPart,
)
from dlcourse.domain.names import spelling
from dlcourse.errors import CourseError

OLD = b"\xd0\xcf\x11\xe0"
"""How an .xls file begins, and a workbook with a password."""
REMEDY = "Save it again as an Excel workbook (.xlsx), without a password."
STRICT_REMEDY = "Open it and save it again as 'Excel Workbook (.xlsx)', not as 'Strict Open XML Spreadsheet'."
MOST_NOTES = 20
"""How many hidden rows are noted one by one."""
T = TypeVar("T", bound=Listener)


class Workbook:
    """A workbook that can be read: its sheets in order, and what its cells refer to."""

    def __init__(self, package: Package) -> None:
        """Read everything except the sheets; `PackageError` or `CourseError` as in `Package`."""
        self._package = package
        self._main = self._start()
        self._targets = self._related(self._main)
        part = _listened(package, self._main, WorkbookPart())
        self.sheets, self.strict = part.sheets, part.strict
        strings, styles = self._one_of("sharedStrings", StringsPart()), self._one_of("styles", StylesPart())
        first_day = FIRST_DAY_1904 if part.from_1904 else FIRST_DAY
        self._meanings = Meanings(strings.strings, frozenset(styles.dates), first_day)

    def rows_of(self, sheet: SheetEntry) -> SheetPart | None:
        """The contents of a sheet; None if it is a chart."""
        kind, target = self._targets.get(sheet.reference, ("", ""))
        if kind != "worksheet":
            return None
        return _listened(self._package, target, SheetPart(self._meanings))

    def _start(self) -> str:
        """The part that lists the sheets."""
        found = [target for kind, target in self._related("").values() if kind == "officeDocument"]
        return found[0] if found else "xl/workbook.xml"

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to, by reference; an empty name means the package itself."""
        folder, _, name = part.rpartition("/")
        listed = f"{folder}/_rels/{name}.rels".lstrip("/")
        if not self._package.has(listed):
            return {}
        found = _listened(self._package, listed, RelationshipsPart()).targets
        return {key: (kind, _inside(folder, target)) for key, (kind, target) in found.items()}

    def _one_of(self, kind: str, listener: T) -> T:
        """The listener after reading the part of this kind, if there is one."""
        found = [target for known, target in self._targets.values() if known == kind]
        return _listened(self._package, found[0], listener) if found else listener


def open_workbook(report: TableReport, raw: bytes) -> Workbook | None:
    """The workbook, or None if it cannot be opened, which is reported."""
    if raw[:4] == OLD:
        report.add("is an old .xls workbook or has a password", REMEDY)
        return None
    try:
        book = Workbook(Package(raw))
    except PackageError:
        report.add("cannot be opened as a workbook", REMEDY)
        return None
    except CourseError as error:
        report.add(error.what, error.remedy)
        return None
    if book.strict:
        report.add("is in the format Strict Open XML, which is not read here", STRICT_REMEDY)
        return None
    return book


def sheet_rows(report: TableReport, book: Workbook, wanted: str) -> list[TableRow]:
    """The rows of the sheet of this name (case and spaces aside) that are not blank; problems go to ``report``."""
    sheet = _wanted(report, book, wanted)
    if sheet is None:
        return []
    try:
        read = book.rows_of(sheet)
    except PackageError:
        report.add("cannot be read: the workbook is damaged", REMEDY)
        return []
    except CourseError as error:
        report.add(error.what, error.remedy)
        return []
    if read is None or not read.table:
        report.add("is a chart, not a table", f"Put the table on a sheet called '{wanted}'.")
        return []
    return _table(report, read)


def _wanted(report: TableReport, book: Workbook, wanted: str) -> SheetEntry | None:
    """The only visible sheet of this name, or else the only hidden one. Anything else is reported."""
    called = [sheet for sheet in book.sheets if spelling(sheet.name) == wanted]
    found = [sheet for sheet in called if not sheet.hidden] or called
    if len(found) != 1:
        there = ", ".join(sheet.name for sheet in book.sheets[:20])
        words = f"has no sheet '{wanted}', only: {there}" if not found else f"has {len(found)} sheets called '{wanted}'"
        TableReport(report.file, None, report.problems).add(words, f"Keep exactly one sheet called '{wanted}'.")
        return None
    if found[0].hidden:
        report.note("this sheet is hidden in the workbook, and was read")
    for sheet in called:
        if sheet is not found[0]:
            report.note(
                f"another sheet of this name, {quoted(sheet.name)}, is hidden in the workbook, and was not read"
            )
    return found[0]


def _table(report: TableReport, read: SheetPart) -> list[TableRow]:
    last_row = max((row.number for row in read.rows), default=0)
    last_column = max((max(row.cells) for row in read.rows), default=0)
    if last_row * (last_column + 1) > MOST_CELLS:
        report.add(f"extends to {letter(last_column)}{last_row}", "Delete the empty rows and columns.")
        return []
    for merged in read.merged:
        line = int("".join(filter(str.isdecimal, merged.partition(":")[0])) or 1)
        report.add(f"cells {merged} are merged", "Undo the merge and fill each cell.", line)
    rows = within(report, [_row(report, row) for row in read.rows])
    _note_hidden(report, read, rows)
    return rows


def _row(report: TableReport, row: SheetRow) -> TableRow:
    cells: list[str | None] = [""] * (max(row.cells) + 1)
    for position, cell in row.cells.items():
        if isinstance(cell, CellProblem):
            report.add(cell.message, cell.remedy, row.number, letter(position))
        cells[position] = None if isinstance(cell, CellProblem) else cell
    return TableRow(row.number, tuple(cells))


def _note_hidden(report: TableReport, read: SheetPart, rows: list[TableRow]) -> None:
    """Note which rows and columns are hidden in the workbook, and that they were read anyway."""
    hidden = [row for row in read.rows if row.hidden] if rows else []
    for row in hidden[:MOST_NOTES]:
        first = next((cell for _, cell in sorted(row.cells.items()) if isinstance(cell, str)), "")
        words = f"this row, {quoted(first)}, is hidden or filtered out in the workbook, and was counted in"
        report.note(words, row.number)
    if len(hidden) > MOST_NOTES:
        report.note(f"{len(hidden) - MOST_NOTES:,} more rows are hidden or filtered out, and were counted in")
    for position, heading in enumerate(rows[0].cells if rows else ()):
        if heading and any(first <= position <= last for first, last in read.hidden_columns):
            words = f"the column {quoted(heading)} is hidden in the workbook, and was read"
            report.note(words, rows[0].line)


def _listened(package: Package, part: str, listener: T) -> T:
    package.walk(part, listener)
    return listener


def _inside(folder: str, target: str) -> str:
    """The name of a part in the package. A target is relative to the folder, or begins with a slash."""
    return normpath(join("/", folder, target)).lstrip("/")
