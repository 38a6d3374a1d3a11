"""Tables that are typed in are read like files, with the cell of each problem; files become tables to correct."""

import io
from csv import writer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.content.matching.teams import read_files
from dlcourse.content.matching.typed_tables import cell_problem, file_cells, read_typed, rows_left_out
from dlcourse.domain.matching.typed.cells import Rows, from_text, people_rows, to_text, work_rows
from dlcourse.domain.matching.typed.messages import MOST_TYPED_CELLS, CellProblemView
from tests.content.damage import HASTY
from tests.domain.matching.crews import read_crew
from tests.engines.matching.random_teams import team_of

PEOPLE = to_text(people_rows(read_crew()))
WORK = to_text(work_rows(read_crew()))
CELLS = st.sampled_from(
    ["", " ", "x", "Ana", "3", "3+", "+", "0", "-1", "2,5", "#REF!", "NA", '"', ";", "Maps", "hours"]
)


def problems(people: str, work: str) -> list[CellProblemView]:
    """All problems, each with its cell."""
    return [cell_problem(problem, people, work) for problem in read_typed(people, work).problems]


def with_cell(text: str, row: int, column: int, cell: str) -> str:
    """The table with another text in one cell."""
    rows = [list(each) for each in from_text(text)]
    rows[row][column] = cell
    return to_text(tuple(map(tuple, rows)))


def as_csv(rows: Rows) -> bytes:
    """The table as a file."""
    stream = io.StringIO()
    writer(stream).writerows(rows)
    return stream.getvalue().encode()


@given(st.integers(0, 500), st.sampled_from(["even", "tight", "sparse", "broken"]))
def test_a_team_becomes_tables_and_the_same_team_again(seed: int, kind: str) -> None:
    """Whatever a team holds, its tables hold it all."""
    team = team_of(5, 4, 3, seed, kind)
    assert read_typed(to_text(people_rows(team)), to_text(work_rows(team))).team == team


def test_wishes_and_empty_rows_are_read() -> None:
    """A plus sign is kept, also behind 0; empty rows at any place mean nothing."""
    spaced = PEOPLE.replace("\nBen", "\n\t\t\t\t\t\nBen") + "\n\t\t\t\t\t\n"
    assert read_typed(spaced, WORK).team == read_crew()


@pytest.mark.parametrize(
    ("row", "column", "cell", "words", "empty"),
    [
        (2, 2, "x", "'x' is not a number of hours", False),
        (1, 3, "9", "'9' is not between 0 and 5", False),
        (3, 0, "", "is empty", True),
        (2, 0, "Ana", "'Ana' is already in line 2", False),
        (0, 4, "Maps", "the heading 'Maps' occurs twice", False),
    ],
)
def test_a_problem_stands_at_its_cell(row: int, column: int, cell: str, words: str, empty: bool) -> None:  # noqa: FBT001 (a parameter)
    """The table, row and column are those of the cell, and an empty cell is told from a wrong one."""
    (found,) = [each for each in problems(with_cell(PEOPLE, row, column, cell), WORK) if each.table == "people"]
    assert (found.table, found.row, found.empty) == ("people", row, empty)
    assert found.column == (3 if row == 0 else column)  # of two headings that are equal, the first
    assert words in found.message
    assert found.remedy


def test_a_skill_that_only_the_work_has_stands_at_its_heading() -> None:
    """A heading that people lack is told at that heading, with a suggestion."""
    (found,) = problems(PEOPLE, with_cell(WORK, 0, 4, "Mapps"))
    assert (found.table, found.row, found.column) == ("work", 0, 4)
    assert "Maps" in found.remedy


def test_a_column_without_a_heading_is_named_by_its_place() -> None:
    """A cell in a column without a heading stands at that column."""
    (found,) = [each for each in problems(with_cell(PEOPLE, 0, 5, "") + "\nEve\tcook\t1\t\t\t2", WORK) if each.row == 5]
    assert (found.table, found.column) == ("people", 5)


def test_what_can_be_read_is_there_in_spite_of_problems() -> None:
    """The rows without a problem are read, and the others are counted."""
    broken = with_cell(PEOPLE, 2, 2, "x")
    reading = read_typed(broken, WORK)
    assert [person.name for person in reading.people] == ["Ana", "Cho", "Dan"]
    assert reading.team is None
    assert rows_left_out(broken, WORK, reading) == 1


@HASTY
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6), st.booleans())
def test_any_table_is_read_like_a_file(cells: list[list[str]], work: bool) -> None:  # noqa: FBT001 (a parameter)
    """Whatever is typed, the same cells in files give the same messages, and each problem has its table."""
    width = max(map(len, cells))
    rows = tuple((*row, *("",) * (width - len(row))) for row in cells)
    people, other = (people_rows(read_crew()), rows) if work else (rows, work_rows(read_crew()))
    typed = read_typed(to_text(people), to_text(other))
    filed = read_files({"people.csv": as_csv(people), "work.csv": as_csv(other)})
    assert [each.message for each in typed.problems] == [each.message for each in filed.problems]
    assert typed.team == filed.team
    assert all(cell_problem(each, to_text(people), to_text(other)).message for each in typed.problems)


def test_a_file_with_problems_becomes_tables_to_correct() -> None:
    """Columns come in the order of the page, whatever their order in the file; nothing in the file is lost."""
    people = b"role,name,Songs,Maps,hours\ncook,Ana,2,x,6\n"
    work = b"task,Maps,hours,most,Drums\nAtlas,3,2,1,2\n"
    cells = file_cells({"people.csv": people, "work.csv": work})
    assert cells
    assert cells[0] == (("name", "role", "hours", "Songs", "Maps"), ("Ana", "cook", "6", "2", "x"))
    assert cells[1] == (
        ("task", "hours", "least", "most", "Songs", "Maps", "Drums"),
        ("Atlas", "2", "", "1", "", "3", "2"),
    )


def test_a_file_that_no_page_can_show_stays_a_file() -> None:
    """No tables come of files that cannot be read, or that are too large to be typed in."""
    lines = b"name,role,hours\n" + b"Ana,cook,1\n" * MOST_TYPED_CELLS
    assert file_cells({"people.csv": lines, "work.csv": as_csv(work_rows(read_crew()))}) is None
    assert file_cells({"team.xlsx": b"no workbook"}) is None
    assert file_cells({"people.csv": as_csv(people_rows(read_crew()))}) is None
