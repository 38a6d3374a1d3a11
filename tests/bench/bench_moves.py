"""How fast moves are applied and made: ``python -m tests.bench.bench_moves``. The aim: 10,000 applied a second."""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from dlcourse.domain.roleplay.play import replay
from dlcourse.domain.roleplay.scenario import Scenario
from tests.domain.roleplay.learners import SHIPPED, Sitting, announce, ask_well, go_on, shipped

RUNS, SECONDS = 5, 0.3


def main() -> None:
    """Print, for each scenario that comes with the course, how many moves a second are applied and made."""
    for name in SHIPPED:
        sys.stdout.write(f"{name}: {_figures(shipped(name))}\n")


def _figures(scenario: Scenario) -> str:
    plays = _whole_plays(scenario)
    moves = sum(len(sitting.events) for sitting in plays)
    applied = moves / _seconds(lambda: [replay(sitting.start, sitting.events) for sitting in plays])
    made = moves / _seconds(lambda: _whole_plays(scenario))
    return f"{applied:,.0f} moves applied a second, {made:,.0f} made and applied; {len(plays)} plays, {moves} moves"


def _whole_plays(scenario: Scenario) -> list[Sitting]:
    """Every seat of a panel by both scripted learners; of any other scenario by somebody who goes on."""
    plays = [Sitting(scenario, role.id) for role in scenario.roles for _ in range(2)]
    for at, sitting in enumerate(plays):
        if scenario.panel and at % 2:
            ask_well(sitting)
        elif scenario.panel:
            announce(sitting, scenario.options[0].id)
        go_on(sitting)
    return plays


def _seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes once: the median of some runs, each of many rounds."""
    return median(_one_run(work) for _ in range(RUNS))


def _one_run(work: Callable[[], object]) -> float:
    rounds, start = 0, perf_counter()
    while perf_counter() - start < SECONDS:
        work()
        rounds += 1
    return (perf_counter() - start) / rounds


if __name__ == "__main__":
    main()
