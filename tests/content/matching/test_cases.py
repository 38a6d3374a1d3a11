"""Team files as people have them: what spreadsheet programs hide, escape, leave out or translate."""

import warnings
from pathlib import Path

import pytest

from dlcourse.content.matching.teams import TeamReading, read_team
from dlcourse.domain.matching.team import Team

CASES = Path(__file__).parent / "cases"
TRIO = ("Ana Souza", "Ben Okafor", "Chau Tran")
NO_RESULT = "holds a formula without a result"


def read(case: str) -> TeamReading:
    """The result of reading a case. A warning of any library fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_team(CASES / case)


def team(case: str) -> Team:
    """The team in a case without problems."""
    reading = read(case)
    assert reading.problems == ()
    assert reading.team
    return reading.team


def told(case: str) -> list[tuple[str | None, int | None, str | None, str]]:
    """All problems of a case, which gives no team."""
    reading = read(case)
    assert reading.team is None
    return [(one.sheet, one.line, one.column, one.message) for one in reading.problems]


@pytest.mark.parametrize("case", ["a-skill-cell", "b-prefilled-rows", "c-work-need", "control"])
def test_a_formula_that_gives_nothing_is_an_empty_cell(case: str) -> None:
    """If the stored result of a formula is an empty text, the cell is empty, and a line of such cells is ignored."""
    assert team(f"formula-empty/{case}.xlsx") == team("formula-empty/control.xlsx")


def test_a_formula_of_any_kind_counts_by_its_stored_result() -> None:
    """An array formula with a result is that result."""
    assert team("formula-empty/f-array-cached.xlsx").person("Ben Okafor").level("Maps") == 4


def test_a_formula_without_a_stored_result_is_told() -> None:
    """It is reported with its cell, and never read as 0."""
    assert told("formula-empty/d-no-cached-told.xlsx") == [("people", 3, "D", NO_RESULT)]


@pytest.mark.parametrize("case", ["a-cr-in-name", "b-cr-in-heading", "c-cr-in-hours", "e-needed-heading"])
def test_escaped_characters_are_decoded(case: str) -> None:
    """``_x000D_`` is a line end in a cell and is read as a blank in names, headings and numbers."""
    read_team = team(f"ooxml-escape/{case}.xlsx")
    assert tuple(person.name for person in read_team.people) == TRIO
    assert read_team.skills == ("Maps", "Songs")


def test_an_escaped_underscore_is_an_underscore() -> None:
    """A cell that shows ``_x000D_`` is stored as ``_x005F_x000D_``, and is read as shown."""
    assert team("ooxml-escape/d-literal.xlsx").people[1].name == "Ben _x000D_ Okafor"


@pytest.mark.parametrize("case", ["a-dropdown-other-sheet", "b-icon-sets", "c-no-default-style", "e-print-area"])
def test_what_a_workbook_is_decorated_with_says_nothing(case: str) -> None:
    """Dropdown lists, icons, missing styles and print areas have no effect and cause no warning."""
    assert team(f"openpyxl-warnings/{case}.xlsx") == team("formula-empty/control.xlsx")


def test_a_date_beyond_the_calendar_is_a_date() -> None:
    """A number with a date format is reported as a date, even if there is no such day."""
    assert told("openpyxl-warnings/d-date-out-of-range.xlsx") == [
        ("people", 2, "C", "holds a date or time (99999999999)")
    ]


def test_strict_open_xml_is_named_with_its_remedy() -> None:
    """The problem names the format and says how to save the file so that it can be read."""
    (problem,) = read("strict-ooxml/strict.xlsx").problems
    assert "Strict Open XML" in problem.message
    assert "save it again as 'Excel Workbook (.xlsx)'" in problem.remedy


@pytest.mark.parametrize("case", ["a-hidden-row", "b-autofilter"])
def test_hidden_rows_count_and_are_told(case: str) -> None:
    """People in hidden or filtered rows are in the team, and a note names them and their lines."""
    reading = read(f"hidden-rows/{case}.xlsx")
    assert reading.team
    assert "Dana Left" in reading.team.by_name
    (note,) = reading.notes
    assert note.line == 5
    assert note.message.endswith("this row, 'Dana Left', is hidden or filtered out in the workbook, and was counted in")


def test_a_hidden_sheet_of_the_same_name_is_passed_over_and_told() -> None:
    """If one of two sheets called people is hidden, the other one is read, and a note says so."""
    reading = read("hidden-rows/c-hidden-sheet-old.xlsx")
    assert reading.team == team("formula-empty/control.xlsx")
    (note,) = reading.notes
    assert "another sheet of this name, 'People ', is hidden in the workbook, and was not read" in note.message


def test_errors_in_a_csv_file_are_no_names() -> None:
    """A spreadsheet error is refused with its cell, instead of a person, a role or a task."""
    assert told("error-values/team") == [
        (None, 3, "name", "holds the error #N/A"),
        (None, 4, "name", "holds the error #REF!"),
        (None, 4, "role", "holds the error #VALUE!"),
        (None, 2, "task", "holds the error #NAME?"),
    ]


def test_errors_in_a_workbook_are_told_with_their_cell() -> None:
    """A cell of the type error is reported, whatever the error is called."""
    assert told("error-values/x-NA.xlsx") == [("people", 3, "B", "holds the error #N/A")]


def test_joiners_are_kept_in_what_is_shown() -> None:
    """A Persian name and an emoji of two parts keep their spelling."""
    names = [person.name for person in team("joiners/team").people]
    assert names == ["\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "Ana \U0001f469\u200d\U0001f3eb"]


def test_names_of_every_script_are_read() -> None:
    """A UTF-8 file is read the same way in every locale."""
    assert [person.name for person in team("locale-encoding/team").people] == ["Łucja Żak", "Yuki 田中"]
