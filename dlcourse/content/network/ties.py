"""Reads a graph of who turns to whom, and acts of leadership, from ties.csv, people.csv and acts.csv.

All problems in all files are reported at once, each with its report and a remedy. If there is any, there is no graph.
Largest file: see `dlcourse.content.tables`; largest network: see `dlcourse.domain.network.graph`.
"""

from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dlcourse.content.network.tie_tables import ACTS, PEOPLE, TIES, Known, TieTable, table
from dlcourse.content.tables import FileNote, FileProblem, TableReport, TableRow, bytes_of
from dlcourse.domain.network.graph import MOST_PEOPLE, MOST_TIES, Graph, Tie
from dlcourse.domain.network.messages import Files, Network, fits
from dlcourse.domain.network.stretch import Act
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

MOST_LINES = MOST_TIES + 1
"""How many lines a file may have, its headings among them."""


class File(NamedTuple):
    """An uploaded file: its name and its contents."""

    name: str
    raw: bytes


class NetworkReading(Value):
    """What came of the files: a graph and the acts, or every problem, file after file and line after line; and notes.

    ``roles`` are those that the people file names in a column of that heading, which may be left out.
    """

    graph: Graph | None
    acts: tuple[Act, ...]
    roles: dict[str, str] = {}
    problems: tuple[FileProblem, ...]
    notes: tuple[FileNote, ...] = ()


def read_network(ties: Path, people: Path | None = None, acts: Path | None = None) -> NetworkReading:
    """Who turns to whom in files at these places; a `CourseError` where one of them cannot be opened."""
    brought = [None if path is None else File(str(path), bytes_of(path)) for path in (ties, people, acts)]
    assert brought[0] is not None
    return read_files(brought[0], brought[1], brought[2])


def read_files(ties: File, people: File | None = None, acts: File | None = None) -> NetworkReading:
    """The same for files as they were uploaded. Never raises for what is in them."""
    at_ties, at_people, at_acts = (
        TableReport(file.name if file else "", most_rows=MOST_LINES) for file in (ties, people, acts)
    )
    roles = _people(at_people, people.raw) if people else None
    names = None if roles is None else tuple(roles)
    known = None if people is None or names is None else Known(names, Path(people.name).name)
    read = _ties(at_ties, ties.raw, known)
    done = _acts(at_acts, acts.raw, known) if acts else []
    everybody = _everybody(names, read)
    _few(at_people if people else at_ties, len(everybody))
    places = (at_ties, at_people, at_acts)
    problems = tuple(one for report in places for one in sorted(report.problems, key=_line))
    notes = tuple(note for report in places for note in report.notes)
    if problems:
        return NetworkReading(graph=None, acts=(), problems=problems, notes=notes)
    graph = Graph(people=everybody, ties=tuple(read), everybody=people is not None)
    held = {name: role for name, role in (roles or {}).items() if role}
    return NetworkReading(graph=graph, acts=tuple(done), roles=held, problems=(), notes=notes)


def sample(folder: Path) -> Network:
    """The network in a folder of the course; a `CourseError` with the first thing wrong in it."""
    return network_of(read_network(*(folder / f"{table}.csv" for table in ("ties", "people", "acts"))))


def brought(files: Files) -> NetworkReading:
    """The network in files that a browser handed over; those that are too large for a page are told as well."""
    reading = read_files(
        File(files.ties_name, _bytes(files.ties)),
        File(files.people_name, _bytes(files.people)) if files.people else None,
        File(files.acts_name, _bytes(files.acts)) if files.acts else None,
    )
    try:
        if reading.graph is not None:
            fits(network_of(reading))
    except CourseError as error:
        told = FileProblem(file=files.ties_name, message=f"{error.where}: {error.what}", remedy=error.remedy)
        return NetworkReading(graph=None, acts=(), problems=(told,), notes=reading.notes)
    return reading


def network_of(reading: NetworkReading) -> Network:
    """What was read, as a network; a `CourseError` with the first problem where there is one."""
    for problem in reading.problems:
        raise CourseError(problem.where, problem.message, problem.remedy)
    assert reading.graph is not None
    return Network(graph=reading.graph, roles=reading.roles, acts=reading.acts)


def _bytes(coded: str) -> bytes:
    try:
        return b64decode(coded, validate=True)
    except ValueError:
        raise CourseError("file", "it did not arrive whole", "Choose it once more.") from None


def _people(report: TableReport, raw: bytes) -> dict[str, str] | None:
    """The people in the order of the file, each with a role or none; None where it cannot tell who is there."""
    rows = table(report, raw, PEOPLE)
    if rows is None or not rows.has("name"):
        return None
    first: dict[str, int] = {}
    roles: dict[str, str] = {}
    for row in rows.rows:
        name = rows.name(row, "name")
        if name is None:
            continue
        roles.setdefault(name, rows.words(row, "role") or "")
        if (before := first.setdefault(name, row.line)) != row.line:
            words = f"'{name}' stands in line {before} already"
            rows.add(row, "name", words, "Delete one line, or tell the two people apart.")
    return roles


def _ties(report: TableReport, raw: bytes, known: Known | None) -> list[Tie]:
    """The ties, each once for a topic, by first appearance."""
    rows = table(report, raw, TIES, ["topic"])
    if rows is None:
        return []
    weights = {row.line: rows.weight(row) for row in rows.rows}
    found = [_tie(rows, row, known) for row in rows.rows if weights[row.line] != 0]
    _note_none(report, [line for line, weight in weights.items() if weight == 0])
    return list(dict.fromkeys(tie for tie in found if tie))


def _note_none(report: TableReport, lines: list[int]) -> None:
    """Report which lines say that there is no tie."""
    if lines:
        said = "1 line has" if len(lines) == 1 else f"{len(lines):,} lines have"
        report.note(f"{said} the weight 0, which says that there is no tie; it was not counted as one", lines[0])


def _tie(rows: TieTable, row: TableRow, known: Known | None) -> Tie | None:
    who, to, topic = rows.name(row, "from", known), rows.name(row, "to", known), rows.words(row, "topic")
    if who is not None and who == to:
        rows.add(row, "to", f"'{who}' turns to themselves", "Delete the line: a tie joins two people.")
        return None
    return None if who is None or to is None or topic is None else Tie(who=who, to=to, topic=topic)


def _acts(report: TableReport, raw: bytes, known: Known | None) -> list[Act]:
    rows = table(report, raw, ACTS)
    found = [_act(rows, row, known) for row in rows.rows] if rows else []
    return [act for act in found if act]


def _act(rows: TieTable, row: TableRow, known: Known | None) -> Act | None:
    person, function = rows.name(row, "person", known), rows.name(row, "function")
    count = rows.count(row, "count")
    if person is None or function is None or count is None:
        return None
    return Act(person=person, function=function, count=count)


def _everybody(names: tuple[str, ...] | None, ties: Iterable[Tie]) -> tuple[str, ...]:
    """The people that are listed; without a list, everybody who has a tie."""
    return tuple(dict.fromkeys(name for tie in ties for name in (tie.who, tie.to))) if names is None else names


def _few(report: TableReport, number: int) -> None:
    if number > MOST_PEOPLE:
        report.add(f"has {number:,} people, at most {MOST_PEOPLE:,} fit", "Look at a part of the network.")


def _line(problem: FileProblem) -> int:
    return problem.line or 0
