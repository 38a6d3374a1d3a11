"""How a board stands: what is covered and by whom, loads, who is left out, who is accountable and with what support.

`board_change` says what the last move changed. Everything is read from the plan; nothing here knows a better one.
"""

from dlcourse.domain.matching.board import Board, Part, part_of, plan_of, unstaffed
from dlcourse.domain.matching.board_change import BoardCounts, changed, counts
from dlcourse.domain.matching.gaps import hours_text, nearest
from dlcourse.domain.matching.plan import Plan, hours_given, without_part
from dlcourse.domain.matching.reasons import Reasons, listed, reasons
from dlcourse.domain.matching.team import Person, Task, Team, exact
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Value, View


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
    """The current board.

    ``counts`` is what it achieves and ``before`` what it achieved before the last move; ``told`` says what that move
    changed, one sentence for each change. ``comparable`` means that somebody contributes to each task.
    """

    team: str
    people: tuple[BoardMember, ...]
    work: tuple[BoardTask, ...]
    skills: tuple[str, ...]
    counts: BoardCounts
    before: BoardCounts
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
        counts=counts(team, plan),
        before=counts(team, plan_of(team, board.before)),
        left_out=without_part(team, plan),
        broken=tuple(broken.text for broken in violations(team, plan)),
        told=tuple(changed(team, board)),
        moves=len(board.layouts) - 1,
        comparable=not unstaffed(team, board.parts),
        compared=board.compared,
    )


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
        return f"{len(able)} people reach it, best {best.name} ({best.level(skill)})"
    return listed(f"{person.name} ({_state(team, plan, person, skill)})" for person in able) + " could"


def _state(team: Team, plan: Plan, person: Person, skill: str) -> str:
    left = exact(person.hours) - hours_given(team, plan)[person.name]
    return (
        f"level {person.level(skill)}, {hours_text(left)} left"
        if left > 0
        else f"level {person.level(skill)}, no hours left"
    )
