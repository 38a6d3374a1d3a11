"""Writes tables as a workbook. Cells are text or numbers and never formulas, whatever a text begins with."""

import io
import re
from collections.abc import Mapping, Sequence

from dlcourse.work_process import computed

Rows = Sequence[Sequence[str | int | float]]
"""The rows of a sheet, the headings first."""
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Matches an underscore that would begin an escaped character in a workbook."""


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook (.xlsx) with these sheets, by title. See `dlcourse.work_process.computed` for what it raises."""
    return computed(written, sheets)


def written(sheets: Mapping[str, Rows]) -> bytes:
    """The same, written here and now."""
    from openpyxl import Workbook  # loaded only where a workbook is written

    book, stream = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for line, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(line, column, _unescaped(value) if isinstance(value, str) else value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a name that begins with = is still a name
        sheet.freeze_panes = "A2"
    book.save(stream)
    return stream.getvalue()


def _unescaped(text: str) -> str:
    return _ESCAPED.sub("_x005F_", text)
