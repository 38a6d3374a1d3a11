"""CSV that every spreadsheet program opens as it is meant: what people wrote stays text and is never run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUNS = re.compile("(^|[;\t\r\n])([\\s\"']*)(?=[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""Where a cell, or a part of it that another separator would make a cell, begins with what begins a formula."""


def csv_file(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV with commas, every cell in quotation marks and harmless."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return stream.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before whatever a spreadsheet program would run, wherever it divides cells."""
    return _RUNS.sub(r"\1'\2", cell)
