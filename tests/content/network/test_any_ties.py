"""Any files of ties, people and acts give a graph or problems: never both, never a traceback, never a long wait."""

import pytest
from hypothesis import given

from dlcourse.content.network.ties import File, NetworkReading, read_files
from dlcourse.domain.network.graph import figures
from dlcourse.domain.network.stretch import stretch
from dlcourse.pages.network.figures import look_alike
from tests.content.damage import HASTY, in_time, tables
from tests.content.network.test_ties import ACTS, PEOPLE, TIES, read

WEIGHED = "from,to,topic,weight\nAna Ruiz,Bo Li,reading,1\nBo Li,Cy Orr,families,0.5\nCy Orr,Ana Ruiz,,0\n"


def sound(reading: NetworkReading) -> None:
    """Check that there is a graph with figures, or no graph and problems with remedies, all of it printable."""
    assert (reading.graph is None) == bool(reading.problems)
    for problem in reading.problems:
        assert problem.message
        assert problem.remedy
        assert len(problem.message) < 400
    if reading.graph:
        figures(reading.graph), stretch(reading.acts), look_alike(reading.graph)
    reading.model_dump_json()


@HASTY
@given(ties=tables(WEIGHED))
def test_any_ties(ties: bytes) -> None:
    """Whatever a file of ties contains, it is read completely or not at all."""
    with in_time():
        sound(read_files(File("ties.csv", ties)))


@HASTY
@given(people=tables(PEOPLE), acts=tables(ACTS))
def test_any_people_and_acts(people: bytes, acts: bytes) -> None:
    """Whatever the files of people and acts contain, they are read completely or not at all."""
    with in_time():
        sound(read_files(File("ties.csv", TIES.encode()), File("people.csv", people), File("acts.csv", acts)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_files_that_were_saved_in_another_way(encoding: str, ends: str, last: str) -> None:
    """Every Unicode encoding and every kind of line end gives the same network."""
    ties, people, acts = (
        (text.rstrip("\n") + last).replace("\n", ends).encode(encoding) for text in (TIES, PEOPLE, ACTS)
    )
    assert read(ties, people, acts) == read()
