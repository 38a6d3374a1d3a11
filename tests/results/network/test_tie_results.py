"""A network in a cell: read from anywhere, measured, handed to networkx."""

import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd  # type: ignore[import-untyped]
import pytest

import dlcourse
from dlcourse import files
from dlcourse.errors import CourseError

DANGER = "<b>Ann</b>"


@pytest.mark.parametrize("sample", ["lakeside-school", "district"])
def test_a_network_comes_back_from_its_tables(sample: str) -> None:
    """A sample by its name, by its folder and by its own DataFrames is the same network."""
    network = dlcourse.ties(sample)
    folder = dlcourse.ties(files.data() / "networks" / sample)
    frames = dlcourse.ties(network.ties, network.people[["name", "role"]], network.functions)
    for other in (folder, frames):
        for name in ("figures", "people", "ties", "functions"):
            assert getattr(other, name).equals(getattr(network, name)), name


def test_networkx_gets_the_same_network() -> None:
    """Networkx finds the same people, ties, topics and figures."""
    network = dlcourse.ties("lakeside-school")
    graph, figures = network.to_networkx(), network.figures.set_index("figure").value
    assert nx.density(graph) == pytest.approx(figures["density"])
    assert nx.reciprocity(graph) == pytest.approx(figures["reciprocity"])
    assert dict(graph.in_degree) == dict(network.people[["name", "asked_by"]].itertuples(index=False, name=None))
    assert sum(len(graph.edges[edge]["topics"]) for edge in graph.edges) == len(network.ties)


def test_a_chart_is_an_altair_chart() -> None:
    """The chart has a dot for each person, a title, a sentence and a description."""
    network = dlcourse.ties("lakeside-school")
    drawn = network.chart().to_dict()
    people = [row["person"] for row in drawn["datasets"]["rows"] if row["kind"] == "person"]
    assert people == network.people.name.tolist()
    assert drawn["title"]["text"] == "Who turns to whom"
    assert "Drawing with a dot" in drawn["description"]


def test_without_networkx_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where networkx is not installed, the error says how to install it."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(CourseError, match="pip install networkx"):
        dlcourse.ties("lakeside-school").to_networkx()


def test_figures_that_are_not_defined_are_missing() -> None:
    """Without a list of all people nobody can be known to have no tie, and that figure is missing."""
    network = dlcourse.ties(pd.DataFrame({"from": ["Ann"], "to": ["Ben"]}))
    figures = network.figures.set_index("figure").value
    assert figures.isna()["isolates"]
    assert figures["density"] == 0.5
    assert network.functions.empty


@pytest.mark.parametrize(
    ("source", "match"),
    [
        ("lakeside", "Did you mean 'lakeside-school'"),
        ("nowhere.csv", "no file or folder of this name"),
        ("own", "not entered a network of your own"),
        (pd.DataFrame({"from": ["Ann", "Ben"], "to": ["Ann", None]}), "ties, row 0, to.*ties, row 1, to"),
        (pd.DataFrame({"who": ["Ann"]}), "ties"),
    ],
)
def test_what_is_wrong_is_told(source: Any, match: str) -> None:
    """A wrong name, a missing file and wrong rows each get a clear error."""
    with pytest.raises(CourseError, match=match):
        dlcourse.ties(source)


def test_tables_and_files_are_not_mixed(tmp_path: Path) -> None:
    """A DataFrame of ties does not go with a file of people."""
    with pytest.raises(CourseError, match="all tables as DataFrames"):
        dlcourse.ties(pd.DataFrame({"from": ["Ann"], "to": ["Ben"]}), tmp_path / "people.csv")


def test_a_representation_is_escaped() -> None:
    """Names are escaped in what a cell shows."""
    network = dlcourse.ties(
        pd.DataFrame({"from": [DANGER], "to": ["Ben"]}), pd.DataFrame({"name": [DANGER, "Ben", "C"]})
    )
    assert DANGER not in network._repr_html_()
    assert "3 people" in repr(network)


def test_a_chart_shows_how_leading_stretches() -> None:
    """Where acts were written down, the chart has a bar for each kind of leading; without any, an error says so."""
    drawn = dlcourse.ties("lakeside-school").stretch_chart().to_dict()
    assert {row["function"] for row in drawn["datasets"]["rows"]} >= {"looking at results together"}
    with pytest.raises(CourseError, match="nobody wrote down"):
        dlcourse.ties(pd.DataFrame({"from": ["Ann"], "to": ["Ben"]})).stretch_chart()
