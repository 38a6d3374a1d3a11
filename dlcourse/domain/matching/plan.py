"""A plan: who contributes, learns, is accountable, is the named expert, and coaches; and its seven values.

The values can be measured for any plan, even one made by hand that breaks a rule (`violations` lists the broken rules).
They are exact: whole numbers and fractions only. Nothing here searches for a better plan.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from dlcourse.domain.matching.team import Person, Task, Team, exact
from dlcourse.domain.speech import Value

StageName = Literal["uncovered", "unsupported", "without_part", "named_experts", "greatest_load", "coached", "fit"]
STAGES: tuple[StageName, ...] = (
    "uncovered", "unsupported", "without_part", "named_experts", "greatest_load", "coached", "fit",
)  # fmt: skip
"""The seven objectives in order; each is kept at its optimum for the next."""
MOST: frozenset[StageName] = frozenset({"named_experts", "coached", "fit"})
"""The stages in which more is better. In the others less is better."""

Measures = dict[StageName, Fraction]
"""The seven values of a plan; all except ``greatest_load`` are whole numbers."""


class Wishes(Value):
    """What is fixed beforehand, as (person, task): who contributes, leads, has no part, or does not lead."""

    pins: tuple[tuple[str, str], ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    keep_off: tuple[tuple[str, str], ...] = ()
    no_lead: tuple[tuple[str, str], ...] = ()

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Every (person, task) that some wish is about."""
        return (*self.pins, *self.leads, *self.keep_off, *self.no_lead)

    def check(self, team: Team) -> None:
        """Raise a `CourseError` if a person or a task is not in the team."""
        for person, task in self.all:
            team.person(person)
            team.task(task)


class Naming(Value):
    """e_pts: this person is the named expert for the skill in the task."""

    task: str
    skill: str
    person: str


class Coaching(Value):
    """z_qpts: ``coach`` coaches ``learner`` in the skill, on the task."""

    task: str
    skill: str
    coach: str
    learner: str


class Plan(Value):
    """Who does what. A task that is missing from ``contributors`` or ``learners`` has none.

    Names are those of the team.
    """

    contributors: dict[str, tuple[str, ...]] = {}
    learners: dict[str, tuple[str, ...]] = {}
    accountable: dict[str, str] = {}
    experts: tuple[Naming, ...] = ()
    coaching: tuple[Coaching, ...] = ()

    def tasks_of(self, person: str) -> tuple[str, ...]:
        """The tasks that this person contributes to."""
        return tuple(task for task, names in self.contributors.items() if person in names)


def measure(team: Team, plan: Plan) -> Measures:
    """The seven values of any plan, by `model.md` section 2.

    A task without an accountable person does not count as unsupported, and somebody who contributes without having
    hours has no load. Both break a rule, which `violations` reports.
    """
    return {
        "uncovered": Fraction(len(uncovered(team, plan))),
        "unsupported": Fraction(len(unsupported(team, plan))),
        "without_part": Fraction(len(without_part(team, plan))),
        "named_experts": Fraction(len({naming.person for naming in plan.experts})),
        "greatest_load": max(loads(team, plan).values(), default=Fraction(0)),
        "coached": Fraction(len(coached(team, plan))),
        "fit": Fraction(_fit(team, plan)),
    }


def better(one: Measures, other: Measures) -> bool:
    """Whether ``one`` is better than ``other`` in the first stage in which they differ."""
    return ranking(one) < ranking(other)


def ranking(measures: Measures) -> tuple[Fraction, ...]:
    """The seven values as a sort key: the smaller tuple is the better plan."""
    return tuple(-measures[name] if name in MOST else measures[name] for name in STAGES)


def uncovered(team: Team, plan: Plan) -> tuple[tuple[str, str], ...]:
    """The required (task, skill) without a named expert, u_ts = 1."""
    named = {(naming.task, naming.skill) for naming in plan.experts}
    return tuple(requirement for requirement in team.requirements if requirement not in named)


def unsupported(team: Team, plan: Plan) -> tuple[str, ...]:
    """The tasks whose accountable person falls short and is not coached in it by somebody qualified, v_t = 1."""
    taught = {(each.task, each.learner, each.skill) for each in plan.coaching if _can(team, each)}
    return tuple(
        task
        for task, person in plan.accountable.items()
        if (short := team.shortfalls(person, task)) and not any((task, person, skill) in taught for skill in short)
    )


def without_part(team: Team, plan: Plan) -> tuple[str, ...]:
    """The people who neither contribute nor learn."""
    busy = {name for names in (*plan.contributors.values(), *plan.learners.values()) for name in names}
    return tuple(person.name for person in team.people if person.name not in busy)


def loads(team: Team, plan: Plan) -> dict[str, Fraction]:
    """Each person's load: hours given / hours available, as an exact fraction; 0 for somebody without hours."""
    given = hours_given(team, plan)
    return {person.name: _load(person, given[person.name]) for person in team.people}


def hours_given(team: Team, plan: Plan) -> dict[str, Fraction]:
    """The hours that each person gives: the sum of h_t over the tasks they contribute to."""
    given = dict.fromkeys(team.by_name, Fraction(0))
    for task, names in plan.contributors.items():
        for name in names:
            given[name] += exact(team.task(task).hours)
    return given


def coached(team: Team, plan: Plan) -> frozenset[tuple[str, str]]:
    """The (person, skill) that are coached and wanted by that person."""
    return frozenset(
        (each.learner, each.skill) for each in plan.coaching if each.skill in team.person(each.learner).wants
    )


def meets(person: Person, task: Task) -> int:
    """How many requirements of the task this person meets."""
    return sum(person.level(skill) >= level for skill, level in task.needs.items())


def as_number(value: Fraction) -> int | float:
    """A fraction as a JSON number: an int if it is whole."""
    return value.numerator if value.denominator == 1 else float(value)


def as_list(measures: Mapping[StageName, Fraction]) -> list[int | float]:
    """The seven values in order, as JSON numbers."""
    return [as_number(measures[name]) for name in STAGES]


def _fit(team: Team, plan: Plan) -> int:
    expertise = sum(team.person(naming.person).level(naming.skill) for naming in plan.experts)
    return expertise + sum(meets(team.person(name), team.task(task)) for task, name in plan.accountable.items())


def _can(team: Team, coaching: Coaching) -> bool:
    needed = team.task(coaching.task).needs.get(coaching.skill)
    return needed is not None and team.person(coaching.coach).level(coaching.skill) >= needed


def _load(person: Person, given: Fraction) -> Fraction:
    return given / exact(person.hours) if person.hours else Fraction(0)
