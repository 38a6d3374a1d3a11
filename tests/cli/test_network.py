"""The command ``network``: what it prints and where, and its exit status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dlcourse.cli import main
from dlcourse.exports.network.workbook import template_xlsx

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "networks"
KEYS = [
    "people",
    "ties",
    "density",
    "reciprocity",
    "in_centralization",
    "out_centralization",
    "gini_in",
    "transitivity",
    "isolates",
    "weak_components",
    "articulation",
    "functions",
    "questions",
    "notes",
]


def run(*words: str | Path) -> Result:
    """Run ``dlcourse network`` with these arguments."""
    return CliRunner().invoke(main, ["network", *map(str, words)], prog_name="dlcourse")


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    """A file of two ties."""
    path = tmp_path / "ties.csv"
    path.write_text("from,to\nAna,Bo\nBo,Cy\n", "utf-8")
    return path


def test_json_has_the_agreed_keys_and_nothing_else(ties: Path, tmp_path: Path) -> None:
    """All figures are in one object, and undefined or unknown ones are null."""
    people, acts = tmp_path / "people.csv", tmp_path / "acts.csv"
    people.write_text("name\nAna\nBo\nCy\nDi\n", "utf-8")
    acts.write_text("person,function,count\nAna,watching,3\nBo,watching,1\nDi,locking up,4\n", "utf-8")
    result = run(ties, "--people", people, "--acts", acts, "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, list(told)) == (0, "", KEYS)
    assert (told["people"], told["ties"], told["isolates"], told["articulation"]) == (4, 2, ["Di"], ["Bo"])
    watching, locking = told["functions"]
    assert list(watching) == ["function", "shares", "evenness", "half"]
    assert (watching["shares"], watching["half"]) == ({"Ana": 0.75, "Bo": 0.25}, 1)
    assert locking == {"function": "locking up", "shares": {"Di": 1.0}, "evenness": None, "half": 1}


def test_json_of_ties_alone(ties: Path) -> None:
    """Without the other files, isolates are null and there are no functions."""
    told = json.loads(run(ties, "--json").stdout)
    assert (told["people"], told["isolates"], told["functions"]) == (3, None, [])


def test_undefined_figures_are_null(tmp_path: Path) -> None:
    """A file with only its header is valid, and figures that would divide by nothing are null, not 0."""
    (tmp_path / "ties.csv").write_text("from,to\n", "utf-8")
    result = run(tmp_path / "ties.csv", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, [told[key] for key in KEYS[2:9]]) == (0, [None] * 7)
    assert (told["people"], told["weak_components"], told["articulation"]) == (0, 0, [])


def test_errors_are_told_on_standard_error(ties: Path) -> None:
    """Every problem is one line, where: what. remedy; no result is printed, and the exit status is 1."""
    ties.write_text("from,to\nAna,Ana\n,Bo\n", "utf-8")
    result = run(ties)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"{ties}:2, to: 'Ana' turns to themselves. Delete the line: a tie joins two people.",
        f"{ties}:3, from: is empty. Fill it in, or delete the line.",
    ]


def test_json_errors_have_the_agreed_keys(ties: Path) -> None:
    """With --json the problems are the only value on standard output."""
    ties.write_text("from,to\nAna,Ana\n", "utf-8")
    result = run("--json", ties)
    told = json.loads(result.stdout)
    assert (result.exit_code, list(told), len(told["errors"])) == (1, ["errors"], 1)
    assert list(told["errors"][0]) == ["file", "sheet", "line", "column", "message", "remedy"]
    assert (told["errors"][0]["line"], told["errors"][0]["column"], told["errors"][0]["sheet"]) == (2, "to", None)


def test_a_file_that_cannot_be_opened_is_exit_status_2(ties: Path) -> None:
    """The error is one line on standard error, and with --json still one JSON value."""
    for words in ([ties.parent / "missing.csv"], [ties, "--people", ties.parent / "missing.csv"]):
        result = run(*words, "--json")
        assert (result.exit_code, json.loads(result.stdout)) == (2, None)
        assert result.stderr.startswith(f"{ties.parent}/missing.csv: ")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(("sample", "people"), [("lakeside-school", 24), ("district", 80)])
def test_samples_read_well(sample: str, people: int) -> None:
    """In sentences, the figures come with "context, not a grade", followed by the functions."""
    folder = SAMPLES / sample
    result = run(folder / "ties.csv", "--people", folder / "people.csv", "--acts", folder / "acts.csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Who turns to whom: {people} people, ")
    assert result.stdout.lower().count("context, not a grade") == 2
    assert "in-degree centralization" in result.stdout
    assert "observing a lesson and talking it over" in result.stdout


def test_notes_and_questions_are_told(ties: Path) -> None:
    """Ties of weight 0 and names that look alike are in the JSON and below the figures."""
    ties.write_text("from,to,weight\nO'Neil,Bo,1\nO\u2019Neil,Bo,2\nBo,O'Neil,0\n", "utf-8")
    told = json.loads(run(ties, "--json").stdout)
    assert told["questions"] == ["Are 'O'Neil' and 'O\u2019Neil' one person?"]
    (note,) = told["notes"]
    assert (list(note), note["line"]) == (["file", "line", "message"], 4)
    assert run(ties).stdout.endswith(f"\n{ties}:4: {note['message']}.\n\n{told['questions'][0]}\n")


def test_names_are_asked_about_where_nobody_listed_people(ties: Path) -> None:
    """Without a list of people, two spellings of one name are a question below the figures."""
    ties.write_text("from,to\nAna,Bo\nana,Bo\n", "utf-8")
    assert run(ties).stdout.endswith("\nAre 'Ana' and 'ana' one person?\n")


def test_a_workbook_is_read_in_place_of_csv_files(tmp_path: Path) -> None:
    """The figures of a workbook are those of the same network in CSV files."""
    (tmp_path / "network.xlsx").write_bytes(template_xlsx())
    result = run(tmp_path / "network.xlsx", "--json")
    assert (result.exit_code, json.loads(result.output)["people"], json.loads(result.output)["ties"]) == (0, 3, 3)
