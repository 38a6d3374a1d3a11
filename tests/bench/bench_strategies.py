"""How often each scripted learner solves each hidden profile: ``python -m tests.bench.bench_strategies``.

Each way of talking is played 200 times in each case, in every seat in turn. For each it prints the share of plays that
were solved, and beside it the mean share of the unique facts that came to the table.
"""

import random
import sys
from collections.abc import Callable
from statistics import mean

from dlcourse.domain.roleplay.debrief import Talk, talk_of
from dlcourse.domain.roleplay.scenario import Scenario
from tests.domain.roleplay.learners import HIDDEN, Sitting, announce, ask_in_turn, ask_well, shipped, talk_at_random

SEEDS = 200

Strategy = Callable[[Sitting, int], None]

STRATEGIES: dict[str, Strategy] = {
    "asks well": lambda sitting, _: ask_well(sitting),
    "announces": lambda sitting, seed: announce(sitting, sitting.scenario.options[seed % 2].id),
    "names in turn": lambda sitting, _: ask_in_turn(sitting),
    "random": lambda sitting, seed: talk_at_random(sitting, random.Random(seed)),
}
"""The ways of talking, each by the sitting and the number of the seed."""


def main() -> None:
    """Print the table of strategies against cases."""
    sys.stdout.write(f"{'':18}" + "".join(f"{name:>20}" for name in STRATEGIES) + "\n")
    for case in HIDDEN:
        scenario = shipped(case)
        cells = [_cell(played(scenario, strategy, SEEDS)) for strategy in STRATEGIES.values()]
        sys.stdout.write(f"{case:18}" + "".join(f"{cell:>20}" for cell in cells) + "\n")


def played(scenario: Scenario, strategy: Strategy, seeds: int) -> list[Talk]:
    """Return the scores of so many plays, one seat after the other."""
    return [_one(scenario, strategy, seed) for seed in range(seeds)]


def solved(talks: list[Talk]) -> float:
    """Return the share of the plays that ended with the best option."""
    return mean(talk.solved for talk in talks)


def _one(scenario: Scenario, strategy: Strategy, seed: int) -> Talk:
    sitting = Sitting(scenario, scenario.roles[seed % len(scenario.roles)].id, f"seed {seed}")
    strategy(sitting, seed)
    return talk_of(sitting.play, sitting.seat)


def _cell(talks: list[Talk]) -> str:
    return f"{solved(talks):.0%} ({mean(talk.coverage for talk in talks):.0%})"


if __name__ == "__main__":
    main()
