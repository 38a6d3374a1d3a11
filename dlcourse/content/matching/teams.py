"""Reads a team from a folder with people.csv and work.csv, or from a workbook with the sheets people and work.

All problems are reported at once, each with its report and a remedy. If there is any, there is no team. Largest file:
see `dlcourse.content.tables`; largest team: see `dlcourse.domain.matching.team`.
"""

from collections.abc import Mapping
from pathlib import Path, PurePath

from dlcourse.content.csv_text import csv_rows
from dlcourse.content.matching.team_tables import read_people, read_work
from dlcourse.content.tables import FileNote, FileProblem, TableReport, TableRow, bytes_of, too_large
from dlcourse.domain.matching.team import Person, Task, Team
from dlcourse.domain.names import spelling
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

Table = tuple[TableReport, list[TableRow]]
"""The rows of a table, the headings first, and where to report what is wrong in them."""
TABLES = ("people", "work")
HERE = PurePath()


class TeamReading(Value):
    """The result of reading a team file: a team, or all problems in the order of the file; and notes."""

    team: Team | None
    problems: tuple[FileProblem, ...]
    notes: tuple[FileNote, ...] = ()


class TablesReading(Value):
    """What could be read in the two tables of a team: everything, or the rows without a problem."""

    skills: tuple[str, ...] | None
    people: tuple[Person, ...]
    work: tuple[Task, ...]
    problems: tuple[FileProblem, ...]
    notes: tuple[FileNote, ...]

    @property
    def team(self) -> Team | None:
        """The team; None if there is any problem."""
        if self.problems or self.skills is None:
            return None
        return Team(skills=self.skills, people=self.people, work=self.work)


def read_team(path: Path) -> TeamReading:
    """The team in a folder or a workbook. Raises a `CourseError` if it cannot be opened."""
    if path.is_dir():
        return read_files({str(file): bytes_of(file) for file in _csv_files(path)}, path)
    if path.exists() and path.suffix.lower() != ".xlsx":
        remedy = "Give the folder with people.csv and work.csv."
        raise CourseError(str(path), "is neither a folder nor an .xlsx workbook", remedy)
    return read_files({str(path): bytes_of(path)})


def read_files(files: Mapping[str, bytes], folder: PurePath = HERE) -> TeamReading:
    """The team in uploaded files, by name: one workbook, or people.csv and work.csv.

    ``folder`` is where a missing one should be.
    """
    read = read_tables(*file_tables(files, folder))
    return TeamReading(team=read.team, problems=read.problems, notes=read.notes)


def file_tables(files: Mapping[str, bytes], folder: PurePath = HERE) -> tuple[Table, Table]:
    """The rows of people and of work in uploaded files, each with the report of what cannot be read."""
    book = next((name for name in files if name.lower().endswith(".xlsx")), None)
    return _from_workbook(book, files[book]) if book else _from_csv(files, folder)


def _csv_files(folder: Path) -> list[Path]:
    wanted = {f"{table}.csv" for table in TABLES}
    return sorted(file for file in folder.iterdir() if file.name.lower() in wanted)


def _from_csv(files: Mapping[str, bytes], folder: PurePath) -> tuple[Table, Table]:
    people, work = (_csv_table(table, files, folder) for table in TABLES)
    return people, work


def _csv_table(table: str, files: Mapping[str, bytes], folder: PurePath) -> Table:
    found = [name for name in files if PurePath(name).name.lower() == f"{table}.csv"]
    if len(found) == 1:
        report = TableReport(found[0])
        return report, [] if too_large(report, files[found[0]]) else csv_rows(report, files[found[0]])
    report = TableReport(str(folder / f"{table}.csv"))
    if found:
        report.add(f"exists {len(found)} times: {', '.join(found)}", "Keep one of them.")
    else:
        report.add("is missing", "Put people.csv and work.csv side by side; the template has both.")
    return report, []


def _from_workbook(name: str, raw: bytes) -> tuple[Table, Table]:
    from dlcourse.content.workbooks import open_workbook, sheet_rows  # loaded only if there is a workbook

    whole = TableReport(name)
    books = None if too_large(whole, raw) else open_workbook(whole, raw)
    places = [TableReport(name, table) for table in TABLES]
    if books is None:
        return (whole, []), (TableReport(name), [])
    people, work = ((report, sheet_rows(report, books, table)) for report, table in zip(places, TABLES, strict=True))
    return people, work


def read_tables(people: Table, work: Table) -> TablesReading:
    """What can be read in the two tables of a team, wherever their rows come from."""
    skills, persons = read_people(*people)
    tasks = read_work(*work, skills)
    problems = (*people[0].problems, *work[0].problems)
    return TablesReading(
        skills=None if skills is None else tuple(skills.values()),
        people=tuple(persons),
        work=tuple(tasks),
        problems=tuple(sorted(problems, key=_order)),
        notes=(*people[0].notes, *work[0].notes),
    )


def _order(problem: FileProblem) -> tuple[bool, str, int]:
    """People before work, each by line."""
    last = spelling(problem.sheet or PurePath(problem.file).stem) == "work"
    return last, problem.file, problem.line or 0
