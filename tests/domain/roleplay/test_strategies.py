"""Four ways of talking against all hidden profiles; ``tests/bench/bench_strategies.py`` has the whole table."""

from functools import cache

import pytest

from tests.bench.bench_strategies import STRATEGIES, played, solved
from tests.domain.roleplay.anybody import saved
from tests.domain.roleplay.learners import HIDDEN

SEEDS = 30


@cache
def share(strategy: str, case: str) -> float:
    """Return the share of plays of this case that this way of talking solves."""
    return solved(played(saved(case), STRATEGIES[strategy], SEEDS))


@pytest.mark.parametrize("case", HIDDEN)
def test_asking_well_solves_every_case_and_announcing_none(case: str) -> None:
    """Whoever asks well solves every play of the case, and whoever only announces solves none."""
    assert share("asks well", case) == 1
    assert share("announces", case) == 0


def test_naming_everybody_in_turn_solves_at_most_one_case() -> None:
    """Whoever asks everybody by name in turn, and does nothing else, solves at most one case in half of its plays."""
    assert sum(share("names in turn", case) >= 0.5 for case in HIDDEN) <= 1
    assert max(share("names in turn", case) for case in HIDDEN) < 0.2


def test_chance_seldom_solves() -> None:
    """Whoever does anything at all solves a case in few of its plays."""
    assert max(share("random", case) for case in HIDDEN) < 0.3
