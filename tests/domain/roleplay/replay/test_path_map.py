"""The map of a story: ways taken, open and hidden, points to go on from, and names kept until one was there."""

import pytest

from dlcourse.domain.roleplay.messages import CloseTalk, MakeChoice, ShareFact
from dlcourse.domain.roleplay.moves import open_choices, starts_a_move
from dlcourse.domain.roleplay.replay.path_map import Path, PathMapView, Route, path_map_view
from dlcourse.domain.roleplay.replay.visits import Visit, visits
from dlcourse.domain.roleplay.scenario import End
from dlcourse.errors import CourseError
from tests.domain.roleplay.learners import Sitting, go_on, lamp, prepare, shipped

STORY = shipped("sealed-workshop")


def played(take: int) -> Sitting:
    """Play the story to an end by taking the same place among the open ways each time."""
    sitting = Sitting(STORY, STORY.decider.id)
    while not isinstance(sitting.play.here, End):
        sitting.do(MakeChoice, scene=sitting.play.scene, choice=open_choices(sitting.play)[take].id)
    return sitting


def mapped(*sittings: Sitting) -> PathMapView:
    """Return the map of these plays, which are attempts 1, 2 and so on."""
    routes = {
        number: Route(f"play-{number}", visits(sitting.start, sitting.events))
        for number, sitting in enumerate(sittings, 1)
    }
    return path_map_view(sittings[0].scenario, routes)


def test_scenes_come_to_are_named_and_others_are_not() -> None:
    """Each scene on the map was reached, and a way into an unseen scene does not show its name."""
    sitting = played(0)
    view = mapped(sitting)
    seen = {said.scene for said in sitting.play.said} | {sitting.play.scene}
    assert {stop.scene for stop in view.stops} == seen
    assert view.stops[0].scene == STORY.start
    titles = {scene.title for scene in STORY.scenes if scene.id in seen}
    assert {way.leads_to for stop in view.stops for way in stop.ways} <= titles | {""}
    assert {way.target for stop in view.stops for way in stop.ways} <= seen | {""}


def test_ways_carry_the_attempts_that_took_them() -> None:
    """Two attempts on one map: each scene's ways tell which attempt took them, and each attempt took one."""
    view = mapped(played(0), played(-1))
    for stop in view.stops:
        taken = [number for way in stop.ways for number in way.taken]
        assert set(taken) == (set() if stop.end else set(stop.attempts))
        assert all((way.state == "taken") == bool(way.taken) for way in stop.ways)
    assert view.ends_seen == sum(stop.end for stop in view.stops) <= view.ends == 5


def lamp_week() -> Sitting:
    """Play the lamp to its end through a week in which one way was open and another was not."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    sitting.do(ShareFact, fact="wire")
    sitting.do(CloseTalk, option="buy")
    go_on(sitting)
    return sitting


def test_a_way_that_was_never_open_stays_hidden() -> None:
    """A way taken, one that was open, and one whose condition did not hold, of which nothing is revealed."""
    week = next(stop for stop in mapped(lamp_week()).stops if stop.scene == "week")
    taken, asked, thanked, *_ = week.ways
    assert taken == Path(text="[the way go]", state="taken", taken=(1,), target="light", leads_to="Light")
    assert asked == Path(text="[the way ask]", state="open", taken=(), target="week", leads_to="Week")
    assert thanked == Path(text="", state="hidden", taken=(), target="", leads_to="")


def test_a_play_is_a_row_of_visits() -> None:
    """Each visit tells where a new attempt goes on, also before the talk of a panel, and the end takes no way."""
    sitting = lamp_week()
    walked = visits(sitting.start, sitting.events)
    assert [(visit.scene, visit.way, visit.moves) for visit in walked] == [
        ("door", "knock", 0),
        ("talk", "buy", 1),
        ("week", "go", len(sitting.events) - 1),
        ("light", "", len(sitting.events)),
    ]
    assert walked[1].open == {"mend", "buy", "wait"}
    assert walked[-1] == Visit(scene="light", moves=len(sitting.events))


def test_every_point_on_the_map_is_where_a_move_begins() -> None:
    """A new attempt can begin at each point that the map offers, one for each visit, and an end offers none."""
    sittings = [played(0), played(-1), played(0)]
    view = mapped(*sittings)
    for stop in view.stops:
        assert bool(stop.points) != stop.end
        for point in stop.points:
            sitting = sittings[point.attempt - 1]
            assert point.play == f"play-{point.attempt}"
            assert starts_a_move(sitting.start, sitting.events[point.moves])


def test_before_the_first_end_there_is_no_map() -> None:
    """Without an ended play the map is refused in words."""
    with pytest.raises(CourseError, match="after the first end"):
        path_map_view(STORY, {})
