"""Graphs for tests: by numbers, and any of up to twelve people."""

from collections.abc import Iterable

from hypothesis import strategies as st

from dlcourse.domain.network.graph import Graph, Tie


def graph_of(people: int, pairs: Iterable[tuple[int, int]]) -> Graph:
    """The people 0, 1, 2, ... as names, and these ties."""
    ties = tuple(Tie(who=str(who), to=str(to)) for who, to in pairs)
    return Graph(people=tuple(map(str, range(people))), ties=ties, everybody=True)


@st.composite
def graphs(draw: st.DrawFn, most: int = 12) -> Graph:
    """Any directed graph of a few people, sparse ones as well as dense ones."""
    people = draw(st.integers(0, most))
    possible = [(who, to) for who in range(people) for to in range(people) if who != to]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, max_size=40)) if possible else []
    return graph_of(people, chosen)
