"""The film in a debrief as its reader gets it: sentences for each minute, lights, bars, places to go on from."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.course.local import LocalCourse
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.film_reel import LETTERS, first_words
from tests.ids import new_id
from tests.pages.conftest import Reader
from tests.pages.roleplay.test_page import talk, to_the_end

MINE = "eleven-oclock"


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the brief of the reading gap."""
    made = Reader("roleplay", course)
    made.start(scenario="the-reading-gap")
    return made


def filmed(reader: Reader) -> tuple[str, dict[str, Any]]:
    """Share a fact of one's own, ask for an agreement, and play to the end; the play's id, and its film."""
    play = talk(reader, "teacher")
    reader.say("ShareFact", play=play, fact=MINE)
    reader.say("Ask", play=play, how="closed", option="buy-program")
    return play, to_the_end(reader, play, "buy-program")["film"]


def test_each_position_says_where_the_talk_is(reader: Reader) -> None:
    """Before the talk, at each minute and at the decision, it says what is new, how much there is, and what leads."""
    _, film = filmed(reader)
    assert [position["name"] for position in film["positions"]] == [
        "Before the talk", "Minute 1", "Minute 2", "The decision",
    ]  # fmt: skip
    before, first, second, decision = (position["says"] for position in film["positions"])
    buy = "With what everybody knew, that speaks for “Buy the Stepping Stones program”."
    assert before == f"0 of 11 facts that only some knew are on the table. {buy}"
    told = "You bring up: “Last month a fire drill pushed a reading check…”"
    assert first == f"{told} 1 of 11 facts that only some knew are on the table. {buy}"
    assert second == f"Nothing new comes to the table. 1 of 11 facts that only some knew are on the table. {buy}"
    assert decision.startswith("“Buy the Stepping Stones program” is decided. 1 of 11")
    assert film["start"] == 0


def test_lights_and_bars_agree_with_the_matrix_and_the_options(reader: Reader) -> None:
    """A light has the holders of its fact, comes on when the fact is told, and bars lie within their scale."""
    _, film = filmed(reader)
    (reel,) = film["reels"]
    talked = reader.shows["talk"]
    assert [fact["held"] for fact in reel["facts"]] == [row["held"] for row in talked["matrix"]["rows"]]
    assert [fact["since"] >= 0 for fact in reel["facts"]] == [row["voiced"] for row in talked["matrix"]["rows"]]
    assert [fact["since"] for fact in reel["facts"] if fact["since"] >= 0] == [1]
    for frame in reel["frames"]:
        assert all(bar["start"] >= 0 and bar["start"] + bar["size"] <= 100.01 for bar in frame["bars"])
    decided = [bar["value"].replace("\N{MINUS SIGN}", "-") for bar in reel["frames"][-1]["bars"]]
    assert decided == [row["cells"][1] for row in talked["options"]["rows"]]
    assert [person["mine"] for person in reel["people"]].count(True) == 1


def test_the_table_has_a_row_for_each_frame(reader: Reader) -> None:
    """The table has all numbers of the film, and the words of a fact in the row in which it is told."""
    _, film = filmed(reader)
    (reel,) = film["reels"]
    columns, rows = reel["table"]["columns"], reel["table"]["rows"]
    assert [row[0] for row in rows] == [frame["name"] for frame in reel["frames"]]
    assert all(len(row) == len(columns) for row in rows)
    assert [row[1].startswith("Last month a fire drill") for row in rows] == [False, True, False, False]
    for row, frame in zip(rows, reel["frames"], strict=True):
        assert row[3:6] == [bar["value"] for bar in frame["bars"]]
        assert row[6:] == frame["known"]


def test_what_was_said_stands_in_its_minute(reader: Reader) -> None:
    """Each line of the talk is in one frame, in the order in which it was said."""
    _, film = filmed(reader)
    (reel,) = film["reels"]
    shown = [line["key"] for frame in reel["frames"] for line in frame["lines"]]
    told = [line["key"] for line in reader.shows["story"]["passages"][0]["lines"]]
    assert shown == told
    assert reel["frames"][0]["lines"] == []


def test_one_can_go_on_from_every_frame(reader: Reader) -> None:
    """A new attempt begins at each place that the film offers, with what was said by then."""
    play, film = filmed(reader)
    for frame in film["reels"][0]["frames"]:
        reader.say("BranchPlay", play=new_id(), source=play, moves=frame["branch"])
        assert reader.shows["notice"] is None
    said = [frame["branch"] for frame in film["reels"][0]["frames"]]
    assert said == sorted(set(said))


def test_two_films_run_together_from_where_they_part(reader: Reader) -> None:
    """Beside each other, two films begin at the frame in which they differ; the shorter one waits at its end."""
    first, film = filmed(reader)
    second = new_id()
    reader.say("BranchPlay", play=second, source=first, moves=film["reels"][0]["frames"][1]["branch"])
    for _ in range(3):
        reader.say("Ask", play=second, how="rank")
    to_the_end(reader, second, "move-block")
    reader.say("SetSide", first=first, second=second)
    pair = reader.shows["film"]
    assert [reel["title"] for reel in pair["reels"]] == ["Attempt 1", "Attempt 2"]
    assert [position["frames"] for position in pair["positions"]] == [
        [0, 0], [1, 1], [2, 2], [3, 3], [3, 4], [3, 5],
    ]  # fmt: skip
    assert pair["start"] == 2
    assert pair["positions"][4]["name"] == "Minute 4"
    assert pair["positions"][4]["says"].startswith("Attempt 1: “Buy the Stepping Stones program” is decided.")
    assert "Attempt 2: Nothing new" in pair["positions"][4]["says"]


def test_films_of_two_cases_begin_before_the_talk(reader: Reader, course: LocalCourse) -> None:
    """Attempts at different cases have nothing in common, so their films begin at the beginning."""
    first, _ = filmed(reader)
    other = Reader("roleplay", course)
    other.start(scenario="the-reading-gap-open")
    second = new_id()
    other.say("BeginPlay", play=second, scenario="the-reading-gap-open", seat="teacher")
    other.say("StatePreference", play=second, option="buy-program")
    to_the_end(other, second, "buy-program")
    reader.say("SetSide", first=first, second=second)
    assert reader.shows["film"]["start"] == 0
    assert len(reader.shows["film"]["reels"]) == 2


def test_beside_a_story_there_is_no_film(reader: Reader, course: LocalCourse) -> None:
    """Where people talked in only one of two attempts, none is shown as a film."""
    first, _ = filmed(reader)
    story = Reader("roleplay", course)
    form = story.start(scenario="sealed-workshop")["form"]
    second = new_id()
    story.say(form["say"], play=second, **form["fixed"])
    while story.shows["screen"] == "table":
        choice = story.shows["task"]["form"]
        story.say(choice["say"], **choice["fixed"], choice=choice["fields"][0]["choices"][0]["value"])
    reader.say("SetSide", first=first, second=second)
    assert reader.shows["film"] is None


@given(st.text(alphabet="ab ,.;", max_size=200).map(str.strip))
def test_a_fact_is_named_by_its_first_words(text: str) -> None:
    """A name begins as the fact does, ends with whole words, is never long, and is the fact itself if that is short."""
    name = first_words(text)
    if len(text) <= LETTERS:
        assert name == plain(text)
    else:
        assert plain(text).startswith(name.removesuffix("…"))
        assert len(name) <= LETTERS + 1


def test_the_button_to_try_again_names_the_minute(reader: Reader) -> None:
    """From each position a new attempt can be begun, and the button says after which minute."""
    _, film = filmed(reader)
    (reel,) = film["reels"]
    assert [frame["again"] for frame in reel["frames"] if frame["branch"] >= 0] == [
        "New attempt from the first minute", "New attempt after minute 1", "New attempt after minute 2",
        "New attempt after the decision",
    ]  # fmt: skip


def test_a_new_attempt_says_where_it_goes_on(reader: Reader) -> None:
    """Until its first own move a new attempt says which minute comes next, and that the earlier one stays."""
    play, film = filmed(reader)
    new = new_id()
    reader.say("BranchPlay", play=new, source=play, moves=film["reels"][0]["frames"][1]["branch"])
    assert "goes on from here, with minute 2. The earlier attempt stays" in reader.shows["goes_on"]
    reader.say("Ask", play=new, how="open")
    assert reader.shows["goes_on"] == ""
