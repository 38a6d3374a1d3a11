"""What the solver needs to know about a team: who may do what, in whole units of time, and trivial bounds.

Positions stand for names: person p, task t, skill s as in `model.md` section 2. Nothing here solves.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from dlcourse.domain.matching.plan import Measures, Wishes
from dlcourse.domain.matching.team import Team, exact

Pair = tuple[int, int]
MOST_UNITS = 2_000_000
"""If a person's hours hold more units of time than this, every whole number of units counts as attainable."""


@dataclass(frozen=True)
class SolverInput:
    """A team and its wishes as positions and whole numbers. ``wishes`` name only people and tasks of ``team``."""

    team: Team
    wishes: Wishes

    @cached_property
    def hours(self) -> tuple[int, ...]:
        """h_t in the coarsest unit of time that makes all of them whole numbers."""
        return tuple(int(exact(task.hours) / self._unit) for task in self.team.work)

    @cached_property
    def limits(self) -> tuple[Fraction, ...]:
        """H_p in the same units, exact."""
        return tuple(exact(person.hours) / self._unit for person in self.team.people)

    @cached_property
    def _unit(self) -> Fraction:
        hours = [exact(task.hours) for task in self.team.work]
        denominator = math.lcm(*(each.denominator for each in hours))
        return Fraction(math.gcd(*(int(each * denominator) for each in hours)), denominator)

    @cached_property
    def needs(self) -> tuple[dict[int, int], ...]:
        """r_ts: for each task, skill -> required level."""
        position = {skill: s for s, skill in enumerate(self.team.skills)}
        return tuple({position[skill]: level for skill, level in task.needs.items()} for task in self.team.work)

    @cached_property
    def levels(self) -> tuple[tuple[int, ...], ...]:
        """a_ps: for each person, the level in each skill."""
        return tuple(tuple(person.level(skill) for skill in self.team.skills) for person in self.team.people)

    @cached_property
    def best(self) -> tuple[int, ...]:
        """The highest level anybody has in each skill."""
        return tuple(self.team.best[skill] for skill in self.team.skills)

    @cached_property
    def wants(self) -> tuple[Pair, ...]:
        """(p, s): what people want to learn."""
        position = {skill: s for s, skill in enumerate(self.team.skills)}
        return tuple(
            (p, position[skill]) for p, person in enumerate(self.team.people) for skill in dict.fromkeys(person.wants)
        )

    def pairs(self, wished: tuple[tuple[str, str], ...]) -> frozenset[Pair]:
        """(person, task) by position."""
        people = {person.name: p for p, person in enumerate(self.team.people)}
        work = {task.name: t for t, task in enumerate(self.team.work)}
        return frozenset((people[person], work[task]) for person, task in wished)

    @cached_property
    def off(self) -> frozenset[Pair]:
        """(p, t) kept off."""
        return self.pairs(self.wishes.keep_off)

    @cached_property
    def able(self) -> tuple[tuple[int, ...], ...]:
        """For each task, who may contribute: people with enough hours who are not kept off."""
        return tuple(
            tuple(p for p, limit in enumerate(self.limits) if hours <= limit and (p, t) not in self.off)
            for t, hours in enumerate(self.hours)
        )

    @cached_property
    def qualified(self) -> dict[Pair, tuple[int, ...]]:
        """For each required (t, s), who may contribute and meets it."""
        return {
            (t, s): tuple(p for p in self.able[t] if self.levels[p][s] >= level)
            for t, needs in enumerate(self.needs)
            for s, level in needs.items()
        }

    @cached_property
    def leaders(self) -> tuple[tuple[int, ...], ...]:
        """For each task, who may be accountable."""
        pinned, barred = self.pairs(self.wishes.leads), self.pairs(self.wishes.no_lead)
        fixed = {t for _, t in pinned}
        return tuple(
            tuple(p for p in able if (p, t) not in barred and (t not in fixed or (p, t) in pinned))
            for t, able in enumerate(self.able)
        )

    def short(self, p: int, t: int) -> list[int]:
        """B_pt: the skills in which p falls short of t and somebody of the team does not."""
        return [s for s, level in self.needs[t].items() if self.levels[p][s] < level <= self.best[s]]

    def meets(self, p: int, t: int) -> int:
        """How many requirements of t person p meets."""
        return sum(self.levels[p][s] >= level for s, level in self.needs[t].items())

    @cached_property
    def lessons(self) -> dict[tuple[int, int, frozenset[int]], list[int]]:
        """Wishes to learn that the same coaching can meet: (skill, own level, tasks kept off) -> people."""
        groups: dict[tuple[int, int, frozenset[int]], list[int]] = defaultdict(list)
        for p, s in self.wants:
            groups[s, self.levels[p][s], frozenset(t for q, t in self.off if q == p and s in self.needs[t])].append(p)
        return {key: people for key, people in groups.items() if self.coaches(*key)}

    def coaches(self, skill: int, level: int, off: frozenset[int]) -> list[Pair]:
        """The (q, t) where q is above the level and could contribute to a task t that requires the skill."""
        return [
            (q, t)
            for t, needs in enumerate(self.needs)
            if skill in needs and t not in off
            for q in self.able[t]
            if self.levels[q][skill] > level
        ]

    @cached_property
    def _attainable(self) -> tuple[int, ...]:
        """For each person, the sums of task hours within H_p, as the bits of one number."""
        return tuple(self._sums(p, math.floor(limit)) for p, limit in enumerate(self.limits))

    def _sums(self, p: int, most: int) -> int:
        mask = (1 << (most + 1)) - 1
        if most > MOST_UNITS:
            return mask
        sums = 1
        for t, hours in enumerate(self.hours):
            if p in self.able[t]:
                sums |= (sums << hours) & mask
        return sums

    def cap(self, p: int, load: Fraction) -> int:
        """The most units that p can give without exceeding this load."""
        units = math.floor(self.limits[p] * load)
        return (self._attainable[p] & ((1 << (units + 1)) - 1)).bit_length() - 1

    def next_load(self, load: Fraction) -> Fraction:
        """The least possible load above this one; 2 if there is none."""
        return min((self._above(p, load) for p, limit in enumerate(self.limits) if limit), default=Fraction(2))

    def load_within(self, load: Fraction) -> Fraction:
        """The greatest possible load up to and including this one."""
        return max((self.cap(p, load) / limit for p, limit in enumerate(self.limits) if limit), default=Fraction(0))

    def _above(self, p: int, load: Fraction) -> Fraction:
        units = math.floor(self.limits[p] * load) + 1
        left = self._attainable[p] >> units
        return Fraction(units + (left & -left).bit_length() - 1) / self.limits[p] if left else Fraction(2)

    @cached_property
    def trivial(self) -> Measures:
        """A bound for each stage that needs no solving: lower if the stage is minimized, upper if it is maximized."""
        coverable = [key for key, people in self.qualified.items() if people]
        learn = {p for people in self.lessons.values() for p in people}
        idle = set(range(len(self.team.people))) - learn - {p for able in self.able for p in able}
        return {
            "uncovered": Fraction(len(self.qualified) - len(coverable)),
            "unsupported": Fraction(0),
            "without_part": Fraction(len(idle)),
            "named_experts": Fraction(self._named(coverable)),
            "greatest_load": self._lightest(),
            "coached": Fraction(sum(len(people) for people in self.lessons.values())),
            "fit": Fraction(self._fit(coverable)),
        }

    def _named(self, coverable: list[Pair]) -> int:
        places = sum(min(task.most, sum(1 for k, _ in coverable if k == t)) for t, task in enumerate(self.team.work))
        return min(places, len({p for key in coverable for p in self.qualified[key]}))

    def _lightest(self) -> Fraction:
        """Every task needs ``least`` people: at best the people whose load it raises least."""
        loads = [sorted(self.hours[t] / self.limits[p] for p in able) for t, able in enumerate(self.able)]
        lightest = (
            each[task.least - 1] for task, each in zip(self.team.work, loads, strict=True) if len(each) >= task.least
        )
        return max(lightest, default=Fraction(0))

    def _fit(self, coverable: list[Pair]) -> int:
        experts = sum(max(self.levels[p][s] for p in self.qualified[t, s]) for t, s in coverable)
        return experts + sum(max((self.meets(p, t) for p in who), default=0) for t, who in enumerate(self.leaders))
