"""What is fixed before a plan is made, as a notebook says it: pairs of a person and a task."""

from collections.abc import Collection, Iterable, Mapping

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.team import Team
from dlcourse.domain.names import meant
from dlcourse.errors import CourseError
from dlcourse.results.names import unknown

Pairs = Mapping[str, str | Collection[str]] | Iterable[tuple[str, str]]
"""Pairs of a person and a task; or the task, or the tasks, of each person."""


def wishes_of(team: Team, **wished: Pairs) -> Wishes:
    """The wishes, with the names as the team spells them. Raises a `CourseError` if a name is unknown."""
    return Wishes(**{kind: tuple(_pair(team, *pair) for pair in _pairs(given)) for kind, given in wished.items()})


def _pairs(given: Pairs) -> list[tuple[str, str]]:
    try:
        if isinstance(given, Mapping):
            several = ((who, [tasks] if isinstance(tasks, str) else tasks) for who, tasks in given.items())
            return [(who, task) for who, tasks in several for task in tasks]
        return [(str(who), str(task)) for who, task in given]
    except (TypeError, ValueError):
        remedy = 'Write it like pin={"Ana Souza": "Evening for families"}.'
        raise CourseError("plan", "a wish is a person and a task", remedy) from None


def _pair(team: Team, person: str, task: str) -> tuple[str, str]:
    who, what = meant(person, team.by_name), meant(task, team.task_by_name)
    if who is None:
        raise unknown("plan", f"nobody is called '{person}' in this team", person, team.by_name)
    if what is None:
        raise unknown("plan", f"no task is called '{task}' in this team", task, team.task_by_name)
    return who, what
