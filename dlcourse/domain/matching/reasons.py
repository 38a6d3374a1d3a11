"""Explains a plan in sentences: why each person has their parts, why each task has its people, and what is missing.

The sentences say only what can be read from the plan and the team. None says "he" or "she".
"""

from collections.abc import Iterable, Iterator, Sequence

from dlcourse.domain.matching.gaps import Gap, gaps, hours_text, number
from dlcourse.domain.matching.plan import Coaching, Naming, Plan, Wishes, hours_given, meets, unsupported
from dlcourse.domain.matching.team import Person, Task, Team
from dlcourse.domain.speech import Value

NO_WISHES = Wishes()


class Reasons(Value):
    """Sentences about a plan: for each person, each task, each gap, and each accountable person without support."""

    people: dict[str, tuple[str, ...]]
    tasks: dict[str, tuple[str, ...]]
    gaps: tuple[Gap, ...]
    unsupported: dict[str, str]


def reasons(team: Team, plan: Plan, wishes: Wishes = NO_WISHES) -> Reasons:
    """The reasons for this plan."""
    return Reasons(
        people={person.name: tuple(_person(team, plan, person, wishes)) for person in team.people},
        tasks={task.name: tuple(_task(team, plan, task, wishes)) for task in team.work},
        gaps=gaps(team, plan),
        unsupported={task: _without_support(team, plan, team.task(task)) for task in unsupported(team, plan)},
    )


def _person(team: Team, plan: Plan, person: Person, wishes: Wishes) -> Iterator[str]:
    at = plan.tasks_of(person.name)
    for task in at:
        yield _contributes(team, plan, person, team.task(task), wishes)
    for each in plan.coaching:
        if each.learner == person.name:
            yield _learns(team, each)
    if at:
        given, hours = hours_given(team, plan)[person.name], person.hours
        yield f"Gives {number(given)} of {number(hours)} hours{', all there are' if given == hours else ''}."
    elif not any(person.name in names for names in plan.learners.values()):
        yield _no_part(team, person)


def _contributes(team: Team, plan: Plan, person: Person, task: Task, wishes: Wishes) -> str:
    """What somebody contributes; if nothing special, that the task needs more people or that it was wished."""
    why = [_named(team, task, each) for each in plan.experts if (each.task, each.person) == (task.name, person.name)]
    if plan.accountable.get(task.name) == person.name:
        why.append("answers for it")
    taught = [each for each in plan.coaching if (each.task, each.coach) == (task.name, person.name)]
    if taught:
        why.append(f"coaches {listed(f'{each.learner} in {each.skill}' for each in taught)}")
    if (person.name, task.name) in wishes.pins:
        why.append("was pinned to it")
    if not why:
        there = len(plan.contributors[task.name])
        why.append(f"makes up the {task.least} people it needs" if there <= task.least else "has a part here")
    return f"{task.name}: {listed(why)}."


def _named(team: Team, task: Task, naming: Naming) -> str:
    needed = task.needs[naming.skill]
    others = [p for p in team.people if p.level(naming.skill) >= needed and p.name != naming.person]
    only = "" if others else ", the only one in the team who has it"
    level = team.person(naming.person).level(naming.skill)
    return f"named expert for {naming.skill} (level {level}, {needed} asked{only})"


def _learns(team: Team, each: Coaching) -> str:
    coach, learner = team.person(each.coach), team.person(each.learner)
    wish = "as wished" if each.skill in learner.wants else "to be able to answer for it"
    levels = f"level {coach.level(each.skill)}, own level {learner.level(each.skill)}"
    return f"{each.task}: is coached in {each.skill} by {coach.name} ({levels}), {wish}."


def _no_part(team: Team, person: Person) -> str:
    asked = {skill for task in team.work for skill in task.needs}
    if not person.hours and not person.wants:
        return "Has no part: no hours to give and no wish to learn."
    if not person.hours and not asked & set(person.wants):
        return "Has no part: no hours to give, and no task asks for what they want to learn."
    if not person.hours:
        return "Has no part: no hours to give, and nobody above their level is free to coach what they want to learn."
    if all(task.hours > person.hours for task in team.work):
        return f"Has no part: no task fits into {hours_text(person.hours)}."
    return "Has no part: every place is better filled by somebody else."


def _task(team: Team, plan: Plan, task: Task, wishes: Wishes) -> Iterator[str]:
    lead = plan.accountable.get(task.name)
    if lead:
        yield _answers(team, plan, task, lead, wishes)
    size = len(plan.contributors.get(task.name, ()))
    limit = "the least it needs" if size == task.least else "the most it holds" if size == task.most else ""
    there = f"{size} contribute{'s' if size == 1 else ''}{f', {limit}' if limit else ''}"
    yield f"{there}, {hours_text(task.hours)} each."
    learners = plan.learners.get(task.name, ())
    if learners:
        yield f"{listed(learners)} {'learns' if len(learners) == 1 else 'learn'} here."


def _answers(team: Team, plan: Plan, task: Task, lead: str, wishes: Wishes) -> str:
    met, pinned = meets(team.person(lead), task), " (pinned)" if (lead, task.name) in wishes.leads else ""
    short = team.shortfalls(lead, task.name)
    helped = [
        each
        for each in plan.coaching
        if (each.task, each.learner) == (task.name, lead)
        and each.skill in short
        and team.person(each.coach).level(each.skill) >= task.needs[each.skill]
    ]
    support = f"; {listed(f'{each.coach} coaches in {each.skill}' for each in helped)}" if helped else ""
    if not task.needs:
        return f"{lead} answers for it{pinned}; it asks for no particular skill."
    return f"{lead} answers for it{pinned} and meets {met} of {len(task.needs)} requirements{support}."


def _without_support(team: Team, plan: Plan, task: Task) -> str:
    lead = plan.accountable[task.name]
    short = team.shortfalls(lead, task.name)
    return (
        f"{lead} answers for {task.name} but falls short in {listed(short)}, and nobody who can do it well enough is "
        "there to coach."
    )


def listed(words: Iterable[str]) -> str:
    """Join words for a sentence: a, b and c."""
    said: Sequence[str] = list(words)
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)
