"""The role-play page, played as a person would: find by what is shown, say, look again."""

import json
import uuid
from typing import Any

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.roleplay.debrief import debrief
from dlcourse.errors import CourseError
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.debrief import cast_of
from dlcourse.pages.roleplay.findings import talk_and_decision
from tests.domain.roleplay.anybody import saved
from tests.domain.roleplay.learners import Sitting, announce, go_on
from tests.ids import new_id
from tests.pages.conftest import Reader


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the brief of the reading gap."""
    made = Reader("roleplay", course)
    made.start(scenario="the-reading-gap")
    return made


def sit(reader: Reader, seat: str, scenario: str = "the-reading-gap") -> str:
    """Take a seat; the play's id, by which chance is decided at the table: each test has the same in every run."""
    play = str(uuid.UUID(int=next(reader.plays), version=4))
    reader.say("BeginPlay", play=play, scenario=scenario, seat=seat)
    return play


def talk(reader: Reader, seat: str) -> str:
    """Take a seat and state a first preference; the play's id."""
    play = sit(reader, seat)
    reader.say("StatePreference", play=play, option="buy-program")
    return play


def to_the_end(reader: Reader, play: str, option: str) -> dict[str, Any]:
    """Close the talk with this option and take the first way at each crossroads."""
    reason = {"reason": "It is what we know.", "credits": ["secretary"]}
    closing = reader.shows["task"]["closing"]
    reader.say(closing["say"], **closing["fixed"], option=option, **(reason if closing["say"] == "Decide" else {}))
    while reader.shows["screen"] == "table":
        form = reader.shows["task"]["form"]
        reader.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][0]["value"])
    return reader.shows


def test_the_brief_offers_every_seat_and_no_secret(reader: Reader) -> None:
    """Before sitting down one sees the seats, and neither facts nor what is best."""
    assert len(reader.shows["form"]["fields"][0]["choices"]) == 5
    assert "Stepping Stones, they also put a second adult" not in json.dumps(reader.shows)
    assert "move-block" not in json.dumps(reader.shows)


def test_a_seat_leads_to_the_first_preference_and_then_to_talk(reader: Reader) -> None:
    """Sitting down asks for a private preference; stating it opens the talk with all its minutes."""
    play = sit(reader, "secretary")
    assert reader.shows["stage"] == "prefer"
    assert not reader.shows["clock"]
    reader.say("StatePreference", play=play, option="buy-program")
    assert reader.shows["clock"]["text"] == "12 of 12 minutes of talk left"


def test_a_question_takes_a_minute_and_brings_answers(reader: Reader) -> None:
    """Asking everyone after an opening shows the question, a fact new to the table, and a silence of the others."""
    play = talk(reader, "teacher")
    for move, parts in (
        ("ShareFact", {"fact": "eleven-oclock"}),
        ("Ask", {"how": "dissent"}),
        ("Ask", {"how": "open"}),
    ):
        reader.say(move, play=play, **parts)
    asked, answered, *others = reader.shows["passages"][-1]["lines"][-5:]
    assert (asked["mine"], asked["manner"]) == (True, "to everyone")
    assert (answered["mine"], answered["quiet"], answered["fact"]["new"]) == (False, False, True)
    assert [(line["mine"], line["quiet"], line["fact"]) for line in others] == [(False, True, None)] * 3
    assert reader.shows["clock"]["left"] == 9
    assert f"From {answered['who'].split(',')[0]}, minute 3" in json.dumps(reader.shows["known"])
    assert "Said by you, minute 1" in json.dumps(reader.shows["known"])


def test_a_silence_is_visible(reader: Reader) -> None:
    """Whoever tells nothing hesitates or has nothing to add, in words, or says nothing once the words are used up."""
    play = talk(reader, "principal")
    for _ in range(12):
        reader.say("Ask", play=play, how="open")
    quiet = [line for line in reader.shows["passages"][-1]["lines"] if line["quiet"]]
    assert {line["manner"] for line in quiet} <= {*words.MANNERS["hesitates"], "", "says nothing"}
    assert all(line["says"] or line["html"] or line["manner"] == "says nothing" for line in quiet)
    told = [line["says"] or line["html"] for line in quiet if line["manner"] != "says nothing"]
    assert len(told) == len(set(told)) > 8


def test_coming_back_to_what_somebody_told(reader: Reader) -> None:
    """Sharing a fact that a colleague told says whose it is, and that colleague reacts."""
    play = talk(reader, "teacher")
    for move, parts in (
        ("ShareFact", {"fact": "eleven-oclock"}),
        ("Ask", {"how": "dissent"}),
        ("Ask", {"how": "open"}),
    ):
        reader.say(move, play=play, **parts)
    heard = reader.shows["task"]["form"]["fields"][0]["ways"][5]["fields"][0]["groups"][1]
    assert heard["label"] == "Heard at the table: come back to it"
    fact = heard["choices"][0]["value"]
    reader.say("ShareFact", play=play, fact=fact)
    mine, reaction = reader.shows["passages"][-1]["lines"][-2:]
    scenario = saved("the-reading-gap")
    (holder,) = (scenario.role(role).name for role in scenario.fact(fact).held_by)
    assert holder.split(",")[0] in mine["says"]
    assert (reaction["who"], reaction["quiet"]) == (holder, True)


def test_a_refused_move_is_told_and_the_table_stays(reader: Reader) -> None:
    """Sharing what one does not know gives a notice in words and takes no minute."""
    play = talk(reader, "teacher")
    reader.say("ShareFact", play=play, fact="nonsense")
    assert reader.shows["notice"]["what"] == "you do not know this"
    assert reader.shows["clock"]["left"] == 12
    reader.say("Ask", play=play, how="open")
    assert reader.shows["notice"] is None


def test_when_time_is_up_only_the_decision_remains(reader: Reader) -> None:
    """After the last minute the page offers nothing but the decision."""
    play = talk(reader, "principal")
    for _ in range(12):
        reader.say("Ask", play=play, how="open")
    assert reader.shows["stage"] == "decide"
    assert reader.shows["task"]["form"]["say"] == "Decide"
    reader.say("Ask", play=play, how="open")
    assert "time is used up" in reader.shows["notice"]["what"]


def test_who_does_not_decide_sees_the_decider_decide(reader: Reader) -> None:
    """Closing the talk from another seat shows the decider's decision in the story."""
    play = talk(reader, "custodian")
    assert reader.shows["task"]["closing"]["submit"] == "Keep it and let Anil Raman decide"
    reader.say("CloseTalk", play=play, option="extra-hour")
    lines = [line for passage in reader.shows["passages"] for line in passage["lines"]]
    (decides,) = [line for line in lines if line["manner"] == "decides"]
    assert not decides["mine"]
    assert lines[-1]["quiet"]


def test_the_debrief_tells_who_knew_what(reader: Reader) -> None:
    """After the end: what led there, figures, who held each divided fact, and what all would have known together."""
    play = talk(reader, "principal")
    reader.say("ShareFact", play=play, fact="second-adult")
    shows = to_the_end(reader, play, "buy-program")
    told = shows["talk"]
    assert shows["screen"] == "debrief"
    assert [number["value"] for number in told["numbers"][:2]] == ["1 of 11", "1 of 1"]
    (led,) = shows["end"]["led"]
    assert shows["end"]["note"].startswith("This is how it ended.")
    assert led == shows["story"]["passages"][-2]["lines"][-1]
    assert led["feedback"]
    assert len(told["matrix"]["rows"]) == 11
    assert [row["surfaced"] for row in told["matrix"]["rows"]].count("Never") == 10
    assert told["numbers"][3]["value"] == "3"
    assert "stronger" in told["headline"][0]
    assert shows["questions"]["list"]
    assert all(len(row["held"]) == 5 for row in told["matrix"]["rows"])


@pytest.mark.parametrize(
    ("even", "decided", "told"),
    [
        ("move-block", "move-block", "Talk and decision fit together"),
        ("move-block", "buy-program", "The talk was better than the decision"),
        ("buy-program", "move-block", "The decision was better than the talk"),
        ("buy-program", "extra-hour", "The talk did not bring out enough"),
    ],
)
def test_the_talk_is_told_from_the_decision(even: str, decided: str, told: str) -> None:
    """The debrief's first sentences say whether talk, decision, both or neither went well."""
    sitting = Sitting(saved("the-reading-gap"), "teacher")
    announce(sitting, "buy-program")
    go_on(sitting)
    view = debrief(sitting.play, "teacher", {}, "play")
    assert view.talk
    talk = view.talk.model_copy(update={"even": even, "decided": decided, "solved": decided == view.talk.best})
    (sentence, *why) = talk_and_decision(talk, cast_of(view))
    assert sentence.startswith(told)
    assert "Anil Raman" in sentence
    assert bool(why) == ("better than the decision" in told)


def test_ones_own_words_come_back_as_text(reader: Reader) -> None:
    """Script in an idea or a reason is shown as the person's words, never as HTML of the page."""
    play = talk(reader, "principal")
    reader.say("VoiceIdea", play=play, option="extra-hour", words="<script>alert(1)</script>")
    line = reader.shows["passages"][-1]["lines"][0]
    assert line["words"] == "<script>alert(1)</script>"
    assert "script" not in line["html"]


def test_opening_again_goes_on_where_one_was(reader: Reader, course: LocalCourse) -> None:
    """A page that is opened anew shows the newest play that has not ended, at the same minute."""
    play = talk(reader, "teacher")
    reader.say("Ask", play=play, how="open")
    again = Reader("roleplay", course)
    shows = again.start(scenario="the-reading-gap")
    assert shows["clock"] == reader.shows["clock"]
    assert shows["passages"] == reader.shows["passages"]


def test_a_new_attempt_from_any_own_move_leaves_the_old_one_as_it_is(reader: Reader) -> None:
    """Trying again from a move begins a second attempt there; both can then be set side by side."""
    play = talk(reader, "principal")
    reader.say("Ask", play=play, how="open")
    reader.say("Ask", play=play, how="expertise", to="teacher")
    ended = to_the_end(reader, play, "buy-program")
    second = new_id()
    move = ended["story"]["moves"][1]
    reader.say("BranchPlay", play=second, source=play, moves=move)
    assert reader.shows["clock"]["left"] == 11
    to_the_end(reader, second, "move-block")
    reader.say("SetSide", first=play, second=second)
    assert reader.shows["screen"] == "compare"
    assert reader.shows["rows"][1]["cells"] == ["Buy the Stepping Stones program", "Move reading to mid-morning"]
    reader.say("ShowScreen")
    rows = reader.shows["attempts"]["rows"]
    assert [row["number"] for row in rows] == ["2", "1"]
    assert rows[0]["note"] == "from attempt 1"


def test_every_offered_branch_point_is_accepted(reader: Reader) -> None:
    """Each 'try again from here' that the debrief offers really begins a new attempt."""
    play = talk(reader, "secretary")
    reader.say("Ask", play=play, how="dissent")
    reader.say("VoiceIdea", play=play, option="extra-hour", words="")
    for moves in to_the_end(reader, play, "extra-hour")["story"]["moves"]:
        branch = new_id()
        reader.say("BranchPlay", play=branch, source=play, moves=moves)
        assert reader.shows["notice"] is None
        assert reader.shows["place"]["play"] == branch


def test_the_brief_can_be_reached_from_a_play(reader: Reader) -> None:
    """'All attempts' shows the brief with the attempts, and a play can be opened from there again."""
    play = talk(reader, "principal")
    reader.say("ShowScreen")
    assert reader.shows["screen"] == "brief"
    assert reader.shows["attempts"]["rows"][0]["open"] == "Go on with attempt 1"
    reader.say("ShowScreen", play=play)
    assert reader.shows["screen"] == "table"


def test_an_unknown_scenario_is_told(course: LocalCourse) -> None:
    """A page for a scenario that is not there says so."""
    shows = Reader("roleplay", course).start(scenario="nowhere")
    assert shows["notice"]["what"] == "there is none called 'nowhere'"


@pytest.mark.parametrize(
    "raw",
    [{}, {"say": "Home"}, {"say": "PlayBegun"}, {"say": "Ask", "id": "x"}, {"say": "ShareFact", "id": "a" * 36}],
)
def test_messages_that_are_none_of_the_pages_are_refused(reader: Reader, raw: dict[str, Any]) -> None:
    """Anything but a role-play command or a known word raises a CourseError and shows nothing new."""
    before = len(reader.shown)
    with pytest.raises(CourseError):
        reader.program.receive(raw)
    assert len(reader.shown) == before


def test_a_story_without_a_panel_is_played_by_choices(course: LocalCourse) -> None:
    """The branching story asks for no seat, goes from scene to scene, and ends in a debrief without figures."""
    reader = Reader("roleplay", course)
    begins = reader.start(scenario="sealed-workshop")["form"]
    assert (begins["fields"], begins["submit"]) == ([], "Begin the story")
    reader.say(begins["say"], play=new_id(), **begins["fixed"])
    assert reader.shows["task"]["form"]["say"] == "MakeChoice"
    assert reader.shows["gauges"]["list"]
    while reader.shows["screen"] == "table":
        form = reader.shows["task"]["form"]
        reader.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][-1]["value"])
    assert reader.shows["screen"] == "debrief"
    assert (reader.shows["talk"], reader.shows["film"]) == (None, None)
    assert reader.shows["lead"] == "Attempt 1"
    assert reader.shows["stakes"]["list"]


def test_a_move_looks_at_the_table_once_and_not_at_the_attempts(reader: Reader, course: LocalCourse) -> None:
    """A shared fact costs one query, with the notice of one's own change; the end of a play looks at the attempts."""
    play = talk(reader, "teacher")
    asked: list[str] = []
    see = course.see
    course.see = lambda query: asked.append(type(query).__name__) or see(query)  # type: ignore[method-assign, func-returns-value]
    fact = reader.shows["task"]["form"]["fields"][0]["ways"][5]["fields"][0]["groups"][0]["choices"][0]["value"]
    reader.say("ShareFact", play=play, fact=fact)
    reader.catch_up()
    assert asked == ["Table"]
    shows = to_the_end(reader, play, "buy-program")
    reader.catch_up()
    assert [asked.count(query) for query in ("Attempts", "Debrief", "PathMap")] == [1, 1, 1]
    assert shows["lead"].startswith("Attempt 1")


def test_a_second_tab_catches_up(reader: Reader, course: LocalCourse) -> None:
    """A move in one tab shows in the other without a word said there, up to the debrief."""
    play = talk(reader, "teacher")
    other = Reader("roleplay", course)
    other.start(scenario="the-reading-gap")
    reader.say("Ask", play=play, how="open")
    while other.shows["clock"]["left"] == 12:
        other.hears()
    assert other.shows["passages"] == reader.shows["passages"]
    to_the_end(reader, play, "buy-program")
    while other.shows["screen"] != "debrief":
        other.hears()
    assert other.shows["talk"] == reader.shows["talk"]


def test_who_looks_at_something_else_is_left_there(reader: Reader, course: LocalCourse) -> None:
    """A change of a play that one has left, or of one's last attempt, opens nothing by itself."""
    play = talk(reader, "teacher")
    other = Reader("roleplay", course)
    other.start(scenario="the-reading-gap")
    other.plays = reader.plays  # a play of its own
    other.say("ShowScreen")
    second = talk(other, "custodian")
    reader.say("Ask", play=play, how="open")
    other.say("Ask", play=second, how="open")
    assert other.hears()["place"]["play"] == second
    assert other.shows["clock"]["left"] == 11


def test_two_attempts_are_marked_where_they_part(reader: Reader) -> None:
    """Side by side, the first line that differs is marked in both; without a common start nothing is."""
    play = talk(reader, "principal")
    reader.say("Ask", play=play, how="open")
    reader.say("Ask", play=play, how="dissent")
    move = to_the_end(reader, play, "buy-program")["story"]["moves"][1]
    second = new_id()
    reader.say("BranchPlay", play=second, source=play, moves=move)
    reader.say("Ask", play=second, how="expertise", to="teacher")
    to_the_end(reader, second, "move-block")
    reader.say("SetSide", first=play, second=second)
    parting = [marked_lines(told) for told in reader.shows["talks"]]
    assert [[line["moves"] for line in lines] for lines in parting] == [[move], [move]]
    reader.say("ShowScreen")
    fresh = talk(reader, "custodian")
    to_the_end(reader, fresh, "move-block")
    reader.say("SetSide", first=play, second=fresh)
    assert [marked_lines(told) for told in reader.shows["talks"]] == [[], []]


def marked_lines(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the lines that say that two attempts part here."""
    return [line for passage in told["passages"] for line in passage["lines"] if "parting" in line]
