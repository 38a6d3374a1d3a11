"""Writes a team as files that can be brought again: a workbook, or a CSV file for each of its two tables."""

from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.typed.cells import Rows, people_rows, work_rows
from dlcourse.exports.csv_cells import csv_file
from dlcourse.exports.workbooks import workbook


def team_xlsx(team: Team) -> bytes:
    """A workbook with the sheets people and work. Hours, counts and levels are numbers in it."""
    sheets = {"people": people_rows(team), "work": work_rows(team)}
    named = {"people": 2, "work": 1}
    return workbook({title: _with_numbers(rows, named[title]) for title, rows in sheets.items()})


def people_csv(team: Team) -> str:
    """The people as CSV."""
    return csv_file(people_rows(team))


def work_csv(team: Team) -> str:
    """The work as CSV."""
    return csv_file(work_rows(team))


def _with_numbers(rows: Rows, names: int) -> list[list[str | float]]:
    """The rows with numbers in place of their texts, apart from the first ``names`` columns and the headings."""
    return [list(rows[0]), *([*row[:names], *(_number(cell) for cell in row[names:])] for row in rows[1:])]


def _number(cell: str) -> str | float:
    return float(cell) if cell.replace(".", "", 1).isdigit() else cell
