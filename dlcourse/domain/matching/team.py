"""A team and its work: who can do what, how well, in how many hours, and what the work requires.

`content.matching.teams` reads team files; `plan` says who does what.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from dlcourse.domain.expertise.profile import TOP_LEVEL
from dlcourse.domain.speech import Value
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError

MOST_PEOPLE, MOST_WORK, MOST_SKILLS = 300, 100, 60
"""The largest team. For a larger one a plan can be neither proven nor read."""
MOST_HOURS = Decimal(10_000)
"""More hours than a year has; a larger number is a typing error."""
HOUR_DECIMALS = 3
"""The finest hours: 0.001 h is under four seconds."""

Name = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]
Hours = Annotated[Decimal, Field(ge=0, le=MOST_HOURS, decimal_places=HOUR_DECIMALS, allow_inf_nan=False)]


class Person(Value):
    """A member of the team: hours H_p, proficiency a_ps (0 if left out), and the skills they want to learn."""

    name: Name
    role: Name
    hours: Hours
    levels: dict[str, Annotated[int, Field(ge=0, le=TOP_LEVEL)]] = {}
    wants: tuple[str, ...] = ()

    def level(self, skill: str) -> int:
        """a_ps: how well this person masters the skill, 0 to 5."""
        return self.levels.get(skill, 0)


class Task(Value):
    """A piece of work: hours h_t for each contributor, ``least`` to ``most`` contributors, required levels r_ts."""

    name: Name
    hours: Annotated[Hours, Field(gt=0)]
    least: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]
    needs: dict[str, Annotated[int, Field(ge=1, le=TOP_LEVEL)]] = {}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most < self.least:
            raise CourseError(self.name, f"most ({self.most}) is below least ({self.least})", "Swap or correct them.")
        return self


class Team(Value):
    """People, their skills, and the work. Names are unique; the order is that of the file.

    Raises a `CourseError` if a name occurs twice, a skill is not in ``skills``, or the team is too large.
    """

    skills: tuple[Name, ...]
    people: Annotated[tuple[Person, ...], Field(min_length=1)]
    work: Annotated[tuple[Task, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        _within("people", len(self.people), MOST_PEOPLE)
        _within("work", len(self.work), MOST_WORK)
        _within("skills", len(self.skills), MOST_SKILLS)
        _unique("person", (person.name for person in self.people))
        _unique("task", (task.name for task in self.work))
        _unique("skill", self.skills)
        for person in self.people:
            self._known(person.name, (*person.levels, *person.wants))
        for task in self.work:
            self._known(task.name, task.needs)
        return self

    def _known(self, where: str, skills: Iterable[str]) -> None:
        for skill in skills:
            if skill not in self.skills:
                raise CourseError(where, f"no skill '{skill}' in this team", "Add it to the team's skills.")

    @cached_property
    def by_name(self) -> dict[str, Person]:
        """Every person by name."""
        return {person.name: person for person in self.people}

    @cached_property
    def task_by_name(self) -> dict[str, Task]:
        """Every task by name."""
        return {task.name: task for task in self.work}

    @cached_property
    def best(self) -> dict[str, int]:
        """The highest proficiency anybody has in each skill."""
        return {skill: max(person.level(skill) for person in self.people) for skill in self.skills}

    @cached_property
    def requirements(self) -> tuple[tuple[str, str], ...]:
        """Every required (task, skill), in the order of the file."""
        return tuple((task.name, skill) for task in self.work for skill in self.skills if skill in task.needs)

    def person(self, name: str) -> Person:
        """The person of this name, or a `CourseError`."""
        if name not in self.by_name:
            raise CourseError("person", f"nobody is called '{name}' in this team", "Write the name as in the file.")
        return self.by_name[name]

    def task(self, name: str) -> Task:
        """The task of this name, or a `CourseError`."""
        if name not in self.task_by_name:
            raise CourseError("task", f"no task is called '{name}' in this team", "Write the name as in the file.")
        return self.task_by_name[name]

    def without(self, name: str) -> "Team":
        """The team without this person; a `CourseError` if nobody is left."""
        others = tuple(person for person in self.people if person is not self.person(name))
        if not others:
            raise CourseError(name, "is the only person of the team", "Ask for the worth of somebody in a larger team.")
        return Team(skills=self.skills, people=others, work=self.work)

    def shortfalls(self, person: str, task: str) -> tuple[str, ...]:
        """B_pt: the required skills of the task in which this person falls short but somebody else does not."""
        needs, one = self.task(task).needs, self.person(person)
        return tuple(
            skill for skill in self.skills if skill in needs and one.level(skill) < needs[skill] <= self.best[skill]
        )


def exact(hours: Decimal) -> Fraction:
    """Hours as an exact fraction, so that loads can be compared without rounding."""
    return Fraction(hours)


def _within(what: str, count: int, limit: int) -> None:
    if count > limit:
        raise CourseError(what, f"{count} are more than a plan can hold ({limit})", "Plan for a part of the team.")


def _unique(kind: str, names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise CourseError(kind, f"'{twice[0]}' occurs twice", "Give each its own name.")
