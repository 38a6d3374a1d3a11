"""Reads the parts of a workbook: its list of sheets, the shared strings, the styles, and the rows of a sheet."""

import re
from dataclasses import dataclass, field

from dlcourse.content.cell_values import CellProblem
from dlcourse.content.tables import cell_text
from dlcourse.content.workbook_cells import DATES, CellParts, Meanings, is_date_format, meaning, unescaped
from dlcourse.content.workbook_parts import PackageError
from dlcourse.errors import CourseError

REFERENCE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces of Strict Open XML begin."""
MOST_CELLS = 400_000
"""How many cells of a sheet are read, including empty ones."""
MOST_MERGED = 1_000
"""How many merged ranges are reported one by one."""
_ROWS, _COLUMNS = 1_048_576, 16_384
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class IgnoringListener:
    """A listener that ignores everything."""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Ignore an element."""

    def end(self, tag: str) -> None:
        """Ignore its end."""

    def text(self, data: str) -> None:
        """Ignore text."""


@dataclass
class SheetEntry:
    """A sheet as the workbook lists it."""

    name: str
    reference: str
    hidden: bool


@dataclass
class WorkbookPart(IgnoringListener):
    """The sheets of a workbook in order, whether it is in Strict Open XML, and whether it counts days from 1904."""

    sheets: list[SheetEntry] = field(default_factory=list)
    strict: bool = False
    from_1904: bool = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Record a sheet."""
        self.strict = self.strict or tag.startswith(STRICT)
        if tag == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")
        if tag == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            name = unescaped(attributes.get("name", ""))
            self.sheets.append(SheetEntry(name, attributes.get(REFERENCE, ""), hidden))


@dataclass
class RelationshipsPart(IgnoringListener):
    """The parts that another part refers to: kind and place of each, by reference."""

    targets: dict[str, tuple[str, str]] = field(default_factory=dict)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Record a reference."""
        if tag.endswith(" Relationship"):
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))


@dataclass
class StringsPart(IgnoringListener):
    """The strings that cells share, as they are shown. Pronunciation hints are left out."""

    strings: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _hint: bool = False
    _open: bool = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 (the listener's signature)
        """Begin a string or a part of one."""
        if tag == "si":
            self._pieces = []
        self._hint = self._hint or tag == "rPh"
        self._open = tag == "t" and not self._hint

    def end(self, tag: str) -> None:
        """End a string or a part of one."""
        self._open = False
        if tag == "rPh":
            self._hint = False
        if tag == "si":
            self.strings.append(cell_text(unescaped("".join(self._pieces)[:20_000])))

    def text(self, data: str) -> None:
        """Add to the string."""
        if self._open:
            self._pieces.append(data)


@dataclass
class StylesPart(IgnoringListener):
    """Which styles of cells show a date or a time."""

    dates: set[int] = field(default_factory=set)
    _formats: set[int] = field(default_factory=lambda: set(DATES))
    _styles: int = 0
    _within: bool = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Record a number format or a style."""
        if tag == "cellXfs":
            self._within = True
        elif tag == "numFmt" and is_date_format(attributes.get("formatCode", "")[:1_000]):
            self._formats.add(int(attributes.get("numFmtId", "-1")))
        elif tag == "xf" and self._within:
            if int(attributes.get("numFmtId", "0")) in self._formats:
                self.dates.add(self._styles)
            self._styles += 1

    def end(self, tag: str) -> None:
        """End the list of styles."""
        self._within = self._within and tag != "cellXfs"


@dataclass
class SheetRow:
    """A row that is not empty: its number, its cells by position, and whether it is hidden."""

    number: int
    cells: dict[int, str | CellProblem]
    hidden: bool


@dataclass
class SheetPart(IgnoringListener):
    """The rows of a sheet that are not empty, the ranges that are merged, and the columns that are hidden."""

    of: Meanings
    rows: list[SheetRow] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    table: bool = False
    _row: SheetRow = field(default_factory=lambda: SheetRow(0, {}, hidden=False))
    _column: int = -1
    _cell: CellParts | None = None
    _into: str = ""
    _seen: int = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or a part of one, or record a fact about the sheet."""
        match tag:
            case "row":
                number = int(attributes.get("r", self._row.number + 1))
                self._row, self._column = SheetRow(_between(number, _ROWS), {}, hidden=_is_hidden(attributes, "ht")), -1
                self._count()
            case "c":
                self._begin_cell(attributes)
            case "f" if self._cell:
                self._cell.formula = True
            case "v" if self._cell:
                self._into, self._cell.stored = "v", self._cell.stored or []
            case "t" if self._cell and self._into != "hint":
                self._into = "t"
            case "rPh":
                self._into = "hint"
            case "sheetData":
                self.table = True
            case "mergeCell" if len(self.merged) < MOST_MERGED:
                self.merged.append(attributes.get("ref", "")[:40])
            case "col" if _is_hidden(attributes, "width") and len(self.hidden_columns) < _COLUMNS:
                self.hidden_columns.append((int(attributes["min"]) - 1, int(attributes["max"]) - 1))

    def end(self, tag: str) -> None:
        """End a cell or a row. Empty ones are skipped."""
        if tag in ("v", "t", "rPh"):
            self._into = "hint" if self._into == "hint" and tag == "t" else ""
        elif tag == "c" and self._cell:
            if value := meaning(self._cell, self.of):
                self._row.cells[self._column] = value
            self._cell = None
        elif tag == "row" and self._row.cells:
            self.rows.append(self._row)

    def text(self, data: str) -> None:
        """Add to the value of the cell."""
        if self._cell and self._cell.stored is not None and self._into == "v":
            self._cell.stored.append(data)
        elif self._cell and self._into == "t":
            self._cell.inline.append(data)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count()
        self._column += 1
        if place := attributes.get("r"):
            found = _PLACE.fullmatch(place)
            if not found:
                raise PackageError
            self._column = _between(column_number(found[1]), _COLUMNS) - 1
        self._cell, self._into = CellParts(attributes.get("t", "n"), int(attributes.get("s", "0"))), ""

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_CELLS:
            what = f"has more than {MOST_CELLS:,} cells, empty ones included"
            raise CourseError("workbook", what, "Delete the empty rows and columns.")


def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - ord("A") + 1
    return number


def _between(number: int, most: int) -> int:
    if not 1 <= number <= most:
        raise PackageError
    return number


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or has size 0."""
    return attributes.get("hidden", "0") in ("1", "true") or attributes.get(size, "1") in ("0", "0.0")
