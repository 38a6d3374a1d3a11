"""Random teams, from tiny ones for brute force to large ones for benchmarks. The same seed gives the same team."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.team import Person, Task, Team

TINY = [(2, 1), (2, 2), (3, 1), (3, 2), (3, 2), (3, 3), (4, 2), (4, 2), (5, 1), (5, 2)]
"""People and tasks of teams that brute force can try."""
SCARCE: list[Sequence[str]] = [("0", "2", "4", "6"), ("1", "3", "7", "8"), ("2.5", "4.25", "9")]
KINDS: dict[str, tuple[Sequence[str], float]] = {
    "even": (("0", "4", "6", "8", "10", "12", "15", "20"), 0.5),
    "tight": (("0", "2", "3", "4", "6", "8"), 0.5),
    "sparse": (("0", "4", "6", "8", "10", "12", "15", "20"), 0.3),
    "broken": (("2.5", "4.25", "7", "10.75", "0", "12.5"), 0.5),
}
"""Everybody's possible hours, and how often somebody has a skill."""


def tiny(seed: int) -> Team:
    """2-5 people, 1-3 tasks, 1-3 skills, with few hours, whole or with decimals."""
    dice = random.Random(seed)
    people, work = dice.choice(TINY)
    skills = dice.randint(1, 3)
    return _Draw(dice, people, skills, dice.choice(SCARCE), 0.6).team(work)


def team_of(people: int, work: int, skills: int, seed: int = 1, kind: str = "even") -> Team:
    """A team of this size; ``kind`` is even, tight (few hours), sparse (few skills each) or broken (decimal hours)."""
    return _Draw(random.Random(f"{people} {work} {skills} {seed} {kind}"), people, skills, *KINDS[kind]).team(work)


def wishes_of(seed: int, team: Team) -> Wishes:
    """One to three wishes of any kind."""
    dice = random.Random(f"wishes {seed}")
    kinds: dict[str, list[tuple[str, str]]] = {"pins": [], "leads": [], "keep_off": [], "no_lead": []}
    for _ in range(dice.randint(1, 3)):
        kinds[dice.choice(list(kinds))].append((dice.choice(team.people).name, dice.choice(team.work).name))
    return Wishes.model_validate({kind: tuple(dict.fromkeys(pairs)) for kind, pairs in kinds.items()})


@dataclass
class _Draw:
    dice: random.Random
    people: int
    count: int
    hours: Sequence[str]
    often: float

    @property
    def skills(self) -> tuple[str, ...]:
        return tuple(f"skill {s}" for s in range(self.count))

    def team(self, work: int) -> Team:
        people = tuple(self.person(p) for p in range(self.people))
        return Team(skills=self.skills, people=people, work=tuple(self.task(t) for t in range(work)))

    def person(self, p: int) -> Person:
        return Person(
            name=f"person {p}",
            role=self.dice.choice(["teacher", "secretary", "custodian", "head"]),
            hours=Decimal(self.dice.choice(self.hours)),
            levels={s: self.dice.randint(1, 5) for s in self.skills if self.dice.random() < self.often},
            wants=tuple(s for s in self.skills if self.dice.random() < (0.5 if self.count < 4 else 0.2)),
        )

    def task(self, t: int) -> Task:
        few, dice = self.people < 6, self.dice
        least = dice.choice([1, 1, 2]) if few else dice.randint(1, 3)
        return Task(
            name=f"task {t}",
            hours=Decimal(dice.choice(["1", "2", "3", "1.5", "4"] if few else ["2", "3", "4", "5", "6"])),
            least=least,
            most=least + dice.randint(0, 1 if few else 3),
            needs={s: dice.randint(1, 5) for s in dice.sample(self.skills, min(self.count, dice.randint(0, 5)))},
        )
