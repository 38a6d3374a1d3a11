"""Teams drawn by lot, from tiny ones for brute force to large ones for the bench; the same seed gives the same team."""

import random
from decimal import Decimal

from dlcourse.domain.matching import Wishes
from dlcourse.domain.team import Person, Task, Team


def tiny(seed: int) -> Team:
    """2-4 people, 1-3 tasks, 1-3 skills; hours tight or loose, whole or with decimals."""
    dice = random.Random(seed)
    people, work = dice.choice([(2, 1), (2, 2), (3, 1), (3, 2), (3, 2), (3, 3), (4, 2), (4, 2), (5, 1)])
    return _team(dice, people, work, dice.randint(1, 3), hours=dice.choice([[0, 2, 4, 6], [1, 3, 7, 8], ["2.5", "4.25", "9"]]))


def tiny_wishes(seed: int, team: Team) -> Wishes:
    """One to three wishes of any kind."""
    dice = random.Random(f"wishes {seed}")
    kinds: dict[str, list[tuple[str, str]]] = {"pins": [], "leads": [], "keep_off": [], "no_lead": []}
    for _ in range(dice.randint(1, 3)):
        kinds[dice.choice(list(kinds))].append((dice.choice(team.people).name, dice.choice(team.work).name))
    return Wishes(**{kind: tuple(dict.fromkeys(pairs)) for kind, pairs in kinds.items()})


def team_of(people: int, work: int, skills: int, seed: int = 1, kind: str = "even") -> Team:
    """A team of this size; ``kind`` is even, tight (few hours), sparse (few skills each) or broken (decimal hours)."""
    dice = random.Random(f"{people} {work} {skills} {seed} {kind}")
    hours = {"tight": [0, 2, 3, 4, 6, 8], "broken": ["2.5", "4.25", "7", "10.75", "0", "12.5"]}
    return _team(dice, people, work, skills, hours=hours.get(kind, [0, 4, 6, 8, 10, 12, 15, 20]), often=0.3 if kind == "sparse" else 0.5)


def _team(dice: random.Random, people: int, work: int, skills: int, hours: list, often: float = 0.6) -> Team:
    names = tuple(f"skill {s}" for s in range(skills))
    return Team(
        skills=names,
        people=tuple(_person(dice, p, names, hours, often) for p in range(people)),
        work=tuple(_task(dice, t, names, people) for t in range(work)),
    )


def _person(dice: random.Random, p: int, skills: tuple[str, ...], hours: list, often: float) -> Person:
    return Person(
        name=f"person {p}",
        role=dice.choice(["teacher", "secretary", "custodian", "head"]),
        hours=Decimal(str(dice.choice(hours))),
        levels={s: dice.randint(1, 5) for s in skills if dice.random() < often},
        wants=tuple(s for s in skills if dice.random() < (0.5 if len(skills) < 4 else 0.2)),
    )


def _task(dice: random.Random, t: int, skills: tuple[str, ...], people: int) -> Task:
    least = dice.choice([1, 1, 2]) if people < 6 else dice.randint(1, 3)
    return Task(
        name=f"task {t}",
        hours=Decimal(dice.choice(["1", "2", "3", "1.5", "4"]) if people < 6 else dice.choice(["2", "3", "4", "5", "6"])),
        least=least,
        most=least + dice.randint(0, 3 if people > 5 else 1),
        needs={s: dice.randint(1, 5) for s in dice.sample(skills, min(len(skills), dice.randint(0, 5)))},
    )
