"""Team files for tests: what somebody would bring, as the bytes of people.csv and work.csv."""

import base64
import csv
import io
from typing import Any

from dlcourse.domain.matching.team import Person, Task, Team

GOOD = {
    "people.csv": "name,role,hours,Maps,Songs\nAna Zwölf,teacher,6,5,2+\nBen Quark,custodian,4,1+,4\n",
    "work.csv": "task,hours,least,most,Maps,Songs\nAtlas,2,1,2,3,3\n",
}
BROKEN = {
    "people.csv": "name,role,hours,Maps\nAna,teacher,x,5\nAna,cook,4,9\n",
    "work.csv": "task,hours,least,most,Maps\nAtlas,2,3,1,3\n",
}


def sent(files: dict[str, str] | dict[str, bytes]) -> list[dict[str, Any]]:
    """Files as a browser sends them."""
    raw = {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}
    return [{"name": name, "content": base64.b64encode(content).decode()} for name, content in raw.items()]


def written(team: Team) -> dict[str, str]:
    """A team as its two files."""
    people = [_person(team, each) for each in team.people]
    work = [_task(team, each) for each in team.work]
    return {
        "people.csv": _csv([["name", "role", "hours", *team.skills], *people]),
        "work.csv": _csv([["task", "hours", "least", "most", *team.skills], *work]),
    }


def _person(team: Team, one: Person) -> list[str]:
    levels = [f"{one.level(skill)}{'+' if skill in one.wants else ''}" for skill in team.skills]
    return [one.name, one.role, str(one.hours), *levels]


def _task(team: Team, one: Task) -> list[str]:
    return [one.name, str(one.hours), str(one.least), str(one.most), *(str(one.needs.get(s, "")) for s in team.skills)]


def _csv(rows: list[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue()
