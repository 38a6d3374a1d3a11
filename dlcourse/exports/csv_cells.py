"""CSV that every spreadsheet program opens as it is meant: what people wrote stays text and is never run."""

import re
from collections.abc import Iterable, Sequence

_RUNS = re.compile("(^|[;\t\r\n])([\\s\"']*)(?=[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""Where a cell, or a part of it that another separator would make a cell, begins with what begins a formula."""
_DIVIDES = re.compile('[,;|"\t\r\n]')
"""What ends a cell without quotation marks, in one program or another."""


def csv_file(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV with commas, every cell harmless, and in quotation marks where any program would divide it."""
    return "".join(f"{','.join(_quoted(harmless(cell)) for cell in row)}\r\n" for row in rows)


def harmless(cell: str) -> str:
    """The cell with an apostrophe before whatever a spreadsheet program would run, wherever it divides cells."""
    return _RUNS.sub(r"\1'\2", cell)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _DIVIDES.search(cell) else cell
