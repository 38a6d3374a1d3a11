"""Positions of people in a drawing: the same in every run, no overlaps, and neighbors close together."""

import subprocess
import sys
import time
from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings

from dlcourse.domain.network.articulation import reached
from dlcourse.domain.network.graph import Graph
from dlcourse.engines.network.layout import HIGH, MOST_DRAWN, WIDE, Layout, layout
from dlcourse.errors import CourseError
from tests.domain.network.networks import graph_of, graphs
from tests.examples import examples

SHAPES = {
    "star": [(at, 0) for at in range(1, 80)],
    "ring": [(at, (at + 1) % 80) for at in range(80)],
    "complete": list(permutations(range(80), 2)),
    "chain": list(pairwise(range(80))),
    "pairs": [(at, at + 1) for at in range(0, 80, 2)],
    "empty": [],
    "two halves": [(at % 40, 40 + at // 40) for at in range(1600)],
    "scattered": [(one % 80, two % 80) for at in range(60) if (one := at * at + 7) % 80 != (two := at * 37 + 3) % 80],
}
AGAIN = """
from dlcourse.engines.network.layout import layout
from tests.domain.network.networks import graph_of
print(layout(graph_of(30, [(at, at * at % 29) for at in range(2, 28)])))
"""


def overlaps(drawn: Layout) -> list[tuple[str, str]]:
    """Pairs of people whose boxes overlap."""
    return [
        (one, other)
        for (one, (x, y)), (other, (u, v)) in combinations(drawn.places.items(), 2)
        if abs(x - u) < WIDE - 0.01 and abs(y - v) < HIGH - 0.01
    ]


def inside(drawn: Layout) -> bool:
    """Whether every box lies within the drawing."""
    return all(
        WIDE / 2 - 0.01 <= x <= drawn.width - WIDE / 2 + 0.01 and HIGH / 2 - 0.01 <= y <= drawn.height - HIGH / 2 + 0.01
        for x, y in drawn.places.values()
    )


@pytest.mark.parametrize("ties", SHAPES.values(), ids=SHAPES.keys())
def test_eighty_people_do_not_overlap(ties: list[tuple[int, int]]) -> None:
    """With eighty people and any ties, nobody overlaps and everybody is within the drawing."""
    graph = graph_of(80, ties)
    drawn = layout(graph)
    assert set(drawn.places) == set(graph.people)
    assert overlaps(drawn) == []
    assert inside(drawn)


@settings(deadline=None, max_examples=examples(60))
@given(graphs())
def test_no_graph_makes_people_overlap(graph: Graph) -> None:
    """Any small graph is drawn without overlaps and inside the drawing, and twice the same."""
    drawn = layout(graph)
    assert (len(drawn.places), overlaps(drawn)) == (len(graph.people), [])
    assert inside(drawn)
    assert layout(graph) == drawn


def test_another_run_gives_the_same_drawing() -> None:
    """In two processes with different hash seeds, everybody has the same position."""
    runs = {
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_who_is_near_stands_near() -> None:
    """Drawn distances follow the number of steps between people: in a tree of 31, their correlation is above 0.8."""
    graph = graph_of(31, [(at, (at - 1) // 2) for at in range(1, 31)])
    places = layout(graph).places
    pairs = list(combinations(graph.people, 2))
    steps = [reached(graph.near, one)[other] for one, other in pairs]
    drawn = [np.hypot(*np.subtract(places[one], places[other])) for one, other in pairs]
    assert np.corrcoef(steps, drawn)[0, 1] > 0.8


def test_parts_stand_apart_and_people_without_ties_last() -> None:
    """Parts do not mix, and people without ties are below or to the right of the others."""
    graph = graph_of(9, [(0, 1), (1, 2), (2, 3), (4, 5), (5, 6)])
    places = layout(graph).places
    first, second = ([places[str(at)] for at in part] for part in (range(4), range(4, 7)))
    assert max(x for x, _ in first) + WIDE <= min(x for x, _ in second) or max(y for _, y in first) + HIGH <= min(
        y for _, y in second
    )
    for alone in ("7", "8"):
        assert any(places[alone][axis] > max(place[axis] for place in first) for axis in (0, 1))


def test_directions_and_the_order_of_ties_do_not_move_anybody() -> None:
    """The direction of ties and their order in a file change arrows, not positions."""
    ties = [(0, 1), (1, 2), (2, 0), (2, 3)]
    turned = [(to, who) for who, to in reversed(ties)]
    assert layout(graph_of(4, ties)) == layout(graph_of(4, turned))


def test_nobody_is_an_empty_drawing() -> None:
    """Without people there is nothing to draw and no size."""
    assert layout(graph_of(0, [])) == Layout({}, 0, 0)


def test_too_many_people_are_refused() -> None:
    """Too many people for a drawing are an error."""
    with pytest.raises(CourseError, match="201 people are more than a drawing can show"):
        layout(graph_of(MOST_DRAWN + 1, []))


def test_eighty_people_are_placed_quickly() -> None:
    """The positions of eighty people with five ties each take less than two seconds, even on a busy machine."""
    graph = graph_of(80, [(at, (at + step) % 80) for at in range(80) for step in (1, 3, 11, 24, 37)])
    start = time.process_time()
    layout(graph)
    assert time.process_time() - start < 2
