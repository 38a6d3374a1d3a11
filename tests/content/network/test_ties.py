"""Files about who turns to whom: what is read, what is tolerated, and the place of every kind of damage."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.content import tables
from dlcourse.content.network.ties import MOST_LINES, File, NetworkReading, read_files, read_network
from dlcourse.domain.network.graph import MOST_PEOPLE, Graph, Tie
from dlcourse.domain.network.stretch import Act
from dlcourse.errors import CourseError
from dlcourse.exports.workbooks import workbook

TIES = "from,to,topic\nAna Ruiz,Bo Li,reading\nBo Li,Cy Orr,families\n"
PEOPLE = "name\nAna Ruiz\nBo Li\nCy Orr\nDi Eze\n"
ACTS = "person,function,count\nAna Ruiz,watching,3\nBo Li,watching,1\n"


def read(
    ties: str | bytes = TIES, people: str | bytes | None = PEOPLE, acts: str | bytes | None = ACTS
) -> NetworkReading:
    """The result of reading files with these contents."""
    files = [
        None if text is None else File(f"{name}.csv", text if isinstance(text, bytes) else text.encode())
        for name, text in {"ties": ties, "people": people, "acts": acts}.items()
    ]
    assert files[0]
    return read_files(files[0], files[1], files[2])


def told(reading: NetworkReading) -> list[str]:
    """The place of each problem."""
    return [problem.where for problem in reading.problems]


def test_files_become_a_graph_and_acts() -> None:
    """People, ties and acts keep the order of their files."""
    reading = read()
    assert reading.graph
    assert reading.graph.people == ("Ana Ruiz", "Bo Li", "Cy Orr", "Di Eze")
    assert reading.graph.ties == (
        Tie(who="Ana Ruiz", to="Bo Li", topic="reading"),
        Tie(who="Bo Li", to="Cy Orr", topic="families"),
    )
    assert reading.acts[0] == Act(person="Ana Ruiz", function="watching", count=3)
    assert reading.graph.everybody


def test_ties_alone_tell_no_isolates() -> None:
    """Without a people file, everybody with a tie is in the network, and it does not claim that these are all."""
    reading = read(people=None, acts=None)
    assert reading.graph
    assert (reading.graph.people, reading.graph.everybody) == (("Ana Ruiz", "Bo Li", "Cy Orr"), False)


@pytest.mark.parametrize("people", [None, "name\n", "name\nAna\n"])
def test_a_file_with_only_its_header_is_valid(people: str | None) -> None:
    """A file without ties is valid."""
    reading = read("from,to\n", people, "person,function,count\n")
    assert (reading.problems, reading.graph and reading.graph.ties) == ((), ())


def test_a_repeated_pair_counts_once() -> None:
    """The same tie about the same topic counts once; about another topic it is another tie."""
    reading = read("from,to,topic\nA,B,x\nA,B,x\nA,B,y\nA,B,\n", None, None)
    assert reading.graph
    assert [tie.topic for tie in reading.graph.ties] == ["x", "y", ""]


TOLERATED = {
    "a byte order mark": "\ufeff" + TIES,
    "semicolons": TIES.replace(",", ";"),
    "tabs": TIES.replace(",", "\t"),
    "the line sep=; of spreadsheet programs": "sep=;\n" + TIES.replace(",", ";"),
    "capitals in headings": TIES.replace("from,to,topic", "From,TO,Topic"),
    "blanks around words": TIES.replace(",", "  ,  "),
    "blanks within names": TIES.replace("Ana Ruiz", "Ana   Ruiz"),
    "no-break spaces": TIES.replace("Ana Ruiz", "Ana\u00a0Ruiz"),
    "blank lines": TIES.replace("\n", "\n\n , ,\n"),
    "ends of lines as in Windows": TIES.replace("\n", "\r\n"),
    "no end of the last line": TIES.rstrip(),
    "columns in another order": "topic,to,from\nreading,Bo Li,Ana Ruiz\nfamilies,Cy Orr,Bo Li\n",
    "columns of one's own": TIES.replace("topic\n", "topic,week,note\n").replace("reading", "reading,12,often"),
    "quotation marks": TIES.replace("Ana Ruiz", '"Ana Ruiz"'),
    "UTF-16": TIES.encode("utf-16"),
}


@pytest.mark.parametrize("ties", TOLERATED.values(), ids=TOLERATED.keys())
def test_what_spreadsheets_do_is_tolerated(ties: str | bytes) -> None:
    """The same ties are read however a spreadsheet program saves them."""
    assert read(ties) == read()


def test_letters_written_in_two_ways_are_one_name() -> None:
    """An é of one character and one of two are the same letter."""
    reading = read("from,to\nRene\u0301,Bo\n", "name\nRen\u00e9\nBo\n", None)
    assert reading.graph
    assert reading.graph.ties == (Tie(who="Ren\u00e9", to="Bo"),)


Damages = dict[str, tuple[str | bytes, list[str]]]
"""What is wrong -> the damaged file, and where its problems are."""

IN_TIES: Damages = {
    "an empty file": ("", ["ties.csv"]),
    "only blank lines": ("\n\n", ["ties.csv"]),
    "no headings": ("Ana Ruiz,Bo Li\n", ["ties.csv:1, from", "ties.csv:1, to"]),
    "no column to": ("from,topic\nAna Ruiz,reading\n", ["ties.csv:1, to"]),
    "a heading nearly right": (TIES.replace("from,", "form,"), ["ties.csv:1, from"]),
    "an optional heading nearly right": (TIES.replace("topic", "topics"), ["ties.csv:1, topic"]),
    "a heading twice": (TIES.replace("topic\n", "to\n"), ["ties.csv:1, to"]),
    "a cell without a heading": (TIES.replace("topic\n", "\n"), ["ties.csv:2, C"]),
    "too many cells": (TIES.replace("Bo Li,reading", "Li, Bo,reading"), ["ties.csv:2"]),
    "nobody who turns": (TIES.replace("Ana Ruiz", ""), ["ties.csv:2, from"]),
    "nobody to turn to": (TIES.replace("Cy Orr", ""), ["ties.csv:3, to"]),
    "too few cells": ("from,to\nAna Ruiz\n", ["ties.csv:2, to"]),
    "a tie to oneself": (TIES.replace("Cy Orr", "Bo Li"), ["ties.csv:3, to"]),
    "an unknown name": (TIES.replace("Cy Orr", "Zoltan"), ["ties.csv:3, to"]),
    "an unknown name twice": (TIES.replace("Bo Li", "Zoltan"), ["ties.csv:2, to", "ties.csv:3, from"]),
    "a name of many letters": (TIES.replace("Cy Orr", "C" * 101), ["ties.csv:3, to"]),
    "a topic of many letters": (TIES.replace("families", "f" * 101), ["ties.csv:3, topic"]),
    "a quotation mark never closed": (TIES.replace("Cy Orr", '"Cy Orr'), ["ties.csv:3"]),
    "a quotation mark in the middle": (TIES.replace("Cy Orr", '"Cy" Orr'), ["ties.csv:3"]),
    "another encoding": (TIES.replace("Cy", "Zo\u00eb").encode("latin-1"), ["ties.csv:3"]),
    "a NUL byte": (TIES.replace("Cy", "C\0y"), ["ties.csv:3"]),
    "a workbook": (b"PK\x03\x04 and so on", ["ties.csv"]),
    "too many bytes": (b"x" * (tables.MOST_BYTES + 1), ["ties.csv"]),
    "too many lines": ("from,to\n" + "A,B\n" * MOST_LINES, ["ties.csv"]),
}
IN_PEOPLE: Damages = {
    "an empty file": ("", ["people.csv"]),
    "no column name": ("role\nteacher\n", ["people.csv:1, name"]),
    "a heading nearly right": (PEOPLE.replace("name\n", "names\n"), ["people.csv:1, name"]),
    "a name twice": (PEOPLE + "Bo Li\n", ["people.csv:6, name"]),
    "no name": (PEOPLE.replace("name\n", "name,role\n").replace("Di Eze", ",cook"), ["people.csv:5, name"]),
    "too many people": (PEOPLE + "".join(f"p{at}\n" for at in range(MOST_PEOPLE)), ["people.csv"]),
    "another encoding": (PEOPLE.replace("Di", "Zo\u00eb").encode("latin-1"), ["people.csv:5"]),
}
IN_ACTS: Damages = {
    "no column count": ("person,function\nAna Ruiz,watching\n", ["acts.csv:1, count"]),
    "an unknown name": (ACTS.replace("Bo Li", "Zoltan"), ["acts.csv:3, person"]),
    "no function": (ACTS.replace("Bo Li,watching", "Bo Li,"), ["acts.csv:3, function"]),
    "no count": (ACTS.replace(",3", ","), ["acts.csv:2, count"]),
    "words for a count": (ACTS.replace(",3", ",three"), ["acts.csv:2, count"]),
    "a count below 0": (ACTS.replace(",3", ",-3"), ["acts.csv:2, count"]),
    "a count of 0": (ACTS.replace(",3", ",0"), ["acts.csv:2, count"]),
    "a part of an act": (ACTS.replace(",3", ",2.5"), ["acts.csv:2, count"]),
    "digits of another script": (ACTS.replace(",3", ",\u0663"), ["acts.csv:2, count"]),
    "a count of many digits": (ACTS.replace(",3", "," + "9" * 5000), ["acts.csv:2, count"]),
}


@pytest.mark.parametrize(("text", "places"), IN_TIES.values(), ids=IN_TIES.keys())
def test_damage_in_ties_is_located(text: str | bytes, places: list[str]) -> None:
    """Each kind of damage is reported at its place and nowhere else, and there is no graph."""
    reading = read(text)
    assert (told(reading), reading.graph, reading.acts) == (places, None, ())


@pytest.mark.parametrize(("text", "places"), IN_PEOPLE.values(), ids=IN_PEOPLE.keys())
def test_damage_in_people_is_located(text: str | bytes, places: list[str]) -> None:
    """Damage in a people file does not make its people unknown in the other files."""
    assert told(read(people=text)) == places


@pytest.mark.parametrize(("text", "places"), IN_ACTS.values(), ids=IN_ACTS.keys())
def test_damage_in_acts_is_located(text: str | bytes, places: list[str]) -> None:
    """Each kind of damage in the acts is reported at its place and nowhere else."""
    assert told(read(acts=text)) == places


def test_every_problem_has_a_remedy_and_is_one_line() -> None:
    """Every problem says what to do, on one line of limited length."""
    damaged = [read(text) for text, _ in IN_TIES.values()]
    damaged += [read(people=text) for text, _ in IN_PEOPLE.values()] + [read(acts=text) for text, _ in IN_ACTS.values()]
    for problem in (problem for reading in damaged for problem in reading.problems):
        line = str(CourseError(problem.where, problem.message, problem.remedy))
        assert problem.remedy.endswith((".", "?"))
        assert "\n" not in line
        assert len(line) < 300


def test_all_problems_of_all_files_come_at_once() -> None:
    """Ties first, then people, then acts, each by line."""
    reading = read(
        "from,to\nAna Ruiz,Ana Ruiz\n,Bo Lee\n",
        PEOPLE + "Bo Li\n",
        "person,function,count\nAna,watching,often\n",
    )
    assert told(reading) == [
        "ties.csv:2, to",
        "ties.csv:3, from",
        "ties.csv:3, to",
        "people.csv:6, name",
        "acts.csv:2, person",
        "acts.csv:2, count",
    ]


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        ("ana ruiz", "Did you mean 'Ana Ruiz'?"),
        ("Anna Ruiz", "Did you mean 'Ana Ruiz'?"),
        ("Ana", "Did you mean 'Ana Ruiz'?"),
        ("Zoltan", "Add the name to people.csv, or correct it here."),
    ],
)
def test_an_unknown_name_is_met_with_the_nearest(wrong: str, remedy: str) -> None:
    """The remedy names the person who is probably meant, if there is one."""
    (problem,) = read(TIES.replace("Ana Ruiz", wrong)).problems
    assert (problem.message, problem.remedy) == (f"'{wrong}' is not in people.csv", remedy)


def test_people_without_a_list_have_a_limit_too() -> None:
    """Too many people are reported and not cut off."""
    ties = "from,to\n" + "".join(f"p{at},p{at + 1}\n" for at in range(MOST_PEOPLE))
    assert [problem.message for problem in read(ties, None, None).problems] == ["has 1,001 people, at most 1,000 fit"]


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    """A missing file, or a folder instead of one, is an error that names it."""
    (tmp_path / "ties.csv").write_text(TIES, "utf-8")
    for path in (tmp_path / "people.csv", tmp_path):
        with pytest.raises(CourseError, match=str(path)):
            read_network(tmp_path / "ties.csv", path)


def test_files_are_read_where_they_stand(tmp_path: Path) -> None:
    """Files on a disk give the same result as uploaded files."""
    paths = []
    for name, text in {"ties.csv": TIES, "people.csv": PEOPLE, "acts.csv": ACTS}.items():
        (tmp_path / name).write_text(text, "utf-8")
        paths.append(tmp_path / name)
    assert read_network(*paths) == read()


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text('ABab,;\t"\n ', max_size=200).map(lambda text: f"from,to\n{text}")))
def test_any_file_is_answered(raw: str | bytes) -> None:
    """Whatever a file contains, there is a graph or a problem, never both and never an exception."""
    reading = read(raw, None, raw)
    assert (reading.graph is None) == bool(reading.problems)


def book(**sheets: list[list[str | int]]) -> bytes:
    """A workbook with these sheets."""
    return workbook(sheets)


TIE_ROWS: list[list[str | int]] = [["from", "to"], ["Ana", "Bo"]]


def test_a_workbook_holds_all_tables() -> None:
    """A workbook is read like its tables as CSV; sheets of other names are left alone."""
    people: list[list[str | int]] = [["name", "role"], ["Ana", "teacher"], ["Bo", ""], ["Cy", ""]]
    acts: list[list[str | int]] = [["person", "function", "count"], ["Ana", "watching", 3]]
    reading = read(book(Ties=TIE_ROWS, people=people, acts=acts, other=[["x"]]), None, None)
    assert (reading.problems, reading.acts) == ((), (Act(person="Ana", function="watching", count=3),))
    assert reading.graph == Graph(people=("Ana", "Bo", "Cy"), ties=(Tie(who="Ana", to="Bo"),), everybody=True)
    assert reading.roles == {"Ana": "teacher"}


def test_ties_are_enough_in_a_workbook() -> None:
    """The sheets people and acts can be left out; a workbook without ties is told which sheets it has."""
    assert read(book(ties=TIE_ROWS), None, None).graph == Graph(people=("Ana", "Bo"), ties=(Tie(who="Ana", to="Bo"),))
    (problem,) = read(book(people=[["name"], ["Ana"]]), None, None).problems
    assert problem.message == "has no sheet 'ties', only: people"


def test_problems_in_a_workbook_have_their_sheet() -> None:
    """Each problem names the sheet and the line; a name that is nearly right is asked about."""
    reading = read(book(ties=[["from", "to"], ["Ana", "Boo"]], people=[["name"], ["Ana"], ["Bo"]]), None, None)
    (problem,) = reading.problems
    assert (problem.where, problem.remedy) == ("ties.csv (ties):2, to", "Did you mean 'Bo'?")
    assert problem.message == "'Boo' is not in the sheet 'people'"


def test_a_workbook_comes_alone() -> None:
    """A workbook beside CSV files is refused with what to choose, and so is one in the place of a table."""
    (beside,) = read(book(ties=TIE_ROWS)).problems
    assert (beside.message, "alone" in beside.remedy) == ("is a workbook, so people.csv cannot come with it", True)
    (misplaced,) = read(TIES, book(ties=TIE_ROWS), None).problems
    assert (misplaced.where, "one workbook" in misplaced.remedy) == ("people.csv", True)
