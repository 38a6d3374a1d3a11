"""The map of ways as its reader gets it: two drawings and a list of the same scenes, and places to go on from."""

from pathlib import Path
from typing import Any

import pytest

from dlcourse.course.local import LocalCourse
from tests.ids import new_id
from tests.pages.conftest import Reader
from tests.person import STORY as TWO_DOORS

STORY = "sealed-workshop"


@pytest.fixture
def reader(course: LocalCourse) -> Reader:
    """A reader at the brief of the story."""
    made = Reader("roleplay", course)
    made.start(scenario=STORY)
    return made


def go_on(reader: Reader, place: int) -> dict[str, Any]:
    """Take the same place among the open ways until the end; the map then."""
    while reader.shows["screen"] == "table":
        form = reader.shows["task"]["form"]
        reader.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][place]["value"])
    ways: dict[str, Any] = reader.shows["ways"]
    return ways


def play(reader: Reader, place: int) -> dict[str, Any]:
    """Play the story to an end; the map then."""
    reader.say("BeginPlay", play=new_id(), scenario=STORY, seat="head")
    return go_on(reader, place)


def stubs(stop: dict[str, Any]) -> list[str]:
    """What a scene's list of ways says of those that lead to nothing drawn."""
    unseen = ["unseen" for way in stop["ways"] if way["state"] == "open" and "not seen" in way["leads_to"]]
    return sorted([*unseen, *("hidden" for way in stop["ways"] if way["state"] == "hidden")])


def test_the_drawing_and_the_list_tell_the_same(reader: Reader) -> None:
    """Every scene of the list has a place in both drawings, every taken way is a line, every other a line or a stub."""
    play(reader, 0)
    shown = play(reader, -1)
    assert [drawing["width"] for drawing in shown["drawings"]] == [3, 5]
    assert {way["state"] for stop in shown["stops"] for way in stop["ways"]} == {"taken", "open", "hidden"}
    for drawing in shown["drawings"]:
        assert len(drawing["places"]) == len(shown["stops"])
        for at, stop in enumerate(shown["stops"]):
            lines = [line for line in drawing["lines"] if line["ends"][0] == at]
            taken = {way["leads_to"] for way in stop["ways"] if way["state"] == "taken"}
            assert sum(bool(line["taken"]) for line in lines) == len(taken)
            assert sorted(stop["stubs"]) == stubs(stop)


def test_a_hidden_way_keeps_its_words(reader: Reader) -> None:
    """Of a way that was never open one reads only that there is one."""
    shown = play(reader, 0)
    hidden = [way for stop in shown["stops"] for way in stop["ways"] if way["state"] == "hidden"]
    assert hidden
    assert {(way["html"], way["leads_to"]) for way in hidden} == {("A way that was not open to you", "")}


def test_a_scene_says_in_a_few_words_what_is_drawn_of_it(reader: Reader) -> None:
    """The label of a scene counts its ways, and that of an end says that it is one."""
    shown = play(reader, 0)
    first, last = shown["stops"][0], next(stop for stop in shown["stops"] if stop["end"])
    assert first["label"] == "Attempt 1; 1 way taken and 2 ways open"
    assert last["label"] == "Attempt 1; an end"
    assert last["points"] == []


def test_one_goes_on_from_a_scene_of_an_attempt(reader: Reader) -> None:
    """From a scene of the map a new attempt begins there, with the choices that are open then."""
    shown = play(reader, 0)
    for stop in [stop for stop in shown["stops"] if not stop["end"]]:
        (point,) = stop["points"]
        assert point["text"] == "Attempt 1"
        reader.say("BranchPlay", play=new_id(), source=point["play"], moves=point["moves"])
        assert reader.shows["passages"][-1]["title"] == stop["title"]


def test_a_scene_that_was_come_back_to_can_be_gone_on_from_twice(course: LocalCourse, own: Path) -> None:
    """The visits of several attempts are offered, the newest attempt first; later visits say which time it was."""
    (own / "two-doors.yaml").write_text(TWO_DOORS)
    reader = Reader("roleplay", course)
    reader.start(scenario="two-doors")
    for choices in (["right"], ["left", "left", "right"]):
        reader.say("BeginPlay", play=new_id(), scenario="two-doors", seat="guest")
        for choice in choices:
            form = reader.shows["task"]["form"]
            reader.say(form["say"], **form["fixed"], choice=choice)
    shown = reader.shows["ways"]
    assert shown["attempt"] == 2
    assert [option["text"] for option in shown["attempts"]] == ["Attempt 1", "Attempt 2"]
    assert [point["text"] for point in shown["stops"][0]["points"]] == [
        "Attempt 2, the third time there",
        "Attempt 2, the second time there",
        "Attempt 2",
        "Attempt 1",
    ]
