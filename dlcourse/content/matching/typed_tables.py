"""Reads a team that is typed in on a page, with the readers of team files, and says at which cell each problem is.

It also brings the rows of an uploaded file into the form in which they can be corrected on a page.
"""

from collections.abc import Mapping, Sequence

from dlcourse.content.matching.teams import Table, TablesReading, file_tables, read_tables
from dlcourse.content.tables import FileProblem, TableReport, TableRow, cell_text, letter, short, within
from dlcourse.domain.matching.typed.cells import PEOPLE_HEADINGS, WORK_HEADINGS, Rows, from_text
from dlcourse.domain.matching.typed.messages import MOST_TYPED_CELLS, CellProblemView, TableName
from dlcourse.domain.names import look

PLACES: dict[str, TableName] = {"people": "people", "work": "work"}


def read_typed(people: str, work: str) -> TablesReading:
    """What can be read in two tables of text cells, as `dlcourse.domain.matching.typed.cells` writes them."""
    return read_tables(_table("people", from_text(people)), _table("work", from_text(work)))


def rows_left_out(people: str, work: str, reading: TablesReading) -> int:
    """How many rows with anything in them could not be read."""
    filled = sum(any(cell.strip() for cell in row) for text in (people, work) for row in from_text(text)[1:])
    return filled - len(reading.people) - len(reading.work)


def cell_problem(problem: FileProblem, people: str, work: str) -> CellProblemView:
    """The problem with the place of its cell."""
    table = PLACES[problem.file]
    rows = from_text(people if table == "people" else work)
    row = None if problem.line is None else problem.line - 1
    column = _column(problem.column, rows[0])
    return CellProblemView(
        table=table,
        row=row,
        column=column,
        message=problem.message,
        remedy=problem.remedy,
        empty=_is_empty(rows, row, column),
    )


def file_cells(files: Mapping[str, bytes]) -> tuple[Rows, Rows] | None:
    """The cells of people and work in uploaded files, in the order in which a page shows them.

    None if a table cannot be read, or if the tables are too large to be corrected on a page.
    """
    people, work = (_cells(table) for table in file_tables(files))
    if not people or not work or len(people) * len(people[0]) + len(work) * len(work[0]) > MOST_TYPED_CELLS:
        return None
    people = _arranged(people, PEOPLE_HEADINGS)
    return people, _arranged(work, (*WORK_HEADINGS, *people[0][len(PEOPLE_HEADINGS) :]))


def _table(name: TableName, rows: Rows) -> Table:
    report = TableReport(name)
    read = [TableRow(line, tuple(cell_text(cell) for cell in row)) for line, row in enumerate(rows, 1)]
    return report, within(report, [row for row in read if not row.blank()])


def _column(heading: str | None, headings: Sequence[str]) -> int | None:
    """The position of a heading, or of a column that is named by its letter because it has none."""
    if heading is None:
        return None
    named = [position for position, each in enumerate(headings) if short(cell_text(each)) == heading]
    lettered = [position for position in range(len(headings)) if letter(position) == heading]
    return next(iter((*named, *lettered)), None)


def _is_empty(rows: Rows, row: int | None, column: int | None) -> bool:
    """Whether nothing is written at this place; where no cell is meant, whether nothing is below the headings."""
    if row is None or column is None:
        return not any(cell.strip() for each in rows[1:] for cell in each)
    cells = rows[row] if row < len(rows) else ()
    return not (cells[column] if column < len(cells) else "").strip()


def _cells(table: Table) -> Rows:
    """The rows of a file as texts, all as long as the longest."""
    width = max((len(row.cells) for row in table[1]), default=0)
    return tuple(tuple(cell or "" for cell in row.cells) + ("",) * (width - len(row.cells)) for row in table[1])


def _arranged(rows: Rows, wanted: Sequence[str]) -> Rows:
    """The table with the wanted columns first, in their order. Those that it lacks are empty, and no other is lost."""
    at = {look(heading): position for position, heading in reversed(list(enumerate(rows[0])))}
    places = [at.get(look(heading)) for heading in wanted]
    others = [position for position in range(len(rows[0])) if position not in places and any(r[position] for r in rows)]
    below = (
        (*("" if place is None else row[place] for place in places), *(row[place] for place in others))
        for row in rows[1:]
    )
    return ((*wanted, *(rows[0][place] for place in others)), *below)
