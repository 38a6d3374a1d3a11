"""Parts, and the people who hold a part together, by trying each person's absence."""

from hypothesis import given, settings

from dlcourse.domain.network.articulation import articulation_people, parts, reached
from dlcourse.domain.network.graph import Graph
from tests.domain.network.networks import graph_of, graphs


@settings(deadline=None)
@given(graphs())
def test_articulation_people_are_those_whose_absence_makes_more_parts(graph: Graph) -> None:
    """Somebody is one exactly if what is left of their part without them falls into several."""
    assert articulation_people(graph.near) == {name for name in graph.people if len(graph.parts_without(name)) > 1}


@settings(deadline=None)
@given(graphs())
def test_everybody_is_in_one_part(graph: Graph) -> None:
    """Parts divide the people, and no tie leads from one to another."""
    found = parts(graph.near)
    assert sorted(name for part in found for name in part) == sorted(graph.people)
    assert all(set(graph.near[name]) <= set(part) for part in found for name in part)


def test_steps_are_counted_along_the_shortest_chain() -> None:
    """The shorter of two ways counts, whichever way its ties point; who cannot be reached is left out."""
    graph = graph_of(6, [(0, 1), (2, 1), (2, 3), (0, 4), (3, 4)])
    assert reached(graph.near, "0") == {"0": 0, "1": 1, "4": 1, "2": 2, "3": 2}


def test_a_long_chain_is_no_trouble() -> None:
    """A long chain needs no deeper recursion, so a thousand people in a row work as well."""
    graph = graph_of(1000, [(at, at + 1) for at in range(999)])
    assert len(articulation_people(graph.near)) == 998
