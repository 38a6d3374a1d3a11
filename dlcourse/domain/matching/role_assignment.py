"""The best roles within a given division of work: who contributes where is given, the other roles follow.

Support for accountable people and coaching are bipartite matchings, solved exactly and quickly by augmenting paths. The
solver's plans and plans made by hand both use this.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from dlcourse.domain.matching.expert_assignment import name_experts
from dlcourse.domain.matching.plan import Coaching, Plan, Wishes, meets
from dlcourse.domain.matching.team import Team

Places = Mapping[str, Sequence[str]]
"""Task -> names."""
Lesson = tuple[str, str]
"""(learner, skill): coached at most once in the whole plan."""
Lessons = dict[Lesson, str]
"""The task on which each lesson takes place."""
Arrangement = tuple[str, str | None]
"""One way to meet a duty: by whom, and with coaching in which skill (None if no coaching is needed)."""
NOBODY = Wishes()


def arrange(team: Team, contributors: Places, leads: Mapping[str, str] | None = None, wishes: Wishes = NOBODY) -> Plan:
    """A complete plan for given contributors, and for given accountable people if there are any.

    It is the best plan for these contributors in every stage but `fit`; if all leads are given, it is the best in all
    seven. Leads that are not given are chosen so that as few tasks as possible are unsupported; among those, whoever
    meets the most requirements. Nobody learns on a task that they are kept off.
    """
    given = dict(leads or {})
    fixed, barred = {task: name for name, task in wishes.leads} | given, set(wishes.no_lead)
    # Given leads come first: they are known to fit together.
    order = sorted(contributors, key=lambda task: task not in given)
    able = {t: [fixed[t]] if t in fixed else [n for n in contributors[t] if (n, t) not in barred] for t in order}
    ways = {task: _ways(team, contributors, task, names) for task, names in able.items() if names}
    held = _matched(ways)
    chosen = {task: held[task][0] if task in held else _meets_most(team, task, able[task]) for task in ways}
    lessons: Lessons = {(name, skill): task for task, (name, skill) in held.items() if skill}
    lessons |= _wanted(team, contributors, lessons, None, set(wishes.keep_off))
    return _plan(team, contributors, chosen, lessons)


def by_hand(team: Team, contributors: Places, learners: Places, leads: Mapping[str, str]) -> Plan:
    """A plan as somebody laid it out, with the best experts and coaching that the layout allows.

    A learner whom nobody in the task can coach gets no coaching, and a task without a lead stays without one.
    `violations` reports both. Learners are coached first, then accountable people, then other people who wish to learn.
    """
    duties: dict[tuple[str, str], list[Arrangement]] = {
        (name, task): _lessons(team, contributors, name, task) for task, names in learners.items() for name in names
    }
    duties |= {("", task): _ways(team, contributors, task, [name]) for task, name in leads.items()}
    lessons: Lessons = {(name, skill): task for (_, task), (name, skill) in _matched(duties).items() if skill}
    lessons |= _wanted(team, contributors, lessons, learners, set())
    return _plan(team, contributors, leads, lessons, learners)


def _ways(team: Team, contributors: Places, task: str, names: Sequence[str]) -> list[Arrangement]:
    """The ways to be accountable for the task with support, people who meet the most requirements first."""
    ways: list[Arrangement] = []
    for name in sorted(names, key=lambda each: -meets(team.person(each), team.task(task))):
        short = team.shortfalls(name, task)
        can = [skill for skill in short if _coach(team, contributors, task, skill, team.task(task).needs[skill] - 1)]
        ways += [(name, skill) for skill in can] if short else [(name, None)]
    return ways


def _meets_most(team: Team, task: str, names: Sequence[str]) -> str:
    return max(names, key=lambda name: meets(team.person(name), team.task(task)))


def _lessons(team: Team, contributors: Places, name: str, task: str) -> list[Arrangement]:
    """The skills that this person wants to learn and could be coached in on the task."""
    one, needs = team.person(name), team.task(task).needs
    wants = [skill for skill in one.wants if skill in needs]
    return [(name, skill) for skill in wants if _coach(team, contributors, task, skill, one.level(skill))]


def _coach(team: Team, contributors: Places, task: str, skill: str, above: int) -> str | None:
    """The contributor with the highest level, if it is above the given level."""
    names = contributors.get(task, ())
    first = max(names, key=lambda name: team.person(name).level(skill), default=None)
    return first if first is not None and team.person(first).level(skill) > above else None


K = TypeVar("K")


def _matched(duties: Mapping[K, Sequence[Arrangement]]) -> dict[K, Arrangement]:
    """As many duties as possible, each lesson used once (Kuhn's algorithm). A duty that is met stays met."""
    owner: dict[Arrangement, K] = {}
    held: dict[K, Arrangement] = {}
    for duty in duties:
        _meet(duty, duties, owner, held, set())
    return held


def _meet(
    duty: K,
    duties: Mapping[K, Sequence[Arrangement]],
    owner: dict[Arrangement, K],
    held: dict[K, Arrangement],
    seen: set[Arrangement],
) -> bool:
    for way in duties[duty]:
        if way in seen:
            continue
        seen.add(way)
        if way[1] is None or way not in owner or _meet(owner[way], duties, owner, held, seen):
            owner[way], held[duty] = duty, way
            return True
    return False


def _wanted(
    team: Team, contributors: Places, taken: Lessons, learners: Places | None, off: set[tuple[str, str]]
) -> Lessons:
    """A task for every wish to learn that can be met; with ``learners``, only where the person already is."""
    lessons: Lessons = {}
    for person in team.people:
        at = _places(person.name, contributors, learners or {}, taken)
        for skill in (skill for skill in person.wants if (person.name, skill) not in taken):
            teachers = _teachers(team, contributors, skill, person.level(skill))
            free = [task for task in teachers if learners is None and (person.name, task) not in off]
            # Prefer tasks that the person is in anyway, then the best teacher.
            ranked = sorted({*free, *(teachers.keys() & at)}, key=lambda t, rank=teachers: (t not in at, -rank[t], t))  # type: ignore[misc]
            if ranked:
                lessons[person.name, skill] = ranked[0]
                at.add(ranked[0])
    return lessons


def _places(name: str, contributors: Places, learners: Places, lessons: Lessons) -> set[str]:
    """The tasks that somebody is already in."""
    at = {task for places in (contributors, learners) for task, names in places.items() if name in names}
    return at | {task for (learner, _), task in lessons.items() if learner == name}


def _teachers(team: Team, contributors: Places, skill: str, above: int) -> dict[str, int]:
    """The tasks that require the skill and have somebody above the level, with the highest level in each."""
    asking = [task.name for task in team.work if skill in task.needs]
    coaches = {task: _coach(team, contributors, task, skill, above) for task in asking}
    return {task: team.person(coach).level(skill) for task, coach in coaches.items() if coach}


def _plan(
    team: Team,
    contributors: Places,
    leads: Mapping[str, str],
    lessons: Lessons,
    learners: Places | None = None,
) -> Plan:
    coaching = tuple(
        Coaching(task=task, skill=skill, coach=coach, learner=name)
        for (name, skill), task in lessons.items()
        if skill and (coach := _coach(team, contributors, task, skill, team.person(name).level(skill)))
    )
    there = {task.name: tuple(n for n in team.by_name if n in contributors.get(task.name, ())) for task in team.work}
    return Plan(
        contributors=there,
        learners={task.name: _pupils(team, task.name, there, coaching, learners) for task in team.work},
        accountable={task.name: leads[task.name] for task in team.work if task.name in leads},
        experts=name_experts(team, there),
        coaching=coaching,
    )


def _pupils(
    team: Team, task: str, contributors: Places, coaching: Sequence[Coaching], learners: Places | None
) -> tuple[str, ...]:
    if learners is not None:
        return tuple(name for name in team.by_name if name in learners.get(task, ()))
    taught = {each.learner for each in coaching if each.task == task}
    return tuple(name for name in team.by_name if name in taught and name not in contributors[task])
