"""The home page: sessions and their marks, where I was, own scenarios."""

import shutil
import uuid
from datetime import timedelta
from pathlib import Path

from dlcourse import files
from dlcourse.course.local import LocalCourse
from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.store import utc_now
from tests.handlers.mywork.test_work import sort_one
from tests.pages.conftest import Reader
from tests.pages.roleplay.test_page import to_the_end
from tests.person import Person


def play_it(course: LocalCourse) -> None:
    """Play the reading gap to its end."""
    reader = Reader("roleplay", course)
    reader.start(scenario="the-reading-gap")
    play = str(uuid.uuid4())
    reader.say("BeginPlay", play=play, scenario="the-reading-gap", seat="principal")
    reader.say("StatePreference", play=play, option="buy-program")
    to_the_end(reader, play, "buy-program")


def test_open_sessions_are_linked_and_others_only_named(course: LocalCourse) -> None:
    """Sessions that are not open have no link and say so."""
    sessions = {session["id"]: session for session in Reader("home", course).start()["contents"]["sessions"]}
    assert sessions["03-the-reading-gap"]["to"] == "session/03-the-reading-gap"
    assert sessions["09-many-decisions-one-result"]["to"] == ""
    assert sessions["09-many-decisions-one-result"]["mark"] == "Not open yet"


def test_links_lead_to_every_page_that_is_there(course: LocalCourse) -> None:
    """The links of the first response are the open sessions and all role-plays."""
    shows = Reader("home", course).start()
    assert {link["to"] for link in shows["links"]} >= {"session/03-the-reading-gap", "play/the-empty-seats"}


def test_a_begun_play_is_offered_to_go_on_with(course: LocalCourse) -> None:
    """After taking a seat, home offers to go on there."""
    reader = Reader("roleplay", course)
    reader.start(scenario="the-empty-seats")
    seat = reader.shows["form"]["fields"][0]["choices"][0]["value"]
    reader.say("BeginPlay", play=str(uuid.uuid4()), scenario="the-empty-seats", seat=seat)
    assert Reader("home", course).start()["contents"]["next"]["to"] == "play/the-empty-seats"


def test_what_is_done_marks_its_session_done(course: LocalCourse) -> None:
    """The session whose exercises were done gets its mark, and nothing is left to resume."""
    before = Reader("home", course).start()
    play_it(course)
    Person(course).write_part("03-the-reading-gap")
    after = Reader("home", course).start()
    marks = [
        next(session["mark"] for session in shows["contents"]["sessions"] if session["id"] == "03-the-reading-gap")
        for shows in (before, after)
    ]
    assert marks[0] != marks[1] == "Done"
    assert not after["contents"]["next"]["to"].startswith("play/")


def test_a_newcomer_is_told_where_to_begin_and_others_where_to_go_on(course: LocalCourse) -> None:
    """Offered is the first session not done; a session that was begun goes before it, and a play before both."""
    begin = Reader("home", course).start()["contents"]["next"]
    assert (begin["to"], begin["label"]) == ("session/00-start-here", "Begin with “Start here”")
    assert begin["note"].startswith("25 minutes.")
    play_it(course)
    Person(course).write_part("03-the-reading-gap")
    assert Reader("home", course).start()["contents"]["next"]["label"] == "Go on with “Start here”"
    averages = Reader("averages", course)
    averages.start(team="small-school")
    averages.say("GuessHighest", skill="Instructing", occupation="Instructional Coordinators")
    assert Reader("home", course).start()["contents"]["next"]["label"] == "Go on with “Everyone is an expert”"
    reader = Reader("roleplay", course)
    reader.start(scenario="the-reading-gap")
    reader.say("BeginPlay", play=str(uuid.uuid4()), scenario="the-reading-gap", seat="principal")
    assert Reader("home", course).start()["contents"]["next"]["to"] == "play/the-reading-gap"


def test_a_session_begun_anywhere_is_the_one_to_go_on_with(course: LocalCourse) -> None:
    """One situation sorted is enough: home goes on there and not with the first session."""
    sort_one(Person(course))
    following = Reader("home", course).start()["contents"]["next"]
    assert (following["to"], following["label"]) == ("session/01-what-it-is", "Go on with “What it is, and is not”")


def test_promises_near_their_day_are_on_top(course: LocalCourse) -> None:
    """A promise for today is due, with its day and session; one for next year is not; an answered one is gone."""
    person, today = Person(course), utc_now().date()
    promised = {"what": "Ask the custodian", "session": "03-the-reading-gap", "by": today.isoformat()}
    person.do(MakeCommitment, commitment="promise-1", **promised)
    later = (today + timedelta(days=400)).isoformat()
    person.do(MakeCommitment, **{**promised, "commitment": "promise-2", "by": later})
    due = Reader("home", course).start()["contents"]["due"]
    assert [each["what"] for each in due["promises"]] == ["Ask the custodian"]
    assert "The reading gap" in due["promises"][0]["note"]
    person.do(AnswerCommitment, commitment="promise-1", outcome="kept")
    assert Reader("home", course).start()["contents"]["due"] is None


def test_own_scenarios_appear_and_faulty_ones_say_why(course: LocalCourse, own: Path) -> None:
    """A file put into the folder appears when one looks again; one with errors is listed with its findings."""
    home = Reader("home", course)
    assert home.start()["contents"]["own"] == []
    text = (files.data() / "scenarios" / "the-empty-seats.yaml").read_text("utf-8")
    (own / "mine.yaml").write_text(text.replace("id: the-empty-seats", "id: my-own", 1), "utf-8")
    (own / "broken.yaml").write_text("id: [", "utf-8")
    shutil.copy(files.data() / "scenarios" / "the-empty-seats.yaml", own / "taken.yaml")
    shows = home.say("LookAgain")
    assert [scenario["to"] for scenario in shows["contents"]["own"]] == ["play/my-own"]
    assert {fault["file"] for fault in shows["contents"]["faults"]} == {"broken.yaml", "taken.yaml"}
    assert all(fault["findings"] for fault in shows["contents"]["faults"])
