"""Writes the problems in files as a file download, for lists that are too long for a page."""

from collections.abc import Sequence

from dlcourse.content.tables import FileProblem
from dlcourse.exports.csv_cells import csv_file

MOST_SHOWN = 100
"""How many problems a page shows one by one."""


def problem_list(problems: Sequence[FileProblem]) -> str:
    """All problems as CSV, one line each; empty if a page shows all of them."""
    if len(problems) <= MOST_SHOWN:
        return ""
    rows = ((p.file, p.sheet or "", str(p.line or ""), p.column or "", p.message, p.remedy) for p in problems)
    return csv_file([("file", "sheet", "line", "column", "what is wrong", "what to do"), *rows])
