"""The map of a network: its lines and dots, its table and its sentence say the same."""

import pytest

from dlcourse.charts.network.tie_map import tie_map
from dlcourse.domain.network.graph import Graph, Tie


def graph(*ties: tuple[str, str]) -> Graph:
    """Three people with these ties."""
    return Graph(people=("Ann", "Ben", "Cem"), ties=tuple(Tie(who=who, to=to) for who, to in ties), everybody=True)


PLACES = {"Ann": (0.0, 0.0), "Ben": (3.0, 1.0), "Cem": (1.0, 4.0)}


def test_each_pair_is_one_line_and_each_person_one_dot() -> None:
    """A tie that is returned is drawn once, at the places of the two people."""
    rows = tie_map(graph(("Ann", "Ben"), ("Ben", "Ann"), ("Cem", "Ben")), PLACES).spec["datasets"]["rows"]
    lines = [(row["x"], row["y"], row["x2"], row["y2"]) for row in rows if row["kind"] == "tie"]
    assert lines == [(0.0, 0.0, 3.0, 1.0), (3.0, 1.0, 1.0, 4.0)]
    assert {row["person"]: row["asked"] for row in rows if row["kind"] == "person"} == {"Ann": 1, "Ben": 2, "Cem": 0}


def test_the_table_begins_with_whom_most_turn_to() -> None:
    """The table has everybody, the most asked first."""
    assert tie_map(graph(("Ann", "Ben"), ("Cem", "Ben")), PLACES).rows == (
        ("Ben", "2", "0"),
        ("Ann", "0", "1"),
        ("Cem", "0", "1"),
    )


@pytest.mark.parametrize(
    ("ties", "says"),
    [
        ((), "Nobody turns to anybody."),
        ((("Ann", "Ben"), ("Cem", "Ben")), "2 people turn to Ben, the most; nobody turns to 2 of 3."),
        ((("Ann", "Ben"), ("Ben", "Ann")), "1 person turns to each of 2 people, the most; nobody turns to 1 of 3."),
    ],
)
def test_the_sentence(ties: tuple[tuple[str, str], ...], says: str) -> None:
    """One sentence says to whom most turn, and to how many nobody does."""
    assert tie_map(graph(*ties), PLACES).says == says
