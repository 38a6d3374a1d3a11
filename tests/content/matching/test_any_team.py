"""Any team file gives a team or problems: never both, never a traceback, never a long wait."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.content.matching.teams import TeamReading, read_files
from tests.content.damage import CELLS, HASTY, in_time, packages, spoiled, tables
from tests.content.matching.damaged_teams import PEOPLE, WORK, workbook

PLAIN = read_files({"people.csv": PEOPLE.encode(), "work.csv": WORK.encode()})


def sound(reading: TeamReading) -> None:
    """Check that there is a team without problems, or no team and problems with remedies, all of it printable."""
    assert (reading.team is None) == bool(reading.problems)
    for problem in reading.problems:
        assert problem.message
        assert problem.remedy
        assert len(problem.message) < 400
        problem.where.encode()
        problem.message.encode()
    reading.model_dump_json()


@HASTY
@given(people=tables(PEOPLE), work=tables(WORK))
def test_any_csv_files(people: bytes, work: bytes) -> None:
    """Whatever people.csv and work.csv contain, in any encoding, they are read completely or not at all."""
    with in_time():
        sound(read_files({"people.csv": people, "work.csv": work}))


REPLACED = [
    *("<v/>", "<f>1+2</f>", "<f/>", "<f/><v></v>", 't="e"', 't="b"', 't="d"', 't="s"', 't="str"', 't="zz"', 's="1"'),
    *('s="99"', 'r="A0"', 'r="XFD1048576"', 'r="A1"', 'r="zz"', 'hidden="1"', "<v>1e999</v>", "<v>nan</v>"),
    *("<row/>", "<c/>", "</row>", "</sheetData>", "_x000D_", "_xD800_", "_x005F_", "&amp;", "&x;", "]]>", "<!-- -->"),
    *('<!DOCTYPE a [<!ENTITY x "y">]>', '<mergeCell ref="A1:XFD1048576"/>', '<col min="1" max="16384" hidden="1"/>'),
    *('state="hidden"', 'name="people"', 'r:id="rId9"', 'Target="../x.xml"', 'Target="/etc/passwd"', "<t>#NV</t>"),
]


def rewritten(name: str, part: bytes) -> st.SearchStrategy[bytes]:
    """The part with some of its tags, attributes and texts replaced, or with damaged bytes."""
    text = part.decode()
    places = [found.span() for found in re.finditer(r"<[^<>]*>|\b[\w:]+=\"[^\"]*\"|>[^<>]+<", text)]
    return st.one_of(spoiled(part), st.builds(_replaced(text), st.lists(_change(places), min_size=1, max_size=4)))


def _change(places: list[tuple[int, int]]) -> st.SearchStrategy[tuple[tuple[int, int], str]]:
    return st.tuples(st.sampled_from(places), st.one_of(st.sampled_from(REPLACED), CELLS))


def _replaced(text: str) -> Callable[[list[tuple[tuple[int, int], str]]], bytes]:
    def replaced(changes: list[tuple[tuple[int, int], str]]) -> bytes:
        changed = text
        for (begin, end), new in sorted(changes, reverse=True):
            changed = changed[:begin] + new + changed[end:]
        return changed.encode("utf-8", "replace")

    return replaced


@HASTY
@given(raw=packages(workbook(), rewritten))
def test_any_workbook(raw: bytes) -> None:
    """Whatever happens to a workbook's package or to the XML in it, it is read completely or not at all."""
    with in_time():
        sound(read_files({"team.xlsx": raw}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [False, True])
def test_files_that_were_saved_in_another_way(encoding: str, ends: str, last: bool) -> None:  # noqa: FBT001 (a parameter)
    """Every Unicode encoding and every kind of line end gives the same team."""
    people, work = ((text if last else text.rstrip("\n")).replace("\n", ends) for text in (PEOPLE, WORK))
    assert read_files({"people.csv": people.encode(encoding), "work.csv": work.encode(encoding)}) == PLAIN
