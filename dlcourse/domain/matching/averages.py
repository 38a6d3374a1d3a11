"""What occupations require on average, next to the people who hold one role in a team: an average is not a person.

The averages come from the O*NET database. Its levels (0 to 7) and a team's levels (0 to 5) are different scales, so
they are never compared here.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated

from pydantic import Field

from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError

CALLED_FOR = 2.5
"""A skill is offered only if some occupation requires at least this level."""


class Figure(Value):
    """How important a skill is in an occupation (1 to 5), and the level required (0 to 7)."""

    occupation: str
    skill: str
    importance: Annotated[float, Field(ge=1, le=5)]
    level: Annotated[float, Field(ge=0, le=7)]


class RoleAverages(Value):
    """The average figures of some occupations."""

    figures: Annotated[tuple[Figure, ...], Field(min_length=1)]

    @cached_property
    def occupations(self) -> tuple[str, ...]:
        """The occupations in the order of the file."""
        return tuple(dict.fromkeys(figure.occupation for figure in self.figures))

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """The skills that some occupation requires, by name."""
        return tuple(sorted({figure.skill for figure in self.figures if figure.level >= CALLED_FOR}))

    def of(self, skill: str) -> tuple[Figure, ...]:
        """The figures of one skill, one for each occupation."""
        return tuple(figure for figure in self.figures if figure.skill == skill)


class GuessHighest(Command):
    """Guess which occupation's average level is the highest in a skill."""

    skill: str
    occupation: str


class Averages(Query):
    """The averages that I have guessed, and the people of the sample team ``team``."""

    team: str


class HighestGuessed(Event):
    """Somebody guessed."""

    skill: str
    occupation: str


class Guessed(Value):
    """A guess with the true figures; ``highest`` lists the occupations with the highest average level, usually one."""

    guess: str
    highest: tuple[str, ...]
    figures: tuple[Figure, ...]


class Colleague(Value):
    """Somebody who holds the role, with a level in each skill of the team."""

    name: str
    levels: dict[str, int]


class AveragesView(View):
    """What can be guessed, what was guessed (by skill), and the largest group of colleagues with the same title."""

    occupations: tuple[str, ...]
    skills: tuple[str, ...]
    guesses: dict[str, Guessed]
    role: str
    abilities: tuple[str, ...]
    colleagues: tuple[Colleague, ...]


def guess(command: GuessHighest, averages: RoleAverages) -> HighestGuessed:
    """Record a guess; `CourseError` if there is no such skill or occupation."""
    if command.skill not in averages.skills or command.occupation not in averages.occupations:
        raise CourseError("guess", "there is no such skill or occupation", "Choose from the lists.")
    return HighestGuessed(skill=command.skill, occupation=command.occupation)


def averages_view(averages: RoleAverages, team: Team, past: Iterable[Event]) -> AveragesView:
    """The averages after these guesses. The first guess for a skill counts, and its figures are shown only then."""
    first: dict[str, str] = {}
    for event in past:
        if isinstance(event, HighestGuessed) and event.skill in averages.skills:
            first.setdefault(event.skill, event.occupation)
    (role, _), *_ = Counter(person.role for person in team.people).most_common(1)
    return AveragesView(
        occupations=averages.occupations,
        skills=averages.skills,
        guesses={skill: _guessed(averages.of(skill), said) for skill, said in first.items()},
        role=role,
        abilities=team.skills,
        colleagues=tuple(
            Colleague(name=person.name, levels={skill: person.level(skill) for skill in team.skills})
            for person in team.people
            if person.role == role
        ),
    )


def _guessed(figures: tuple[Figure, ...], said: str) -> Guessed:
    top = max(figure.level for figure in figures)
    return Guessed(
        guess=said, highest=tuple(figure.occupation for figure in figures if figure.level == top), figures=figures
    )
