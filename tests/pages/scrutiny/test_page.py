"""The scrutiny round and one's own practice, gone through as a person would, without a browser."""

import json
import uuid
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.scrutiny.messages import CloseRound, RoundMove
from dlcourse.domain.scrutiny.round import apply, move
from dlcourse.domain.scrutiny.scripted_members import Case
from dlcourse.errors import CourseError
from dlcourse.pages.scrutiny.page import shown
from tests.domain.scrutiny.circles import circle_of, comment, lesson, practice, view, words_of
from tests.pages.conftest import Reader

CASE = Library(files.data()).exercise("open-practice", Case)


@pytest.fixture
def member(course: LocalCourse) -> Reader:
    """A reader at the round."""
    made = Reader("scrutiny", course)
    made.start(exercise="open-practice")
    return made


def task(reader: Reader) -> dict[str, Any]:
    """What is to be done now."""
    found = reader.shows["view"]["task"]
    assert isinstance(found, dict)
    return found


def fill(reader: Reader, **answers: str) -> None:
    """Fill in the form that is shown, and send it."""
    form = task(reader)["form"]
    fresh = {form["fresh"]: uuid.uuid4().hex} if form.get("fresh") else {}
    assert {field["name"] for field in form["fields"]} == set(answers)
    reader.say(form["say"], **form["fixed"], **fresh, **answers)


def press(reader: Reader, button: int = 0) -> None:
    """Press one of the buttons that are shown."""
    message = dict(task(reader)["buttons"][button]["message"])
    reader.say(message.pop("say"), **message)


def steps(reader: Reader) -> list[str]:
    """The marks of the steps."""
    return [step["mark"] for step in reader.shows["view"]["steps"]["list"]]


@pytest.mark.parametrize("seat", ["principal", "secretary"])
@pytest.mark.parametrize("anonymous", ["false", "true"])
def test_a_whole_round(member: Reader, seat: str, anonymous: str) -> None:
    """Seat, practice, remarks, comments, what was learned, close: one thing at a time, each step marked as done."""
    fill(member, seat=seat, anonymous=anonymous)
    fill(member, ask="puzzles", question="What is it for?")
    assert task(member)["kind"] == ("comment" if anonymous == "true" else "sort")
    headings = {member.shows["heading"]}
    while (kind := task(member)["kind"]) in {"sort", "comment"}:
        press(member) if kind == "sort" else fill(member, warm="Warm.", cool="Cool.")
        headings.add(member.shows["heading"])
    assert len(headings) == 9  # the focus goes to each of six remarks, two comments, and what was learned
    assert steps(member) == ["Done", "Done", "Done", "Now", ""]
    fill(member, learned="That it reads like an order.", trying="No third line.")
    if seat == "principal":
        assert task(member)["kind"] == "close"
        press(member)
    assert task(member)["kind"] == "end"
    assert steps(member) == ["Done"] * 5
    assert "the leader included" in member.shows["view"]["balance"]["text"]
    rows = member.shows["view"]["balance"]["table"]["rows"]
    assert len(rows) == (1 if anonymous == "true" else 5)
    assert ["You", "2", "4"] in rows
    assert [given["to"] for given in member.shows["view"]["given"]["list"]] == [
        "To Tomasz Wilk, custodian",
        "To Mei-Lin Tran, mathematics teacher",
    ]


def test_no_answer_is_told_before_a_remark_is_sorted(member: Reader) -> None:
    """What the browser gets holds neither what a remark is nor why, until it was sorted."""
    fill(member, seat="principal", anonymous="false")
    fill(member, ask="works", question="Hm?")
    shown = json.dumps(member.shows, ensure_ascii=False)
    assert [remark.id for remark in CASE.remarks if remark.why in shown] == []
    sorted_one = task(member)["buttons"][0]["message"]["remark"]
    press(member)
    assert [r.id for r in CASE.remarks if r.why in json.dumps(member.shows, ensure_ascii=False)] == [sorted_one]
    assert task(member)["last"]["words"].startswith("You said warm")


def test_without_names_no_name_is_in_what_the_browser_gets(member: Reader) -> None:
    """In a round without names the remarks carry nothing that says whose they are."""
    fill(member, seat="principal", anonymous="true")
    fill(member, ask="works", question="Hm?")
    for _ in range(2):
        fill(member, warm="Warm.", cool="Cool.")
    while task(member)["kind"] == "sort":
        assert task(member)["note"] == ""
        press(member)
    assert {said["by"] for said in member.shows["view"]["received"]["list"]} == {""}


def test_who_waits_is_named(member: Reader) -> None:
    """Before the round is balanced, the page says who has not given and who has not received."""
    fill(member, seat="secretary", anonymous="false")
    assert member.shows["view"].get("balance") is None
    fill(member, ask="works", question="Hm?")
    told = member.shows["view"]["balance"]["text"]
    assert "4 of 5 members have given a comment, 3 have received one." in told
    assert "You have given none yet." in told
    assert "Tomasz Wilk and Mei-Lin Tran have received none yet." in told


def test_another_round_from_another_seat(member: Reader) -> None:
    """When a round is closed another can be begun; the page then shows the new one."""
    test_a_whole_round(member, "principal", "false")
    form = member.shows["view"]["again"]["form"]
    member.say(form["say"], **form["fixed"], round=uuid.uuid4().hex, seat="secretary", anonymous="false")
    assert task(member)["kind"] == "post"
    assert task(member)["reading"]["title"] == "The call at ten past nine"


def test_what_is_refused_is_told_and_changes_nothing(member: Reader) -> None:
    """A refused move is told in words; the page stays as it was."""
    fill(member, seat="principal", anonymous="false")
    before = member.shows["view"]
    member.say("CloseRound", **task(member)["form"]["fixed"])
    assert "both given and received" in member.shows["notice"]["what"]
    assert member.shows["view"] == before


@pytest.mark.parametrize("say", ["Sort", "Rate", "WriteDown", "nonsense"])
def test_foreign_messages(member: Reader, say: str) -> None:
    """What is no message of this page is refused."""
    with pytest.raises(CourseError):
        member.say(say, exercise="open-practice", round="round-01", parts={})


def test_scripts_in_words_stay_text(member: Reader) -> None:
    """Words of one's own cross as text; only an author's words cross as HTML."""
    fill(member, seat="principal", anonymous="false")
    fill(member, ask="works", question="<script>alert(1)</script>")
    mine = member.shows["view"]["circle"]["people"][0]
    assert mine["practice"]["ask"]["question"] == "<script>alert(1)</script>"
    assert "<script>" not in json.dumps([value for key, value in mine["practice"].items() if key == "html"])


@pytest.mark.parametrize(("many", "anonymous"), [(2, False), (5, True)])
def test_a_circle_of_people_only(many: int, anonymous: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Where people sit in every seat, the page asks each for a practice, a comment, and what they learned."""
    circle, texts, seats = circle_of(many, anonymous=anonymous), dict[str, str](), "abcde"[:many]

    def does(by: str, command: RoundMove, kind: str) -> None:
        nonlocal circle
        assert shown(view(by, circle, texts))["view"]["task"]["kind"] == kind
        texts.update(words_of(command))
        circle = apply(move(command, circle, by), circle)

    for seat in seats:
        fields = shown(view(seat, circle, texts))["view"]["task"]["form"]["fields"]
        assert [field["name"] for field in fields] == ["ask", "words", "question"]
        does(seat, practice(seat), "post")
    for place, seat in enumerate(seats):
        does(seat, comment(seat, seats[place - 1]), "comment")
    for seat in seats:
        got = shown(view(seat, circle, texts))["view"]["received"]["list"]
        assert {said["words"] for said in got} == {"Warm", "Cool"}
        does(seat, lesson(seat), "learned")
    does("a", CloseRound(id="close-it", exercise="bare", round="round-01"), "close")
    assert [shown(view(seat, circle, texts))["view"]["task"]["kind"] for seat in seats] == ["end"] * many


def test_own_practice(course: LocalCourse) -> None:
    """It is written down, then eyes open; what stands there is shown again and printed."""
    reader = Reader("own-practice", course)
    reader.start(exercise="own-practice")
    assert reader.shows["view"]["eyes"]["list"] == []
    form = reader.shows["view"]["form"]
    answers = {text["name"]: f"My {text['name']}." for text in form["fields"]}
    reader.say(form["say"], **form["fixed"], parts=answers)
    assert {text["name"]: text["value"] for text in reader.shows["view"]["form"]["fields"]} == answers
    eyes = reader.shows["view"]["eyes"]["list"][0]
    reader.say(eyes["form"]["say"], **eyes["form"]["fixed"], words="The chairs were not moved.")
    assert reader.shows["view"]["eyes"]["list"][0]["mark"] == "Written"
    assert [each["text"] for each in reader.shows["view"]["paper"]] == [*answers.values(), "The chairs were not moved."]
