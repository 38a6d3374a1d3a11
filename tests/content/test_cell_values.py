"""What a cell may mean: missing values, spreadsheet errors, whole numbers."""

import pytest

from dlcourse.content.cell_values import MOST_CELL_LETTERS, decimal, error_value, letters, quoted, unusable, whole

ERRORS = [
    *("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"),
    *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "#BUSY!", "#PYTHON!"),
    *("#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#ÜBERLAUF!", "#NOM?", "#VALEUR!", "#¡VALOR!", "#¿NOMBRE?", "#N/D"),
    *("#ADR!", "#ARG!", "#LICZBA!", "#\u0418\u041c\u042f?", "#\u041d/\u0414", "#YOK", "#SAYI!", "#HIÁNYZIK"),
    *("#I/T", "#PUUTTUU!", "#SKRÄP!", "#ERROR!", "Err:502", "\uff03REF\uff01", "#n/a"),
]
NAMES = ["#1", "Team #2", "#heroes", "Ann", "Na", "Null", "Nan", "Nona", "C#", "#1/2", "Why not?", "# !", "Go!"]


@pytest.mark.parametrize("cell", ERRORS)
def test_errors_in_any_language(cell: str) -> None:
    """A spreadsheet error is recognized by its form, whatever it is called, and is not a value."""
    wrong = error_value(cell)
    assert wrong
    assert cell in wrong.message
    assert unusable(cell) == wrong


@pytest.mark.parametrize("cell", ["NA", "N/A", "n/a", "NaN", "nan", "None", "null", "NULL", "<NA>", "#N/A N/A"])
def test_words_for_missing_values(cell: str) -> None:
    """What R, pandas and databases write for a missing value is not a value."""
    wrong = unusable(cell, "Delete the line.")
    assert wrong
    assert (wrong.message, wrong.remedy) == (f"'{cell}' stands for a missing value", "Delete the line.")


@pytest.mark.parametrize("cell", NAMES)
def test_names_are_neither(cell: str) -> None:
    """Names of people and tasks are values, even if they look similar to an error or a missing value."""
    assert unusable(cell) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("3", 3),
        ("3.0", 3),
        ("3,0", 3),
        ("3.000", 3),
        ("-2", -2),
        ("3.5", None),
        ("", None),
        ("\u0663", None),
        ("9" * 10, None),
    ],
)
def test_whole_numbers(cell: str, number: int | None) -> None:
    """A whole number may have zeros after a point or comma, but no digits other than 0 to 9."""
    assert whole(cell) == number


@pytest.mark.parametrize(
    ("cell", "number"), [("2,5", "2.5"), ("2.5", "2.5"), ("-1", "-1"), ("1e3", None), ("nan", None), ("1,000.5", None)]
)
def test_decimal_numbers(cell: str, number: str | None) -> None:
    """A decimal comma means the same as a point; thousands separators and words are not numbers."""
    assert decimal(cell) == number


def test_long_cells_are_quoted_short() -> None:
    """A message never contains more than 40 letters of a cell, and it says how long the cell is."""
    assert quoted("x" * 41) == f"'{'x' * 41}'"
    assert quoted("x" * 5000) == f"'{'x' * 40}…'"
    assert (letters("x" * 101), letters("x" * (MOST_CELL_LETTERS + 1))) == ("101", "more than 1,000")
