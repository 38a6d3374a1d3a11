"""The page about who turns to whom, read and answered as a person would."""

import json
from base64 import b64decode, b64encode

import pytest
from hypothesis import given, settings

from dlcourse import files
from dlcourse.course.local import LocalCourse
from dlcourse.domain.network.graph import Graph, Tie
from dlcourse.domain.network.messages import Guess
from dlcourse.errors import CourseError
from dlcourse.pages.network.description import compared, description, headline
from tests.domain.network.networks import graph_of, graphs
from tests.pages.conftest import Reader

ACTS = "person,function,count\nA,leading,3\nB,leading,1\n"


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the choice of networks."""
    made = Reader("network", course)
    made.start()
    return made


def guess(reader: Reader, most: str = "", splits: str = "", alone: str = "") -> None:
    """Say what one expects of the network that is open."""
    parts = {"most": most, "splits": splits, "alone": alone}
    reader.say("GuessInNetwork", network=reader.shows["place"]["network"], guess=parts)


def bring(reader: Reader, **texts: str) -> None:
    """Bring files with these texts."""
    reader.say("BringNetwork", files={part: b64encode(text.encode()).decode() for part, text in texts.items()})


def test_three_networks_are_offered(reader: Reader) -> None:
    """Two samples and one's own, each with what it is."""
    offers = reader.shows["offers"]
    assert [offer["network"] for offer in offers] == ["lakeside-school", "district", "own"]
    assert all(offer["about"] and offer["open"] for offer in offers)


def test_no_tie_is_shown_before_the_guess(reader: Reader) -> None:
    """What the browser gets before a guess holds names and titles, and neither ties nor figures."""
    reader.say("OpenNetwork", network="lakeside-school", step="guess")
    shown = json.dumps(reader.shows, ensure_ascii=False)
    assert reader.shows["screen"] == "guess"
    assert "Dolores Quintana, secretary" in shown
    assert not any(word in shown for word in ("ties", "centralization", "running the day", "places"))


def test_a_guess_stands_beside_what_is_there(reader: Reader, course: LocalCourse) -> None:
    """After the guess the ties are shown, what was expected with them, and so it is when the page is opened again."""
    reader.say("OpenNetwork", network="lakeside-school", step="guess")
    guess(reader, "Yolanda Prescott", "Samuel Acheampong")
    told = [item["told"] for item in reader.shows["guess"]["items"]]
    assert told[0] == (
        "You named Yolanda Prescott, to whom 3 people turn. The most turn to Dolores Quintana: 11 people."
    )
    assert "no chain of ties joins 11 people with the other 11" in told[1]
    assert told[2] == "You named nobody. Without any tie: Anselm Dupré."
    again = Reader("network", course)
    assert again.start(**reader.shows["place"])["guess"] == reader.shows["guess"]
    assert again.start(network="lakeside-school")["guess"] == reader.shows["guess"]


def test_one_may_look_without_guessing(reader: Reader, course: LocalCourse) -> None:
    """The ties are shown without a comparison, and still are after a reload."""
    reader.say("OpenNetwork", network="district", step="guess")
    reader.say("ShowTies", topic="")
    assert (reader.shows["screen"], reader.shows["guess"]) == ("look", None)
    assert Reader("network", course).start(**reader.shows["place"])["screen"] == "look"


def test_a_topic_shows_its_ties_only(reader: Reader) -> None:
    """With a topic chosen, arrows, figures and tables are about it; a topic that is none shows all."""
    reader.say("OpenNetwork", network="lakeside-school", step="guess")
    reader.say("ShowTies", topic="families")
    assert {about for _, _, about in reader.shows["drawing"]["ties"]} == {"families"}
    assert "about “families”" in reader.shows["drawing"]["headline"]
    assert len(reader.shows["tables"][1]["rows"]) == len(reader.shows["drawing"]["ties"])
    reader.say("ShowTies", topic="nonsense")
    assert len(reader.shows["drawing"]["ties"]) == 60
    assert reader.shows["place"]["topic"] == ""


def test_figures_and_map_are_context_and_no_grade(reader: Reader) -> None:
    """Every figure has a sentence; with the figures and with the map stand the words."""
    reader.say("OpenNetwork", network="lakeside-school", step="guess")
    reader.say("ShowTies", topic="")
    assert reader.shows["figures"]["why"].startswith("Context, not a grade")
    assert reader.shows["map"]["why"].startswith("Context, not a grade")
    assert len(reader.shows["figures"]["items"]) == 9
    assert all(item["sentence"] for item in reader.shows["figures"]["items"])
    custodian = next(row for row in reader.shows["map"]["rows"] if row["name"] == "Emil Stoyanov")
    assert custodian["cells"][-1] == {"shade": 5, "text": "100 % (31 of 31)"}
    evenness = reader.shows["map"]["items"][-1]
    assert (evenness["value"], "no evenness to speak of" in evenness["sentence"]) == ("not defined", True)


def test_ones_own_from_nobody_to_a_drawing(reader: Reader) -> None:
    """People, ties and acts are entered one step at a time; then it can be looked at, and changed again."""
    reader.say("OpenNetwork", network="own", step="enter")
    assert (reader.shows["ties"], reader.shows["look"], reader.shows["remove"]) == (None, "", None)
    reader.say("AddColleagues", names=["Amaru", "Bronwen"])
    reader.say("DrawTies", who="Amaru", to=["Bronwen"], topic="the boiler")
    reader.say("CountActs", person="Bronwen", function="calling parents", count=4)
    assert reader.shows["size"] == "2 people, 1 tie"
    assert reader.shows["ties"]["topics"] == ["the boiler"]
    reader.say("OpenNetwork", network="own", step="guess")
    guess(reader, "Bronwen")
    assert reader.shows["drawing"]["headline"] == "1 person turns to Bronwen, more than to others."
    assert reader.shows["map"]["rows"] == [{"name": "Bronwen", "cells": [{"shade": 5, "text": "100 % (4 of 4)"}]}]
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("RemoveNetwork")
    assert reader.shows["size"].startswith("Nobody is here yet.")


def test_undefined_figures_are_not_zero(reader: Reader) -> None:
    """In a network of one person figures say that they are not defined, and why."""
    reader.say("AddColleagues", names=["Amaru"])
    reader.say("OpenNetwork", network="own", step="guess")
    reader.say("ShowTies", topic="")
    density = reader.shows["figures"]["items"][0]
    assert (density["value"], density["sentence"]) == (
        "not defined",
        "It takes at least two people. Researchers call it density.",
    )
    assert reader.shows["drawing"]["headline"] == "Nobody turns to anybody."


def test_files_with_problems_are_told_and_good_ones_taken(reader: Reader) -> None:
    """All problems are listed with what to do, until good files are brought; then the list is gone."""
    reader.say("OpenNetwork", network="own", step="enter")
    bring(reader, ties="from,to\nA,A\n,B\n")
    troubles = reader.shows["files"]["troubles"]
    assert troubles["title"] == "2 things to mend first. Nothing was taken over."
    assert [item["where"] for item in troubles["items"]] == ["ties.csv:2, to", "ties.csv:3, from"]
    assert reader.shows["people"]["names"] == []
    bring(reader, ties="from,to\nA,B\n", acts=ACTS)
    assert reader.shows["files"]["troubles"] is None
    assert reader.shows["size"] == "2 people, 1 tie"
    assert reader.shows["saved"]


def test_of_many_problems_the_first_hundred_are_shown_and_all_can_be_taken_along(reader: Reader) -> None:
    """The page stays light, counts all of them, and hands over the whole list."""
    reader.say("OpenNetwork", network="own", step="enter")
    bring(reader, ties="from,to\n" + "A,A\n" * 300)
    troubles = reader.shows["files"]["troubles"]
    assert troubles["title"].startswith("300 things to mend first")
    assert len(troubles["items"]) == 100
    assert troubles["more"]["text"].startswith("200 more things are wrong in it")
    reader.say("FetchTroubles", ask="ask-1")
    listed = b64decode(reader.shows["taken"]["content"]).decode("utf-8-sig")
    assert (reader.shows["taken"]["ask"], listed.count("turns to themselves")) == ("ask-1", 300)


def test_notes_and_questions_about_files_are_shown(reader: Reader) -> None:
    """Ties of weight 0 are told once the files are brought, names that look alike as long as they are there."""
    reader.say("OpenNetwork", network="own", step="enter")
    bring(reader, ties="from,to,weight\nO'Neil,Bo,1\nBo,O\u2019Neil,2\nBo,O'Neil,0\n")
    note, question = reader.shows["about_file"]["items"]
    assert note.startswith("ties.csv:4: 1 line has the weight 0")
    assert question == "Are 'O'Neil' and 'O\u2019Neil' one person?"
    reader.say("RemoveColleague", person="O\u2019Neil")
    assert reader.shows["about_file"]["items"] == [note]


def test_what_is_refused_is_told_and_changes_nothing(reader: Reader) -> None:
    """A notice says what was wrong; what is there stays in sight."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names=["Amaru"])
    reader.say("AddColleagues", names=["Amaru"])
    assert reader.shows["notice"]["what"] == "is there already"
    assert reader.shows["people"]["names"] == ["Amaru"]


@pytest.mark.parametrize("place", [{"network": "nowhere"}, {"network": 7, "step": 3, "topic": []}, {"network": "../x"}])
def test_a_place_that_is_none_leads_to_the_choice(course: LocalCourse, place: dict[str, object]) -> None:
    """What the browser kept is not trusted: one is told, and can choose."""
    shows = Reader("network", course).start(**place)
    assert shows["screen"] == "choose"
    assert shows["notice"]["what"].startswith("there is none called")


@pytest.mark.parametrize(
    "message",
    [
        {"say": "Introduce", "id": "12345678"},
        {"say": "AddColleagues", "id": "12345678", "names": []},
        {"say": "AddColleagues", "id": "12345678", "names": ["x" * 101]},
        {"say": "AddColleagues", "id": "12345678", "names": ["\ud800"]},
        {"say": "GuessInNetwork", "id": "12345678", "network": "own", "guess": {}},
        {"say": "BringNetwork", "id": "12345678", "files": {"ties": "A" * 1_400_000}},
    ],
)
def test_messages_that_are_none_are_refused(reader: Reader, message: dict[str, object]) -> None:
    """What is not the page's own, or not filled in, is refused in words before anything happens."""
    with pytest.raises(CourseError):
        reader.program.receive(message)


def test_every_person_in_the_drawing_has_place_words_and_label(reader: Reader) -> None:
    """Eighty people have a place each, and what is said of them when they are picked."""
    reader.say("OpenNetwork", network="district", step="guess")
    reader.say("ShowTies", topic="")
    people = reader.shows["drawing"]["people"]
    assert len({tuple(person["place"]) for person in people}) == 80
    assert all(person["label"].startswith(person["name"]) and person["says"] for person in people)
    assert len(json.dumps(reader.shows)) < 100_000


@settings(deadline=None)
@given(graphs(most=7))
def test_whatever_was_guessed_is_answered_in_whole_sentences(graph: Graph) -> None:
    """For each person and for nobody, each of the three guesses gets sentences that end; so does every drawing."""
    for name in ("", *graph.people, "somebody who has left"):
        told = compared(graph, Guess(most=name, splits=name, alone=name))
        assert all(words.startswith("You named ") and words.endswith(".") for words in told.values())
        assert not any("  " in words or " ." in words for words in told.values())
    assert headline(graph, "").endswith(".")
    assert description(graph).startswith("A drawing of ")


def test_guesses_that_are_so_are_told_so() -> None:
    """Naming the one, or one of those, who are asked most, who split, or who have no tie, is confirmed."""
    star = graph_of(5, [(1, 0), (2, 0), (3, 0)])
    told = compared(star, Guess(most="0", splits="0", alone="4"))
    assert told["most"] == "You named 0. So it is: 3 people turn to 0."
    assert told["splits"].startswith("You named 0. While 0 is away, no chain of ties joins")
    assert told["alone"] == "You named 4. So it was written down."
    pair = graph_of(2, [(0, 1), (1, 0)])
    assert compared(pair, Guess(most="0", splits="0", alone=""))["most"].endswith("to 0, and as many to 1.")
    assert (
        "stays joined as before. Nobody's absence alone"
        in compared(pair, Guess(most="", splits="0", alone=""))["splits"]
    )


def test_who_is_in_no_file_is_not_called_alone() -> None:
    """Without a list of people it is said to be unknown who has no tie."""
    graph = Graph(people=("A", "B"), ties=(Tie(who="A", to="B"),))
    assert "It is not known" in compared(graph, Guess(most="", splits="", alone=""))["alone"]


def test_the_sample_files_are_where_the_page_says() -> None:
    """Each sample is a folder with what is said of it and its three tables."""
    for folder in (files.data() / "networks").iterdir():
        assert {path.name for path in folder.iterdir()} == {"about.yaml", "acts.csv", "people.csv", "ties.csv"}
