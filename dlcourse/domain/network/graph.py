"""Who turns to whom: a directed graph of people, and the figures that describe it.

`content.network.ties` reads files; `stretch` says how leadership spreads over people. No figure here is a grade.
"""

from collections.abc import Iterable
from functools import cached_property
from itertools import combinations
from typing import Annotated, Self

from pydantic import Field, model_validator

from dlcourse.domain.network.articulation import Near, articulation_people, parts
from dlcourse.domain.speech import Value
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError

MOST_PEOPLE, MOST_TIES = 1_000, 50_000
"""The largest network. A larger one is unreadable, and its figures would take too long."""

Name = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]


class Tie(Value):
    """``who`` turns to ``to``, about ``topic`` if one is named."""

    who: Name
    to: Name
    topic: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


class Graph(Value):
    """People in the order of their file, and ties i -> j ("i turns to j"), each once per topic.

    ``everybody`` says whether all people are listed. Otherwise nobody can be known to have no tie. Raises a
    `CourseError` if a name occurs twice or is unknown, if somebody has a tie to themselves, or if the network is too
    large.
    """

    people: tuple[Name, ...]
    ties: tuple[Tie, ...]
    everybody: bool = False

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        _within("people", len(self.people), MOST_PEOPLE)
        _within("ties", len(self.ties), MOST_TIES)
        known = set(self.people)
        if len(known) < len(self.people):
            raise CourseError("people", "a name occurs twice", "Give each person a name of their own.")
        for tie in self.ties:
            if unknown := {tie.who, tie.to} - known:
                raise CourseError(min(unknown), "is not among the people", "Add this name to the people.")
            if tie.who == tie.to:
                raise CourseError(tie.who, "turns to themselves", "Leave this tie out: a tie joins two people.")
        return self

    @cached_property
    def turns_to(self) -> Near:
        """For each person, the people they turn to about any topic; each once."""
        return _neighbours(self.people, ((tie.who, tie.to) for tie in self.ties))

    @cached_property
    def asked_by(self) -> Near:
        """For each person, the people who turn to them; their number is the in-degree."""
        return _neighbours(self.people, ((tie.to, tie.who) for tie in self.ties))

    @cached_property
    def near(self) -> Near:
        """For each person, everybody they have a tie with in either direction."""
        return {name: tuple(dict.fromkeys(self.turns_to[name] + self.asked_by[name])) for name in self.people}

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The named topics in the order of their first appearance."""
        return tuple(dict.fromkeys(tie.topic for tie in self.ties if tie.topic))

    @cached_property
    def cut(self) -> frozenset[str]:
        """The articulation people: without one of them, the people around them fall apart."""
        return articulation_people(self.near)

    def on(self, topic: str) -> "Graph":
        """The same people with only the ties about this topic."""
        return Graph(
            people=self.people, ties=tuple(tie for tie in self.ties if tie.topic == topic), everybody=self.everybody
        )

    def person(self, name: str) -> str:
        """The name itself, or a `CourseError` if nobody has it."""
        if name not in self.turns_to:
            raise CourseError("person", f"nobody is called '{name}' in this network", "Choose one of its people.")
        return name

    def parts_without(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The parts, largest first, into which the people around this person fall without them."""
        whole = next(part for part in parts(self.near) if self.person(name) in part)
        others = {each: tuple(one for one in self.near[each] if one != name) for each in whole if each != name}
        return tuple(sorted(parts(others), key=len, reverse=True))


class Figures(Value):
    """The figures of a graph, as ``dlcourse network --json`` prints them; None if a figure is not defined."""

    people: int
    ties: int
    density: float | None
    reciprocity: float | None
    in_centralization: float | None
    out_centralization: float | None
    gini_in: float | None
    transitivity: float | None
    isolates: tuple[str, ...] | None
    weak_components: int
    articulation: tuple[str, ...]


def figures(graph: Graph) -> Figures:
    """All figures. A tie about several topics counts once. Formulas: Wasserman & Faust (1994), chapters 4 to 6."""
    in_degrees = [len(names) for names in graph.asked_by.values()]
    out_degrees = [len(names) for names in graph.turns_to.values()]
    n, m = len(graph.people), sum(out_degrees)
    return Figures(
        people=n,
        ties=m,
        density=_ratio(m, n * (n - 1)),
        reciprocity=_ratio(_returned(graph), m),
        in_centralization=_centralization(in_degrees),
        out_centralization=_centralization(out_degrees),
        gini_in=_gini(in_degrees),
        transitivity=_transitivity(graph.near),
        isolates=tuple(name for name in graph.people if not graph.near[name]) if graph.everybody else None,
        weak_components=len(parts(graph.near)),
        articulation=tuple(name for name in graph.people if name in graph.cut),
    )


def _returned(graph: Graph) -> int:
    """The number of ties that are returned; a mutual pair counts as two."""
    pairs = {(who, to) for who, names in graph.turns_to.items() for to in names}
    return sum((to, who) in pairs for who, to in pairs)


def _centralization(degrees: list[int]) -> float | None:
    """sum(max - d_i) / (n-1)^2: 1 for a star, 0 if all degrees are equal (Freeman 1979, for directed ties)."""
    most = max(degrees, default=0)
    return _ratio(sum(most - degree for degree in degrees), (len(degrees) - 1) ** 2 if degrees else 0)


def _gini(degrees: list[int]) -> float | None:
    """sum((2r - n - 1) x_(r)) / (n sum x), x ascending, r = 1..n: 0 if all are asked equally often."""
    n = len(degrees)
    weighed = sum((2 * rank - n - 1) * degree for rank, degree in enumerate(sorted(degrees), 1))
    return _ratio(weighed, n * sum(degrees))


def _transitivity(near: Near) -> float | None:
    """3 triangles / connected triples, ignoring directions: how often two neighbors of one person have a tie."""
    around = {name: set(names) for name, names in near.items()}
    triples = sum(len(names) * (len(names) - 1) // 2 for names in near.values())
    closed = sum(one in around[other] for names in near.values() for one, other in combinations(names, 2))
    return _ratio(closed, triples)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _neighbours(people: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Near:
    around: dict[str, dict[str, None]] = {name: {} for name in people}
    for one, other in pairs:
        around[one][other] = None
    return {name: tuple(names) for name, names in around.items()}


def _within(what: str, count: int, limit: int) -> None:
    if count > limit:
        raise CourseError(what, f"{count:,} are more than a network can hold ({limit:,})", "Look at a part of it.")
