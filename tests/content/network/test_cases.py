"""Files of ties as people and programs write them: separators, missing values, weights, names that look alike."""

from pathlib import Path

import pytest

from dlcourse.content.network.ties import NetworkReading, read_network
from dlcourse.domain.network.graph import Graph
from dlcourse.pages.network.figures import look_alike

CASES = Path(__file__).parent / "cases"


def read(case: str) -> NetworkReading:
    """The result of reading a case."""
    return read_network(CASES / case)


def graph(case: str) -> Graph:
    """The graph in a case without problems."""
    reading = read(case)
    assert reading.problems == ()
    assert reading.graph
    return reading.graph


def pairs(case: str) -> list[str]:
    """Who turns to whom in a case without problems."""
    return [f"{tie.who}>{tie.to}" for tie in graph(case).ties]


def told(case: str) -> list[tuple[int | None, str]]:
    """All problems of a case, which gives no graph."""
    reading = read(case)
    assert reading.graph is None
    return [(one.line, one.message) for one in reading.problems]


SEPARATED = [
    *("a-semicolon-quoted", "b-bom-quoted", "c-bom-sep", "d-space-after-quote", "e-pipe", "j-pandas-index"),
    "k-R-rownames",
]


@pytest.mark.parametrize("case", SEPARATED)
def test_what_may_stand_between_cells(case: str) -> None:
    """Semicolons, ``|``, blanks around quotes, byte order marks and numbered lines make no difference."""
    assert pairs(f"ties-separators/{case}.csv") == ["a>b", "a>c", "c>d"]


def test_lines_that_end_as_on_old_macs() -> None:
    """A carriage return alone ends a line."""
    assert pairs("ties-separators/m-cr-only.csv") == ["Ana>Ben", "Ben>Chau"]


@pytest.mark.parametrize(("case", "shown"), [("f-space-no-header", "a b"), ("g-space-header", "from to")])
def test_blanks_as_separators_are_named(case: str, shown: str) -> None:
    """Blanks do not separate columns, because names contain blanks; one problem says so."""
    assert told(f"ties-separators/{case}.csv") == [(1, f"has only one column, '{shown}'")]


def test_an_export_of_gephi_is_met_with_what_to_rename() -> None:
    """Source and Target are known as other names for from and to."""
    reading = read("ties-separators/h-gephi-export.csv")
    assert [one.remedy for one in reading.problems] == [
        "Rename the column 'Source' to 'from'.",
        "Rename the column 'Target' to 'to'.",
    ]


def test_a_matrix_is_named() -> None:
    """A table with a column for each person is reported as a matrix, in one problem."""
    assert told("ties-separators/l-matrix.csv") == [(1, "is a matrix, with a column and a line for each person")]


def test_numbered_lines_are_noted() -> None:
    """A note says that the column of line numbers was left out."""
    for case in ("j-pandas-index", "k-R-rownames"):
        (note,) = read(f"ties-separators/{case}.csv").notes
        assert "only numbers the lines" in note.message


def test_topics_that_differ_in_capitals_are_asked_about() -> None:
    """Two spellings of what may be the same topic become a question."""
    assert look_alike(graph("ties-separators/n-caps-topic.csv")) == ("Are 'Maps' and 'maps' one topic?",)


@pytest.mark.parametrize(
    ("case", "lines"), [("a-R-NA", {4: "NA"}), ("c-NaN-None-null", {4: "NaN", 5: "None", 6: "null"})]
)
def test_missing_values_are_told_as_such(case: str, lines: dict[int, str]) -> None:
    """A word that R or pandas writes for a missing value is not a name."""
    said = [(line, f"'{word}' stands for a missing value") for line, word in lines.items()]
    assert told(f"ties-missing-values/{case}.csv") == said


def test_an_empty_name_is_told() -> None:
    """An empty name is reported."""
    assert told("ties-missing-values/b-empty-to.csv") == [(4, "is empty")]


def test_counts_with_a_zero_behind_the_point_are_whole() -> None:
    """A count of 3.0, as pandas writes it, means 3 acts."""
    folder = CASES / "ties-missing-values"
    reading = read_network(folder / "ties-for-acts.csv", acts=folder / "acts-float.csv")
    assert [(act.person, act.count) for act in reading.acts] == [("Ana", 3), ("Ben", 2)]


@pytest.mark.parametrize(
    ("case", "ties", "lines", "first"),
    [
        ("ties-separators/i-zero-weight.csv", ["a>b"], "2 lines have", 3),
        ("zero-weight/melted-matrix.csv", ["Ana>Ben", "Ben>Chau"], "10 lines have", 3),
    ],
)
def test_a_tie_of_weight_0_is_none(case: str, ties: list[str], lines: str, first: int) -> None:
    """A line of weight 0 means that there is no tie, and a note says how many such lines there are."""
    assert pairs(case) == ties
    (note,) = read(case).notes
    assert (note.line, note.message.startswith(f"{lines} the weight 0")) == (first, True)


@pytest.mark.parametrize(("weight", "says"), [("", "is empty"), ("-1", "is below 0"), ("often", "is not a number")])
def test_a_weight_that_is_no_number_is_told(tmp_path: Path, weight: str, says: str) -> None:
    """A missing or negative weight, or one in words, is reported and not guessed."""
    (tmp_path / "ties.csv").write_text(f"from,to,weight\na,b,1\na,c,{weight}\n", "utf-8")
    (problem,) = read_network(tmp_path / "ties.csv").problems
    assert (problem.line, problem.column, says in problem.message) == (3, "weight", True)


def test_names_that_look_alike_are_asked_about() -> None:
    """Two kinds of apostrophe or hyphen may mean one person or two, so this becomes a question."""
    assert look_alike(graph("lookalike-names/a-smart-punctuation.csv")) == (
        "Are 'Maeve O'Neil' and 'Maeve O\u2019Neil' one person?",
        "Are 'Jon Al-Sayed' and 'Jon Al\u2011Sayed' one person?",
    )
    assert look_alike(graph("lookalike-names/b-capitals-control.csv")) == ("Are 'jon lee' and 'Jon Lee' one person?",)


def test_a_listed_name_is_found_by_how_it_looks(tmp_path: Path) -> None:
    """For a name that only looks like one on the list, the remedy says the name on the list."""
    (tmp_path / "people.csv").write_text("name\nO'Neil\nZoltan\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nZoltan,O\u2019Neil\n", "utf-8")
    (problem,) = read_network(tmp_path / "ties.csv", tmp_path / "people.csv").problems
    assert problem.remedy == "Did you mean 'O'Neil'?"


def test_errors_of_spreadsheet_programs_are_nobody() -> None:
    """A spreadsheet error instead of a name is refused with its cell."""
    assert told("error-values/a-ties.csv") == [
        (2, "holds the error #N/A"),
        (3, "holds the error #NAME?"),
        (4, "holds the error #REF!"),
    ]


def test_names_of_every_script_are_read() -> None:
    """A UTF-8 file is read the same way in every locale."""
    assert pairs("locale-encoding/ties.csv") == ["Łucja Żak>Yuki 田中", "Yuki 田中>Zoë"]
