"""The page about who turns to whom, read and answered as a person would."""

import json
from base64 import b64decode, b64encode

import pytest
from hypothesis import given, settings

from dlcourse import files
from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.plan_messages import BringTeam
from dlcourse.domain.network.graph import Graph, Tie
from dlcourse.domain.network.messages import Guess
from dlcourse.errors import CourseError
from dlcourse.pages.network.description import compared, description, headline
from tests.domain.network.networks import graph_of, graphs
from tests.handlers.matching.teams import sent
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
    assert custodian["cells"][-1] == {"shade": 5, "text": "100% (31 of 31)"}
    evenness = reader.shows["map"]["items"][-1]
    assert (evenness["value"], "no evenness to speak of" in evenness["sentence"]) == ("not defined", True)


def test_ones_own_from_nobody_to_a_drawing(reader: Reader) -> None:
    """People, ties and acts are entered one step at a time, and drawn at each; then it can be looked at and deleted."""
    reader.say("OpenNetwork", network="own", step="enter")
    assert [reader.shows["ties"]["form"], reader.shows["remove"], reader.shows["picture"]["drawing"]] == [None] * 3
    assert reader.shows["look"] == ""
    assert "They are not here to agree" in reader.shows["consent"]["text"]
    reader.say("AddColleagues", names="Amaru\n\n  Bronwen ")
    assert reader.shows["consent"] is None
    assert [person["name"] for person in reader.shows["picture"]["drawing"]["people"]] == ["Amaru", "Bronwen"]
    reader.say("DrawTies", who="Amaru", to=["Bronwen"], topic="the boiler")
    assert reader.shows["picture"]["drawing"]["ties"] == [(0, 1, "the boiler")]
    reader.say("CountActs", person="Bronwen", function="calling parents", count=4)
    assert reader.shows["size"] == "2 people, 1 tie"
    assert reader.shows["ties"]["topics"] == ["the boiler"]
    reader.say("OpenNetwork", network="own", step="look")
    assert reader.shows["drawing"]["headline"] == "1 person turns to Bronwen, more than to others."
    assert reader.shows["map"]["rows"] == [{"name": "Bronwen", "cells": [{"shade": 5, "text": "100% (4 of 4)"}]}]
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("RemoveNetwork")
    assert reader.shows["size"].startswith("Nobody is here yet.")
    assert reader.shows["said"] == {"part": "all", "words": "Your network was deleted.", "done": True}


def test_nobody_is_asked_to_guess_their_own_network(reader: Reader, course: LocalCourse) -> None:
    """One's own network opens with its ties, where earlier versions asked for a guess; an empty one opens for entry."""
    reader.say("OpenNetwork", network="own", step="guess")
    assert reader.shows["screen"] == "enter"
    reader.say("AddColleagues", names=["Amaru", "Bronwen"])
    reader.say("OpenNetwork", network="own", step="guess")
    assert (reader.shows["screen"], reader.shows["guess"]) == ("look", None)
    assert Reader("network", course).start(network="own")["screen"] == "enter"


def test_each_step_is_answered_beside_its_control(reader: Reader) -> None:
    """Whatever was done is said in a sentence, in the part of the page in which it was done."""
    reader.say("OpenNetwork", network="own", step="enter")
    said = []
    for kind, parts in (
        ("AddColleagues", {"names": "Amaru\nBronwen\nChidi"}),
        ("AddColleagues", {"names": "Dagny", "roles": {"Dagny": "teacher"}}),
        ("DrawTies", {"who": "Amaru", "to": ["Bronwen", "Chidi"], "topic": "keys"}),
        ("DrawTies", {"who": "Amaru", "to": ["Chidi"], "topic": "keys"}),
        ("ChangeTie", {"tie": {"who": "Amaru", "to": "Chidi", "topic": "keys"}, "topic": ""}),
        ("RemoveTie", {"tie": {"who": "Amaru", "to": "Chidi", "topic": ""}}),
        ("RenameColleague", {"person": "Chidi", "name": "C."}),
        ("RemoveColleague", {"person": "C."}),
        ("CountActs", {"person": "Amaru", "function": "calling", "count": 1}),
        ("CountActs", {"person": "Amaru", "function": "calling", "count": 0}),
    ):
        reader.say(kind, **parts)
        said.append((reader.shows["said"]["part"], reader.shows["said"]["words"]))
    assert said == [
        ("people", "Added: Amaru, Bronwen and Chidi."),
        ("people", "Added: Dagny."),
        ("ties", "Added: Amaru turns to Bronwen and Chidi about keys."),
        ("ties", "That was there already, so nothing has changed."),
        ("ties", "Changed: Amaru turns to Chidi."),
        ("ties", "Removed: Amaru turns to Chidi."),
        ("people", "Chidi is now called C."),
        ("people", "Removed: C. Now there: 3 people, 1 tie."),
        ("acts", "Added: Amaru, calling, 1 time."),
        ("acts", "Removed: Amaru, calling."),
    ]


def test_the_next_tie_begins_with_the_same_person_and_topic(reader: Reader) -> None:
    """After a tie was added, the form still names who turns, and for what; a person who has left is not named."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names="Amaru\nBronwen\nChidi")
    reader.say("DrawTies", who="Bronwen", to=["Chidi"], topic="keys")
    who, _, topic = reader.shows["ties"]["form"]["fields"]
    assert (who["value"], topic["value"]) == ("Bronwen", "keys")
    reader.say("RemoveColleague", person="Bronwen")
    assert reader.shows["ties"]["form"]["fields"][0]["value"] == ""


def test_the_newest_comes_first_and_a_long_list_says_how_many_there_are(reader: Reader) -> None:
    """What was added last is on top; only a list that has to be scrolled says so, with the number of its rows."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names="\n".join(f"P{at}" for at in range(10)))
    assert reader.shows["people"]["listed"]["cue"] == ""
    reader.say("AddColleagues", names="Newest")
    assert reader.shows["people"]["names"][0] == "Newest"
    assert reader.shows["people"]["listed"]["title"] == "11 people, the newest first"
    assert reader.shows["people"]["listed"]["cue"] == "Scroll in this list to see all 11."
    reader.say("DrawTies", who="P0", to=["P1"])
    reader.say("DrawTies", who="P0", to=["P2"])
    assert [tie["to"] for tie in reader.shows["ties"]["ties"]] == ["P2", "P1"]


def test_a_network_too_large_to_draw_at_each_step_says_where_its_drawing_is(reader: Reader) -> None:
    """Up to sixty people are drawn while they are entered; with more there is a note, and the drawing on request."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names="\n".join(f"P{at}" for at in range(60)))
    assert reader.shows["picture"]["drawing"]
    reader.say("AddColleagues", names="One more")
    assert (reader.shows["picture"]["drawing"], "60" in reader.shows["picture"]["note"]) == (None, True)
    reader.say("OpenNetwork", network="own", step="look")
    assert len(reader.shows["drawing"]["people"]) == 61


def test_the_people_of_ones_team_are_offered_until_all_are_there(reader: Reader, course: LocalCourse) -> None:
    """A team is one button, with the titles of its people; whoever is there already is not offered again."""
    people = "name,role,hours,Maps\nAna,teacher,6,5\nBen,custodian,4,1\n"
    work = "task,hours,least,most,Maps\nAtlas,2,1,2,3\n"
    files_of = sent({"people.csv": people, "work.csv": work})
    course.do(BringTeam.model_validate({"id": "bring-01", "team": "team-0001", "name": "Our team", "files": files_of}))
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names="Ben")
    (offer,) = reader.shows["people"]["lists"]
    assert offer == {"text": "Add 1 person of “Our team”", "names": ["Ana"], "roles": {"Ana": "teacher"}}
    reader.say("AddColleagues", names=offer["names"], roles=offer["roles"])
    assert reader.shows["people"]["lists"] == []
    reader.say("OpenNetwork", network="own", step="look")
    assert reader.shows["tables"][0]["rows"][1][:2] == ["Ana", "teacher"]


def test_names_are_asked_for_in_our_own_words(reader: Reader) -> None:
    """No name at all, or one that is too long, is refused beside the form with what to do."""
    reader.say("OpenNetwork", network="own", step="enter")
    for names, words in ((" \n ", "there is no name yet"), ("x" * 101, "101 letters")):
        with pytest.raises(CourseError, match=words):
            reader.program.receive({"say": "AddColleagues", "id": "12345678", "names": names})


def test_ones_own_network_and_a_template_are_files_that_can_be_uploaded(reader: Reader) -> None:
    """What was downloaded as a workbook is read again as it was; files can add to what is there, or replace it."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names="=Amaru\nBronwen")
    reader.say("DrawTies", who="=Amaru", to=["Bronwen"], topic="keys")
    reader.say("FetchNetwork", ask="ask-1", what="own")
    mine = reader.shows["taken"]
    assert (mine["ask"], mine["name"]) == ("ask-1", "network.xlsx")
    reader.say("FetchNetwork", ask="ask-2", what="template")
    template = reader.shows["taken"]
    assert (template["ask"], template["name"]) == ("ask-2", "network-template.xlsx")
    reader.say("BringNetwork", files={"ties": template["content"], "ties_name": "t.xlsx"}, way="add")
    assert reader.shows["size"] == "5 people, 4 ties"
    assert reader.shows["said"]["words"] == "Your file was added: 3 people, 3 ties more. Now there: 5 people, 4 ties."
    reader.say("BringNetwork", files={"ties": mine["content"], "ties_name": "n.xlsx"})
    assert (reader.shows["size"], reader.shows["people"]["names"]) == ("2 people, 1 tie", ["Bronwen", "=Amaru"])
    assert reader.shows["said"]["words"] == "Your file was read. Now there: 2 people, 1 tie."


def test_undefined_figures_are_not_zero(reader: Reader) -> None:
    """In a network of one person figures say that they are not defined, and why."""
    reader.say("AddColleagues", names=["Amaru"])
    reader.say("OpenNetwork", network="own", step="look")
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
    assert (
        troubles["title"] == "2 problems in your files. Nothing was changed: correct the files, then upload them again."
    )
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
    assert troubles["title"].startswith("300 problems in your files.")
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
    """Beside the control it is said what was wrong; what is there stays in sight."""
    reader.say("OpenNetwork", network="own", step="enter")
    reader.say("AddColleagues", names=["Amaru"])
    reader.say("AddColleagues", names=["Amaru"])
    words = "Amaru: is there already. Tell the two apart, for instance by an initial."
    assert reader.shows["said"] == {"part": "people", "words": words, "done": False}
    assert reader.shows["notice"] is None
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
    assert told["most"] == "You named 0. That is what was written down: 3 people turn to 0."
    assert told["splits"].startswith("You named 0. While 0 is away, no chain of ties joins")
    assert told["alone"] == "You named 4. That is what was written down."
    pair = graph_of(2, [(0, 1), (1, 0)])
    assert compared(pair, Guess(most="0", splits="0", alone=""))["most"].endswith("to 0, and as many to 1.")
    assert (
        "stays joined as before. Nobody's absence alone"
        in compared(pair, Guess(most="", splits="0", alone=""))["splits"]
    )


def test_who_is_in_no_file_is_not_called_alone() -> None:
    """Without a list of people it is said to be unknown who has no tie."""
    graph = Graph(people=("A", "B"), ties=(Tie(who="A", to="B"),))
    assert "Nobody can know this" in compared(graph, Guess(most="", splits="", alone=""))["alone"]


def test_the_sample_files_are_where_the_page_says() -> None:
    """Each sample is a folder with what is said of it and its three tables."""
    for folder in (files.data() / "networks").iterdir():
        assert {path.name for path in folder.iterdir()} == {"about.yaml", "acts.csv", "people.csv", "ties.csv"}
