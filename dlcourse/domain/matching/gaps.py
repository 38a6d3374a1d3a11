"""The gaps of a plan in sentences: who comes nearest to an uncovered requirement, and what would close the gap."""

from decimal import Decimal
from fractions import Fraction

from dlcourse.domain.matching.plan import Plan, hours_given, uncovered
from dlcourse.domain.matching.team import Person, Task, Team, exact
from dlcourse.domain.speech import Value


class Gap(Value):
    """An uncovered requirement, who comes nearest (None if nobody has the skill), and what would close the gap."""

    task: str
    skill: str
    nearest: str | None
    text: str


def gaps(team: Team, plan: Plan) -> tuple[Gap, ...]:
    """Every uncovered requirement, in the order of the file."""
    return tuple(_gap(team, plan, team.task(task), skill) for task, skill in uncovered(team, plan))


def nearest(team: Team, plan: Plan, task: str, skill: str) -> Person | None:
    """Who has the highest level in the skill, or None if all have 0.

    Ties: who is in the task already, then who has hours.
    """
    if not team.best[skill]:
        return None
    there = plan.contributors.get(task, ())
    return max(team.people, key=lambda person: (person.level(skill), person.name in there, person.hours > 0))


def _gap(team: Team, plan: Plan, task: Task, skill: str) -> Gap:
    person, needed = nearest(team, plan, task.name, skill), task.needs[skill]
    begun = f"{task.name} asks for {skill} at level {needed}"
    if person is None:
        text = f"{begun}, and nobody has any of it: bring somebody in, or train somebody from the beginning."
    elif person.level(skill) >= needed:
        text = f"{begun}. {person.name} has level {person.level(skill)} but {_held_up(team, plan, task, person)}."
    else:
        level = person.level(skill)
        text = f"{begun}. {person.name} comes nearest with {level}: {_training(needed - level)}."
    return Gap(task=task.name, skill=skill, nearest=person and person.name, text=text)


def _training(levels: int) -> str:
    return f"training by {levels} level{'s' if levels > 1 else ''} closes it"


def _held_up(team: Team, plan: Plan, task: Task, person: Person) -> str:
    """Why somebody who could meet the requirement does not."""
    given = hours_given(team, plan)[person.name]
    if not person.hours:
        return "no hours: any hours of theirs would help"
    if exact(task.hours) > exact(person.hours):
        return f"{hours_text(person.hours)}, and this takes {number(task.hours)}"
    if given + exact(task.hours) > exact(person.hours):
        return f"gives {number(given)} of {number(person.hours)} hours to other work: more hours would help"
    if len(plan.contributors.get(task.name, ())) >= task.most:
        return f"the task is full with {task.most}: room for one more would help"
    return "is needed elsewhere"


def number(value: Decimal | Fraction) -> str:
    """Hours as people write them: 6, 4.5."""
    return f"{float(value):g}"


def hours_text(value: Decimal | Fraction) -> str:
    """Hours with their unit: ``1 hour``, ``4.5 hours``."""
    return f"{number(value)} hour{'' if value == 1 else 's'}"
