"""A network as a map: a dot for each person, and a line for each tie."""

from collections.abc import Iterator, Mapping

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.network.graph import Graph

Places = Mapping[str, tuple[float, float]]
"""Where each person stands: across and down."""


def tie_map(graph: Graph, places: Places) -> Chart:
    """A dot for each person, the larger the more people turn to them, and a line for each pair with a tie."""
    asked = {name: len(graph.asked_by[name]) for name in graph.people}
    most_asked_first = sorted(graph.people, key=lambda name: -asked[name])
    rows: list[Row] = [*_lines(graph, places), *_dots(asked, places)]
    return Chart(
        title="Who turns to whom",
        says=_says(asked),
        description=(
            f"Drawing with a dot for each of {len(graph.people)} people and a line between two people if one turns to "
            "the other. A dot is the larger the more people turn to that person."
        ),
        spec=filled("network.tie_map", rows),
        columns=("Person", "People who turn to them", "People they turn to"),
        rows=tuple((name, str(asked[name]), str(len(graph.turns_to[name]))) for name in most_asked_first),
    )


def _lines(graph: Graph, places: Places) -> Iterator[Row]:
    for pair in sorted({tuple(sorted((who, to))) for who, names in graph.turns_to.items() for to in names}):
        (x, y), (x2, y2) = (places[name] for name in pair)
        yield {"kind": "tie", "x": x, "y": y, "x2": x2, "y2": y2}


def _dots(asked: Mapping[str, int], places: Places) -> Iterator[Row]:
    for name, count in asked.items():
        x, y = places[name]
        yield {"kind": "person", "person": name, "x": x, "y": y, "asked": count}


def _says(asked: Mapping[str, int]) -> str:
    """The sentence under the title: to whom most turn, and to how many nobody does."""
    if not any(asked.values()):
        return "Nobody turns to anybody."
    most = max(asked.values())
    first = [name for name, count in asked.items() if count == most]
    people = "1 person turns" if most == 1 else f"{most} people turn"
    who = first[0] if len(first) == 1 else f"each of {len(first)} people"
    nobody = sum(count == 0 for count in asked.values())
    return f"{people} to {who}, the most; nobody turns to {nobody} of {len(asked)}."
