"""The sample networks have the properties that session 05 talks about."""

from pathlib import Path

import pytest

from dlcourse.content.network.ties import NetworkReading, read_network
from dlcourse.domain.network.graph import Graph, figures
from dlcourse.domain.network.stretch import stretch

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "networks"
SIZES = {"lakeside-school": 24, "district": 80}


def sample(name: str) -> NetworkReading:
    """A shipped sample."""
    return read_network(*(SAMPLES / name / f"{table}.csv" for table in ("ties", "people", "acts")))


def graph(name: str) -> Graph:
    """Who turns to whom in a sample."""
    found = sample(name).graph
    assert found
    return found


def roles(name: str) -> dict[str, str]:
    """The role of each person of a sample, which the figures do not use."""
    lines = (SAMPLES / name / "people.csv").read_text("utf-8").splitlines()[1:]
    return {person: role for person, _, role in (line.partition(",") for line in lines)}


@pytest.mark.parametrize("name", SIZES)
def test_samples_have_no_errors(name: str) -> None:
    """Each sample is read without problems, with the stated number of people and three topics."""
    assert sample(name).problems == ()
    assert (len(graph(name).people), len(graph(name).topics)) == (SIZES[name], 3)


@pytest.mark.parametrize("name", SIZES)
def test_one_person_has_no_ties_and_the_rest_hang_together(name: str) -> None:
    """There is exactly one isolate, and all others form one group."""
    found = figures(graph(name))
    assert (len(found.isolates or ()), found.weak_components) == (1, 2)


@pytest.mark.parametrize("name", SIZES)
def test_two_groups_are_joined_by_one_bridge(name: str) -> None:
    """Two people who turn to each other are the only connection between two groups of at least ten."""
    whole = graph(name)
    cut = figures(whole).articulation
    bridges = [
        (one, other)
        for one in cut
        for other in whole.near[one]
        if other in cut
        and sum(len(part) >= 10 for part in whole.parts_without(one)) == 2
        and all(other in part or len(part) < len(whole.people) / 2 for part in whole.parts_without(one))
    ]
    assert bridges


@pytest.mark.parametrize("name", SIZES)
def test_custodian_and_secretary_are_among_the_most_asked(name: str) -> None:
    """The tenth of the people who are asked most includes a custodian and a secretary, and fewer principals."""
    asked = graph(name).asked_by
    most = sorted(asked, key=lambda person: -len(asked[person]))[: max(3, len(asked) // 10)]
    held = [roles(name)[person] for person in most]
    assert {"custodian", "secretary"} <= set(held)
    assert held.count("custodian") + held.count("secretary") > held.count("principal")


def test_a_bottleneck_in_the_district() -> None:
    """One person is asked by far more people than anybody else, and turns to almost nobody."""
    asked = graph("district").asked_by
    first, second, *_ = sorted(asked, key=lambda person: -len(asked[person]))
    assert len(asked[first]) >= 1.5 * len(asked[second])
    assert roles("district")[first] == "IT technician"
    assert len(graph("district").turns_to[first]) <= 2


@pytest.mark.parametrize("name", SIZES)
def test_functions_are_spread_in_different_ways(name: str) -> None:
    """One function depends on one person, and another is shared evenly by several."""
    spreads = stretch(sample(name).acts)
    assert [spread.evenness for spread in spreads].count(None) == 1
    assert any(spread.half >= 2 and (spread.evenness or 0) > 0.85 for spread in spreads)
