"""Checks whether a plan follows the rules: every constraint of `model.md` section 2, checked on names.

It works for any plan and shares no code with the solver. The words tell a person what to change.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from dlcourse.domain.matching.gaps import hours_text, number
from dlcourse.domain.matching.plan import Coaching, Plan, Wishes, hours_given
from dlcourse.domain.matching.team import Task, Team, exact
from dlcourse.domain.speech import Value

Rule = Literal["names", "size", "part", "hours", "lead", "expert", "coaching", "learner", "wish"]


class Violation(Value):
    """A broken rule: which one, for whom or what, and in words."""

    rule: Rule
    on: str
    text: str


def violations(team: Team, plan: Plan, wishes: Wishes | None = None) -> tuple[Violation, ...]:
    """Every rule that the plan breaks, in reading order; empty if it breaks none."""
    strangers = tuple(_strangers(team, plan))
    if strangers:
        return strangers
    found: list[Violation] = []
    for task in team.work:
        found += _size(plan, task)
        found += _lead(plan, task)
    found += [*_hours(team, plan), *_experts(team, plan), *_coaching(team, plan), *_learners(plan)]
    return (*found, *_wishes(plan, wishes or Wishes()))


def _strangers(team: Team, plan: Plan) -> Iterator[Violation]:
    parts = [*plan.contributors.items(), *plan.learners.items()]
    people = {name for _, names in parts for name in names} | set(plan.accountable.values())
    people |= {each.person for each in plan.experts} | {n for each in plan.coaching for n in (each.coach, each.learner)}
    tasks = {task for task, _ in parts} | set(plan.accountable)
    tasks |= {each.task for each in plan.experts} | {each.task for each in plan.coaching}
    for name in sorted((people - set(team.by_name)) | (tasks - set(team.task_by_name))):
        yield Violation(rule="names", on=name, text=f"'{name}' is neither a person nor a task of this team.")


def _size(plan: Plan, task: Task) -> Iterator[Violation]:
    names = plan.contributors.get(task.name, ())
    if len(names) < task.least:
        yield Violation(
            rule="size", on=task.name, text=f"{task.name} has {len(names)} of at least {task.least} people."
        )
    if len(names) > task.most:
        yield Violation(
            rule="size", on=task.name, text=f"{task.name} has {len(names)} people, at most {task.most} fit."
        )
    for name, count in Counter((*names, *plan.learners.get(task.name, ()))).items():
        if count > 1:
            text = f"{name} is on {task.name} more than once: contribute or learn, not both."
            yield Violation(rule="part", on=name, text=text)


def _lead(plan: Plan, task: Task) -> Iterator[Violation]:
    lead = plan.accountable.get(task.name)
    if lead is None:
        yield Violation(rule="lead", on=task.name, text=f"Nobody answers for {task.name}.")
    elif lead not in plan.contributors.get(task.name, ()):
        yield Violation(rule="lead", on=task.name, text=f"{lead} answers for {task.name} without contributing to it.")


def _hours(team: Team, plan: Plan) -> Iterator[Violation]:
    for name, given in hours_given(team, plan).items():
        hours = exact(team.person(name).hours)
        if given > hours:
            text = f"{name} would give {hours_text(given)} and has {number(hours)}."
            yield Violation(rule="hours", on=name, text=text)


def _experts(team: Team, plan: Plan) -> Iterator[Violation]:
    for each in plan.experts:
        needed = team.task(each.task).needs.get(each.skill)
        if each.person not in plan.contributors.get(each.task, ()):
            text = f"{each.person} is named for {each.skill} in {each.task} without contributing to it."
            yield Violation(rule="expert", on=each.person, text=text)
        if needed is None or team.person(each.person).level(each.skill) < needed:
            text = f"{each.person} is named for {each.skill} in {each.task} without meeting a requirement there."
            yield Violation(rule="expert", on=each.person, text=text)
    for (task, skill), count in Counter((each.task, each.skill) for each in plan.experts).items():
        if count > 1:
            yield Violation(rule="expert", on=task, text=f"{skill} in {task} has {count} named experts; one is enough.")


def _coaching(team: Team, plan: Plan) -> Iterator[Violation]:
    for each in plan.coaching:
        for text in _wrong_with(team, plan, each):
            yield Violation(
                rule="coaching", on=each.learner, text=f"{each.learner} in {each.skill} on {each.task}: {text}"
            )
    for (name, skill), count in Counter((each.learner, each.skill) for each in plan.coaching).items():
        if count > 1:
            yield Violation(
                rule="coaching", on=name, text=f"{name} is coached in {skill} {count} times; once is enough."
            )


def _wrong_with(team: Team, plan: Plan, each: Coaching) -> Iterator[str]:
    coach, learner, there = team.person(each.coach), team.person(each.learner), plan.contributors.get(each.task, ())
    if each.skill not in team.task(each.task).needs:
        yield "the task does not ask for it."
    if coach.level(each.skill) <= learner.level(each.skill):
        yield f"{each.coach} is not above them."
    if each.coach not in there:
        yield f"{each.coach} does not contribute there."
    if each.learner not in (*there, *plan.learners.get(each.task, ())):
        yield "they have no part there."
    if each.skill not in learner.wants and plan.accountable.get(each.task) != each.learner:
        yield "they neither want to learn it nor answer for the task."


def _learners(plan: Plan) -> Iterator[Violation]:
    taught = {(each.task, each.learner) for each in plan.coaching}
    for task, names in plan.learners.items():
        for name in names:
            if (task, name) not in taught:
                yield Violation(
                    rule="learner", on=name, text=f"{name} is to learn on {task}, but nobody coaches them there."
                )


def _wishes(plan: Plan, wishes: Wishes) -> Iterator[Violation]:
    parts = {(name, task) for task, names in plan.contributors.items() for name in names}
    learning = {(name, task) for task, names in plan.learners.items() for name in names}
    leads = {(name, task) for task, name in plan.accountable.items()}
    broken = [(pair, "contribute to") for pair in wishes.pins if pair not in parts]
    broken += [(pair, "answer for") for pair in wishes.leads if pair not in leads]
    broken += [(pair, "have no part in") for pair in wishes.keep_off if pair in parts | learning]
    broken += [(pair, "not answer for") for pair in wishes.no_lead if pair in leads]
    for (name, task), what in broken:
        yield Violation(rule="wish", on=name, text=f"{name} was to {what} {task}.")
