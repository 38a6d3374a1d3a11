"""A plan as a file: its contents, and that no name becomes a formula."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dlcourse.content.tables import TableReport
from dlcourse.content.workbooks import open_workbook, sheet_rows
from dlcourse.domain.matching.outcome import Stage, stages
from dlcourse.domain.matching.plan import Plan, measure
from dlcourse.domain.matching.team import Team
from dlcourse.errors import CourseError
from dlcourse.exports.csv_cells import csv_file
from dlcourse.exports.matching.plan_files import plan_csv, plan_xlsx, write_plan
from tests.domain.matching.crews import crew, laid_out


def proofs() -> tuple[Stage, ...]:
    """The stages of the plan, all proven."""
    bounds = measure(crew(), laid_out())
    return stages(crew(), laid_out(), bounds, bounds)


def test_the_workbook_has_a_sheet_for_each_question() -> None:
    """Plan, people, experts, coaching, what is open, and the stages, in words and figures."""
    book = load_workbook(io.BytesIO(plan_xlsx(crew(), laid_out(), proofs())))
    assert book.sheetnames == ["plan", "people", "experts", "coaching", "open", "stages"]
    assert [cell.value for cell in book["plan"][2]][:4] == ["Atlas", "Ana", "Ana, Ben", "Dan"]
    assert [cell.value for cell in book["people"][3]][:5] == ["Ben", "custodian", 4, 5, 1.25]
    assert [cell.value for cell in book["open"][2]][:3] == ["Band", "Drums", None]
    assert [cell.value for cell in book["stages"][2]][:4] == ["uncovered", 1, "yes", 1]


def test_the_csv_has_a_line_for_each_part() -> None:
    """Every part that somebody has is a line of its own."""
    rows = list(csv.DictReader(io.StringIO(plan_csv(crew(), laid_out()))))
    assert {"task": "Atlas", "person": "Dan", "part": "learner", "skill": "", "with": ""} in rows
    assert {"task": "Atlas", "person": "Dan", "part": "is coached", "skill": "Songs", "with": "Ben"} in rows
    assert sum(row["part"] == "contributor" for row in rows) == 3


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-1", "@x"])
def test_a_name_is_never_a_formula(name: str) -> None:
    """A name that begins like a formula is text in both kinds of file."""
    one = crew().people[0].model_copy(update={"name": name})
    team = Team(skills=crew().skills, people=(one, *crew().people[1:]), work=crew().work)
    plan = Plan(contributors={"Atlas": (name,)}, accountable={"Atlas": name})
    cell = load_workbook(io.BytesIO(plan_xlsx(team, plan, ())))["plan"]["B2"]
    assert (cell.value, cell.data_type) == (name, "s")
    assert list(csv.reader(io.StringIO(plan_csv(team, plan))))[1][1] == f"'{name}"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("x;=1+1", "x;'=1+1"),
        ("x; +1", "x;' +1"),
        ("a\t@b", "a\t'@b"),
        ("\uff1d1", "'\uff1d1"),
        ("Al-Sayed; Bo", "Al-Sayed; Bo"),
    ],
)
def test_a_name_is_no_formula_where_semicolons_divide_cells(name: str, cell: str) -> None:
    """A cell that some program would split is quoted, and what would begin a formula there is made text."""
    (row,) = csv.reader([csv_file([("task", name)])])
    assert row == ["task", cell]
    assert (f'"{cell}"' in csv_file([("task", name)])) == (";" in name or "\t" in name)


def test_a_name_that_looks_like_an_escape_stays_what_it_is() -> None:
    """A workbook that is read again has the names that were written into it."""
    name = "Ben _x000D_ Okafor"
    one = crew().people[0].model_copy(update={"name": name})
    team = Team(skills=crew().skills, people=(one, *crew().people[1:]), work=crew().work)
    raw = plan_xlsx(team, Plan(contributors={"Atlas": (name,)}, accountable={"Atlas": name}), ())
    report = TableReport("plan.xlsx", "people")
    book = open_workbook(report, raw)
    assert book
    assert sheet_rows(report, book, "people")[1].cells[0] == name


def test_writing(tmp_path: Path) -> None:
    """The ending decides the kind of file; other endings, and a folder that does not exist, are errors."""
    for name in ("plan.xlsx", "plan.CSV"):
        write_plan(tmp_path / name, crew(), laid_out(), proofs())
        assert (tmp_path / name).stat().st_size > 100
    with pytest.raises(CourseError, match="ends neither"):
        write_plan(tmp_path / "plan.pdf", crew(), laid_out(), proofs())
    with pytest.raises(CourseError, match="No such file"):
        write_plan(tmp_path / "nowhere" / "plan.csv", crew(), laid_out(), proofs())
