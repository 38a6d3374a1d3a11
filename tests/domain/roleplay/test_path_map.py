"""The map of a story: ways taken and not taken, and names that are kept until one has been there."""

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.roleplay.messages import MakeChoice, PlayBegun
from dlcourse.domain.roleplay.moves import move, open_choices
from dlcourse.domain.roleplay.path_map import path_map_view
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.scenario import End
from dlcourse.errors import CourseError

STORY = playable_scenario(Library(files.data()), "sealed-workshop")


def played(take: int) -> Play:
    """The story played to an end by taking the same place among the open ways each time."""
    seat = STORY.roles[0].id
    seats = {seat: "somebody"}
    play = begin(PlayBegun(scenario="s", title="t", about=STORY.id, seats=seats, seed="seed"), STORY)
    while not isinstance(play.here, End):
        choice = open_choices(play)[take]
        play = replay(play, move(MakeChoice(id="a" * 8, play="p", scene=play.scene, choice=choice.id), play, seat))
    return play


def test_scenes_come_to_are_named_and_others_are_not() -> None:
    """Each scene on the map was reached, and a way into an unseen scene does not show its name."""
    play = played(0)
    view = path_map_view(STORY, {1: play})
    seen = {said.scene for said in play.said} | {play.scene}
    assert {stop.scene for stop in view.stops} == seen
    titles = {scene.title for scene in STORY.scenes if scene.id in seen}
    assert {way.leads_to for stop in view.stops for way in stop.ways} <= titles | {""}


def test_ways_carry_the_attempts_that_took_them() -> None:
    """Two attempts on one map: each scene's ways tell which attempt took them, and each attempt took one."""
    view = path_map_view(STORY, {1: played(0), 2: played(-1)})
    for stop in view.stops:
        taken = [number for way in stop.ways for number in way.taken]
        assert sorted(taken) == ([] if stop.end else list(stop.attempts))
    assert view.ends_seen == sum(stop.end for stop in view.stops) <= view.ends == 5


def test_before_the_first_end_there_is_no_map() -> None:
    """Without an ended play the map is refused in words."""
    with pytest.raises(CourseError, match="after the first end"):
        path_map_view(STORY, {})
