"""A team in a cell: read from anywhere, changed and read again, planned, explained, saved."""

import json
from pathlib import Path
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pytest
from openpyxl import load_workbook

import dlcourse
from dlcourse import files
from dlcourse.domain.matching.plan import STAGES
from dlcourse.errors import CourseError
from dlcourse.results.matching.plan_results import PlanResults
from dlcourse.results.matching.team_results import TeamResults

SAMPLES = ("small-school", "university-department", "district")
DANGER = "<script>alert('x')</script> & \"Co\""


@pytest.fixture(scope="module")
def school() -> TeamResults:
    """The smallest sample."""
    return dlcourse.team("small-school")


@pytest.fixture(scope="module")
def plan(school: TeamResults) -> PlanResults:
    """Its best plan."""
    return school.plan(seconds=60)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_team_comes_back_from_its_tables(sample: str) -> None:
    """A sample by its name, by its path and by its own two DataFrames is the same team."""
    team = dlcourse.team(sample)
    for other in (dlcourse.team(files.data() / "teams" / sample), dlcourse.team(team.people, team.work)):
        assert other.people.equals(team.people)
        assert other.work.equals(team.work)


def test_wishes_to_learn_can_be_changed(school: TeamResults) -> None:
    """The column of wishes takes a list of skills, one skill, or none; an unknown skill is refused."""
    people = school.people
    people.at[0, "wants"] = ["Timetabling"]
    people.at[1, "wants"] = "Timetabling"
    people.at[2, "wants"] = None
    changed = dlcourse.team(people, school.work).people.wants.tolist()
    assert changed[:3] == [("Timetabling",), ("Timetabling",), ()]
    people.at[0, "wants"] = ["Timetable"]
    with pytest.raises(CourseError, match="Did you mean 'Timetabling'"):
        dlcourse.team(people, school.work)


def test_everything_that_is_wrong_is_told(school: TeamResults) -> None:
    """All problems of two DataFrames are listed, by the row's number in pandas and the column."""
    people, work = school.people, school.work
    people.loc[2, "hours"] = -1
    work.loc[0, "least"] = 0
    with pytest.raises(CourseError) as refused:
        dlcourse.team(people, work)
    assert "people, row 2, hours" in str(refused.value)
    assert "work, row 0, least" in str(refused.value)


@pytest.mark.parametrize(
    ("source", "work", "match"),
    [
        ("small-schol", None, "Did you mean 'small-school'"),
        ("nowhere.xlsx", None, "no file or folder of this name"),
        (pd.DataFrame(), None, "two DataFrames are needed"),
        ("small-school", pd.DataFrame(), "two DataFrames are needed"),
        (pd.DataFrame({"name": []}), pd.DataFrame({"task": []}), "people"),
    ],
)
def test_no_team_at_all_is_refused(source: Any, work: Any, match: str) -> None:
    """A wrong name, a missing file and a missing table each get a clear error."""
    with pytest.raises(CourseError, match=match):
        dlcourse.team(source, work)


def test_a_plan_is_tables(plan: PlanResults, school: TeamResults) -> None:
    """The tables of a plan agree with each other and with the team."""
    assert tuple(plan.stages.stage) == STAGES
    assert plan.stages.proven.all()
    assert plan.stages.cost.isna().all()
    assert set(plan.assignments.part) == {"contributor", "accountable", "named expert", "learner"}
    leads = plan.assignments.query("part == 'accountable'")
    assert leads.task.tolist() == school.work.task.tolist()
    assert plan.gaps.empty
    assert plan.coaching.query("wanted").shape[0] == plan.stages.set_index("stage").value["coached"]
    assert plan.loads.load.max() == plan.stages.set_index("stage").value["greatest_load"]
    assert (plan.loads.given <= plan.loads.hours).all()


def test_gaps_say_who_comes_nearest(school: TeamResults) -> None:
    """What nobody covers is in the table of gaps, with who comes nearest, or nobody."""
    work = school.work
    work.loc[0, "Building and safety"] = 5
    people = school.people
    people["Building and safety"] = people["Building and safety"].clip(upper=3)
    gaps = dlcourse.team(people, work).plan(seconds=60).gaps
    assert gaps[["task", "skill", "level", "nearest_level"]].values.tolist()[0] == [
        "Reading hour in every class",
        "Building and safety",
        5,
        3,
    ]


def test_wishes_are_kept_and_have_a_cost(school: TeamResults) -> None:
    """Who is pinned contributes and who is kept off does not, however the names are spelled; the cost is told."""
    wished = school.plan(
        60, pin={"yuki tanaka": "Evening for families"}, keep_off=[("Rosa Delgado", "Safe way to school")]
    )
    pairs = set(wished.assignments[["person", "task"]].itertuples(index=False, name=None))
    assert ("Yuki Tanaka", "Evening for families") in pairs
    assert ("Rosa Delgado", "Safe way to school") not in pairs
    assert wished.stages.cost.notna().all()
    assert "was pinned to it" in wished.why("Yuki Tanaka")


@pytest.mark.parametrize(
    ("wish", "match"),
    [
        ({"pin": {"Yuki Tanak": "Evening for families"}}, "Did you mean 'Yuki Tanaka'"),
        ({"pin": {"Yuki Tanaka": "Evening for family"}}, "Did you mean 'Evening for families'"),
        ({"pin": "Yuki Tanaka"}, "a wish is a person and a task"),
        ({"keep_off": 3}, "a wish is a person and a task"),
        ({"seconds": 0}, "no number of seconds"),
    ],
)
def test_wrong_wishes_are_refused(wish: dict[str, Any], match: str, school: TeamResults) -> None:
    """A wrong name gets the name that was meant, and anything else an example."""
    with pytest.raises(CourseError, match=match):
        school.plan(**wish)


def test_contradicting_bounds_are_told(school: TeamResults) -> None:
    """If no plan is possible, the error says which bounds contradict each other."""
    with pytest.raises(CourseError, match=r"pinned to Evening.*kept off Evening"):
        school.plan(60, pin={"Yuki Tanaka": "Evening for families"}, keep_off={"Yuki Tanaka": "Evening for families"})


def test_a_plan_says_why(plan: PlanResults) -> None:
    """Somebody's parts, or a task's people, are explained in sentences; a wrong name gets the one that was meant."""
    assert "Gives" in plan.why("Yuki Tanaka")
    assert "answers for it" in plan.why("Evening for families")
    with pytest.raises(CourseError, match="Did you mean 'Yuki Tanaka'"):
        plan.why("Yuki")


def test_a_plan_is_saved_as_a_workbook(plan: PlanResults, tmp_path: Path) -> None:
    """The plan is saved as a workbook with a sheet for each table; another ending is refused."""
    saved = plan.to_excel(tmp_path / "plan.xlsx")
    assert {"plan", "people", "stages"} <= set(load_workbook(saved).sheetnames)
    with pytest.raises(CourseError, match=r"neither in \.xlsx nor in \.csv"):
        plan.to_excel(tmp_path / "plan.pdf")


def test_a_chart_is_an_altair_chart(plan: PlanResults) -> None:
    """The chart has a bar for each person, a title, a sentence and a description."""
    drawn = plan.chart().to_dict()
    assert "Bar chart" in drawn["description"]
    assert drawn["title"]["text"] == "How much of their time each person gives"
    assert all(name in json.dumps(drawn, ensure_ascii=False) for name in plan.loads.person)


def test_representations_are_escaped(school: TeamResults) -> None:
    """Names are escaped in what a cell shows."""
    people = school.people
    people.loc[0, "name"] = DANGER
    team = dlcourse.team(people, school.work)
    for shown in (team, team.plan(60)):
        assert "<script" not in shown._repr_html_()
    assert "&lt;script&gt;" in team._repr_html_()
    assert "10 people" in repr(team)
    assert "no plan has fewer" in repr(team.plan(60))
