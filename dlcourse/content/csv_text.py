"""The rows of a CSV file, as spreadsheets, R and pandas write it. Reports what cannot be read, with its line.

Tolerates any encoding of Unicode, commas, semicolons, tabs or ``|``, any end of line, blank lines, and blanks around
quoted cells. Time and memory are proportional to the size of the file, whatever it contains.
"""

import re

from dlcourse.content.tables import MOST_CELLS, TableReport, TableRow, cell_text, within
from dlcourse.domain.encodings import decoded

DELIMITERS = ",;\t|"
_DECLARED = re.compile(r'"?sep=([^\r\n"])"?[ ,;\t|]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The line ``sep=;``, which spreadsheet programs write and read."""
_END = re.compile(r"\r\n|\r|\n|\Z")
_ENDS = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]+")


def csv_rows(report: TableReport, raw: bytes) -> list[TableRow]:
    """The lines of a CSV file that are not blank; none if the file cannot be read. Problems go to ``report``."""
    text = _text(report, raw)
    rows = None if text is None else _Reader(report, text).rows()
    return [] if rows is None else within(report, [row for row in rows if not row.blank()])


def _text(report: TableReport, raw: bytes) -> str | None:
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", raw[: error.start])) + 1
        report.add("is not in UTF-8", "Save it again as 'CSV UTF-8'.", line)
        return None
    if (zero := text.find("\0")) >= 0:
        report.add(
            "contains a NUL byte, so it is not a text file", "Save it again as 'CSV UTF-8'.", _lines(text[:zero]) + 1
        )
        return None
    return text


class _Reader:
    """Reads a text cell by cell."""

    def __init__(self, report: TableReport, text: str) -> None:
        declared = _DECLARED.match(text)
        self._report, self._text = report, text
        self._at, self._line = (declared.end(), 2) if declared else (0, 1)
        self._divides = declared[1] if declared else _delimiter(text)
        mark, blank = re.escape(self._divides), " \u00a0" if self._divides == "\t" else r" \t\u00a0"
        self._quoted = re.compile(rf'[{blank}]*"([^"]*+(?:""[^"]*+)*+)"[{blank}]*(?={mark}|\r|\n|\Z)')
        self._plain = re.compile(rf"[^{mark}\r\n]*")
        self._opened = re.compile(rf'[{blank}]*"([^"]*+(?:""[^"]*+)*+)(")?')

    def rows(self) -> list[TableRow] | None:
        """All rows, including blank ones; None if one cannot be read, which is reported."""
        rows: list[TableRow] = []
        room = MOST_CELLS
        while self._at < len(self._text):
            line, cells = self._line, self._row(room)
            if cells is None:
                return None
            room -= len(cells)
            if room < 0:
                words = f"has more than {MOST_CELLS:,} cells"
                self._report.add(words, "Delete the empty rows and columns, and everything that is not needed.", line)
                return None
            rows.append(TableRow(line, cells))
        return rows

    def _row(self, room: int) -> tuple[str, ...] | None:
        """The cells of the line that begins here; it stops at one more than there is ``room`` for."""
        cells: list[str] = []
        while (cell := self._cell()) is not None:
            cells.append(cell_text(cell))
            if len(cells) > room:
                return tuple(cells)
            if self._text[self._at : self._at + 1] != self._divides:
                end = _END.match(self._text, self._at)
                assert end  # a cell ends at a delimiter, at the end of its line, or with the text
                self._at, self._line = end.end(), self._line + 1
                return tuple(cells)
            self._at += 1
        return None

    def _cell(self) -> str | None:
        """The cell that begins here; None if its quotation marks do not match up, which is reported."""
        if found := self._quoted.match(self._text, self._at):
            self._at = found.end()
            self._line += _lines(found[1])
            return found[1].replace('""', '"')
        plain = self._plain.match(self._text, self._at)
        assert plain  # it also matches an empty cell
        if plain[0].lstrip().startswith('"'):
            self._report_quotes()
            return None
        self._at = plain.end()
        return plain[0]

    def _report_quotes(self) -> None:
        found = self._opened.match(self._text, self._at)
        closed = found is not None and found[2]
        words = "text follows a closing quotation mark" if closed else "a quotation mark is opened and never closed"
        remedy = "Close it, or double a quotation mark that belongs to the text."
        self._report.add(f"cannot be read from here on: {words}", remedy, self._line)


def _lines(text: str) -> int:
    return len(_ENDS.findall(text)) if "\n" in text or "\r" in text else 0


def _delimiter(text: str) -> str:
    """The delimiter that splits the first line that is not blank into the most cells."""
    first = next((line[0] for line in _LINE.finditer(text) if line[0].strip(f'{DELIMITERS}" \u00a0')), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)
