"""Where the scenes of a map stand: no scene over another, links lead down, and the same in every run."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.roleplay.replay.map_layout import Link, MapLayout, map_layout


def over_each_other(drawn: MapLayout) -> list[Link]:
    """Return the pairs of scenes that overlap."""
    pairs = combinations(drawn.places.items(), 2)
    return [(one, other) for (one, (x, y)), (other, (u, v)) in pairs if y == v and abs(x - u) < 0.999]


def test_a_story_leads_down_from_its_first_scene() -> None:
    """Scenes stand in the order of the story, two ways beside each other, and what both lead to below them."""
    drawn = map_layout(["a", "b", "c", "d"], [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], 3)
    assert drawn.places == {"a": (1.5, 0), "b": (1.0, 1), "c": (2.0, 1), "d": (1.5, 2)}
    assert set(drawn.lines.values()) == {()}


def test_a_link_over_a_row_passes_beside_its_scenes() -> None:
    """A way that skips a scene has a place of its own beside it, and so has a way back."""
    ways = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a")]
    drawn = map_layout(["a", "b", "c"], ways, 3)
    ((across, row),) = drawn.lines["a", "c"]
    assert row == 1
    assert abs(across - drawn.places["b"][0]) > 0.5
    assert drawn.lines["c", "a"] == drawn.lines["a", "c"]


def test_neighbors_change_places_to_keep_lines_apart() -> None:
    """Two scenes whose ways would cross stand the other way round."""
    drawn = map_layout(["a", "b", "c", "d", "e"], [("a", "b"), ("a", "c"), ("b", "e"), ("c", "d")], 3)
    (left, right) = sorted("bc", key=lambda scene: drawn.places[scene])
    below = {"b": "e", "c": "d"}
    assert drawn.places[below[left]] < drawn.places[below[right]]


@pytest.mark.parametrize("width", [1, 2, 5])
def test_rows_that_are_too_long_are_broken(width: int) -> None:
    """No row holds more scenes than the drawing is wide."""
    scenes = [f"s{at}" for at in range(8)]
    drawn = map_layout(scenes, [("s0", scene) for scene in scenes[1:]], width)
    rows = [row for _, row in drawn.places.values()]
    assert max(map(rows.count, rows)) <= width
    assert drawn.rows == max(rows) + 1


SCENES = [f"s{at}" for at in range(9)]
links = st.lists(st.tuples(st.sampled_from(SCENES), st.sampled_from(SCENES)), max_size=30)


@settings(max_examples=150, deadline=None)
@given(links, st.integers(1, 6))
def test_laws_of_a_map(ways: list[Link], width: int) -> None:
    """Whatever the links: scenes do not overlap, all lies within the drawing, and each line goes row by row."""
    drawn = map_layout(SCENES, ways, width)
    assert over_each_other(drawn) == []
    assert drawn.places.keys() == set(SCENES)
    assert all(0.499 <= x <= width - 0.499 and 0 <= y < drawn.rows for x, y in drawn.places.values())
    assert drawn.lines.keys() == {(one, other) for one, other in ways if one != other}
    for (one, other), between in drawn.lines.items():
        (_, first), (_, last) = drawn.places[one], drawn.places[other]
        step = 1 if last > first else -1
        assert [row for _, row in between] == list(range(int(first) + step, int(last), step))
        assert first != last
        assert all(-0.001 <= x <= width + 0.001 for x, _ in between)
    assert drawn == map_layout(SCENES, ways, width)
