"""Finds the best plan of a tiny team by trying all of them. Shares nothing with the course except its values.

Written from `model.md` section 2 alone: x and k are tried in all combinations; for each, every way to name experts and
every way to coach. Only what provably does not touch each other is tried apart: experts, and each person's lessons.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.team import Team

Values = tuple[Fraction, ...]
Staffing = tuple[tuple[int, ...], ...]
"""For each task, who contributes."""
Lesson = tuple[int, str, int] | None
"""(task, skill, level of the coach)."""
NO_WISHES = Wishes()


def best_values(team: Team, wishes: Wishes = NO_WISHES) -> Values | None:
    """The seven values of the best plan; None if no plan satisfies the bounds."""
    best = None
    for staffing in product(*(_staffings(team, t, wishes) for t in range(len(team.work)))):
        load = _greatest_load(team, staffing)
        if load is None:
            continue
        named = _experts(team, staffing)
        for leads in product(*(_leads(team, staffing, t, wishes) for t in range(len(team.work)))):
            taught = _lessons(team, staffing, leads, wishes)
            meets = sum(
                team.people[p].level(s) >= r for t, p in enumerate(leads) for s, r in team.work[t].needs.items()
            )
            key = (named[0], taught[0], taught[1], named[1], load, taught[2], named[2] - meets)
            best = key if best is None or key < best else best
    return best and tuple(Fraction(v) for v in (*best[:3], -best[3], best[4], -best[5], -best[6]))


def _staffings(team: Team, t: int, wishes: Wishes) -> Iterator[tuple[int, ...]]:
    people, task = range(len(team.people)), team.work[t]
    for size in range(task.least, task.most + 1):
        for chosen in combinations(people, size):
            names = {team.people[p].name for p in chosen}
            pinned = {n for n, at in (*wishes.pins, *wishes.leads) if at == task.name}
            off = {n for n, at in wishes.keep_off if at == task.name}
            if pinned <= names and not off & names:
                yield chosen


def _greatest_load(team: Team, staffing: Staffing) -> Fraction | None:
    worst = Fraction(0)
    for p, person in enumerate(team.people):
        given = sum((Fraction(team.work[t].hours) for t, chosen in enumerate(staffing) if p in chosen), Fraction(0))
        if given > Fraction(person.hours):
            return None
        worst = max(worst, given / Fraction(person.hours) if given else Fraction(0))
    return worst


def _leads(team: Team, staffing: Staffing, t: int, wishes: Wishes) -> Iterator[int]:
    name = team.work[t].name
    pinned = {n for n, at in wishes.leads if at == name}
    barred = {n for n, at in wishes.no_lead if at == name}
    for p in staffing[t]:
        if pinned <= {team.people[p].name} and team.people[p].name not in barred:
            yield p


def _experts(team: Team, staffing: Staffing) -> tuple[int, int, int]:
    """(uncovered, -people named, -levels): the least over all ways to name experts or nobody for a requirement."""
    choices: list[list[tuple[int, int] | None]] = []
    for t, task in enumerate(team.work):
        for s, r in task.needs.items():
            choices.append([None, *((p, team.people[p].level(s)) for p in staffing[t] if team.people[p].level(s) >= r)])
    return min(_worth(named) for named in product(*choices))


def _worth(named: tuple[tuple[int, int] | None, ...]) -> tuple[int, int, int]:
    some = [each for each in named if each]
    return len(named) - len(some), -len({p for p, _ in some}), -sum(level for _, level in some)


def _lessons(team: Team, staffing: Staffing, leads: tuple[int, ...], wishes: Wishes) -> list[int]:
    """(unsupported, without part, -coached). Each person's lessons are independent, so each is tried separately."""
    total = [0, 0, 0]
    for p in range(len(team.people)):
        best = min(
            _one_way(team, staffing, leads, p, way) for way in product(*_offers(team, staffing, leads, p, wishes))
        )
        total = [a + b for a, b in zip(total, best, strict=True)]
    return total


def _offers(team: Team, staffing: Staffing, leads: tuple[int, ...], p: int, wishes: Wishes) -> Iterator[list[Lesson]]:
    """For each skill: not coached, or coached on a task by somebody of each level."""
    person = team.people[p]
    off = {at for n, at in wishes.keep_off if n == person.name}
    for s in team.skills:
        offers: set[Lesson] = {None}
        for t, task in enumerate(team.work):
            if s not in task.needs or task.name in off or not (s in person.wants or leads[t] == p):
                continue
            for q in staffing[t]:
                if team.people[q].level(s) > person.level(s):
                    offers.add((t, s, team.people[q].level(s)))
        yield sorted(offers, key=str)


def _one_way(
    team: Team, staffing: Staffing, leads: tuple[int, ...], p: int, way: tuple[Lesson, ...]
) -> tuple[int, int, int]:
    person, lessons = team.people[p], [lesson for lesson in way if lesson]
    unsupported = 0
    for t, task in enumerate(team.work):
        if leads[t] == p:
            short = [
                s for s, r in task.needs.items() if person.level(s) < r and any(q.level(s) >= r for q in team.people)
            ]
            helped = any(at == t and s in short and level >= task.needs[s] for at, s, level in lessons)
            unsupported += bool(short) and not helped
    busy = any(p in chosen for chosen in staffing) or bool(lessons)
    return unsupported, int(not busy), -sum(s in person.wants for _, s, _ in lessons)
