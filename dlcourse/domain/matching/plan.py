"""A plan: who contributes, learns, answers, is the named expert and coaches; and what such a plan is worth.

The seven stages are measured here for any plan, also one made by hand that breaks a rule (`domain.matching.violations`
lists those). Exact: whole numbers and fractions only. Nothing here searches for a better plan.
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
"""The seven objectives in their order, each kept at its optimum for the next."""
MOST: frozenset[StageName] = frozenset({"named_experts", "coached", "fit"})
"""The stages where more is better; of the others, less."""

Measures = dict[StageName, Fraction]
"""The seven values of one plan; all but ``greatest_load`` are whole."""


class Wishes(Value):
    """What is fixed beforehand, as (person, task): contributes, answers for it, has no part in it, does not answer."""

    pins: tuple[tuple[str, str], ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    keep_off: tuple[tuple[str, str], ...] = ()
    no_lead: tuple[tuple[str, str], ...] = ()

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Every (person, task) that is wished in some way."""
        return (*self.pins, *self.leads, *self.keep_off, *self.no_lead)

    def check(self, team: Team) -> None:
        """Raise a `CourseError` where a person or a task is not the team's."""
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
    """Who does what. Tasks left out of ``contributors`` or ``learners`` have none; names are the team's."""

    contributors: dict[str, tuple[str, ...]] = {}
    learners: dict[str, tuple[str, ...]] = {}
    accountable: dict[str, str] = {}
    experts: tuple[Naming, ...] = ()
    coaching: tuple[Coaching, ...] = ()

    def tasks_of(self, person: str) -> tuple[str, ...]:
        """The tasks to which this person contributes."""
        return tuple(task for task, names in self.contributors.items() if person in names)


def measure(team: Team, plan: Plan) -> Measures:
    """The seven values of any plan, by `model.md` section 2.

    A task without an accountable person is not counted as unsupported, and somebody who contributes with no hours at
    all has no load: both break a rule, which `domain.matching.violations` tells.
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
    """Whether ``one`` beats ``other`` in the first stage where they differ."""
    return ranking(one) < ranking(other)


def ranking(measures: Measures) -> tuple[Fraction, ...]:
    """The seven values so that the lesser tuple is the better plan."""
    return tuple(-measures[name] if name in MOST else measures[name] for name in STAGES)


def uncovered(team: Team, plan: Plan) -> tuple[tuple[str, str], ...]:
    """The required (task, skill) without a named expert, u_ts = 1."""
    named = {(naming.task, naming.skill) for naming in plan.experts}
    return tuple(requirement for requirement in team.requirements if requirement not in named)


def unsupported(team: Team, plan: Plan) -> tuple[str, ...]:
    """The tasks whose accountable person falls short and is taught nothing of it by someone who can, v_t = 1."""
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
    """Each person's load: hours given / hours there are, exact; 0 for somebody without hours."""
    given = hours_given(team, plan)
    return {person.name: _load(person, given[person.name]) for person in team.people}


def hours_given(team: Team, plan: Plan) -> dict[str, Fraction]:
    """The sum of h_t over the tasks to which each person contributes."""
    given = dict.fromkeys(team.by_name, Fraction(0))
    for task, names in plan.contributors.items():
        for name in names:
            given[name] += exact(team.task(task).hours)
    return given


def coached(team: Team, plan: Plan) -> frozenset[tuple[str, str]]:
    """The (person, skill) coached among those that the person wants to learn."""
    return frozenset(
        (each.learner, each.skill) for each in plan.coaching if each.skill in team.person(each.learner).wants
    )


def meets(person: Person, task: Task) -> int:
    """How many requirements of the task this person meets."""
    return sum(person.level(skill) >= level for skill, level in task.needs.items())


def as_number(value: Fraction) -> int | float:
    """A fraction as JSON writes it: whole where it is whole."""
    return value.numerator if value.denominator == 1 else float(value)


def as_list(measures: Mapping[StageName, Fraction]) -> list[int | float]:
    """The seven values in their order, as JSON writes them."""
    return [as_number(measures[name]) for name in STAGES]


def _fit(team: Team, plan: Plan) -> int:
    expertise = sum(team.person(naming.person).level(naming.skill) for naming in plan.experts)
    return expertise + sum(meets(team.person(name), team.task(task)) for task, name in plan.accountable.items())


def _can(team: Team, coaching: Coaching) -> bool:
    needed = team.task(coaching.task).needs.get(coaching.skill)
    return needed is not None and team.person(coaching.coach).level(coaching.skill) >= needed


def _load(person: Person, given: Fraction) -> Fraction:
    return given / exact(person.hours) if person.hours else Fraction(0)
