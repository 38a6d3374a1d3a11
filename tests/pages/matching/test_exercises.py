"""The exercises of session 02, read and answered as a person would."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.board import PARTS
from dlcourse.domain.matching.plan_messages import BeginPlan, TakeSample
from dlcourse.errors import CourseError
from tests.handlers.matching.test_board import STAFF
from tests.pages.conftest import Reader
from tests.person import Person
from tests.serving import until

TEAM = "small-school"
BEST = "no plan does better"
SESSION = "02-everyone-is-an-expert"


@pytest.fixture
def rater(course: LocalCourse) -> Reader:
    """A reader at the list of expertises."""
    made = Reader("expertise", course)
    made.start()
    return made


@pytest.fixture
def matcher(course: LocalCourse) -> Reader:
    """A reader at the board."""
    made = Reader("matchboard", course)
    made.start(team=TEAM)
    return made


@pytest.fixture
def guesser(course: LocalCourse) -> Reader:
    """A reader at the averages."""
    made = Reader("averages", course)
    made.start(team=TEAM)
    return made


def staff(reader: Reader) -> None:
    """Lay out a whole plan."""
    for task, names in STAFF.items():
        for name, part in zip(names, ("accountable", "contributor"), strict=True):
            reader.say("PutPerson", team=TEAM, task=task, person=name, part=part)


def rate(reader: Reader, at: int, level: int) -> None:
    """Answer one line."""
    reader.say("RateExpertise", expertise=reader.shows["view"]["lines"][at]["id"], level=level)


def sentences(reader: Reader) -> dict[str, str]:
    """The profile in words."""
    return {each["name"]: each["text"] for each in reader.shows["view"]["profile"]["sentences"]}


def test_the_profile_is_an_offer_and_a_request(rater: Reader) -> None:
    """Each level has its sentence, a wish its own and no other, and the table is written as in a team file."""
    assert sentences(rater) == {}
    names = [line["name"] for line in rater.shows["view"]["lines"]]
    for at, level in enumerate((5, 4, 3, 2, 1, 0, 0)):
        rate(rater, at, level)
    rater.say("WishToLearn", expertise=rater.shows["view"]["lines"][5]["id"], wanted=True)
    told = sentences(rater)
    assert list(told) == [
        "Others can come to you", "You are the one to send for", "It goes well when you do it", "You have begun",
        "You would like to learn", "You leave this to others",
    ]  # fmt: skip
    assert all(name in text for name, text in zip(names[:3], told.values(), strict=False))
    assert told["You would like to learn"].startswith(f"{names[5]}, from level 0")
    assert told["You leave this to others"].startswith(f"{names[6]}. ")
    rows = rater.shows["view"]["profile"]["table"]["rows"]
    assert [row[1] for row in rows] == ["5", "4", "3", "2", "1", "0+", "0"]


def test_a_line_of_ones_own_comes_and_goes(rater: Reader, course: LocalCourse) -> None:
    """What the list lacks is added with its own sentences, is there again later, and can be taken away."""
    rater.say("AddExpertise", name="Mending bicycles")
    line = Reader("expertise", course).start()["view"]["lines"][-1]
    assert (line["name"], bool(line["drop"]), len(line["levels"])) == ("Mending bicycles", True, 6)
    rater.say("DropExpertise", expertise=line["id"])
    assert "Mending" not in json.dumps(rater.shows)
    rater.say("AddExpertise", name="   ")
    assert rater.shows["notice"]["what"] == "it has no name yet"


def test_the_board_tells_how_it_stands(matcher: Reader) -> None:
    """Figures, needs, places and rules follow each move; a strange one changes nothing."""
    figures = [figure["text"] for figure in matcher.shows["view"]["figures"]]
    assert figures == ["0 of 12", "0 of 5", "0 of 10", "0%"]
    staff(matcher)
    view = matcher.shows["view"]
    assert [figure["text"] for figure in view["figures"]][2] == "10 of 10"
    assert view["rules"]["sentences"] == []
    assert [place["name"] for place in view["work"][0]["places"]] == ["Answers for it", "Contribute", "Learn"]
    assert view["work"][0]["places"][0]["people"][0]["person"] == "Yuki Tanaka"
    matcher.say("PutPerson", team=TEAM, task=view["work"][0]["name"], person="Nobody", part="learner")
    assert "nobody is called 'Nobody'" in matcher.shows["notice"]["what"]
    assert matcher.shows["view"] == view


def test_the_answer_is_not_in_the_page_before_it_is_asked_for(matcher: Reader, course: LocalCourse) -> None:
    """No props hold the best plan before the comparison; afterwards they do, also when the page is opened again."""
    staff(matcher)
    assert all(shown["comparison"] is None for shown in matcher.shown)
    assert not any(BEST in json.dumps(shown) for shown in matcher.shown)
    matcher.say("CompareBoard", team=TEAM)
    beside = matcher.shows["comparison"]
    assert BEST in beside["caution"]
    assert matcher.shows["heading"] == "comparison"
    assert [len(row) for row in beside["table"]["rows"]] == [5] * 7
    assert Reader("matchboard", course).start(team=TEAM)["comparison"] == beside
    matcher.say("ClearBoard", team=TEAM)
    assert matcher.shows["comparison"] is None
    assert matcher.shows["heading"] == ""


def test_the_comparison_follows_ones_moves(matcher: Reader) -> None:
    """A move after the comparison changes one's own column, not the best one's."""
    staff(matcher)
    matcher.say("CompareBoard", team=TEAM)
    column = [[row[at] for row in matcher.shows["comparison"]["table"]["rows"]] for at in (2, 3)]
    matcher.say("PutPerson", team=TEAM, task="Safe way to school", person="Elias Brandt", part="none")
    after = [[row[at] for row in matcher.shows["comparison"]["table"]["rows"]] for at in (2, 3)]
    assert after[0] != column[0]
    assert after[1] == column[1]
    assert after[0][1] == "2, 1 of them without anybody who answers"
    assert "still to be done" in matcher.shows["comparison"]["broken"]


def test_tasks_that_nobody_answers_for_are_never_as_good_as_the_best(matcher: Reader) -> None:
    """Five tasks with people and nobody who answers count as five without support, and no verdict calls that equal."""
    for task, names in STAFF.items():
        for name in names:
            matcher.say("PutPerson", team=TEAM, task=task, person=name, part="contributor")
    matcher.say("CompareBoard", team=TEAM)
    shown = matcher.shows["comparison"]
    row = shown["table"]["rows"][1]
    assert row[2] == "5, 5 of them without anybody who answers"
    assert row[4] == "The best plan has 5 fewer tasks."
    assert "in this question: " in shown["headline"]
    assert "still to be done" in shown["broken"]


def test_people_without_a_part_are_named(matcher: Reader) -> None:
    """The table names who has no part in one's own plan, and the list below says where they were left out."""
    staff(matcher)
    matcher.say("CompareBoard", team=TEAM)
    matcher.say("PutPerson", team=TEAM, task="Safe way to school", person="Elias Brandt", part="none")
    shown = matcher.shows["comparison"]
    told = {each["name"]: each["was"] for each in shown["now_in"]["people"]}
    assert "in your plan" in told["Elias Brandt"]
    row = shown["table"]["rows"][2]
    assert row[2] == "1: Elias Brandt"


def test_the_figures_say_what_a_move_changed(matcher: Reader) -> None:
    """Each figure that the last move changed says what it was and whether that is a gain; the others say nothing."""
    matcher.say("PutPerson", team=TEAM, task="Reading hour in every class", person="Tomás Herrera", part="contributor")
    covered, answered, busy, load = matcher.shows["view"]["figures"]
    assert (covered["was"], covered["better"], busy["was"]) == ("was 0", True, "was 0")
    assert (load["was"], load["better"], answered["was"]) == ("was 0%", False, "")
    matcher.say("TakeMoveBack", team=TEAM)
    assert matcher.shows["view"]["figures"][0]["was"] == f"was {covered['value']}"
    assert matcher.shows["view"]["figures"][0]["better"] is False


def test_the_menu_of_a_task_has_everybody_without_a_part_there(matcher: Reader) -> None:
    """Each option says what the person knows of what the task requires, and the hours they have left."""
    add = matcher.shows["view"]["work"][0]["add"]
    assert len(add["people"]) == 10
    matcher.say("PutPerson", team=TEAM, task="Reading hour in every class", person="Tomás Herrera", part="learner")
    after = matcher.shows["view"]["work"][0]["add"]
    assert {each["value"] for each in add["people"]} - {each["value"] for each in after["people"]} == {"Tomás Herrera"}
    assert all("left" in each["text"] for each in after["people"])
    assert [each["value"] for each in after["parts"]] == ["contributor", "accountable", "learner"]


def test_every_part_can_be_chosen(matcher: Reader) -> None:
    """Each person has in each task the four parts, one of them theirs."""
    for person in matcher.shows["view"]["people"]:
        assert len(person["parts"]) == 5
        for choice in person["parts"]:
            assert {each["value"] for each in choice["choices"]} == set(PARTS)
            assert choice["part"] == "none"


def test_figures_come_with_the_guess(guesser: Reader) -> None:
    """Before a guess there is a question, after it five bars and their table; another skill is asked anew."""
    shown = guesser.shows["view"]["occupations"]
    assert shown["result"] is None
    assert len(shown["form"]["fields"][0]["choices"]) == 5
    guesser.say("GuessHighest", skill="Instructing", occupation="Instructional Coordinators")
    shown = guesser.shows["view"]["occupations"]
    assert shown["form"] is None
    assert shown["result"]["says"].startswith("You guessed it.")
    assert [bar["text"] for bar in shown["result"]["bars"]] == ["4.12", "3.88", "4.00", "4.25", "3.00"]
    assert all(0 < bar["share"] < 1 for bar in shown["result"]["bars"])
    guesser.say("ShowAverages", skill="Coordination", ability="Running a meeting")
    assert guesser.shows["view"]["occupations"]["result"] is None
    assert "Walter Lindqvist is at 5, Tomás Herrera at 2" in guesser.shows["view"]["persons"]["result"]["says"]
    assert guesser.shows["place"] == {"team": TEAM, "skill": "Coordination", "ability": "Running a meeting"}


def test_a_place_that_is_stale_gives_way(course: LocalCourse) -> None:
    """A skill that the browser kept and the course has not is passed over."""
    shows = Reader("averages", course).start(team=TEAM, skill="Juggling", ability=7)
    assert shows["place"] == {"team": TEAM, "skill": "Instructing", "ability": "Reading instruction"}


@pytest.mark.parametrize("page", ["expertise", "matchboard", "averages"])
def test_a_message_that_is_none_of_the_pages_is_refused(course: LocalCourse, page: str) -> None:
    """What the browser says is not trusted."""
    reader = Reader(page, course)
    reader.start(**({} if page == "expertise" else {"team": TEAM}))
    for kind, parts in (("Introduce", {}), ("PutPerson", {"team": TEAM, "part": "king"}), ("nonsense", {})):
        with pytest.raises(CourseError):
            reader.say(kind, **parts)


@pytest.mark.parametrize("place", [{}, {"team": "nobody"}, {"team": {"a": 1}}])
def test_a_team_that_is_not_there_is_told(course: LocalCourse, place: dict[str, Any]) -> None:
    """The page says so and shows no board."""
    for page in ("matchboard", "averages"):
        shows = Reader(page, course).start(**place)
        assert shows["view"] is None
        assert "there is none called" in shows["notice"]["what"]


def left(course: LocalCourse) -> Iterator[tuple[str, ...]]:
    """What is still to do in the session, each time one looks."""
    while True:
        yield next(mark.to_do for mark in Person(course).home().sessions if mark.id == SESSION)


def test_the_session_is_done_when_its_exercises_are(
    course: LocalCourse, rater: Reader, matcher: Reader, guesser: Reader
) -> None:
    """It is done when all exercises are and the problem has its part; a new start leaves it done."""
    to_do = left(course)
    ann = Person(course)
    assert next(to_do)[0] == "Ten people and five pieces of work"
    staff(matcher)
    matcher.say("CompareBoard", team=TEAM)
    assert next(to_do)[0] == "Who knows what about your problem"
    ann.write_part(SESSION)
    guesser.say("GuessHighest", skill="Writing", occupation="Instructional Coordinators")
    assert next(to_do)[0] == "What I bring"
    for at in range(len(rater.shows["view"]["lines"])):
        rate(rater, at, 3)
    assert next(to_do) == ("Your own people, your own work",)
    team, plan = uuid4().hex, uuid4().hex
    ann.do(TakeSample, team=team, sample=TEAM)
    ann.do(BeginPlan, plan=plan, team=team, name="Plan 1")
    until(lambda: next(to_do) == ())
    matcher.say("ClearBoard", team=TEAM)
    assert next(to_do) == ()
