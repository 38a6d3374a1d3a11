"""Tables from CSV files and workbooks as plain text cells, each with its place; what is wrong is told, not raised.

Tolerates a byte order mark, semicolons or tabs instead of commas, blank lines, and blanks around words. What a
table is about is not known here.
"""

import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

MOST_BYTES = 2_000_000
"""How large a file may be; a team of the largest size is far below it."""
MOST_ROWS = 2_000
"""How many lines are read, unless the `Place` says otherwise."""
DELIMITERS = ",;\t"


class FileProblem(Value):
    """What is wrong in a file, where, and what to do. Lines count from 1; a column is named as in its heading.

    ``sheet`` is None in a CSV file; ``line`` and ``column`` are None where the whole file, sheet or line is meant.
    """

    file: str
    sheet: str | None = None
    line: int | None = None
    column: str | None = None
    message: str
    remedy: str

    @property
    def where(self) -> str:
        """The place as one reads it: ``people.csv:4, hours``."""
        place = f"{self.file} ({self.sheet})" if self.sheet else self.file
        place += f":{self.line}" if self.line else ""
        return f"{place}, {self.column}" if self.column else place


@dataclass
class Place:
    """One table while it is read: where it stands, and what was found wrong in it."""

    file: str
    sheet: str | None = None
    problems: list[FileProblem] = field(default_factory=list)
    most_rows: int = MOST_ROWS

    def tell(self, message: str, remedy: str, line: int | None = None, column: str | None = None) -> None:
        """Note a problem."""
        self.problems.append(
            FileProblem(file=self.file, sheet=self.sheet, line=line, column=column, message=message, remedy=remedy)
        )


@dataclass(frozen=True)
class TableRow:
    """One line of a table: its number and its cells. None: a cell whose problem is already told."""

    line: int
    cells: tuple[str | None, ...]

    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(cell == "" for cell in self.cells)


def tidy(text: str) -> str:
    """Words with single spaces between them and no marks that cannot be seen."""
    seen = "".join(" " if unicodedata.category(each) in ("Zs", "Cc") else each for each in text)
    return " ".join("".join(each for each in seen if unicodedata.category(each) != "Cf").split())


def same(text: str) -> str:
    """What two spellings of one word have in common: case and spaces aside."""
    return unicodedata.normalize("NFC", tidy(text)).casefold()


def too_large(place: Place, raw: bytes) -> bool:
    """Tell that a file is too large, before anything is read from it."""
    if len(raw) > MOST_BYTES:
        words = f"is larger than {MOST_BYTES / 1e6:.0f} MB"
        place.tell(words, "Keep only the columns and rows that are needed.")
    return len(raw) > MOST_BYTES


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, no more than show that it is too large; a `CourseError` where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CourseError(
            str(path), error.strerror or "cannot be opened", "Check the name and who may read it."
        ) from None


def csv_rows(place: Place, raw: bytes) -> list[TableRow]:
    """The lines of a CSV file that are not blank; none where it cannot be read to its end."""
    text = _decoded(place, raw)
    rows = [] if text is None else _parsed(place, text)
    return within(place, [row for row in rows if not row.blank()]) if rows or text == "" else []


def within(place: Place, rows: list[TableRow]) -> list[TableRow]:
    """The rows, or none where they are too many or no row at all."""
    if not rows:
        place.tell("is empty", "Start from the template: a line of headings, then a line for each.")
    if len(rows) > place.most_rows:
        words = f"has {len(rows):,} lines, at most {place.most_rows:,} are read"
        place.tell(words, "Keep only the rows that are needed.")
        return []
    return rows


def _decoded(place: Place, raw: bytes) -> str | None:
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        place.tell("is not in UTF-8", "Save it again as 'CSV UTF-8'.", line)
        return None
    if "\0" in text:
        place.tell(
            "holds a NUL byte, so it is no text",
            "Save it again as 'CSV UTF-8'.",
            text[: text.index("\0")].count("\n") + 1,
        )
        return None
    return text


def _parsed(place: Place, text: str) -> list[TableRow]:
    lines = io.StringIO(text, newline="")
    declared = re.fullmatch(r'"?sep=(.)"?\s*', lines.readline())  # spreadsheet programs write and read this line
    begun = 1 if declared else 0
    if not declared:
        lines.seek(0)
    reader = csv.reader(
        lines, delimiter=declared[1] if declared else _delimiter(text), strict=True, skipinitialspace=True
    )
    rows: list[TableRow] = []
    at = begun + 1
    try:
        for cells in reader:
            rows.append(TableRow(at, tuple(tidy(cell) for cell in cells)))
            at = begun + reader.line_num + 1
    except csv.Error as error:
        place.tell(f"cannot be read from here on ({error})", "Look for a quotation mark that is not closed.", at)
        return []
    return rows


def _delimiter(text: str) -> str:
    """The one that divides the first line that is not blank into most cells."""
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    return max(DELIMITERS, key=lambda each: len(next(csv.reader([first], delimiter=each), [])))


@dataclass(frozen=True)
class Headings:
    """Where each column stands and how its heading is written, by common spelling; and the rows that fit under them."""

    line: int
    at: dict[str, int]
    written: dict[str, str]
    rows: tuple[TableRow, ...]


def headings(place: Place, rows: list[TableRow]) -> Headings:
    """The headings in the first row; doubled ones, cells without one and rows too long for them are told."""
    at: dict[str, int] = {}
    written: dict[str, str] = {}
    for position, cell in enumerate(rows[0].cells):
        key = same(cell or "")
        if key in at:
            place.tell(f"the heading '{cell}' comes twice", "Give each column its own heading.", rows[0].line, cell)
        elif key:
            at[key], written[key] = position, cell or ""
    width = len(rows[0].cells)
    for position in range(width):
        _headed(place, rows, position)
    return Headings(rows[0].line, at, written, tuple(row for row in rows[1:] if _fits(place, row, width)))


def _headed(place: Place, rows: list[TableRow], position: int) -> None:
    filled = [row.line for row in rows[1:] if any(row.cells[position : position + 1])]
    if rows[0].cells[position] == "" and filled:
        words = "stands in a column without a heading"
        place.tell(words, "Give the column a heading, or empty it.", filled[0], letter(position))


def _fits(place: Place, row: TableRow, width: int) -> bool:
    if any(row.cells[width:]):
        words = f"has {len(row.cells)} cells under {width} headings"
        place.tell(words, "Put whatever has a comma in it in quotation marks, or use semicolons.", row.line)
    return not any(row.cells[width:])


def letter(position: int) -> str:
    """A column's letters as spreadsheets count: A, B, ..., Z, AA."""
    name = ""
    while position >= 0:
        position, rest = divmod(position, 26)
        name, position = chr(ord("A") + rest) + name, position - 1
    return name
