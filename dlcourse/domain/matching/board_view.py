"""How a board stands: what is covered and by whom, loads, who is left out, who is accountable and with what support.

It also says what the last move changed. Everything is read from the plan; nothing here knows a better one.
"""

from collections.abc import Iterator

from dlcourse.domain.matching.board import Board, Part, part_of, plan_of, unstaffed
from dlcourse.domain.matching.gaps import nearest, number
from dlcourse.domain.matching.plan import Measures, Plan, hours_given, measure, uncovered, unsupported, without_part
from dlcourse.domain.matching.reasons import Reasons, listed, reasons
from dlcourse.domain.matching.team import Person, Task, Team, exact
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Value, View

MOVED: dict[Part, str] = {
    "contributor": "{person} contributes to {task}.",
    "accountable": "{person} answers for {task}.",
    "learner": "{person} learns on {task}.",
    "none": "{person} is off {task}.",
}


class Need(Value):
    """A requirement of a task: its named expert, or None if it is open, and then who comes nearest, in words."""

    skill: str
    level: int
    expert: str | None
    nearest: str


class Ability(Value):
    """A skill somebody has, and whether they would like to learn more of it."""

    skill: str
    level: int
    wanted: bool


class BoardMember(Value):
    """A member of the team: hours available and given, abilities, and their part in each task by its name."""

    name: str
    role: str
    hours: float
    given: float
    too_much: bool
    abilities: tuple[Ability, ...]
    parts: dict[str, Part]


class BoardTask(Value):
    """A task with its current people.

    ``answers`` says in words who is accountable and with what support; it is empty if nobody is.
    """

    name: str
    hours: float
    least: int
    most: int
    needs: tuple[Need, ...]
    parts: dict[str, Part]
    answers: str
    supported: bool


class MatchboardView(View):
    """The current board; ``told`` says what the last move changed, one sentence for each change."""

    team: str
    people: tuple[BoardMember, ...]
    work: tuple[BoardTask, ...]
    skills: tuple[str, ...]
    measures: Measures
    left_out: tuple[str, ...]
    broken: tuple[str, ...]
    told: tuple[str, ...]
    moves: int
    comparable: bool
    compared: bool


def standing(name: str, team: Team, board: Board) -> MatchboardView:
    """The view of the board of the team ``name``."""
    plan = plan_of(team, board.parts)
    why = reasons(team, plan)
    return MatchboardView(
        team=name,
        people=tuple(_member(team, plan, person) for person in team.people),
        work=tuple(_job(team, plan, task, why) for task in team.work),
        skills=team.skills,
        measures=measure(team, plan),
        left_out=without_part(team, plan),
        broken=tuple(breach.text for breach in violations(team, plan)),
        told=tuple(changed(team, board)),
        moves=len(board.layouts) - 1,
        comparable=not unstaffed(team, board.parts),
        compared=board.compared,
    )


def changed(team: Team, board: Board) -> Iterator[str]:
    """What the last move changed: what is now covered or open, who is supported, which rules are newly broken."""
    yield from _moved(board)
    was, now = (plan_of(team, parts) for parts in (board.before, board.parts))
    open_before, open_now = set(uncovered(team, was)), set(uncovered(team, now))
    for task, skill in team.requirements:
        if (task, skill) in open_before - open_now:
            expert = next(each.person for each in now.experts if (each.task, each.skill) == (task, skill))
            yield f"Covered now: {skill} in {task}, by {expert}."
        if (task, skill) in open_now - open_before:
            yield f"Open again: {skill} in {task}."
    why = reasons(team, now).unsupported
    yield from (why[task] for task in unsupported(team, now) if task not in unsupported(team, was))
    old = {breach.text for breach in violations(team, was)}
    yield from (breach.text for breach in violations(team, now) if breach.text not in old)


def _moved(board: Board) -> Iterator[str]:
    """The people whose part changed."""
    was, now = board.before, board.parts
    keys = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    if len(keys) > 2:
        yield "The board is empty." if not now else "The board is as it was before."
        return
    for task, person in keys:
        yield MOVED[now.get((task, person), "none")].format(person=person, task=task)


def _member(team: Team, plan: Plan, person: Person) -> BoardMember:
    given = hours_given(team, plan)[person.name]
    return BoardMember(
        name=person.name,
        role=person.role,
        hours=float(person.hours),
        given=float(given),
        too_much=given > exact(person.hours),
        abilities=tuple(
            Ability(skill=skill, level=person.level(skill), wanted=skill in person.wants)
            for skill in sorted(team.skills, key=lambda each: -person.level(each))
            if person.level(skill) or skill in person.wants
        ),
        parts={task.name: part_of(plan, task.name, person.name) for task in team.work},
    )


def _job(team: Team, plan: Plan, task: Task, why: Reasons) -> BoardTask:
    lacks = task.name in why.unsupported
    there = [name for name in team.by_name if part_of(plan, task.name, name) != "none"]
    lead = task.name in plan.accountable
    return BoardTask(
        name=task.name,
        hours=float(task.hours),
        least=task.least,
        most=task.most,
        needs=tuple(_need(team, plan, task, skill) for skill in team.skills if skill in task.needs),
        parts={name: part_of(plan, task.name, name) for name in there},
        answers=why.unsupported[task.name] if lacks else why.tasks[task.name][0] if lead else "",
        supported=lead and not lacks,
    )


def _need(team: Team, plan: Plan, task: Task, skill: str) -> Need:
    named = {(each.task, each.skill): each.person for each in plan.experts}
    expert = named.get((task.name, skill))
    hint = "" if expert else _hint(team, plan, task, skill)
    return Need(skill=skill, level=task.needs[skill], expert=expert, nearest=hint)


def _hint(team: Team, plan: Plan, task: Task, skill: str) -> str:
    """Who comes nearest to an open requirement, and what is in the way."""
    best = nearest(team, plan, task.name, skill)
    if best is None:
        return "nobody has any of it"
    able = [person for person in team.people if person.level(skill) >= task.needs[skill]]
    if not able:
        return f"nobody reaches it; {best.name} comes nearest with level {best.level(skill)}"
    if len(able) > 2:
        return f"{len(able)} people reach it, {best.name} with the highest level, {best.level(skill)}"
    return listed(f"{person.name} ({_state(team, plan, person, skill)})" for person in able) + " could"


def _state(team: Team, plan: Plan, person: Person, skill: str) -> str:
    left = exact(person.hours) - hours_given(team, plan)[person.name]
    return (
        f"level {person.level(skill)}, {number(left)} hours left"
        if left > 0
        else f"level {person.level(skill)}, no hours left"
    )
