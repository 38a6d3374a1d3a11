"""The home page: sessions and their marks, where I was, own scenarios."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.curriculum.progress import HomeView, SessionMark
from dlcourse.pages.curriculum.home import session_link
from dlcourse.pages.curriculum.next_and_due import next_props, where_one_is
from dlcourse.pages.curriculum.words import sessions_done
from dlcourse.pages.words import day as in_words
from tests.ids import new_id
from tests.pages.conftest import Reader
from tests.pages.roleplay.test_page import to_the_end
from tests.person import Person


def following(course: LocalCourse) -> dict[str, Any]:
    """What home says is next."""
    found: dict[str, Any] = Reader("home", course).start()["contents"]["next"]
    return found


def play_it(course: LocalCourse) -> None:
    """Play the reading gap to its end."""
    reader = Reader("roleplay", course)
    reader.start(scenario="the-reading-gap")
    play = new_id()
    reader.say("BeginPlay", play=play, scenario="the-reading-gap", seat="principal")
    reader.say("StatePreference", play=play, option="buy-program")
    to_the_end(reader, play, "buy-program")


def test_open_sessions_are_linked_and_others_only_named(course: LocalCourse) -> None:
    """All sessions of the course are open and have links; one that is not open would have none and say so."""
    sessions = Reader("home", course).start()["contents"]["sessions"]
    assert [session["to"] for session in sessions] == [f"session/{session['id']}" for session in sessions]
    closed = session_link(session_of(1).model_copy(update={"open": False}))
    assert (closed["to"], closed["mark"]) == ("", "Not open yet")


def test_links_lead_to_every_page_that_is_there(course: LocalCourse) -> None:
    """The links of the first response are the open sessions and all role-plays."""
    shows = Reader("home", course).start()
    assert {link["to"] for link in shows["links"]} >= {"session/03-the-reading-gap", "play/the-empty-seats"}


def test_a_begun_play_is_offered_to_go_on_with(course: LocalCourse) -> None:
    """After taking a seat, home offers to go on there."""
    reader = Reader("roleplay", course)
    reader.start(scenario="the-empty-seats")
    seat = reader.shows["form"]["fields"][0]["choices"][0]["value"]
    reader.say("BeginPlay", play=new_id(), scenario="the-empty-seats", seat=seat)
    assert Reader("home", course).start()["contents"]["next"]["to"] == "play/the-empty-seats"


def test_an_ended_play_marks_its_session_done(course: LocalCourse) -> None:
    """The session whose exercise it is gets its mark, and there is no play left to go on with."""
    before = Reader("home", course).start()
    play_it(course)
    Person(course).write_part("03-the-reading-gap")
    after = Reader("home", course).start()
    marks = [
        next(session["mark"] for session in shows["contents"]["sessions"] if session["id"] == "03-the-reading-gap")
        for shows in (before, after)
    ]
    assert marks[0] != marks[1] == "Done"
    assert after["contents"]["next"]["to"] == "session/00-start-here"


def test_a_newcomer_is_told_where_to_begin_and_others_where_to_go_on(course: LocalCourse) -> None:
    """Next is the first session that is not done; one that was begun comes before it, and an open play before both."""
    assert following(course) == {
        "title": "What is next",
        "to": "session/00-start-here",
        "label": "Begin with “Start here”",
        "note": "45 to 55 minutes. After that, take the sessions in order, or pick any that you like.",
    }
    play_it(course)
    Person(course).write_part("03-the-reading-gap")
    assert (following(course)["label"], following(course)["to"]) == ("Go on with “Start here”", "session/00-start-here")
    averages = Reader("averages", course)
    averages.start(team="small-school")
    averages.say("GuessHighest", skill="Instructing", occupation="Instructional Coordinators")
    assert following(course)["label"] == "Go on with “Everyone is an expert”"
    assert following(course)["to"] == "session/02-everyone-is-an-expert#go-on"
    reader = Reader("roleplay", course)
    reader.start(scenario="the-reading-gap")
    reader.say("BeginPlay", play=new_id(), scenario="the-reading-gap", seat="principal")
    assert following(course)["to"] == "play/the-reading-gap"


def test_three_sorted_situations_are_a_beginning(course: LocalCourse) -> None:
    """A session counts as begun when something was done in one of its exercises, wherever that was."""
    reader = Reader("sorting", course)
    reader.start(exercise="sorting")
    for _ in range(3):
        reader.say("Sort", exercise="sorting", situation=reader.shows["view"]["next"]["id"], answer="neither")
    assert following(course)["label"] == "Go on with “What it is, and is not”"
    session = Library(files.data()).curriculum().session("01-what-it-is")
    minutes = f"{session.core} to {session.minutes} minutes"
    left = "“Delegation, distribution, or neither?” and “How your problem is led today”"
    assert following(course)["note"] == f"{minutes}. Still to do: {left}"
    path = Reader("home", course).start()["contents"]["sessions"]
    assert [stop["stands"] for stop in path[:3]] == ["ahead", "here", "ahead"]


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("WriteEntry", {"entry": "entry-01", "steps": [{"words": "Some words."}]}),
        ("MakeCommitment", {"commitment": "promise-1", "what": "Ask Joy."}),
    ],
)
def test_writing_in_a_session_is_a_beginning(course: LocalCourse, kind: str, parts: dict[str, object]) -> None:
    """A session in whose log something was written or promised is where one goes on."""
    log = Reader("log", course)
    log.start(session="07-a-better-way")
    log.say(kind, session="07-a-better-way", **parts)
    assert following(course)["to"] == "session/07-a-better-way#go-on"


def session_of(number: int, last: str = "", *, done: bool = False) -> SessionMark:
    """A session in which something was done at ``last``, if that is not empty."""
    to_do = () if done else ("An exercise",)
    name = f"{number:02}-a"
    return SessionMark(
        id=name, title=name, summary="", minutes=1, open=True, done=done, begun=bool(last), to_do=to_do, last=last
    )


@pytest.mark.parametrize(
    ("sessions", "here"),
    [
        ((session_of(0, "1"), session_of(1, "2"), session_of(2, "4"), session_of(3, "3")), "02-a"),
        ((session_of(0, "1"), session_of(1, "2", done=True), session_of(2)), "02-a"),
        ((session_of(0, "1"), session_of(1, "2"), session_of(2, "3", done=True)), "01-a"),
        ((session_of(0), session_of(1, "2", done=True)), "00-a"),
    ],
    ids=["last touched", "first not begun", "left unfinished last", "passed over"],
)
def test_one_is_where_one_did_something_last(sessions: tuple[SessionMark, ...], here: str) -> None:
    """Home leads to the session of the last thing done, or from one that is done to the next that was not begun."""
    view = HomeView(title="", summary="", person="", sessions=sessions, scenarios=(), faults=(), resume=None)
    found = where_one_is(view)
    assert found is not None
    assert found.id == here


def test_whoever_went_ahead_is_where_they_are(course: LocalCourse) -> None:
    """Home goes on in the session of the newest work; an earlier one that was left unfinished is only begun."""
    sorting, log = Reader("sorting", course), Reader("log", course)
    sorting.start(exercise="sorting")
    sorting.say("Sort", exercise="sorting", situation=sorting.shows["view"]["next"]["id"], answer="neither")
    log.start(session="07-a-better-way")
    log.say("MakeCommitment", session="07-a-better-way", commitment="promise-1", what="Ask Joy.")
    assert following(course)["to"] == "session/07-a-better-way#go-on"
    stops = {stop["id"]: stop["mark"] for stop in Reader("home", course).start()["contents"]["sessions"]}
    assert (stops["01-what-it-is"], stops["07-a-better-way"]) == ("Begun", "You are here")
    sorting.say("Sort", exercise="sorting", situation=sorting.shows["view"]["next"]["id"], answer="neither")
    assert following(course)["to"] == "session/01-what-it-is#go-on"


def test_promises_that_are_due_are_on_the_desk(course: LocalCourse) -> None:
    """The three most urgent promises are shown with their days, the rest is counted; without any there is nothing."""
    log, today = Reader("log", course), datetime.now(UTC).date()
    log.start()
    for days in (30, 60):
        log.say("MakeCommitment", commitment=f"later-one-{days}", what="Later.", by=str(today + timedelta(days=days)))
    assert Reader("home", course).start()["contents"]["due"] is None
    for days in (2, 1, 0, 3):
        day = str(today + timedelta(days=days))
        log.say("MakeCommitment", commitment=f"promise-{days}", session="", what=f"In {days} days.", by=day)
    due = Reader("home", course).start()["contents"]["due"]
    assert [item["what"] for item in due["promises"]] == ["In 0 days.", "In 1 days.", "In 2 days."]
    assert (due["promises"][0]["note"], due["more"], due["to"]) == (
        f"By {in_words(str(today))}",
        "and 1 promise more",
        "log",
    )


def test_with_every_session_done_home_leads_to_the_portfolio() -> None:
    """Whoever has done all open sessions is told so, and what they can do then."""
    mark = SessionMark(id="00-a", title="A", summary="", minutes=1, open=True, done=True, begun=True, to_do=())
    view = HomeView(title="", summary="", person="", sessions=(mark,), scenarios=(), faults=(), resume=None)
    assert next_props(view, where_one_is(view))["to"] == "portfolio"


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


def test_the_sessions_are_counted_as_the_list_has_them() -> None:
    """What is done is counted of the open sessions, and those that are not open yet are counted beside them."""
    done, open_, closed = session_of(1, done=True), session_of(2), session_of(3).model_copy(update={"open": False})
    assert sessions_done((done, open_, closed)) == "1 of 2 open sessions done; 1 to come"
    assert sessions_done((done, open_)) == "1 of 2 sessions done"
