"""The command `match`: what it prints, and its exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from dlcourse.cli import main
from dlcourse.content.tables import MOST_BYTES
from dlcourse.domain.matching.plan import STAGES
from dlcourse.domain.matching.team import MOST_PEOPLE, MOST_SKILLS, MOST_WORK
from tests.content.matching.damaged_teams import PEOPLE, WORK, workbook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good team."""
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "work.csv").write_text(WORK)
    return tmp_path


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["match", *(str(each) for each in arguments)], prog_name="dlcourse")


def data(*arguments: object) -> dict[str, Any]:
    """The command's output as JSON."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def test_the_json_is_as_agreed(folder: Path) -> None:
    """All keys of the contract are there, names are as in the file, and standard error is empty."""
    told = data(folder)
    assert list(told) == [
        *("stages", "contributors", "learners", "accountable", "experts", "coaching", "uncovered", "unsupported"),
        *("load", "compared", "pin_cost", "seconds", "questions", "notes"),
    ]
    assert [stage["name"] for stage in told["stages"]] == list(STAGES)
    assert all(stage["proven"] is True and stage["value"] == stage["bound"] for stage in told["stages"])
    assert [type(stage["value"]) for stage in told["stages"] if stage["name"] != "greatest_load"] == [int] * 6
    assert set(told["contributors"]) == set(told["learners"]) == set(told["accountable"]) == {"Atlas", "Choir"}
    assert set(told["load"]) == {"Ana Souza", "Ben Okafor", "Chau Tran"}
    assert {name: len(values) for name, values in told["compared"].items()} == {
        "by_title": 7,
        "random": 7,
        "heroes_first": 7,
    }
    assert (told["pin_cost"], told["questions"], told["notes"]) == (None, [], [])
    assert run(folder, "--json").stderr == ""


def test_a_workbook_gives_the_same(folder: Path, tmp_path: Path) -> None:
    """The same team in a workbook gets the same plan."""
    (tmp_path / "team.xlsx").write_bytes(workbook())
    one, other = data(folder), data(tmp_path / "team.xlsx")
    assert {**one, "seconds": 0} == {**other, "seconds": 0}


def test_pins_and_their_cost(folder: Path) -> None:
    """A pin is kept, whatever its case, and its cost is given stage by stage."""
    told = data(folder, "--pin", "chau tran=ATLAS", "--keep-off", "Ben Okafor=Choir")
    assert "Chau Tran" in told["contributors"]["Atlas"]
    assert "Ben Okafor" not in (*told["contributors"]["Choir"], *told["learners"]["Choir"])
    assert len(told["pin_cost"]) == 7


def test_a_gap_is_no_failure(folder: Path) -> None:
    """A requirement that nobody meets is shown with the person who comes nearest, and the status is 0."""
    (folder / "people.csv").write_text(PEOPLE.replace(",6,4,", ",6,2,"))
    assert data(folder)["uncovered"] == [{"task": "Atlas", "skill": "Maps", "nearest": "Ana Souza"}]


def test_a_contradiction(folder: Path) -> None:
    """Contradicting bounds are printed as JSON or in sentences, and the status is 1."""
    (folder / "work.csv").write_text(WORK.replace("Atlas,2,1,2", "Atlas,2,9,9"))
    result = run(folder, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["conflict"] == [{"on": "Atlas", "bound": "least", "value": 9}]
    assert "Atlas needs at least 9 people" in run(folder).stderr


def test_errors_in_the_file(folder: Path) -> None:
    """Problems are one JSON value on standard output and a line each on standard error, and the status is 1."""
    (folder / "people.csv").write_text(PEOPLE.replace("4.5", "four"))
    result = run(folder, "--json")
    assert result.exit_code == 1
    (told,) = json.loads(result.stdout)["errors"]
    assert list(told) == ["file", "sheet", "line", "column", "message", "remedy"]
    assert (told["line"], told["column"]) == (3, "hours")
    assert result.stderr.startswith(
        f"{folder / 'people.csv'}:3, hours: 'four' is not a number of hours. Write a number"
    )


def test_notes_and_questions_are_told(folder: Path, tmp_path: Path) -> None:
    """Hidden rows and names that look alike are in the JSON and below the sentences."""
    twins = PEOPLE.replace("Ben Okafor", "Ana\u00a0Souza\u2019").replace("Chau Tran", "Ana Souza'")
    (folder / "people.csv").write_text(twins, "utf-8")
    question = "Are 'Ana Souza\u2019' and 'Ana Souza'' one person?"
    assert data(folder)["questions"] == [question]
    assert run(folder).stdout.endswith(f"\n{question}\n")

    def hide(book: Workbook) -> None:
        book["people"].row_dimensions[3].hidden = True

    (tmp_path / "team.xlsx").write_bytes(workbook(hide))
    (note,) = data(tmp_path / "team.xlsx")["notes"]
    assert list(note) == ["file", "line", "message"]
    assert (note["line"], "'Ben Okafor', is hidden or filtered out" in note["message"]) == (3, True)
    assert f"team.xlsx:3: {note['message']}." in run(tmp_path / "team.xlsx").stdout


def test_of_many_problems_a_hundred_are_printed(folder: Path) -> None:
    """Standard error has the first hundred problems and how many more there are; the JSON has all."""
    (folder / "people.csv").write_text("name,role,hours\n" + "x,y,many\n" * 300)
    result = run(folder, "--json")
    errors = json.loads(result.stdout)["errors"]
    lines = result.stderr.splitlines()
    assert (len(lines), f"{len(errors) - 100:,} more problems" in lines[-1]) == (101, True)


def test_sentences(folder: Path) -> None:
    """Without --json the plan is printed in sentences: tasks, people, quality, comparison."""
    out = run(folder).stdout
    for words in ("TASKS", "PEOPLE", "HOW GOOD", "COMPARED", "no plan has fewer", "heroes first"):
        assert words in out


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_out_writes_the_plan(folder: Path, name: str) -> None:
    """The plan is written to the file as well."""
    assert run(folder, "--out", folder / name).exit_code == 0
    assert (folder / name).stat().st_size > 100


@pytest.mark.parametrize(
    "arguments",
    [
        ["--pin", "Ana Souza"],
        ["--pin", "Anna Souza=Atlas"],
        ["--pin-lead", "Ana Souza=Opera"],
        ["--out", "plan.pdf"],
    ],
)
def test_wrong_arguments(folder: Path, arguments: list[str]) -> None:
    """Arguments that cannot work are one line on standard error before solving starts, and the status is 2."""
    result = run(folder, *arguments, "--json")
    assert result.exit_code == 2
    assert result.stdout == "null\n"
    assert len(result.stderr.splitlines()) == 1


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """A missing path and a time of 0 are reported on one line, and the status is 2."""
    assert run(tmp_path / "nowhere").exit_code == 2
    assert run(tmp_path, "--seconds", "0").exit_code == 2


def test_the_help_states_the_limits() -> None:
    """The help states how large a team may be, and that is what is enforced."""
    words = " ".join(run("--help").stdout.split())
    limits = f"{MOST_PEOPLE} people, {MOST_WORK} tasks and {MOST_SKILLS} skills, and a file {MOST_BYTES // 10**6} MB"
    assert limits in words


def test_the_template_can_be_matched_as_it_is(tmp_path: Path) -> None:
    """The template is written once, is a good team, and never replaces a file."""
    file = tmp_path / "team.xlsx"
    assert run("--template", file).exit_code == 0
    assert data(file)["uncovered"] == []
    again = run("--template", file)
    assert again.exit_code == 2
    assert "file exists" in again.stderr


def test_the_template_is_a_workbook(tmp_path: Path) -> None:
    """The template is always a workbook; another ending is refused in plain words, and nothing is written."""
    refused = run("--template", tmp_path / "team.csv")
    assert refused.exit_code == 2
    assert "Use a name that ends in .xlsx." in refused.stderr
    assert list(tmp_path.iterdir()) == []
