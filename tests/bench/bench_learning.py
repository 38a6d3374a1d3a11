"""How exact and how fast the two models are, how they grow, and how long a room of fifty waits for a school.

Run it as ``python -m tests.bench.bench_learning``, or with some of its parts: published, aims, growth, room.
The aims, on one core: one March cell of 1,000 runs under 3 s; Hong and Page with 50 landscapes under 15 s. The plain
version beside them is written as the articles describe the models, one run at a time, with NumPy.
"""

import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations, product

import numpy as np
from numpy.typing import NDArray

from dlcourse.domain.learning.choices import CHOICES, LEADERS_KNOW, SchoolChoices
from dlcourse.domain.learning.models import HongPageSettings, MarchSettings, moments
from dlcourse.engines.learning.hong_page import hong_page, landscape
from dlcourse.engines.learning.march import march
from dlcourse.handlers.learning.results import needed
from dlcourse.handlers.learning.run_cache import RunCache

PUBLISHED = {0.1: 0.954, 0.5: 0.811, 0.9: 0.742}
"""What the code knows in the end, by p1, with p2 = 0.5 (March 1991)."""
TABLE = {"best": (92.48, 0.05), "random": (94.53, 0.02)}
"""Ten solvers with steps up to 12: the means of 600 landscapes of an independent program, and their errors."""
RUNS, LANDSCAPES, PLAIN_RUNS, PLAIN_LANDSCAPES = 1_000, 200, 20, 1
ROOM = 50


def published() -> None:
    """The published figures: how many standard errors ours are away from them."""
    for p1, told in PUBLISHED.items():
        found = moments(march(MarchSettings(p1=p1), RUNS, 1).code.tolist())
        away = (found.mean - told) / (found.sd / RUNS**0.5)
        say(f"published: March, p1 = {p1}: {found.mean:.4f} beside {told}, {away:+.1f} standard errors")
    runs = hong_page(HongPageSettings(), LANDSCAPES, 1)
    for name, (told, error) in TABLE.items():
        found = moments(getattr(runs, name).tolist())
        away = (found.mean - told) / (found.sd**2 / LANDSCAPES + error**2) ** 0.5
        say(f"published: Hong and Page, {name}: {found.mean:.2f} beside {told}, {away:+.1f} standard errors")


def aims() -> None:
    """Both aims, and the plain version beside each in the same run."""
    for p1 in PUBLISHED:
        ours = seconds(lambda p1=p1: march(MarchSettings(p1=p1), RUNS, 1))  # type: ignore[misc]
        plain = seconds(lambda p1=p1: [plain_march(p1, seed) for seed in range(PLAIN_RUNS)])  # type: ignore[misc]
        say(f"aims: March, p1 = {p1}, {RUNS:,} runs: {ours:.2f} s (aim 3), plain {plain / PLAIN_RUNS * RUNS:.0f} s")
    ours = seconds(lambda: hong_page(HongPageSettings(), 50, 1))
    plain = seconds(lambda: [plain_hong_page(seed) for seed in range(PLAIN_LANDSCAPES)]) / PLAIN_LANDSCAPES * 50
    say(f"aims: Hong and Page, 50 landscapes: {ours:.2f} s (aim 15), plain {plain:.0f} s")


def growth() -> None:
    """Seconds for 100 runs of March by people and by dimensions, and for 10 landscapes by the largest step."""
    for people in (25, 50, 100, 200, 400):
        took = seconds(lambda people=people: march(MarchSettings(p1=0.5, people=people), 100, 1))  # type: ignore[misc]
        say(f"growth: March, {people} people x 30: {took:.2f} s for 100 runs")
    for size in (15, 30, 60, 120):
        took = seconds(lambda size=size: march(MarchSettings(p1=0.5, dimensions=size), 100, 1))  # type: ignore[misc]
        say(f"growth: March, 50 people x {size}: {took:.2f} s for 100 runs")
    for steps in (6, 9, 12, 16, 20):
        took = seconds(lambda steps=steps: hong_page(HongPageSettings(steps=steps), 10, 1))  # type: ignore[misc]
        say(f"growth: Hong and Page, steps up to {steps}: {took:.2f} s for 10 landscapes")


def room() -> None:
    """How long fifty people wait who all ask at once: for the same school, and each for one of all schools."""
    levels: dict[str, tuple[str, ...]] = {str(choice): each for choice, each in CHOICES.items()}
    levels["leaders_know"] = tuple(LEADERS_KNOW)
    every = [SchoolChoices.model_validate(dict(zip(levels, one, strict=True))) for one in product(*levels.values())]
    draws = random.Random(1)
    for name, asked in (("the same school", every[-1:] * ROOM), ("any school", draws.choices(every, k=ROOM))):
        waited = sorted(_wait_for_all(asked))
        say(f"room: {ROOM} people, {name}: median {waited[ROOM // 2]:.2f} s, longest {waited[-1]:.2f} s")
    cache = RunCache()
    took = seconds(lambda: [cache.curves(each.settings) for each in every])
    say(f"room: all {len(every)} schools: {took:.1f} s, once for everybody")


def _wait_for_all(asked: list[SchoolChoices]) -> list[float]:
    cache, began = RunCache(), time.perf_counter()

    def wait(school: SchoolChoices) -> float:
        for settings in needed(school):
            cache.curves(settings)
        return time.perf_counter() - began

    with ThreadPoolExecutor(len(asked)) as threads:
        return list(threads.map(wait, asked))


def plain_march(p1: float, seed: int, p2: float = 0.5, people: int = 50, dimensions: int = 30) -> float:
    """One run of March's model as the article has it; what the code knows in the end."""
    draws = np.random.default_rng(seed)
    reality = draws.choice([-1, 1], dimensions)
    beliefs, code = draws.integers(-1, 2, (people, dimensions)), np.zeros(dimensions, int)
    for _ in range(2_000):
        if (beliefs == code).all():
            break
        actions = np.where(beliefs == 0, draws.choice([-1, 1], beliefs.shape), beliefs)
        better = actions[(actions * reality).sum(axis=1) > code @ reality]
        margin = better.sum(axis=0)
        won = (np.sign(margin) != code) & (margin != 0) & (draws.random(dimensions) < 1 - (1 - p2) ** abs(margin))
        learned = (code != 0) & (beliefs != code) & (draws.random(beliefs.shape) < p1)
        beliefs = beliefs + learned * np.sign(code - beliefs)
        code = np.where(won, np.sign(margin), code)
    return float(code @ reality) / dimensions


def plain_hong_page(seed: int, solvers: int = 10, steps: int = 12) -> tuple[float, float]:
    """One landscape as the article has it; what the best ten reach, and ten drawn at random."""
    draws = np.random.Generator(np.random.PCG64(seed))
    values = landscape(HongPageSettings(steps=steps), draws)
    kinds: list[tuple[int, ...]] = list(permutations(range(1, steps + 1), 3))
    ranked = sorted(kinds, key=lambda kind: -_mean(values, [kind]))
    drawn = [kinds[place] for place in draws.choice(len(kinds), solvers, replace=False)]
    return _mean(values, ranked[:solvers]), _mean(values, drawn)


def _mean(values: NDArray[np.int64], group: list[tuple[int, ...]]) -> float:
    """The mean value that a relay of these solvers reaches from all places."""
    places = np.arange(len(values))
    while True:
        before = places
        for kind in group:
            places = _climb(values, places, kind)
        if (places == before).all():
            return float(values[places].mean())


def _climb(values: NDArray[np.int64], places: NDArray[np.int64], kind: tuple[int, ...]) -> NDArray[np.int64]:
    """Where one solver gets from each place."""
    while True:
        before = places
        for step in kind:
            further = (places + step) % len(values)
            places = np.where(values[further] > values[places], further, places)
        if (places == before).all():
            return places


def seconds(work: Callable[[], object]) -> float:
    """How long this takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


PARTS = {"published": published, "aims": aims, "growth": growth, "room": room}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
