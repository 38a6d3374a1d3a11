"""Workbooks part by part: types of cells, date formats, escapes, hidden parts, and limits."""

import io
import zipfile
from collections.abc import Callable

import pytest

from dlcourse.content import workbook_parts, workbook_sheets
from dlcourse.content.tables import TableReport
from dlcourse.content.workbook_cells import is_date_format, unescaped
from dlcourse.content.workbooks import open_workbook, sheet_rows
from tests.content.matching.damaged_teams import workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Read = tuple[list[tuple[str | None, ...]], list[str], list[str]]
"""The cells of each row, the messages of problems, the messages of notes."""


def with_part(end: str, change: Callable[[str], str]) -> bytes:
    """The good workbook with the part whose name ends in this changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name.endswith(end) else text)
    return stream.getvalue()


def with_sheet(inner: str) -> bytes:
    """The good workbook with these contents on its first sheet."""
    return with_part("sheet1.xml", lambda _: f'<worksheet xmlns="{MAIN}">{inner}</worksheet>')


def read(raw: bytes) -> Read:
    """The result of reading the sheet people."""
    report = TableReport("team.xlsx", "people")
    book = open_workbook(report, raw)
    rows = sheet_rows(report, book, "people") if book else []
    return [row.cells for row in rows], [one.message for one in report.problems], [one.message for one in report.notes]


def cell(xml: str) -> Read:
    """The result of reading one cell next to a plain one."""
    return read(with_sheet(f'<sheetData><row r="1">{xml}<c r="B1"><v>1</v></c></row></sheetData>'))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<c r="A1"><v>4.50</v></c>', "4.5"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', "0.3"),
        ('<c r="A1"><v>7</v></c>', "7"),
        ('<c r="A1"><v>1E2</v></c>', "100"),
        ('<c r="A1" t="inlineStr"><is><r><t>An</t></r><r><t>a</t></r><rPh><t>no</t></rPh></is></c>', "Ana"),
        ('<c r="A1" t="str"><f>B1</f><v>Ana</v></c>', "Ana"),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', ""),
        ('<c r="A1"><f t="shared" si="0"/><v>3</v></c>', "3"),
        ('<c r="A1" s="0"/>', ""),
    ],
)
def test_what_a_cell_says(xml: str, said: str) -> None:
    """Numbers without noise, texts of several runs, and the stored results of formulas."""
    assert cell(xml) == ([(said, "1")], [], [])


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ('<c r="A1"><f>1+2</f></c>', "holds a formula without a result"),
        ('<c r="A1"><f>1+2</f><v></v></c>', "holds a formula without a result"),
        ('<c r="A1" t="str"><f>1+2</f></c>', "holds a formula without a result"),
        ('<c r="A1"><f t="array" ref="A1">B1</f></c>', "holds a formula without a result"),
        ('<c r="A1"><f t="shared" si="0"/></c>', "holds a formula without a result"),
        ('<c r="A1" t="e"><v>#FUTURE!</v></c>', "holds the error #FUTURE!"),
        ('<c r="A1" t="str"><v>#WERT!</v></c>', "holds the error #WERT!"),
        ('<c r="A1" t="b"><v>0</v></c>', "holds FALSE"),
        ('<c r="A1" t="d"><v>2026-03-01</v></c>', "holds a date or time (2026-03-01)"),
        ('<c r="A1" t="s"><v>999</v></c>', "refers to a text that is not in the workbook"),
        ('<c r="A1"><v>1e999</v></c>', "holds a number that cannot be read"),
        ('<c r="A1"><v>nan</v></c>', "holds a number that cannot be read"),
    ],
)
def test_what_a_cell_cannot_say(xml: str, says: str) -> None:
    """Formulas without results, errors, truth values, dates and broken numbers are reported and never guessed."""
    assert cell(xml) == ([(None, "1")], [says], [])


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "d/m/yy", "hh:mm", "[h]:mm", '"on" dd', "[$-409]mmm", "mm:ss.0"])
def test_formats_of_dates(code: str) -> None:
    """A format with days, months, years, hours or seconds shows a date or a time."""
    assert is_date_format(code)


@pytest.mark.parametrize("code", ["General", "0.00", "#,##0", '0" days"', "[Red]0", "@", "0.00E+00", "\\h0", "0_d"])
def test_formats_of_numbers(code: str) -> None:
    """Letters that are only drawn, and colors, do not make a date format."""
    assert not is_date_format(code)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83C__xDF31_", "\N{SEEDLING}"),
        ("_xD800_", "\ufffd"),
        ("_x12_", "_x12_"),
    ],
)
def test_escapes(text: str, said: str) -> None:
    """Escaped characters are decoded once; a surrogate pair is one character, and half of one is none."""
    assert unescaped(text) == said


def test_hidden_columns_and_sheets_are_told() -> None:
    """A hidden column with a heading is read with a note, and so is a hidden sheet if no other has its name."""
    row = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row></sheetData>'
    hidden = f'<cols><col min="1" max="16384" hidden="1"/></cols>{row}'
    assert read(with_sheet(hidden))[2] == [
        "sheet people: the column 'name' is hidden in the workbook, and was read",
    ]
    shut = with_part("workbook.xml", lambda text: text.replace('state="visible"', 'state="hidden"', 1))
    assert read(shut)[2] == ["sheet people: this sheet is hidden in the workbook, and was read"]


def test_many_hidden_rows_are_counted() -> None:
    """If there are many hidden rows, the first ones are listed and the rest are counted."""
    rows = "".join(f'<row r="{at}" hidden="1"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 41))
    notes = read(with_sheet(f"<sheetData>{rows}</sheetData>"))[2]
    assert (len(notes), notes[-1]) == (21, "sheet people: 20 more rows are hidden or filtered out, and were counted in")


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "A1:A1048576", "A:A"])
def test_a_merge_of_any_size_is_one_problem(ref: str) -> None:
    """Merged cells are reported by their range, which is never expanded."""
    table = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    merged = f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    assert read(with_sheet(table + merged))[1] == [f"cells {ref} are merged"]


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        ("<sheetData><row>" + "<c/>" * 2_000 + "</row></sheetData>", "has more than 1,000 cells, empty ones included"),
        ("<sheetData>" + "<row/>" * 2_000 + "</sheetData>", "has more than 1,000 cells, empty ones included"),
        ("<x/>" * 6_000, "has too many cells"),
        ("<x>" * 100 + "</x>" * 100, "cannot be read: the workbook is damaged"),
    ],
)
def test_what_grows_is_bounded(inner: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells, rows, elements and depth have limits, and the first excess is reported."""
    monkeypatch.setattr(workbook_sheets, "MOST_CELLS", 1_000)
    monkeypatch.setattr(workbook_parts, "MOST_ELEMENTS", 5_000)
    assert read(with_sheet(inner)) == ([], [says], [])


def test_a_part_that_unpacks_to_more_than_it_says_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes are counted as they are unpacked, whatever the package says about itself."""
    raw = with_sheet("<!-- " + "x" * 100_000 + " --><sheetData/>")
    monkeypatch.setattr(workbook_parts, "MOST_UNPACKED", 50_000)
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda self: [])
    assert read(raw)[1] == ["unpacks to more than 0 MB"]


def test_entities_are_refused() -> None:
    """A part that declares entities, which could grow without end, is refused."""
    raw = with_part("workbook.xml", lambda text: '<!DOCTYPE a [<!ENTITY x "y">]>' + text)
    assert read(raw) == ([], ["cannot be opened as a workbook"], [])
