"""The console of a live session: what those who lead it see and can do in each part of it, and what they do not see."""

import json
from typing import Any

import pytest

from dlcourse.domain.cohort.messages import GiveRole
from dlcourse.domain.live.messages import (
    BroadcastWords,
    ChooseArm,
    CloseLive,
    LiveAsk,
    LiveCall,
    LiveDecide,
    LiveShare,
    PauseTimer,
)
from dlcourse.domain.live.settings import Arm
from dlcourse.errors import CourseError
from dlcourse.pages.live.leading import console_words as words
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader


class Led:
    """A live session with its console."""

    def __init__(self, classroom: Classroom, *names: str, **settings: Any) -> None:
        self.room = LiveRoom(classroom, **settings)
        self.people = self.room.enter(*names)
        self.reader = self.opened_by(self.room.lead)

    def opened_by(self, member: Member) -> Reader:
        """The console, as this person opens it."""
        reader = Reader("lead-live", member.course)  # type: ignore[arg-type]
        reader.start(cohort=self.room.cohort, session=self.room.session)
        return reader

    def say(self, kind: str, **parts: Any) -> dict[str, Any]:
        """Say something at the console about this session."""
        return self.reader.say(kind, cohort=self.room.cohort, session=self.room.session, **parts)

    @property
    def now(self) -> dict[str, Any]:
        """What the console shows after it has looked again."""
        return self.reader.say("LookAgain")["contents"]  # type: ignore[no-any-return]

    def group(self, number: int = 1) -> dict[str, Any]:
        """The card of a group."""
        return self.now["groups"][number - 1]  # type: ignore[no-any-return]


def labels(acts: list[dict[str, Any]]) -> list[str]:
    """The buttons."""
    return [act["label"] for act in acts]


def test_each_part_of_a_session_offers_what_can_be_done_then(classroom: Classroom) -> None:
    """First seating, then starting, then leading the groups, and nothing after the end."""
    led = Led(classroom, "Ann", "Ben", "Cem")
    assert [row["name"] for row in led.now["waiting"]] == ["Ann", "Ben", "Cem"]
    assert labels(led.now["acts"]) == [words.SEAT, words.CLOSE]
    led.say("SeatEveryone")
    assert labels(led.now["acts"]) == [words.START, words.SEAT_AGAIN, words.CLOSE]
    assert led.now["waiting"] == []
    assert led.say("StartLive")["told"] == "Started."
    clock = ["Move on to the talk", words.PAUSE, "2 min more", "5 min more"]
    assert labels(led.now["acts"]) == [*clock, words.REVEAL, words.CLOSE]
    assert labels(led.group()["acts"]) == [*clock, words.READ]
    led.room.move_on(4)
    assert led.group()["phase"] == "Debrief"
    assert labels(led.group()["acts"]) == [words.READ]
    led.say("RevealRoom")
    assert labels(led.now["acts"]) == [words.CLOSE]
    assert led.now["revealed"]
    led.say("CloseLive")
    assert (led.now["acts"], led.group()["acts"], led.now["tell"]) == ([], [], None)


def test_moving_on_without_a_decision_says_so_first(classroom: Classroom) -> None:
    """Where a group was to decide and has not, moving on says what would be lost; elsewhere it just moves on."""
    led = Led(classroom, "Ann", "Ben")
    led.say("SeatEveryone")
    led.say("StartLive")
    undecided = "1 group has not decided yet. If you move on now, it ends without a decision."
    nexts = {"the talk": "", "the decision": "", "what came of it": undecided, "the debrief": ""}
    for next_phase, said in nexts.items():
        on = [led.now["acts"][0], led.group()["acts"][0]]
        assert labels(on) == [f"Move on to {next_phase}"] * 2
        assert [(act["say"], act["sure"]) for act in on] == [("MoveOn", said)] * 2
        assert (words.TO_DECIDE in led.group()["lines"]) is bool(said)
        led.room.move_on(1)
    assert words.UNDECIDED in led.group()["lines"]


def test_every_button_sends_what_the_console_takes(classroom: Classroom) -> None:
    """Each act of each part is carried out as it is drawn; none is refused."""
    led = Led(classroom, "Ann", "Ben")
    tried = set()
    for _ in range(20):
        contents = led.now
        acts = [
            *(act for group in contents["groups"] for act in [*group["arm_acts"], *group["acts"]]),
            *contents["acts"],
        ]
        fresh = [act for act in acts if act["say"] not in tried and act["say"] != "CloseLive"]
        if not fresh:
            break
        tried.add(fresh[0]["say"])
        assert led.reader.say(fresh[0]["say"], **fresh[0]["fixed"])["notice"] is None
    assert tried >= {"SeatEveryone", "ChooseArm", "StartLive", "MoveOn", "PauseTimer", "ResumeTimer", "ExtendTimer"}
    assert tried >= {"ShowFacts", "RevealRoom"}


def test_somebody_is_moved_by_hand(classroom: Classroom) -> None:
    """A click on a name opens the form; whoever had the seat gets the other one; an observer can only observe."""
    led = Led(classroom, "Ann", "Ben")
    led.say("SeatEveryone")
    seats = {seat["person"]: seat for seat in led.group()["seats"] if seat["person"]}
    shown = led.reader.say("PickPerson", person=seats["Ann"]["move"])["contents"]["mover"]
    assert shown["title"] == "Where should Ann sit?"
    group, seat = shown["form"]["fields"]
    assert (group["value"], [each["value"] for each in group["choices"]]) == ("1", ["1", "2"])
    taken = next(each.role for each in led.room.console().people if each.name == "Ben")
    shown = led.reader.say("SeatSomebody", **shown["form"]["fixed"], group="1", seat=taken)
    assert (shown["told"], shown["contents"]["mover"]) == ("Moved.", None)
    after = {seat["person"]: seat["role"] for seat in led.group()["seats"] if seat["person"]}
    assert after == {"Ann": seats["Ben"]["role"], "Ben": seats["Ann"]["role"]}
    led.reader.say("SeatSomebody", person=seats["Ann"]["move"], group="1", seat="-")
    assert led.group()["seats"][-1]["role"] == words.OBSERVES
    assert led.group()["seats"][-1]["person"] == "Ann"
    assert seat["value"] in {choice["value"] for choice in seat["choices"]}


def test_surfaced_facts_are_a_count_until_somebody_asks_and_the_group_knows(classroom: Classroom) -> None:
    """Before that, no word of a fact is sent to the console; afterward the group is told that it can be read."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    led.room.move_on()
    ann = led.people[0]
    fact = next(fact for fact in led.room.group(ann).facts if fact.since == "own")
    led.room.say(ann, LiveShare, fact=fact.id)
    assert led.group()["measure"]["value"] == 1
    assert fact.text not in json.dumps(led.reader.shown)
    assert not led.room.group(ann).shown
    led.say("ShowFacts", group=1)
    assert [each["text"] for each in led.group()["read"]["facts"]] == [fact.text]
    assert led.room.group(ann).shown


def test_who_is_silent_stands_out(classroom: Classroom) -> None:
    """In the talk, a seat says how often its person said something, or that they were silent so far."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    led.room.move_on()
    led.room.say(led.people[0], LiveAsk, how="dissent")
    notes = {seat["person"]: seat["notes"] for seat in led.group()["seats"]}
    assert {"text": "said 1 thing", "warm": False} in notes["Ann"]
    assert {"text": words.SILENT, "warm": True} in notes["Ben"]
    assert "Doubts were asked for once" in led.group()["lines"]
    assert led.group()["here"] == "2 of 2 here"


def test_a_call_for_help_is_shown_until_it_was_seen_to(classroom: Classroom) -> None:
    """It names who called and from which group, and can be closed."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    led.room.say(led.people[1], LiveCall)
    (call,) = led.now["calls"]
    assert call["text"] == "Ben in group 1"
    led.reader.say(call["act"]["say"], **call["act"]["fixed"])
    assert led.now["calls"] == []


def test_a_clock_that_has_not_changed_is_not_sent_anew(classroom: Classroom) -> None:
    """A change elsewhere leaves the props of a group's clock as they were; a pause changes them."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    led.room.lead = classroom.joined("Cora")  # of what I do myself, my console learns in another way
    classroom.host.do(GiveRole, cohort=led.room.cohort, person=led.room.lead.id, role="co-facilitator")
    led.reader.say("LookAgain")
    led.reader.catch_up()
    before = led.reader.shows["contents"]["groups"][0]["clock"]
    led.room.tell(BroadcastWords, words="Five more minutes")
    after = led.reader.hears()["contents"]
    assert after["told"][1] == "Five more minutes"
    assert after["groups"][0]["clock"] == before
    led.room.tell(PauseTimer)
    paused = led.reader.hears()["contents"]["groups"][0]["clock"]
    assert paused["timer"]["until"] is None
    assert paused["timer"]["left"] > 0


def test_arms_are_named_and_can_be_changed_before_the_start(classroom: Classroom) -> None:
    """Each group says what it knows; with everything known to all, nothing is counted as known to few."""
    led = Led(classroom, "Ann", "Ben")
    led.say("SeatEveryone")
    assert led.group()["arm"] == "Knowledge divided"
    assert len(led.group()["arm_acts"]) == 2
    led.room.tell(ChooseArm, group=1, arm=Arm(condition="manifest"))
    assert led.group()["arm"] == "Everybody knows everything"
    led.say("StartLive")
    assert (led.group()["arm_acts"], led.group()["measure"]) == ([], None)


def test_what_a_group_decided_is_told_without_its_reason(classroom: Classroom) -> None:
    """The option is named once the group has decided; the reason stays with the group."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    led.room.move_on(2)
    decider = led.room.in_role(led.room.group(led.people[0]).decider)
    option = led.room.group(decider).options[0]
    led.room.say(decider, LiveDecide, option=option.id, reason="For a reason of our own.")
    assert f"Decided: {option.name}" in led.group()["lines"]
    assert "reason of our own" not in json.dumps(led.reader.shown)


def test_a_co_facilitator_takes_over_and_nobody_else(classroom: Classroom) -> None:
    """Whoever else leads the cohort sees and does the same; a participant is shown nothing of the console."""
    led = Led(classroom, "Ann", "Ben")
    led.room.start()
    other = led.opened_by(classroom.facilitator("Gil"))
    assert other.shows["contents"]["groups"][0]["seats"] == led.group()["seats"]
    assert other.say("MoveOn", cohort=led.room.cohort, session=led.room.session, group=1)["told"] == "Moved on."
    assert led.group()["phase"] == "Talk"
    shown = led.opened_by(led.people[0]).shows
    assert shown["contents"] is None
    assert shown["notice"]


def test_a_refusal_is_said_and_a_session_that_is_not_there_too(classroom: Classroom) -> None:
    """Starting without seats, and leading after the end, change nothing and are explained."""
    led = Led(classroom)
    assert "nobody has a seat" in led.say("StartLive")["notice"]["what"]
    led.room.tell(CloseLive)
    assert "has ended" in led.say("SeatEveryone")["notice"]["what"]
    with pytest.raises(CourseError):
        led.reader.say("SeatSomebody", person="x", group="0", seat="-")
    led.reader.start(cohort=led.room.cohort, session="0" * 32)
    assert led.reader.shows["contents"] is None
    assert led.reader.shows["notice"]


def test_a_story_says_who_chooses_where(classroom: Classroom) -> None:
    """In a branching scene, the card names the scene and the role that chooses, and counts no facts."""
    led = Led(classroom, "Ann", "Ben", scenario="twenty-minutes")
    led.room.start()
    assert (led.group()["phase"], led.group()["measure"], led.group()["arm"]) == ("A choice to make", None, "")
    assert led.group()["lines"] == ["Four in ten", "Chooses now: Ingrid Solheim, principal"]
