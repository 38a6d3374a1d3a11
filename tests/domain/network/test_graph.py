"""The figures about who turns to whom: worked by hand, and against an independent library."""

from itertools import pairwise, permutations
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.network.graph import MOST_PEOPLE, Figures, Graph, Tie, figures
from dlcourse.errors import CourseError
from tests.domain.network.networks import graph_of, graphs

UNDEFINED = ("density", "reciprocity", "in_centralization", "out_centralization", "gini_in", "transitivity")


def told(people: int, pairs: list[tuple[int, int]]) -> dict[str, object]:
    """The figures of a graph whose people are 0, 1, 2, ..."""
    return figures(graph_of(people, pairs)).model_dump()


def test_star() -> None:
    """In a star everybody turns to one person, who holds all together."""
    assert told(5, [(1, 0), (2, 0), (3, 0), (4, 0)]) == {
        "people": 5,
        "ties": 4,
        "density": 4 / 20,
        "reciprocity": 0,
        "in_centralization": 1,
        "out_centralization": 1 / 16,
        "gini_in": 4 / 5,
        "transitivity": 0,
        "isolates": (),
        "weak_components": 1,
        "articulation": ("0",),
    }


def test_ring() -> None:
    """In a ring all are alike, and nobody's absence splits it."""
    assert told(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]) == {
        "people": 5,
        "ties": 5,
        "density": 1 / 4,
        "reciprocity": 0,
        "in_centralization": 0,
        "out_centralization": 0,
        "gini_in": 0,
        "transitivity": 0,
        "isolates": (),
        "weak_components": 1,
        "articulation": (),
    }


def test_complete() -> None:
    """Where everybody turns to everybody every possible tie is there, returned, and closed to triangles."""
    found = figures(graph_of(4, list(permutations(range(4), 2))))
    assert (found.ties, found.density, found.reciprocity, found.transitivity) == (12, 1, 1, 1)
    assert (found.in_centralization, found.out_centralization, found.gini_in) == (0, 0, 0)
    assert (found.isolates, found.weak_components, found.articulation) == ((), 1, ())


def test_empty() -> None:
    """Without ties, figures that need ties are undefined, and everybody is an isolate."""
    found = figures(graph_of(3, []))
    assert (found.density, found.in_centralization, found.out_centralization) == (0, 0, 0)
    assert (found.reciprocity, found.gini_in, found.transitivity) == (None, None, None)
    assert (found.isolates, found.weak_components, found.articulation) == (("0", "1", "2"), 3, ())


@pytest.mark.parametrize("people", [0, 1])
def test_nobody_and_one_person(people: int) -> None:
    """With nobody or one person no figure is defined, and none is 0."""
    found = figures(graph_of(people, []))
    assert [getattr(found, name) for name in UNDEFINED] == [None] * len(UNDEFINED)
    assert (found.weak_components, len(found.isolates or ())) == (people, people)


@pytest.mark.parametrize(("pairs", "reciprocity", "centralization"), [([(0, 1)], 0, 1), ([(0, 1), (1, 0)], 1, 0)])
def test_two_people(pairs: list[tuple[int, int]], reciprocity: float, centralization: float) -> None:
    """Two people have ties to return and to concentrate, but no triple to close."""
    found = figures(graph_of(2, pairs))
    assert (found.density, found.reciprocity) == (len(pairs) / 2, reciprocity)
    assert (found.in_centralization, found.out_centralization) == (centralization, centralization)
    assert (found.gini_in, found.transitivity) == (centralization / 2, None)


def test_a_figure_worked_by_hand() -> None:
    """In-degrees 0, 1, 1, 3 give a Gini of 7/20; one triangle among five triples gives 3/5."""
    found = figures(graph_of(4, [(0, 3), (1, 3), (2, 3), (3, 1), (1, 2)]))
    assert found.gini_in == (-3 * 0 - 1 * 1 + 1 * 1 + 3 * 3) / (4 * 5)
    assert found.in_centralization == (3 + 2 + 2 + 0) / 9
    assert (found.reciprocity, found.transitivity) == (2 / 5, 3 / 5)
    assert found.articulation == ("3",)


@settings(deadline=None)
@given(graphs())
def test_an_independent_library_says_the_same(graph: Graph) -> None:
    """Every figure that networkx knows is the same there, where it is defined."""
    found, other = figures(graph), as_networkx(graph)
    both_ways, n, m = other.to_undirected(), len(other), other.size()
    assert (found.people, found.ties) == (n, m)
    assert found.density == (pytest.approx(nx.density(other)) if n > 1 else None)
    assert found.reciprocity == (pytest.approx(nx.overall_reciprocity(other)) if m else None)
    triples = sum(degree * (degree - 1) for _, degree in both_ways.degree())
    assert found.transitivity == (pytest.approx(nx.transitivity(both_ways)) if triples else None)
    assert found.isolates == tuple(nx.isolates(other))
    assert found.weak_components == nx.number_weakly_connected_components(other)
    assert set(found.articulation) == set(nx.articulation_points(both_ways))


@settings(deadline=None)
@given(graphs())
def test_centralization_and_gini_by_their_definitions(graph: Graph) -> None:
    """Centralization adds up what each lacks to the greatest degree; Gini is half the relative mean difference."""
    found, other = figures(graph), as_networkx(graph)
    n = len(other)
    for value, degrees in (
        (found.in_centralization, [degree for _, degree in other.in_degree()]),
        (found.out_centralization, [degree for _, degree in other.out_degree()]),
    ):
        lacking = sum(max(degrees) - degree for degree in degrees) if degrees else 0
        assert value == (pytest.approx(lacking / (n - 1) ** 2) if n > 1 else None)
    asked = [degree for _, degree in other.in_degree()]
    differences = sum(abs(one - two) for one in asked for two in asked)
    assert found.gini_in == (pytest.approx(differences / (2 * n * sum(asked))) if sum(asked) else None)


@settings(deadline=None)
@given(graphs())
def test_defined_figures_lie_between_0_and_1(graph: Graph) -> None:
    """No figure leaves the range that its words speak of."""
    found = figures(graph)
    assert all(0 <= value <= 1 for name in UNDEFINED if (value := getattr(found, name)) is not None)


@settings(deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_people_and_ties_changes_nothing(graph: Graph, chance: Random) -> None:
    """The figures depend on who turns to whom only."""
    people, ties = list(graph.people), list(graph.ties)
    for each in (people, ties):
        chance.shuffle(each)
    again = figures(Graph(people=tuple(people), ties=tuple(ties), everybody=True))
    assert same(again) == same(figures(graph))


def test_a_tie_about_two_topics_counts_once() -> None:
    """The figures count who turns to whom, each topic's own graph counts its own ties."""
    ties = tuple(Tie(who="Ana", to="Bo", topic=topic) for topic in ("reading", "families"))
    graph = Graph(people=("Ana", "Bo"), ties=ties)
    assert (figures(graph).ties, graph.topics) == (1, ("reading", "families"))
    assert (graph.on("reading").ties, graph.on("reading").people) == (ties[:1], graph.people)


def test_isolates_are_unknown_without_all_people() -> None:
    """People without ties are not in a file of ties, so isolates are unknown without a list of people."""
    graph = Graph(people=("Ana", "Bo"), ties=(Tie(who="Ana", to="Bo"),))
    assert figures(graph).isolates is None


def test_one_person_s_absence() -> None:
    """What is left without somebody of a chain are its two ends, the longer one first; other groups do not matter."""
    graph = graph_of(7, [*pairwise(range(5)), (5, 6)])
    assert graph.parts_without("1") == (("2", "3", "4"), ("0",))
    assert graph.parts_without("6") == (("5",),)


@pytest.mark.parametrize(
    ("people", "ties", "told"),
    [
        (("Ana", "Ana"), [], "occurs twice"),
        (("Ana",), [("Ana", "Bo")], "Bo: is not among the people"),
        (("Ana",), [("Ana", "Ana")], "turns to themselves"),
        (tuple(map(str, range(MOST_PEOPLE + 1))), [], "1,001 are more"),
    ],
)
def test_what_is_no_graph_is_refused(people: tuple[str, ...], ties: list[tuple[str, str]], told: str) -> None:
    """Doubled names, unknown people, ties to oneself and too many people are told."""
    with pytest.raises(CourseError, match=told):
        Graph(people=people, ties=tuple(Tie(who=who, to=to) for who, to in ties))


def test_unknown_people_are_told() -> None:
    """Asking about somebody who is not there names them."""
    with pytest.raises(CourseError, match="nobody is called 'Cy'"):
        graph_of(2, []).parts_without("Cy")


def as_networkx(graph: Graph) -> "nx.DiGraph[str]":
    """The same graph in the other library."""
    other: nx.DiGraph[str] = nx.DiGraph()
    other.add_nodes_from(graph.people)
    other.add_edges_from((tie.who, tie.to) for tie in graph.ties)
    return other


def same(found: Figures) -> dict[str, object]:
    """The figures, names in no order."""
    return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in found.model_dump().items()}
