"""Reads the tables of a team: checks their columns, then reads a person or a task from each row.

A heading that is nearly right is reported once and then used, so a typo counts as one problem.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from dlcourse.content.cell_values import CellProblem
from dlcourse.content.findings import suggestion
from dlcourse.content.headings import Wanted, take_as_meant
from dlcourse.content.matching import team_cells as cells
from dlcourse.content.tables import Headings, TableReport, TableRow, headings, one_column, short
from dlcourse.domain.matching.team import MOST_PEOPLE, MOST_SKILLS, MOST_WORK, Person, Task
from dlcourse.domain.names import spelling

PEOPLE: Wanted = {
    "name": ("person", "names", "full name", "who", "staff", "member"),
    "role": ("position", "title", "job", "job title", "post", "function"),
    "hours": ("time", "hrs", "h", "available", "availability", "capacity"),
}
WORK: Wanted = {
    "task": ("work", "activity", "what", "project", "job"),
    "hours": ("time", "hrs", "h", "effort", "duration"),
    "least": ("min", "minimum", "at least", "fewest", "from"),
    "most": ("max", "maximum", "at most", "up to"),
}
"""The required columns, each with its common synonyms."""
Skills = dict[str, str]
"""Common spelling of a skill -> its spelling in the headings of people."""
T = TypeVar("T")


@dataclass
class TeamTable:
    """A table whose headings are known, while its rows are read."""

    report: TableReport
    heads: Headings
    first: dict[str, int] = field(default_factory=dict)

    def read(self, row: TableRow, key: str, reader: Callable[[str], T | CellProblem]) -> T | None:
        """One cell; None if it cannot be read (which is reported) or its column is missing (which was reported)."""
        if key not in self.heads.at:
            return None
        position = self.heads.at[key]
        cell = row.cells[position] if position < len(row.cells) else ""
        value = CellProblem("", "") if cell is None else reader(cell)
        if isinstance(value, CellProblem):
            if value.message:
                self.report.add(value.message, value.remedy, row.line, short(self.heads.written[key]))
            return None
        return value

    def once(self, row: TableRow, key: str, name: str | None) -> None:
        """Report a name that has occurred before."""
        if name is not None and (before := self.first.setdefault(spelling(name), row.line)) != row.line:
            words = f"'{name}' is already in line {before}"
            self.report.add(
                words, "Give each a name of its own, or delete one line.", row.line, self.heads.written[key]
            )


def read_people(report: TableReport, rows: list[TableRow]) -> tuple[Skills | None, list[Person]]:
    """The skills in the order of their columns, or None if they are unknown, and the people; adds to ``report``."""
    if not rows or one_column(report, rows, PEOPLE):
        return None, []
    table = _table(report, rows, PEOPLE)
    skills = {key: written for key, written in table.heads.written.items() if key not in PEOPLE}
    _named(table, skills)
    if not _fit(table, len(skills), MOST_PEOPLE, "people"):
        return skills, []
    persons = [_person(table, row, skills) for row in table.heads.rows]
    return skills, [person for person in persons if person]


def read_work(report: TableReport, rows: list[TableRow], skills: Skills | None) -> list[Task]:
    """The tasks. A skill that is not a column of people is reported, unless the columns of people are unknown."""
    if not rows or one_column(report, rows, WORK):
        return []
    table = _table(report, rows, WORK)
    asked = {key: written for key, written in table.heads.written.items() if key not in WORK}
    if not _fit(table, len(asked), MOST_WORK, "tasks"):
        return []
    known = asked if skills is None else skills
    for key in (key for key in asked if key not in known):
        remedy = suggestion(asked[key], list(known.values()), "Add the column to people, or delete it here.")
        words = f"the skill '{short(asked[key])}' is not a column of people"
        report.add(words, remedy, table.heads.line, short(asked[key]))
    tasks = [_task(table, row, {key: known[key] for key in asked if key in known}) for row in table.heads.rows]
    return [task for task in tasks if task]


def _table(report: TableReport, rows: list[TableRow], needed: Wanted) -> TeamTable:
    heads = headings(report, rows)
    for key in needed:
        take_as_meant(report, heads, key, needed)
    if len(rows) == 1:
        report.add("has headings but nothing below them", "Add a line for each.", heads.line)
    return TeamTable(report, heads)


def _named(table: TeamTable, skills: Skills) -> None:
    line = table.heads.line
    for written in list(skills.values())[: MOST_SKILLS + 1]:
        if isinstance(wrong := cells.name(written), CellProblem):
            table.report.add(f"the heading {wrong.message}", wrong.remedy, line, short(written))


def _fit(table: TeamTable, skills: int, most: int, what: str) -> bool:
    """Whether a plan can hold so many skills and rows. If not, that is reported, and the rows are not read."""
    rows, before = table.heads.rows, len(table.report.problems)
    if skills > MOST_SKILLS:
        words = f"has {skills} skills, at most {MOST_SKILLS} fit"
        table.report.add(words, "Keep those that the work requires.", table.heads.line)
    if len(rows) > most:
        words = f"has {len(rows)} {what}, at most {most} fit"
        table.report.add(words, "Plan for a part of the team.", rows[most].line)
    return len(table.report.problems) == before


def _person(table: TeamTable, row: TableRow, skills: Skills) -> Person | None:
    name, role = table.read(row, "name", cells.name), table.read(row, "role", cells.name)
    hours = table.read(row, "hours", cells.hours)
    read = {written: table.read(row, key, cells.skill) for key, written in skills.items()}
    known = {written: skill for written, skill in read.items() if skill}
    table.once(row, "name", name)
    if name is None or role is None or hours is None or len(known) < len(read):
        return None
    return Person(
        name=name,
        role=role,
        hours=hours,
        levels={written: skill.level for written, skill in known.items() if skill.level},
        wants=tuple(written for written, skill in known.items() if skill.wanted),
    )


def _task(table: TeamTable, row: TableRow, skills: Skills) -> Task | None:
    name, hours = table.read(row, "task", cells.name), table.read(row, "hours", cells.task_hours)
    least, most = table.read(row, "least", cells.count), table.read(row, "most", cells.count)
    levels = {written: table.read(row, key, cells.required) for key, written in skills.items()}
    table.once(row, "task", name)
    if least and most and most < least:
        words = f"{most} is below least, {least}"
        table.report.add(words, "Swap or correct them.", row.line, table.heads.written["most"])
    elif name and hours and least and most:
        needs = {written: level for written, level in levels.items() if level}
        return Task(name=name, hours=hours, least=least, most=most, needs=needs)
    return None
