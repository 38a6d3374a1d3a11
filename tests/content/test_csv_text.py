"""CSV files cell by cell: quotes, separators, line numbers, and limits."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.content import csv_text
from dlcourse.content.csv_text import csv_rows
from dlcourse.content.tables import MOST_COLUMNS, TableReport

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"]), min_size=1, max_size=6)
CELL = st.one_of(PLAIN, st.builds("{} {}".format, PLAIN, PLAIN), st.sampled_from(['"', 'a"b', "a,b", "a;b", "x|y"]))


def read(text: str) -> tuple[list[tuple[str | None, ...]], list[tuple[int | None, str]]]:
    """The cells of each line, and each problem with its line."""
    report = TableReport("a.csv")
    rows = csv_rows(report, text.encode())
    return [row.cells for row in rows], [(problem.line, problem.message) for problem in report.problems]


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_python_writes_is_read_again(rows: list[list[str]], ends: str) -> None:
    """Cells that the csv module quotes are read as they were, and the headings show which separator is used."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator=ends).writerows([["one", "two", "three", "four"], *rows])
    cells, problems = read(stream.getvalue())
    assert ([list(row) for row in cells[1:]], problems) == (rows, [])


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separators(mark: str) -> None:
    """The character that separates the first line is the separator; the others are ordinary characters."""
    others = "".join(other for other in ",;|" if other != mark)
    assert read(f"a{mark}b\nx{others}y{mark}z\n")[0] == [("a", "b"), (f"x{others}y", "z")]


def test_a_declared_separator_may_be_any_character() -> None:
    """The line sep=^ sets the separator, and is not a line of the table."""
    report = TableReport("a.csv")
    rows = csv_rows(report, b"sep=^\r\na^b,c\r\n")
    assert [(row.line, row.cells) for row in rows] == [(2, ("a", "b,c"))]


@pytest.mark.parametrize("text", ['"a" , "b"\n"c" ,"d"', ' "a"\t,\u00a0"b"\r"c","d" \r', 'a , b\nc,"d"'])
def test_blanks_around_cells(text: str) -> None:
    """Blanks before and after quoted cells are ignored."""
    assert read(text) == ([("a", "b"), ("c", "d")], [])


def test_quotes_within_quotes_and_lines_within_cells() -> None:
    """Two quotation marks mean one; a line end in a cell becomes a blank, and later lines keep their numbers."""
    report = TableReport("a.csv")
    rows = csv_rows(report, b'a,b\n"x ""y""","two\r\nlines"\nc,d\n')
    assert [(row.line, row.cells) for row in rows] == [(1, ("a", "b")), (2, ('x "y"', "two lines")), (4, ("c", "d"))]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('a,b\nc,"d\ne,f\n', 2, "opened and never closed"),
        ('a,b\n"c" d,e\n', 2, "text follows a closing quotation mark"),
        ('a,b\n"x\ny",z\n"', 4, "opened and never closed"),
    ],
)
def test_quotation_marks_that_cannot_be_understood(text: str, line: int, says: str) -> None:
    """The line is reported, and whether the mark is never closed or closed too early; nothing is read."""
    rows, problems = read(text)
    assert rows == []
    assert [(at, says in message) for at, message in problems] == [(line, True)]


def test_too_many_columns_and_cells_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table has a limit on its columns and on all its cells, even empty ones; reading stops at the first excess."""
    assert read("a," * MOST_COLUMNS)[1] == [(None, "has 1,001 columns, at most 1,000 are read")]
    monkeypatch.setattr(csv_text, "MOST_CELLS", 100)
    assert read(",,,,,,,,,\n" * 11)[1] == [(11, "has more than 100 cells")]


def test_a_cell_of_any_length_is_read_to_a_bound() -> None:
    """A heading that is longer than any program writes is cut, and is not an error."""
    (row,), problems = read("a," + "y" * 500_000)
    assert (len(row[1] or ""), problems) == (1_001, [])
