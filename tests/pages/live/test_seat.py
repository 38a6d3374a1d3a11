"""The page of one person in a live session: what it says and offers in each phase."""

from typing import Any

import pytest

from dlcourse.domain.live.messages import (
    BroadcastWords,
    CloseLive,
    LiveDecide,
    LivePrefer,
    LiveShare,
    LiveSupport,
    LiveWouldChoose,
    RevealRoom,
    SeatEveryone,
    ShowFacts,
    StartLive,
)
from dlcourse.domain.live.polls import AskRoom, CloseQuestion
from dlcourse.errors import CourseError
from dlcourse.pages.live import debrief_words, words
from dlcourse.pages.live.seat import init, update
from dlcourse.pages.program import Refused, Seen, Watch
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader

SAYINGS = ("share", "expertise", "open", "dissent", "closed", "rank", "idea")
NAMES = ("Ann", "Ben", "Cleo", "Dan", "Eve")


def phone(live: LiveRoom, member: Member) -> Reader:
    """Somebody's page of the session."""
    reader = Reader("live", member.course)  # type: ignore[arg-type]
    reader.start(session=live.session)
    return reader


def drawn(reader: Reader) -> Any:
    """What the page draws after it has looked again."""
    return reader.say("LookAgain")["contents"]


def sends(contents: Any) -> list[str]:
    """What the forms of the page send."""
    return [form["say"] or form["fields"][0]["ways"][0]["say"] for form in contents["forms"]]


def test_a_topic_that_could_not_be_watched_is_tried_again(classroom: Classroom) -> None:
    """If a topic of the seat cannot be watched, the page says so, and tries again when it looks at the seat next."""
    live = LiveRoom(classroom)
    (ann,) = live.enter("Ann")
    state, _ = init({"session": live.session})
    view = ann.course.see(state.query)
    seen, effects = update(state, Seen(state.query, view))
    watches = [effect for effect in effects if isinstance(effect, Watch)]
    assert watches
    refused, _ = update(seen, Refused(watches[0], CourseError("course", "it is closing", "Try again.")))
    assert watches[0] in update(refused, Seen(state.query, view))[1]
    assert watches[0] not in update(seen, Seen(state.query, view))[1]


def test_the_way_in_and_the_wait(classroom: Classroom) -> None:
    """Somebody finds a door, comes in, waits for a place, and then sees with whom they will play."""
    live = LiveRoom(classroom)
    ann = phone(live, classroom.joined("Ann"))
    door = ann.shows["contents"]["door"]
    assert (door["label"], door["session"]) == (words.ENTER, live.session)
    inside = ann.say("EnterLive", cohort=door["cohort"], session=door["session"])["contents"]
    assert (inside["door"], inside["sentences"]) == (None, [words.WAIT_NO_PLACE])
    live.tell(SeatEveryone)
    placed = drawn(ann)
    assert placed["sentences"] == [words.WAIT_PLACED]
    assert any(mate["you"] and "Ann" in mate["note"] for mate in placed["people"])
    live.tell(StartLive)
    assert sends(drawn(ann)) == ["LivePrefer"]


def test_what_a_seat_can_do_in_each_phase(classroom: Classroom) -> None:
    """Each phase offers what can be done in it, and to the one who decides the decision."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    live.start()
    option = live.group(people[0]).options[0].id
    decider, other = live.in_role("principal"), live.in_role("custodian")
    ann, ben = phone(live, decider), phone(live, other)
    ann.say("LivePrefer", session=live.session, group=1, option=option)
    assert sends(drawn(ann)) == []
    assert words.STATED.format(stated=1, players=5) in drawn(ben)["sentences"]
    for member in people:
        if member is not decider:
            live.say(member, LivePrefer, option=option)
    live.move_on()
    talk = drawn(ben)
    assert talk["talks"]
    (ways,) = (field["ways"] for form in talk["forms"] for field in form["fields"])
    assert [way["key"] for way in ways] == list(SAYINGS)
    assert {fact["since"] for fact in talk["facts"]} == {"own"}
    share = talk["facts"][0]["acts"][0]
    assert (share["say"], share["label"]) == ("LiveShare", words.SHARE)
    ben.say(share["say"], **share["fixed"])
    heard = drawn(ann)
    assert [fact["acts"] for fact in heard["known"] if fact["since"] == "heard"] == [[]]
    (line,) = heard["passages"][-1]["lines"]
    assert talk["facts"][0]["html"] in line["fact"]["html"]
    assert [act["say"] for act in line["acts"]] == ["LiveMarkNew", "LiveSupport"]
    assert heard["said"]
    live.move_on()
    assert (sends(drawn(ann)), sends(drawn(ben))) == (["LiveDecide"], ["LivePrefer"])
    live.say(decider, LiveDecide, option=option, reason="Joy heard it.", credits=("custodian",))
    said = drawn(ben)["passages"][0]["lines"][-1]
    assert (said["who"], said["words"]) == ("Anil Raman, principal", "Joy heard it.")


def test_the_debrief_shows_how_preferences_moved_and_who_knew_what(classroom: Classroom) -> None:
    """In the debrief, a chart of preferences and who knew which fact, then the room once it is revealed."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    live.start()
    for member in people:
        live.say(member, LivePrefer, option=live.group(member).options[0].id)
    live.move_on()
    own = next(fact for fact in live.group(people[0]).facts if fact.since == "own")
    live.say(people[0], LiveShare, fact=own.id)
    live.move_on(3)
    seen = drawn(phone(live, people[1]))
    assert (seen["plays"], seen["tables"]) == (False, [])
    assert len(seen["debrief"]["preferences"]["table"]["rows"]) == len(NAMES)
    assert [row["voiced"] for row in seen["debrief"]["facts"]["rows"]].count(True) == 1
    assert debrief_words.UNDECIDED in seen["debrief"]["lines"]
    live.tell(RevealRoom)
    assert [table["title"] for table in drawn(phone(live, people[1]))["tables"]][-1] == words.ROOM


def test_what_everybody_is_told(classroom: Classroom) -> None:
    """The page shows what was said to all, that facts are read, a question to the room, and that it has ended."""
    live = LiveRoom(classroom)
    (ann, *_) = people = live.enter(*NAMES)
    live.start()
    reader = phone(live, ann)
    live.tell(BroadcastWords, words="Two minutes more.")
    live.tell(ShowFacts)
    assert (drawn(reader)["told"], words.SHOWN in drawn(reader)["sentences"]) == ("Two minutes more.", True)
    live.tell(AskRoom, words="Who decides?", answers=("One", "All"))
    assert "AnswerRoom" in sends(drawn(reader))
    for member in people:
        phone(live, member).say("AnswerRoom", session=live.session, number=1, answer="2")
    assert "AnswerRoom" not in sends(drawn(reader))
    live.tell(CloseQuestion, number=1)
    assert drawn(reader)["tables"][-1]["rows"] == [["One", "0"], ["All", "5"]]
    assert drawn(reader)["answered"] == []
    live.tell(CloseLive)
    ended = drawn(reader)
    assert (ended["heading"], ended["acts"], ended["clock"]) == (words.ENDED, [], None)


def test_one_s_own_answer_to_the_room(classroom: Classroom) -> None:
    """Whoever has answered reads their own answer, also after a reload; those who have not are still asked."""
    live = LiveRoom(classroom)
    ann, ben = live.enter("Ann", "Ben")
    live.tell(AskRoom, words="Who decides?", answers=("One", "All"))
    phone(live, ann).say("AnswerRoom", session=live.session, number=1, answer="2")
    (mine,) = drawn(phone(live, ann))["answered"]
    assert (mine["ask"], mine["answer"], mine["open"]) == ("Who decides?", "All", True)
    assert "5 people" in mine["note"]
    other = drawn(phone(live, ben))
    assert (other["answered"], sends(other)) == ([], ["AnswerRoom"])
    live.tell(AskRoom, words="What do you take along?")
    phone(live, ann).say("AnswerRoom", session=live.session, number=2, words="To ask first")
    written, chosen = drawn(phone(live, ann))["answered"]
    assert (written["answer"], written["note"], written["open"]) == ("To ask first", words.ONLY_YOU, True)
    assert (chosen["answer"], chosen["note"], chosen["open"]) == ("All", "", False)
    assert "To ask first" not in str(drawn(phone(live, ben)))


@pytest.mark.parametrize("absence", ["stand-in", "re-deal"])
def test_a_story_can_be_played(classroom: Classroom, absence: Any) -> None:
    """In a branching scene the one who chooses has the choice, and the others say what they would do."""
    live = LiveRoom(classroom, "the-river-project", absence=absence)
    people = live.enter("Ann", "Ben")
    live.start()
    asked = {tuple(sends(drawn(phone(live, member)))) for member in people}
    assert asked <= {("LiveChoose",), ("LiveWouldChoose",)}
    assert ("LiveChoose",) in asked
    here = live.group(people[0]).choice
    assert here
    for member in people:
        live.say(member, LiveWouldChoose, scene=here.scene, choice=here.choices[1].id)
    (sentence,) = drawn(phone(live, people[0]))["would"]
    assert sentence.endswith(f"would: {here.choices[1].name}")
    assert " you " in sentence or sentence.startswith("You ")


def test_a_session_that_is_not_there_is_told(classroom: Classroom) -> None:
    """A link to a session that is not open in one's cohort leads to a sentence about it."""
    reader = Reader("live", classroom.joined("Ann").course)  # type: ignore[arg-type]
    shown = reader.start(session="none-that-is-here")
    assert (shown["contents"], shown["notice"]["what"]) == (None, "there is no such session in your cohort now")


def test_what_a_screen_reader_reads_out(classroom: Classroom) -> None:
    """What is shared is read out to everybody at the table, with who it was; a reaction to it is not."""
    live = LiveRoom(classroom)
    live.enter(*NAMES)
    live.start()
    live.move_on()
    teller, other = live.people[0], phone(live, live.people[1])
    assert drawn(other)["said"] == ""
    fact = next(fact for fact in live.group(teller).facts if fact.since == "own")
    live.say(teller, LiveShare, fact=fact.id)
    read = drawn(other)["said"]
    (line,) = live.group(teller).passages[-1].lines
    assert read == f"{live.seat(teller).role_name} {words.TELLS} {line.text}"
    live.say(live.people[1], LiveSupport, turn=0)
    assert drawn(other)["said"] == read


def test_what_was_kept_and_what_an_observer_does(classroom: Classroom) -> None:
    """Whoever stated a preference is told that it is kept; somebody who observes is told to listen."""
    live = LiveRoom(classroom)
    ann, *_ = live.enter(*NAMES)
    live.start()
    (late,) = live.enter("Finn")
    option = live.group(ann).options[0]
    live.say(ann, LivePrefer, option=option.id)
    assert words.PREFERENCE_KEPT.format(option=option.name) in drawn(phone(live, ann))["sentences"]
    assert words.OBSERVER_NOTES["preference"] in drawn(phone(live, late))["sentences"]
    before = phone(live, ann).shows["screen"]
    live.move_on()
    assert phone(live, ann).shows["screen"] != before
    assert words.OBSERVER_NOTES["talk"] in drawn(phone(live, late))["sentences"]
