"""Tables of plain text cells. Reads their headings, and reports problems instead of raising them.

This module does not know what a table is about. `csv_text` and `workbooks` read the cells from files.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from dlcourse.content.cell_values import MOST_CELL_LETTERS, error_value, quoted
from dlcourse.domain.names import look, tidy
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

MOST_BYTES = 2_000_000
"""How large a file may be. The largest team needs far less."""
MOST_ROWS = 2_000
"""How many lines are read, unless the `TableReport` says otherwise."""
MOST_COLUMNS = 1_000
"""How many columns a table may have. A file with more is not a table of people."""
MOST_CELLS = 600_000
"""How many cells of one table are read, including empty ones."""
MOST_PROBLEMS = 50_000
"""How many problems of one file are listed."""


class FileProblem(Value):
    """What is wrong in a file, where, and what to do. Lines count from 1. A column is named by its heading.

    ``sheet`` is None in a CSV file. ``line`` and ``column`` are None if the whole file, sheet or line is meant.
    """

    file: str
    sheet: str | None = None
    line: int | None = None
    column: str | None = None
    message: str
    remedy: str

    @property
    def where(self) -> str:
        """The place in words: ``people.csv:4, hours``."""
        report = f"{self.file} ({self.sheet})" if self.sheet else self.file
        report += f":{self.line}" if self.line else ""
        return f"{report}, {self.column}" if self.column else report


class FileNote(Value):
    """Something in a file that is not an error, but that its owner should know; ``line`` is None for the whole file."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """The place and the message, on one line."""
        return f"{self.file}{f':{self.line}' if self.line else ''}: {self.message}."


@dataclass
class TableReport:
    """Gathers what is wrong in one table, and what its owner should know, while the table is read."""

    file: str
    sheet: str | None = None
    problems: list[FileProblem] = field(default_factory=list)
    notes: list[FileNote] = field(default_factory=list)
    most_rows: int = MOST_ROWS

    def add(self, message: str, remedy: str, line: int | None = None, column: str | None = None) -> None:
        """Record a problem. After `MOST_PROBLEMS`, one more says that the rest is not listed."""
        if len(self.problems) > MOST_PROBLEMS:
            return
        if len(self.problems) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS:,} things are wrong; the rest is not listed"
            remedy, column = "Correct what is listed first.", None
        self.problems.append(
            FileProblem(file=self.file, sheet=self.sheet, line=line, column=column, message=message, remedy=remedy)
        )

    def note(self, message: str, line: int | None = None) -> None:
        """Record something that the owner of the file should know."""
        words = f"sheet {self.sheet}: {message}" if self.sheet else message
        self.notes.append(FileNote(file=self.file, line=line, message=words))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table: its number and its cells. A cell is None if its problem was already reported."""

    line: int
    cells: tuple[str | None, ...]

    def blank(self) -> bool:
        """Whether all its cells are empty."""
        return not any(cell is None or cell for cell in self.cells)


def cell_text(text: str) -> str:
    """A cell's text with single blanks and nothing invisible. A text that is too long keeps one letter too many."""
    return tidy(text[: 4 * MOST_CELL_LETTERS])[: MOST_CELL_LETTERS + 1]


def too_large(report: TableReport, raw: bytes) -> bool:
    """Report that a file is too large, before anything is read from it."""
    if len(raw) > MOST_BYTES:
        words = f"is larger than {MOST_BYTES / 1e6:.0f} MB"
        report.add(words, "Keep only the columns and rows that are needed.")
    return len(raw) > MOST_BYTES


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, up to one too many, so that `too_large` notices; a `CourseError` if it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CourseError(
            str(path), error.strerror or "cannot be opened", "Check the name and who may read it."
        ) from None


def within(report: TableReport, rows: list[TableRow]) -> list[TableRow]:
    """The rows; none if there are too many or too few, or if they are too wide, which is reported."""
    if not rows:
        report.add("is empty", "Start from the template: a line of headings, then a line for each.")
    elif len(rows) > report.most_rows:
        words = f"has {len(rows):,} lines, at most {report.most_rows:,} are read"
        report.add(words, "Keep only the rows that are needed.")
    elif (width := max(len(row.cells) for row in rows)) > MOST_COLUMNS:
        words = f"has {width:,} columns, at most {MOST_COLUMNS:,} are read"
        report.add(words, "Keep only the columns that are needed.")
    else:
        return rows
    return []


@dataclass(frozen=True)
class Headings:
    """The position of each column and its heading as written, both by common spelling, and the rows that fit them."""

    line: int
    at: dict[str, int]
    written: dict[str, str]
    rows: tuple[TableRow, ...]


def headings(report: TableReport, rows: list[TableRow]) -> Headings:
    """The headings in the first row. Repeated or missing headings and rows that are too long are reported."""
    at: dict[str, int] = {}
    written: dict[str, str] = {}
    first, numbered = rows[0], _numbered(rows)
    for position, cell in enumerate(first.cells):
        key = look(cell or "")
        if wrong := error_value(cell or ""):
            report.add(f"the heading {wrong.message}", wrong.remedy, first.line, letter(position))
        if key in at:
            words = f"the heading {quoted(cell or '')} occurs twice"
            report.add(words, "Give each column its own heading.", first.line, short(cell or ""))
        elif key:
            at[key], written[key] = position, cell or ""
    if numbered:
        report.note("the first column has no heading and only numbers the lines, so it was left out", first.line)
    for position in range(1 if numbered else 0, len(first.cells)):
        if first.cells[position] == "":
            _unheaded(report, rows, position)
    width = len(first.cells)
    return Headings(first.line, at, written, tuple(row for row in rows[1:] if _fits(report, row, width)))


def one_column(report: TableReport, rows: list[TableRow], needed: Collection[str]) -> bool:
    """Report that no delimiter was found, if a table that needs several columns has only one."""
    if len(needed) < 2 or len(rows[0].cells) > 1 or rows[0].cells[0] is None:
        return False
    words = f"has only one column, {quoted(rows[0].cells[0])}"
    remedy = "Put commas, semicolons, tabs or | between the columns. Blanks do not divide them: names have blanks."
    report.add(words, remedy, rows[0].line)
    return True


def short(heading: str) -> str:
    """A heading to name a problem's place with, cut if it is long."""
    return heading[:40]


def _numbered(rows: list[TableRow]) -> bool:
    """Whether the first column has no heading and numbers the lines, as R and pandas write it."""
    if rows[0].cells[0] != "" or len(rows) == 1:
        return False
    numbers = [row.cells[0] if row.cells else "" for row in rows[1:]]
    return any(numbers == [str(at) for at in range(begin, begin + len(numbers))] for begin in (0, 1))


def _unheaded(report: TableReport, rows: list[TableRow], position: int) -> None:
    filled = next((row.line for row in rows[1:] if any(row.cells[position : position + 1])), None)
    if filled:
        words = "is in a column without a heading"
        report.add(words, "Give the column a heading, or empty it.", filled, letter(position))


def _fits(report: TableReport, row: TableRow, width: int) -> bool:
    if any(row.cells[width:]):
        words = f"has {len(row.cells)} cells under {width} headings"
        report.add(words, "Put whatever has a comma in it in quotation marks, or use semicolons.", row.line)
    return not any(row.cells[width:])


def letter(position: int) -> str:
    """The letters of a column in a spreadsheet: A, B, ..., Z, AA."""
    name = ""
    while position >= 0:
        position, rest = divmod(position, 26)
        name, position = chr(ord("A") + rest) + name, position - 1
    return name
