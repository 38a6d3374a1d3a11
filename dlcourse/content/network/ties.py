"""Reads a graph of who turns to whom, and acts of leadership.

They are in ties.csv, people.csv and acts.csv, or in a workbook with the sheets ties, people and acts.

All problems in all files are reported at once, each with its place and a remedy. If there is any, there is no graph.
Largest file: see `dlcourse.content.tables`; largest network: see `dlcourse.domain.network.graph`.
"""

from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dlcourse.content.network.tie_tables import ACTS, PEOPLE, TIES, WORKBOOK, KnownPeople, TieTable, rows_of, table
from dlcourse.content.tables import FileNote, FileProblem, TableReport, TableRow, bytes_of, too_large
from dlcourse.domain.names import spelling
from dlcourse.domain.network.graph import MOST_PEOPLE, MOST_TIES, Graph, Tie
from dlcourse.domain.network.messages import Files, Network, fits
from dlcourse.domain.network.stretch import Act
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

MOST_LINES = MOST_TIES + 1
"""How many lines a file may have, including its headings."""


class File(NamedTuple):
    """An uploaded file: its name and its contents."""

    name: str
    raw: bytes


class NetworkReading(Value):
    """The result of reading the files: a graph and the acts, or all problems by file and line; and notes.

    ``roles`` come from the optional column ``role`` of the people file.
    """

    graph: Graph | None
    acts: tuple[Act, ...]
    roles: dict[str, str] = {}
    problems: tuple[FileProblem, ...]
    notes: tuple[FileNote, ...] = ()


def read_network(ties: Path, people: Path | None = None, acts: Path | None = None) -> NetworkReading:
    """The network in the files at these paths; a `CourseError` if one of them cannot be opened."""
    files = [None if path is None else File(str(path), bytes_of(path)) for path in (ties, people, acts)]
    assert files[0] is not None
    return read_files(files[0], files[1], files[2])


def read_files(ties: File, people: File | None = None, acts: File | None = None) -> NetworkReading:
    """The same for files as they were uploaded. Never raises for what is in them."""
    if ties.raw.startswith(WORKBOOK):
        return _read_tables(*_sheets(ties, [file.name for file in (people, acts) if file]))
    return _read_tables(_csv(ties), _csv(people) if people else None, _csv(acts) if acts else None)


Sheet = tuple[TableReport, list[TableRow]]


def _csv(file: File) -> Sheet:
    place = TableReport(file.name, most_rows=MOST_LINES)
    return place, rows_of(place, file.raw)


def _sheets(file: File, others: list[str]) -> tuple[Sheet, Sheet | None, Sheet | None]:
    """The sheets ties, people and acts of a workbook; the last two may be missing. ``others`` are not read."""
    from dlcourse.content.workbooks import open_workbook, sheet_rows  # only where there is a workbook

    whole = TableReport(file.name)
    if others:
        whole.add(f"is a workbook, so {others[0]} cannot come with it", "Choose the workbook alone, or only CSV files.")
    book = None if others or too_large(whole, file.raw) else open_workbook(whole, file.raw)
    if book is None:
        return (whole, []), None, None
    there = {spelling(sheet.name) for sheet in book.sheets}
    places = {name: TableReport(file.name, name, most_rows=MOST_LINES) for name in ("ties", "people", "acts")}
    ties, people, acts = (
        (place, sheet_rows(place, book, name)) if name == "ties" or name in there else None
        for name, place in places.items()
    )
    assert ties
    return ties, people, acts


def _read_tables(ties: Sheet, people: Sheet | None, acts: Sheet | None) -> NetworkReading:
    roles = _people(*people) if people else None
    names = None if roles is None else tuple(roles)
    known = None if people is None or names is None else KnownPeople(names, _called(people[0]))
    read = _ties(*ties, known)
    done = _acts(*acts, known) if acts else []
    everybody = _everybody(names, read)
    _few((people or ties)[0], len(everybody))
    places = [sheet[0] for sheet in (ties, people, acts) if sheet]
    problems = tuple(one for place in places for one in sorted(place.problems, key=_line))
    notes = tuple(note for place in places for note in place.notes)
    if problems:
        return NetworkReading(graph=None, acts=(), problems=problems, notes=notes)
    graph = Graph(people=everybody, ties=tuple(read), everybody=people is not None)
    held = {name: role for name, role in (roles or {}).items() if role}
    return NetworkReading(graph=graph, acts=tuple(done), roles=held, problems=(), notes=notes)


def _called(people: TableReport) -> str:
    """What the table of people is called when a name is not in it."""
    return f"the sheet '{people.sheet}'" if people.sheet else Path(people.file).name


def sample(folder: Path) -> Network:
    """The network in a folder of the course; a `CourseError` with the first problem in it."""
    return network_of(read_network(*(folder / f"{table}.csv" for table in ("ties", "people", "acts"))))


def uploaded_network(files: Files) -> NetworkReading:
    """The network in files from a browser. A network that is too large for a page is reported as a problem."""
    reading = read_files(
        File(files.ties_name, _bytes(files.ties)),
        File(files.people_name, _bytes(files.people)) if files.people else None,
        File(files.acts_name, _bytes(files.acts)) if files.acts else None,
    )
    try:
        if reading.graph is not None:
            fits(network_of(reading))
    except CourseError as error:
        problem = FileProblem(file=files.ties_name, message=f"{error.where}: {error.what}", remedy=error.remedy)
        return NetworkReading(graph=None, acts=(), problems=(problem,), notes=reading.notes)
    return reading


def network_of(reading: NetworkReading) -> Network:
    """The network that was read; a `CourseError` with the first problem, if there is any."""
    for problem in reading.problems:
        raise CourseError(problem.where, problem.message, problem.remedy)
    assert reading.graph is not None
    return Network(graph=reading.graph, roles=reading.roles, acts=reading.acts)


def _bytes(coded: str) -> bytes:
    try:
        return b64decode(coded, validate=True)
    except ValueError:
        raise CourseError("file", "it did not arrive complete", "Choose it once more.") from None


def _people(report: TableReport, read: list[TableRow]) -> dict[str, str] | None:
    """The people in the order of the file, each with a role or none; None where it cannot tell who is there."""
    rows = table(report, read, PEOPLE)
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
            words = f"'{name}' is already in line {before}"
            rows.add(row, "name", words, "Delete one line, or tell the two people apart.")
    return roles


def _ties(report: TableReport, read: list[TableRow], known: KnownPeople | None) -> list[Tie]:
    """The ties, each once for a topic, by first appearance."""
    rows = table(report, read, TIES, ["topic"])
    if rows is None:
        return []
    weights = {row.line: rows.weight(row) for row in rows.rows}
    found = [_tie(rows, row, known) for row in rows.rows if weights[row.line] != 0]
    _note_none(report, [line for line, weight in weights.items() if weight == 0])
    return list(dict.fromkeys(tie for tie in found if tie))


def _note_none(report: TableReport, lines: list[int]) -> None:
    """Note which lines say that there is no tie."""
    if lines:
        which = "1 line has" if len(lines) == 1 else f"{len(lines):,} lines have"
        report.note(f"{which} the weight 0, which says that there is no tie; it was not counted as one", lines[0])


def _tie(rows: TieTable, row: TableRow, known: KnownPeople | None) -> Tie | None:
    who, to, topic = rows.name(row, "from", known), rows.name(row, "to", known), rows.words(row, "topic")
    if who is not None and who == to:
        rows.add(row, "to", f"'{who}' turns to themselves", "Delete the line: a tie joins two people.")
        return None
    return None if who is None or to is None or topic is None else Tie(who=who, to=to, topic=topic)


def _acts(report: TableReport, read: list[TableRow], known: KnownPeople | None) -> list[Act]:
    rows = table(report, read, ACTS)
    found = [_act(rows, row, known) for row in rows.rows] if rows else []
    return [act for act in found if act]


def _act(rows: TieTable, row: TableRow, known: KnownPeople | None) -> Act | None:
    person, function = rows.name(row, "person", known), rows.name(row, "function")
    count = rows.count(row, "count")
    if person is None or function is None or count is None:
        return None
    return Act(person=person, function=function, count=count)


def _everybody(names: tuple[str, ...] | None, ties: Iterable[Tie]) -> tuple[str, ...]:
    """The listed people, or everybody who has a tie if there is no list."""
    return tuple(dict.fromkeys(name for tie in ties for name in (tie.who, tie.to))) if names is None else names


def _few(report: TableReport, number: int) -> None:
    if number > MOST_PEOPLE:
        report.add(f"has {number:,} people, at most {MOST_PEOPLE:,} fit", "Look at a part of the network.")


def _line(problem: FileProblem) -> int:
    return problem.line or 0
