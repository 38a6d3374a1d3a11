"""A team as two tables of text cells, one for people and one for work, as in a team's files and in the form.

The first row of a table has its headings. In a text, tabs separate cells, and every row is a line.
"""

from dlcourse.domain.matching.team import Person, Task, Team

Rows = tuple[tuple[str, ...], ...]
PEOPLE_HEADINGS = ("name", "role", "hours")
WORK_HEADINGS = ("task", "hours", "least", "most")
"""The headings that every team has. All others are skills."""


def people_rows(team: Team) -> Rows:
    """The people: a row each, with a column for each skill. A plus sign marks a skill that somebody wants to learn."""
    return ((*PEOPLE_HEADINGS, *team.skills), *(_person(team, each) for each in team.people))


def work_rows(team: Team) -> Rows:
    """The work: a row for each task, with the level it requires in each skill, or an empty cell."""
    return ((*WORK_HEADINGS, *team.skills), *(_task(team, each) for each in team.work))


def to_text(rows: Rows) -> str:
    """The table as a text. Cells have no tabs and no line breaks: readers of files have made them blanks."""
    return "\n".join("\t".join(row) for row in rows)


def from_text(text: str) -> Rows:
    """The table in a text."""
    return tuple(tuple(line.split("\t")) for line in text.split("\n"))


def _person(team: Team, one: Person) -> tuple[str, ...]:
    return (one.name, one.role, f"{one.hours:f}", *(_level(one, skill) for skill in team.skills))


def _level(one: Person, skill: str) -> str:
    if skill in one.wants:
        return f"{one.level(skill)}+"
    return str(one.level(skill) or "")


def _task(team: Team, one: Task) -> tuple[str, ...]:
    needs = (str(one.needs.get(skill, "")) for skill in team.skills)
    return (one.name, f"{one.hours:f}", str(one.least), str(one.most), *needs)
