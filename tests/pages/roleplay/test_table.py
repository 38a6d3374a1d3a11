"""What the table says around the talk: where to read on, how much is done, who hesitates, for whom one chooses."""

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.pages.roleplay import words
from tests.pages.conftest import Reader
from tests.pages.roleplay.test_page import sit, talk


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the brief of the reading gap."""
    made = Reader("roleplay", course)
    made.start(scenario="the-reading-gap")
    return made


def test_each_way_on_says_what_was_read(reader: Reader) -> None:
    """The button to a form names what stands above it, and one's own facts come before the first preference."""
    assert reader.shows["read"] == "I have read the case"
    play = sit(reader, "secretary")
    assert (reader.shows["read_facts"], reader.shows["read"]) == ("Read what you know", "I have read what I know")
    reader.say("StatePreference", play=play, option="buy-program")
    assert reader.shows["read"] == "I have read the scene"


def test_the_play_is_done_by_minutes_of_talk(reader: Reader) -> None:
    """How much is done grows with each minute and with the decision, up to all of it in the debrief."""
    play = sit(reader, "principal")
    done = [reader.shows["share"]]
    reader.say("StatePreference", play=play, option="buy-program")
    done.append(reader.shows["share"])
    for how in ("open", "dissent"):
        reader.say("Ask", play=play, how=how)
        done.append(reader.shows["share"])
    assert "so_far" not in reader.shows
    assert reader.shows["clock"]["text"] == "10 of 12 minutes of talk left"
    reader.say("Decide", play=play, option="buy-program", reason="It is ready.", credits=[])
    done.append(reader.shows["share"])
    while reader.shows["screen"] == "table":
        form = reader.shows["task"]["form"]
        reader.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][0]["value"])
    done.append(reader.shows["share"])
    assert done == sorted(set(done))
    assert (done[0], done[-1]) == (0, 1)


def test_a_story_is_done_by_scenes(course: LocalCourse) -> None:
    """In a story without a talk each scene brings it forward, and all of it is done only at its end."""
    reader = Reader("roleplay", course)
    reader.start(scenario="sealed-workshop")
    sit(reader, "head", "sealed-workshop")
    done = []
    while reader.shows["screen"] == "table":
        done.append(reader.shows["share"])
        form = reader.shows["task"]["form"]
        reader.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][0]["value"])
    assert done[:3] == [0, 0.1, 0.2]
    assert done == sorted(done)
    assert done[-1] < reader.shows["share"] == 1


def test_whoever_hesitates_again_does_so_in_another_way(reader: Reader) -> None:
    """One hesitation after the other looks different, and each says that there is more to tell."""
    play = talk(reader, "principal")
    for to in ("secretary", "custodian", "teacher", "library-aide") * 2:
        reader.say("Ask", play=play, how="expertise", to=to)
    lines = reader.shows["passages"][-1]["lines"]
    manners = [line["manner"] for line in lines if line["manner"] in words.MANNERS["hesitates"]]
    assert len(manners) > 2
    assert len(set(manners[:8])) == len(manners[:8])


def test_it_says_why_one_chooses_for_somebody_else(reader: Reader) -> None:
    """After the talk the question names who has to act, and a note says that one chooses for several people."""
    play = talk(reader, "principal")
    reader.say("Decide", play=play, option="buy-program", reason="It is ready.", credits=[])
    asked = reader.shows["task"]["form"]["fields"][0]
    assert asked["legend"].endswith("Callum Reyes has to act now, and you choose what Callum Reyes does.")
    assert asked["note"] == words.CHOOSE_FOR_NOTE


def test_a_reason_is_said_to_be_needed(reader: Reader) -> None:
    """Whoever decides reads beside the field that a reason is needed."""
    talk(reader, "principal")
    reason = reader.shows["task"]["closing"]["fields"][-1]
    assert (reason["required"], reason["hint"]) == (True, "Needed. One sentence is enough.")
