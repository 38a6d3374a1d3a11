"""Three greedy baseline plans: by title, at random, and heroes first. One simple filler makes all of them.

They show how much better the best plan is than habit. They may break rules: people may be overloaded or unsupported.
"""

import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain, islice

from dlcourse.domain.matching.plan import STAGES, Measures, Naming, Plan, measure
from dlcourse.domain.matching.team import Person, Task, Team

ORDERS = 200
"""How many random orders are averaged."""
SEED = 1

Compared = dict[str, Measures]


def compared(team: Team) -> Compared:
    """The seven values of the plan by title and heroes first, and their means over 200 seeded random orders."""
    return {
        "by_title": measure(team, filled(team, by_title(team))),
        "random": _mean([measure(team, filled(team, order)) for order in _orders(team)]),
        "heroes_first": measure(team, filled(team, heroes_first(team))),
    }


def by_title(team: Team) -> list[Person]:
    """People by the first appearance of their role in the file, case and spaces aside."""
    roles = list(dict.fromkeys(_title(person) for person in team.people))
    return sorted(team.people, key=lambda person: roles.index(_title(person)))


def heroes_first(team: Team) -> list[Person]:
    """People by the sum of their proficiencies, the highest first; file order among equals."""
    return sorted(team.people, key=lambda person: -sum(person.levels.values()))


def filled(team: Team, order: Sequence[Person]) -> Plan:
    """Fill the tasks in file order with people in the given order, up to ``least`` people for each task.

    People whose hours still allow it come first. If they are too few, the next in order join anyway. People without
    hours are skipped. The first is accountable, the first qualified person is the expert, and nobody is coached.
    """
    left = {person.name: person.hours for person in order if person.hours}
    contributors = {task.name: _take(task, left) for task in team.work}
    return Plan(
        contributors=contributors,
        accountable={task: names[0] for task, names in contributors.items() if names},
        experts=tuple(
            Naming(task=task.name, skill=skill, person=name)
            for task in team.work
            for skill, level in task.needs.items()
            if (name := _first_qualified(team, contributors[task.name], skill, level))
        ),
    )


def _take(task: Task, left: dict[str, Decimal]) -> tuple[str, ...]:
    """Choose the people for one task and book their hours."""
    able = islice((name for name, free in left.items() if free >= task.hours), task.least)
    anyway = (name for name, free in left.items() if free < task.hours)
    chosen = tuple(islice(chain(able, anyway), task.least))
    for name in chosen:
        left[name] -= task.hours
    return chosen


def _first_qualified(team: Team, names: Sequence[str], skill: str, level: int) -> str | None:
    return next((name for name in names if team.person(name).level(skill) >= level), None)


def _orders(team: Team) -> list[list[Person]]:
    dice = random.Random(SEED)  # noqa: S311 - the same orders every time are what is wanted
    return [dice.sample(team.people, len(team.people)) for _ in range(ORDERS)]


def _mean(all_measures: Sequence[Measures]) -> Measures:
    return {name: sum((each[name] for each in all_measures), Fraction(0)) / len(all_measures) for name in STAGES}


def _title(person: Person) -> str:
    return " ".join(person.role.casefold().split())
