"""The planning page: what it shows of teams, plans on their way and plans made, and what may be said to it."""

import base64
import csv
import io
import json
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.plan import STAGES
from dlcourse.errors import CourseError
from dlcourse.handlers.matching.plan_records import any_made
from dlcourse.pages.matching.plan.tables import difference, figure
from dlcourse.pages.matching.plan.words import CUT
from tests.handlers.matching.teams import BROKEN, GOOD, sent
from tests.pages.conftest import Reader


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the planning page."""
    made = Reader("plan", course)
    made.start()
    return made


def bring(reader: Reader) -> str:
    """Bring a team, and be at it."""
    team = uuid4().hex
    reader.say("BringTeam", team=team, name="Our team", files=sent(GOOD))
    assert reader.shows["screen"] == "team"
    return team


def make(reader: Reader, **parts: Any) -> dict[str, Any]:
    """Make a plan for the team that is open; return what is shown once it is ready."""
    following = reader.shows["next"]
    reader.say("BeginPlan", plan=uuid4().hex, team=following["team"], name=following["name"], **parts)
    return ended(reader)


def ended(reader: Reader) -> dict[str, Any]:
    """Wait until the search has ended; return what is shown then."""
    while reader.shows["stage"] == "running":
        reader.hears()
    return reader.shows


def test_the_page_begins_with_samples_and_no_team(reader: Reader) -> None:
    """Whoever comes first is invited: to bring a file, or to take a sample."""
    assert reader.shows["screen"] == "teams"
    assert [sample["title"] for sample in reader.shows["samples"]] == [
        "A school district",
        "A small school",
        "A university department",
    ]
    assert reader.shows["mine"] == []
    assert "2 MB" in reader.shows["bring"]["how"]


def test_every_problem_is_shown_with_its_place(reader: Reader) -> None:
    """A file with errors is told line by line, and the list of teams stays empty."""
    reader.say("BringTeam", team=uuid4().hex, name="Our team", files=sent(BROKEN))
    assert [problem["where"] for problem in reader.shows["problems"]] == [
        "people.csv, line 2, column hours",
        "people.csv, line 3, column Maps",
        "people.csv, line 3, column name",
        "work.csv, line 2, column most",
    ]
    assert reader.shows["notice"] is None
    assert reader.shows["mine"] == []
    bring(reader)
    assert reader.shows["problems"] == []


def test_of_many_problems_the_first_hundred_are_shown_and_all_can_be_taken_along(reader: Reader) -> None:
    """The page stays light, says how many more there are, and hands over the whole list."""
    heads = ",".join(f"Skill {at}" for at in range(60))
    people = f"name,role,hours,{heads}\n" + "".join(f"p{at},x,1{',good' * 60}\n" for at in range(300))
    reader.say("BringTeam", team=uuid4().hex, name="Our team", files=sent({**GOOD, "people.csv": people}))
    assert len(reader.shows["problems"]) == 100
    more = reader.shows["problems_more"]
    assert more["text"].startswith("17,902 more things are wrong in it")
    assert len(json.dumps(reader.shows)) < 100_000
    reader.say("FetchProblems", ask="ask-1")
    taken = reader.shows["taken"]
    assert (taken["ask"], taken["name"]) == ("ask-1", "problems.csv")
    rows = list(csv.reader(io.StringIO(base64.b64decode(taken["content"]).decode("utf-8-sig"))))
    assert len(rows) == 1 + 18_002
    assert rows[1] == ["people.csv", "", "2", "Skill 0", "'good' is not a level", "Write a whole number from 0 to 5."]
    bring(reader)
    assert reader.shows["problems_more"] is None


def test_notes_and_questions_about_a_file_are_shown(reader: Reader) -> None:
    """What a file hides is told once it is brought; names that look alike are asked about whenever the team is open."""
    people = ",name,role,hours,Maps\n1,O'Neil,cook,3,2\n2,O\u2019Neil,cook,3,2\n"
    work = "task,hours,least,most,Maps\nAtlas,1,1,1,2\n"
    team = uuid4().hex
    reader.say("BringTeam", team=team, name="Our team", files=sent({"people.csv": people, "work.csv": work}))
    question = "Are 'O'Neil' and 'O\u2019Neil' one person?"
    note, asked = reader.shows["about_file"]["items"]
    assert note.startswith("people.csv:1: the first column has no heading")
    assert asked == question
    reader.say("OpenPlan")
    reader.say("OpenPlan", team=team)
    assert reader.shows["about_file"]["items"] == [question]


def test_a_sample_is_taken_once(reader: Reader) -> None:
    """A sample that was taken before is opened again, not taken again."""
    team = uuid4().hex
    reader.say("TakeSample", team=team, sample="small-school")
    assert reader.shows["heading"] == "A small school"
    reader.say("OpenPlan")
    assert {sample["id"]: sample["team"] for sample in reader.shows["samples"]}["small-school"] == team
    reader.say("OpenPlan", team=team)
    assert reader.shows["screen"] == "team"


def test_a_plan_is_shown(reader: Reader) -> None:
    """A plan comes by task and by person, with reasons, gaps, seven aims beside three habits, and the load."""
    bring(reader)
    shows = make(reader)
    result = shows["result"]
    assert result["lead"] == "No plan is better: every aim is proven."
    assert [row[0] for row in result["tasks"]["rows"]] == [["Atlas"]]
    assert [row[0] for row in result["people"]["rows"]] == [["Ana Zwölf", "teacher"], ["Ben Quark", "custodian"]]
    assert result["open"]["lines"] == []
    table = result["good"]["table"]
    assert table["columns"][1:] == ["This plan", "By title", "Heroes first", "By lot, on average"]
    assert len(table["rows"]) == len(STAGES) == len(result["good"]["verdicts"])
    assert all(len(row) == len(table["columns"]) for row in table["rows"])
    assert result["load"]["spec"]
    assert {group["title"] for group in result["why"]["groups"]} == {"Task by task", "Person by person"}
    assert shows["plans"][0]["note"] == "Made"


def test_wishes_are_set_kept_and_paid_for(reader: Reader, course: LocalCourse) -> None:
    """Wishes stand in words, survive a reload, can be taken back, and the plan shows what they cost."""
    bring(reader)
    make(reader)
    for kind, person in (("keep_off", "Ana Zwölf"), ("pins", "Ben Quark")):
        reader.program.receive({"say": "Wish", "kind": kind, "person": person, "task": "Atlas", "on": True})
    assert [each["words"] for each in reader.shows["next"]["list"]] == [
        "Ben Quark contributes to Atlas",
        "Ana Zwölf has no part in Atlas",
    ]
    again = Reader("plan", course)
    again.start(**reader.shows["place"])
    assert again.shows["next"]["list"] == reader.shows["next"]["list"]
    first = again.shows["next"]["list"][0]
    wish = {part: first[part] for part in ("kind", "person", "task")}
    again.program.receive({"say": "Wish", **wish, "on": False})
    shows = make(again, wishes=again.shows["next"]["wishes"])
    table = shows["result"]["good"]["table"]
    assert table["columns"][1:3] == ["This plan", "Without wishes"]
    assert table["columns"][-1] == "What the wishes cost"
    assert table["rows"][0][-1] == ["+1"]
    assert [each["words"] for each in shows["next"]["list"]] == ["Ana Zwölf has no part in Atlas"]


def test_what_a_person_is_worth_is_shown_on_demand(reader: Reader) -> None:
    """The plan without somebody says so, and is set beside that of the whole team."""
    bring(reader)
    worth = make(reader)["result"]["worth"]
    (who,) = worth["form"]["fields"]
    assert [option["value"] for option in who["choices"]] == ["Ana Zwölf", "Ben Quark"]
    reader.say("PlanWithout", plan=uuid4().hex, away="Ana Zwölf", **worth["form"]["fixed"])
    assert reader.shows["heading"] == "Without Ana Zwölf"
    shows = ended(reader)
    assert shows["result"]["lead"].startswith("Ana Zwölf is taken to be away.")
    assert shows["result"]["good"]["table"]["columns"][-1] == "Without Ana Zwölf"
    assert shows["result"]["worth"] is None


def test_a_contradiction_is_told_in_sentences(reader: Reader) -> None:
    """Where no plan keeps the wishes the page says which of them contradict."""
    bring(reader)
    pair = [["Ana Zwölf", "Atlas"]]
    shows = make(reader, wishes={"pins": pair, "keep_off": pair})
    assert shows["stage"] == "conflict"
    lines = shows["conflict"]["lines"]
    assert {"Ana Zwölf is pinned to Atlas.", "Ana Zwölf is kept off Atlas."} <= set(lines)


def test_a_plan_that_was_cut_off_says_so(reader: Reader, course: LocalCourse) -> None:
    """After a restart in the middle of a search the page tells what happened and what to do."""
    reader.say("TakeSample", team=uuid4().hex, sample="district")
    following = reader.shows["next"]
    plan = uuid4().hex
    reader.say("BeginPlan", plan=plan, team=following["team"], name="Plan 1")
    after = Reader("plan", LocalCourse(course._store, course._store.person, course._library))
    shows = after.start(plan=plan)
    assert shows["said"] == CUT
    assert shows["running"] is None
    assert shows["next"]["submit"] == "Make the best plan"
    reader.say("StopPlan", plan=plan)
    while reader.shows["stage"] == "running":
        reader.hears()


def test_removing_leads_back(reader: Reader) -> None:
    """After a plan is removed one is at its team, after a team at all of them; an old place leads there too."""
    team = bring(reader)
    make(reader)
    place = reader.shows["place"]
    reader.say("DropPlan", plan=place["plan"])
    assert (reader.shows["screen"], reader.shows["plans"]) == ("team", [])
    reader.start(**place)
    assert reader.shows["screen"] == "teams"
    assert reader.shows["notice"]["what"] == "there is no such plan of yours"
    reader.say("OpenPlan", team=team)
    reader.say("DropTeam", team=team)
    assert (reader.shows["screen"], reader.shows["mine"]) == ("teams", [])


def test_a_file_to_take_along_comes_once(reader: Reader) -> None:
    """A file comes to whoever asked, and is not sent again with what they do next."""
    reader.say("FetchPlanFile", form="template", ask="ask-1")
    taken = reader.shows["taken"]
    assert (taken["ask"], taken["name"]) == ("ask-1", "team.xlsx")
    assert base64.b64decode(taken["content"]).startswith(b"PK")
    reader.say("OpenPlan")
    assert reader.shows["taken"] is None


@pytest.mark.parametrize(
    "raw",
    [
        {"say": "OpenPlan", "plan": {"x": 1}},
        {"say": "OpenPlan", "team": "../../x"},
        {"say": "FetchPlanFile", "ask": "ask-1", "form": "exe"},
        {"say": "Wish", "kind": "model_config", "person": "a", "task": "b", "on": True},
        {"say": "BringTeam", "id": "12345678", "team": "12345678", "name": " ", "files": []},
        {"say": "BeginPlan", "id": "12345678", "plan": "12345678", "team": "x", "name": "y" * 101},
        {"say": "Introduce", "id": "12345678"},
        {},
    ],
)
def test_nonsense_is_refused(reader: Reader, raw: dict[str, Any]) -> None:
    """What is no message of this page changes nothing."""
    before = reader.shows
    with pytest.raises(CourseError):
        reader.program.receive(raw)
    assert reader.shows == before


def test_a_place_that_is_none_leads_to_all_teams(course: LocalCourse) -> None:
    """Wishes and ids that a browser kept are not trusted."""
    reader = Reader("plan", course)
    assert reader.start(wishes={"pins": "nonsense"})["screen"] == "teams"
    assert reader.start(plan=uuid4().hex)["screen"] == "teams"


def test_session_marks_count_a_plan(reader: Reader, course: LocalCourse) -> None:
    """A plan that was made counts, also for whoever removed it afterwards."""

    def done() -> bool:
        return course._store.read(lambda transaction: any_made(transaction, transaction.home))

    assert not done()
    bring(reader)
    make(reader)
    assert done()
    reader.say("DropPlan", plan=reader.shows["plan"])
    assert done()


def test_figures_as_one_reads_them() -> None:
    """A load is in per cent, a mean has one decimal; a difference has its sign, of loads in percentage points."""
    assert [figure("greatest_load", 0.754), figure("fit", 31.84), figure("fit", 3.0)] == ["75%", "31.8", "3"]
    assert [difference("fit", -5), difference("uncovered", 1), difference("fit", 0)] == ["−5", "+1", "the same"]  # noqa: RUF001
    loads = [difference("greatest_load", value) for value in (0.25, -0.01, 0.004)]
    assert loads == ["+25 percentage points", "−1 percentage point", "+0.4 percentage points"]  # noqa: RUF001
