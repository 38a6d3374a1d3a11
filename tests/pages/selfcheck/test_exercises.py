"""The sorting exercise, the self-check and who you are, read and answered as a person would."""

import json

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.selfcheck.situations import Kind, SortingExercise
from dlcourse.errors import CourseError
from tests.pages.conftest import Reader
from tests.person import Person

LIBRARY = Library(files.data())
EXERCISE = LIBRARY.exercise("sorting", SortingExercise)
SITUATIONS = {situation.id: situation for situation in EXERCISE.every}


@pytest.fixture
def sorter(course: LocalCourse) -> Reader:
    """A reader at the sorting exercise."""
    made = Reader("sorting", course)
    made.start(exercise="sorting")
    return made


def put(reader: Reader, answer: Kind) -> None:
    """Sort the situation that is shown."""
    shown = reader.shows["view"]["next"]["id"]
    reader.say("Sort", exercise="sorting", situation=shown, answer=answer)


def test_no_answer_is_shown_before_it_is_given(sorter: Reader) -> None:
    """What the browser gets before an answer holds no reason of any situation."""
    shown = json.dumps(sorter.shows)
    assert not any(json.dumps(situation.reason)[1:60] in shown for situation in SITUATIONS.values())


def test_each_answer_gets_its_reason(sorter: Reader) -> None:
    """A wrong answer is told what it takes for what and why; the next situation comes."""
    first = sorter.shows["view"]["next"]["id"]
    put(sorter, "neither")
    told = sorter.shows["view"]["last"]
    assert told["id"] == first
    assert told["result"] == "other"
    assert told["told"]
    assert told["reason"]
    assert sorter.shows["view"]["next"]["id"] != first
    assert sorter.shows["view"]["progress"]["value"] == 1


def test_close_calls_are_said_to_be_close(sorter: Reader) -> None:
    """The second answer that can be defended is accepted as such, with what the call hangs on."""
    while not SITUATIONS[sorter.shows["view"]["next"]["id"]].close:
        put(sorter, SITUATIONS[sorter.shows["view"]["next"]["id"]].answer)
    also = SITUATIONS[sorter.shows["view"]["next"]["id"]].also
    assert also is not None
    put(sorter, also)
    assert sorter.shows["view"]["last"]["result"] == "defensible"
    assert sorter.shows["view"]["last"]["close"].startswith("A close call.")


def test_what_is_confused_is_named_at_the_end_and_offered_again(sorter: Reader, course: LocalCourse) -> None:
    """After the last situation the confusions are counted, and the missed ones come back until they are right."""
    for _ in EXERCISE.situations:
        put(sorter, "delegation")
    end = sorter.shows["view"]["end"]
    missed = [each for each in EXERCISE.situations if not each.accepts("delegation")]
    taken = sum(each.answer == "distribution" for each in missed)
    assert f"You said “Delegation” where “Distribution” fits better: {taken} times." in end["sentences"]
    assert sorter.shows["view"]["again"]
    for _ in missed:
        put(sorter, SITUATIONS[sorter.shows["view"]["next"]["id"]].answer)
    assert sorter.shows["view"]["end"]["next"].startswith("You are done.")
    again = Reader("sorting", course)
    assert again.start(exercise="sorting")["view"] == sorter.shows["view"]


def put_right(reader: Reader) -> None:
    """Sort the situation that is shown as its author would."""
    put(reader, SITUATIONS[reader.shows["view"]["next"]["id"]].answer)


def test_those_who_want_more_get_more(sorter: Reader, course: LocalCourse) -> None:
    """The session is done after everyone's situations; the others follow, are counted apart, and come to an end."""
    for _ in EXERCISE.situations:
        put_right(sorter)
    session = next(mark for mark in Person(course).home().sessions if mark.id == "01-what-it-is")
    assert EXERCISE.title not in session.to_do
    assert sorter.shows["view"]["again"] == "More practice, if you like. You can stop at any time."
    for _ in EXERCISE.more:
        put_right(sorter)
    assert sorter.shows["view"]["progress"]["text"] == "12 of 12 situations sorted, and 12 of 12 more"
    assert sorter.shows["view"]["next"] is None
    assert sorter.shows["view"]["end"]["next"] == "All are sorted."


def test_each_answer_gets_the_three_questions_and_the_source(sorter: Reader) -> None:
    """What is said of an answer names whose knowledge, who may change it, who answers, and where the key comes from."""
    put_right(sorter)
    told, first = sorter.shows["view"]["last"], EXERCISE.situations[0]
    questions = EXERCISE.questions
    assert [each["ask"] for each in told["key_answers"]] == list(questions.model_dump().values())
    assert [each["html"] for each in told["key_answers"]] == list(first.key.model_dump().values())
    assert EXERCISE.source(first).quote in told["source"]


def test_a_situation_that_is_not_on_the_table_is_refused(sorter: Reader) -> None:
    """An answer to a situation that was sorted right already, as from a second tab, changes nothing."""
    first = sorter.shows["view"]["next"]["id"]
    put(sorter, SITUATIONS[first].answer)
    sorter.say("Sort", exercise="sorting", situation=first, answer="neither")
    assert sorter.shows["notice"]["what"] == "it is not on the table now"
    assert sorter.shows["view"]["progress"]["value"] == 1


@pytest.fixture
def checker(course: LocalCourse) -> Reader:
    """A reader at the self-check."""
    made = Reader("self-check", course)
    made.start(check="readiness")
    return made


def rate_all(reader: Reader, level: int) -> None:
    """Answer every statement alike."""
    for group in reader.shows["view"]["groups"]:
        for statement in group["statements"]:
            reader.say("Rate", check="readiness", round=1, statement=statement["id"], level=level)


@pytest.mark.parametrize(
    ("level", "words"), [(1, "about “never”"), (3, "about “now and then”"), (5, "about “nearly every time”")]
)
def test_the_profile_is_in_words(checker: Reader, level: int, words: str) -> None:
    """Each complete group has its sentence, and a row with the scale's word in the chart's table."""
    empty = checker.shows["view"]["profile"]
    assert (empty["groups"], empty["chart"]) == ([], None)
    rate_all(checker, level)
    profile = checker.shows["view"]["profile"]
    rows = profile["chart"]["table"]["rows"]
    assert [row[0] for row in rows] == [group["name"] for group in profile["groups"]]
    assert (len(rows), {row[1] for row in rows}) == (6, {words})
    assert all(group["says"] and group["taken_up"] for group in profile["groups"])


def test_a_check_that_was_begun_can_be_ended(checker: Reader) -> None:
    """After the first answer it says how many statements would be skipped; before it and after the last, nothing."""
    assert (checker.shows["view"]["rest"], checker.shows["share"]) == (None, 0)
    checker.say("Rate", check="readiness", round=1, statement="asked-before", level=3)
    left = checker.shows["view"]["progress"]["max"] - 1
    assert checker.shows["view"]["rest"]["text"] == f"Skip the other {left} statements"
    rate_all(checker, 0)
    assert (checker.shows["view"]["rest"], checker.shows["share"]) == (None, 1)


def test_what_could_not_be_seen_is_no_low_step(checker: Reader) -> None:
    """If nothing was seen there is nothing to draw, and each group asks who could see it."""
    rate_all(checker, 0)
    profile = checker.shows["view"]["profile"]
    assert profile["chart"] is None
    assert all("Who could?" in group["says"] for group in profile["groups"])


def test_an_answer_can_be_changed(checker: Reader, course: LocalCourse) -> None:
    """The newest answer counts, also after the page was opened again."""
    for level in (1, 4):
        checker.say("Rate", check="readiness", round=1, statement="asked-before", level=level)
    shows = Reader("self-check", course).start(check="readiness")
    assert shows["view"]["groups"][0]["statements"][0]["value"] == "4"
    assert shows["view"]["progress"]["value"] == 1


@pytest.mark.parametrize("place", [{"check": 3}, {"check": "readiness", "round": 9}, {}])
def test_a_place_that_is_none_is_refused(course: LocalCourse, place: dict[str, object]) -> None:
    """What the browser kept is not trusted."""
    with pytest.raises(CourseError):
        Reader("self-check", course).start(**place)


def test_who_you_are_is_kept_and_can_be_changed(course: LocalCourse) -> None:
    """What one said is there when the page is opened again, is greeted by name, and stands in the frame."""
    reader = Reader("about-you", course)
    reader.start()
    reader.say("Introduce", name="Amina", role="Teacher", leads="The Tuesday meeting")
    reader.say("Introduce", name="Amina B.", role="Teacher", leads="")
    shows = Reader("about-you", course).start()
    assert [field["value"] for field in shows["form"]["fields"]] == ["Amina B.", "Teacher", ""]
    assert shows["said"] == "Good to have you here, Amina B."


def test_who_comes_back_sees_what_was_done_in_another_tab(course: LocalCourse) -> None:
    """A page that was open all the time shows what was saved elsewhere as soon as it is asked to look again."""
    left, other = Reader("about-you", course), Reader("about-you", course)
    assert left.start()["looks"]
    other.start()
    other.say("Introduce", name="Amina", role="Teacher", leads="")
    assert left.say("LookAgain")["form"]["fields"][0]["value"] == "Amina"


def test_sessions_are_marked_when_all_their_exercises_are_done(course: LocalCourse, checker: Reader) -> None:
    """Home says what is still to do in session 00, then that the session is done."""

    def to_do() -> tuple[str, ...]:
        return next(mark.to_do for mark in Person(course).home().sessions if mark.id == "00-start-here")

    assert to_do() == ("Who you are", "How things are at your place", "Your problem")
    reader = Reader("about-you", course)
    reader.start()
    reader.say("Introduce")
    assert to_do() == ("How things are at your place", "Your problem")
    rate_all(checker, 2)
    assert to_do() == ("Your problem",)
    Person(course).write_part("00-start-here")
    sessions = Reader("home", course).start()["contents"]["sessions"]
    assert [session["mark"] for session in sessions][:1] == ["Done"]
