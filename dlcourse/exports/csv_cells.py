"""Writes CSV that every spreadsheet program opens as intended: what people wrote stays text and never runs."""

import re
from collections.abc import Iterable, Sequence

_RUNS = re.compile("(^|[;\t\r\n])([\\s\"']*)(?=[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""Matches the beginning of a formula in a cell, or in a part that another separator would make a cell."""
_DIVIDES = re.compile('[,;|"\t\r\n]')
"""The characters that end an unquoted cell in one program or another."""


def csv_file(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV with commas. Every cell is harmless, and is quoted if any program would split it."""
    return "".join(f"{','.join(_quoted(harmless(cell)) for cell in row)}\r\n" for row in rows)


def harmless(cell: str) -> str:
    """The cell with an apostrophe before everything that a spreadsheet program would run, however it splits cells."""
    return _RUNS.sub(r"\1'\2", cell)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _DIVIDES.search(cell) else cell
