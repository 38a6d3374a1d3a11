"""Who can do what: which requirements of the work somebody can meet, before anybody has planned anything.

It looks at levels alone, not at hours or at who does what. A finished plan is explained in `gaps` and `reasons`.
"""

from collections.abc import Sequence
from decimal import Decimal

from dlcourse.domain.matching.team import Person, Task
from dlcourse.domain.speech import Value


class Lack(Value):
    """A required (task, skill) that nobody meets; ``nearest`` has the highest level, and is None if all have 0."""

    task: str
    skill: str
    need: int
    nearest: str | None
    level: int


def met(person: Person, task: Task) -> tuple[str, ...]:
    """The required skills of the task in which this person reaches the required level."""
    return tuple(skill for skill, need in task.needs.items() if person.level(skill) >= need)


def lacks(people: Sequence[Person], work: Sequence[Task]) -> tuple[Lack, ...]:
    """Every requirement that nobody meets, task by task."""
    return tuple(
        lack for task in work for skill, need in task.needs.items() if (lack := _lack(people, task.name, skill, need))
    )


def requirements(work: Sequence[Task]) -> int:
    """How many (task, skill) the work requires."""
    return sum(len(task.needs) for task in work)


def hours_needed(work: Sequence[Task]) -> Decimal:
    """The hours that the work takes if as few people as possible contribute to each task."""
    return sum((task.hours * task.least for task in work), Decimal(0))


def hours_there(people: Sequence[Person]) -> Decimal:
    """The hours that all people have together."""
    return sum((person.hours for person in people), Decimal(0))


def _lack(people: Sequence[Person], task: str, skill: str, need: int) -> Lack | None:
    best = max(people, key=lambda person: person.level(skill), default=None)
    level = best.level(skill) if best else 0
    if level >= need:
        return None
    return Lack(task=task, skill=skill, need=need, nearest=best.name if best and level else None, level=level)
