"""One's own team on the planning page: opened from home, typed in, checked while it is typed, corrected, saved."""

import base64
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.content.matching.teams import read_files
from dlcourse.course.local import LocalCourse
from dlcourse.domain.drafts import KeepDraft
from dlcourse.domain.matching.typed.cells import people_rows, to_text, work_rows
from dlcourse.pages.consent import consent
from dlcourse.pages.matching.team import words as team_words
from tests.domain.matching.crews import read_crew
from tests.handlers.matching.teams import BROKEN, GOOD, sent
from tests.pages.conftest import Reader
from tests.pages.matching.plan.test_page import bring, make

PEOPLE, WORK = to_text(people_rows(read_crew())), to_text(work_rows(read_crew()))


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the address of one's own team."""
    made = Reader("plan", course)
    made.start(opening="own")
    return made


def keep(reader: Reader, course: LocalCourse, **fields: str) -> dict[str, Any]:
    """Have a draft of the team that is open kept, as the host of a page does; returns what is found in it."""
    form = reader.shows["form"]
    filled = {**form["begun"], "base": form["base"], **fields}
    course.do(KeepDraft(id=uuid4().hex, draft=uuid4().hex, slot=form["slot"], count=1, fields=filled))
    reader.hears()
    (found,) = [check for check in reader.shows["form"]["checks"] if check["draft"]]
    assert isinstance(found, dict)
    return found


def test_whoever_has_no_team_begins_one(reader: Reader) -> None:
    """The form for a new team opens, asks for consent before anything, and finds nothing wrong in empty cells."""
    shows = reader.shows
    assert "They are not here to agree" in shows["consent"]["text"]
    assert (shows["screen"], shows["heading"]) == ("new", "Your own team")
    form = shows["form"]
    assert (form["team"], form["care"], form["submit"]) == ("", "", "Use this team")
    (check,) = form["checks"]
    assert all(problem["empty"] for problem in check["problems"])
    assert check["picture"]["note"] == team_words.PICTURE_EMPTY


def test_consent_is_asked_until_something_is_written(reader: Reader, course: LocalCourse) -> None:
    """Whoever has begun to type a team in is not asked again; whoever uploads one is asked there."""
    keep(reader, course, name="Ours")
    assert reader.shows["consent"] is None
    reader.say("OpenPlan")
    assert reader.shows["bring"]["consent"] == consent(team_words.CONSENT)


def test_ones_own_team_opens_and_never_a_sample_or_a_plan(reader: Reader, course: LocalCourse) -> None:
    """A sample is passed over, and a plan that was open in this tab does not matter."""
    reader.say("OpenPlan")
    reader.say("TakeSample", team=uuid4().hex, sample="small-school")
    assert Reader("plan", course).start(opening="own")["screen"] == "new"
    team = bring(reader)
    make(reader)
    shows = Reader("plan", course).start(opening="own")
    assert (shows["screen"], shows["place"]["team"]) == ("team", team)


def test_an_address_that_is_none_is_told(course: LocalCourse) -> None:
    """An unknown address has no page, and the two that there are have one."""
    found = {opening: Reader("plan", course).start(opening=opening)["missing"] for opening in ("else", "own", "")}
    assert found == {"else": True, "own": False, "": False}


def test_what_is_typed_is_checked_as_it_is_kept(reader: Reader, course: LocalCourse) -> None:
    """Each draft comes with its problems at their cells and with the picture of what could be read."""
    found = keep(reader, course, people=PEOPLE.replace("\t6\t", "\tx\t"), work=WORK)
    (problem,) = found["problems"]
    assert (problem["table"], problem["row"], problem["column"], problem["empty"]) == ("people", 1, 2, False)
    assert problem["words"].startswith("'x' is not a number of hours. Write a number such as 6")
    picture = found["picture"]
    assert picture["headline"] == "2 of 4 requirements are met by nobody."
    assert picture["lacks"][0] == (
        "Atlas requires Maps at level 3, and nobody here reaches it. Cho comes nearest, with 2."
    )
    assert picture["note"] == "1 row is not complete yet, so the picture leaves it out."


def test_what_is_still_to_fill_in_is_counted(reader: Reader, course: LocalCourse) -> None:
    """Cells that are empty and must not be are told apart from wrong ones, and counted."""
    found = keep(reader, course, people="name\trole\thours\tMaps\nAna\t\t\t3", work="task\thours\tleast\tmost\tMaps")
    assert found["empty"] == "2 cells still to fill in."
    assert {problem["empty"] for problem in found["problems"]} == {True}


def test_a_typed_team_is_used(reader: Reader) -> None:
    """It opens as a team of one's own, ready to be planned for."""
    team = uuid4().hex
    reader.say("UseTeam", team=team, name="Our crew", people=PEOPLE, work=WORK)
    assert (reader.shows["screen"], reader.shows["heading"], reader.shows["place"]["team"]) == (
        "team",
        "Our crew",
        team,
    )
    form = reader.shows["form"]
    assert (form["begun"]["people"], form["begun"]["work"]) == (PEOPLE, WORK)
    assert form["checks"][0]["picture"]["headline"] == "1 of 4 requirements is met by nobody."


def test_a_brought_team_is_corrected_and_taken_as_files(reader: Reader) -> None:
    """A file's team stands in the form; a correction is said where it was made; the files hold what was corrected."""
    team = bring(reader)
    form = reader.shows["form"]
    people = form["begun"]["people"].replace("Ben Quark", "Bo Quark")
    reader.say("UseTeam", team=team, base=form["base"], name="Our team", people=people, work=form["begun"]["work"])
    form = reader.shows["form"]
    assert form["said"] == "Saved: 2 people, 1 task, 2 skills."
    assert "Bo Quark" in form["begun"]["people"]
    files = {}
    for kind in ("people", "work"):
        reader.say("FetchTeamFile", ask="ask-1", team=team, form=kind)
        taken = reader.shows["taken"]
        files[taken["name"]] = base64.b64decode(taken["content"])
    read = read_files(files).team
    assert read
    assert [person.name for person in read.people] == ["Ana Zwölf", "Bo Quark"]
    assert reader.shows["form"]["said"] == ""


def test_a_correction_of_what_was_replaced_is_refused_and_then_possible(reader: Reader, course: LocalCourse) -> None:
    """Two windows: the later one is told, keeps what was typed, and may replace the team knowingly."""
    team = bring(reader)
    other = Reader("plan", course)
    other.start(team=team)
    form = other.shows["form"]
    found = keep(other, course, people=form["begun"]["people"].replace("Ana", "Eve"))
    assert found["behind"] == ""
    reader.say("UseTeam", team=team, base=form["base"], name="Our team", people=PEOPLE, work=WORK)
    typed = {"people": form["begun"]["people"].replace("Ana", "Eve"), "work": form["begun"]["work"]}
    other.say("UseTeam", team=team, base=form["base"], name="Our team", **typed)
    assert other.shows["notice"]["what"] == "it was changed in another window since you began"
    assert other.shows["form"]["base"] != form["base"]
    (found,) = [check for check in other.shows["form"]["checks"] if check["draft"]]
    assert found["behind"] == team_words.BEHIND
    other.say("UseTeam", team=team, base=other.shows["form"]["base"], name="Our team", **typed)
    assert "Eve Zwölf" in other.shows["form"]["begun"]["people"]


def test_a_file_with_problems_can_be_corrected_on_the_page(reader: Reader) -> None:
    """Its cells are handed to the form for a new team; files that no page can show are not."""
    reader.say("BringTeam", team=uuid4().hex, name="Our team", files=sent(BROKEN))
    correct = reader.shows["correct"]
    assert correct["slot"] == reader.shows["form"]["slot"] == "team/new"
    assert correct["fields"]["people"] == "name\trole\thours\tMaps\nAna\tteacher\tx\t5\nAna\tcook\t4\t9"
    reader.say("BringTeam", team=uuid4().hex, name="Our team", files=sent({"team.xlsx": "no workbook"}))
    assert reader.shows["problems"]
    assert reader.shows["correct"] is None


def test_a_team_that_is_too_large_for_a_page_is_told(reader: Reader) -> None:
    """A large team is brought and planned for, and can be taken as a file; it is not typed on a page."""
    rows = "".join(f"p{at},cook,1,1\n" for at in range(300))
    people = f"name,role,hours,Maps,{','.join(f'Skill {at}' for at in range(20))}\n{rows}"
    team = uuid4().hex
    reader.say(
        "BringTeam",
        team=team,
        name="All of us",
        files=sent({**GOOD, "people.csv": people, "work.csv": "task,hours,least,most,Maps\nAtlas,1,1,1,1\n"}),
    )
    assert (reader.shows["form"], reader.shows["too_large"]) == (None, team_words.TOO_LARGE)


def test_a_plan_says_that_its_team_was_changed(reader: Reader) -> None:
    """A plan from before a correction says so, and offers nobody's worth; wishes are about the team as it is now."""
    team = bring(reader)
    plan = make(reader)["plan"]
    reader.say("OpenPlan", team=team)
    form = reader.shows["form"]
    reader.say("UseTeam", team=team, base=form["base"], name="Our crew", people=PEOPLE, work=WORK)
    reader.say("OpenPlan", plan=plan)
    shows = reader.shows
    assert shows["earlier"].startswith("The team was changed after this plan was made.")
    assert shows["result"]["worth"] is None
    who = shows["next"]["form"]["fields"][0]
    assert [option["value"] for option in who["choices"]] == ["Ana", "Ben", "Cho", "Dan"]
