"""The plan is the best there is: compared with brute force, with another solver, and with independent rules."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.matching.outcome import stages
from dlcourse.domain.matching.plan import MOST, STAGES, Measures, Wishes, measure
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.engines.matching.solver_input import SolverInput
from dlcourse.engines.matching.stages import ImpossibleError, Search
from tests.engines.matching.brute import best_values
from tests.engines.matching.random_teams import KINDS, team_of, tiny, wishes_of
from tests.engines.matching.rules import assert_keeps_rules, values_of
from tests.engines.matching.second_opinion import Opinion
from tests.examples import examples

NO_WISHES = Wishes()


def solved(team: Team, wishes: Wishes = NO_WISHES) -> tuple[Fraction, ...] | None:
    """The seven values of the solver's plan, after checking all of it; None if the solver says there is none."""
    search = Search(SolverInput(team, wishes), 30, lambda _: None, None)
    try:
        search.run()
    except ImpossibleError:
        return None
    assert search.plan
    assert search.values == search.bounds, "not proven"
    assert_keeps_rules(team, search.plan, wishes)
    assert not violations(team, search.plan, wishes)
    values = tuple(search.values[name] for name in STAGES)
    assert values_of(team, search.plan) == values
    return values


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(4))
def test_tiny_teams_equal_brute_force(hundred: int) -> None:
    """In all seven stages, a tiny team's plan is the best of all its plans, and impossible teams are recognized."""
    for seed in range(100 * hundred, 100 * hundred + 100):
        team = tiny(seed)
        assert solved(team) == best_values(team), seed


@pytest.mark.parametrize("hundred", range(3))
def test_wishes_equal_brute_force(hundred: int) -> None:
    """With pins, leads and keep-offs, the plan is the best of all plans that satisfy them."""
    for seed in range(100 * hundred, 100 * hundred + 100):
        team = tiny(seed)
        wishes = wishes_of(seed, team)
        assert solved(team, wishes) == best_values(team, wishes), seed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(6, 3, 4), (8, 4, 5), (12, 5, 6)])
def test_a_second_solver_finds_nothing_better(size: tuple[int, int, int], kind: str) -> None:
    """CP-SAT, with the unchanged formulas, finds the same seven values for medium teams."""
    for seed in (1, 2):
        team = team_of(*size, seed, kind)
        values, proven, _ = Opinion(team).best(30)
        assert all(proven)
        assert solved(team) == (values and tuple(values))


@given(seed=st.integers(0, 10**6), wished=st.booleans())
@settings(max_examples=examples(60), deadline=None)
def test_every_plan_keeps_every_rule(seed: int, wished: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
    """Whatever the team and the wishes, the plan satisfies all constraints, and its values follow the formulas."""
    team = team_of(5 + seed % 4, 2 + seed % 3, 1 + seed % 5, seed, list(KINDS)[seed % 4])
    solved(team, wishes_of(seed, team) if wished else NO_WISHES)


def test_same_input_same_plan() -> None:
    """Solving a team twice gives the same plan, and not just one with the same values."""
    team, plans = team_of(12, 5, 6), []
    for _ in range(2):
        search = Search(SolverInput(team, NO_WISHES), 30, lambda _: None, None)
        search.run()
        plans.append(search.plan)
    assert plans[0] == plans[1]


def test_bounds_hold_while_the_search_runs() -> None:
    """Every bound that is reported on the way holds for the best plan, and no reported plan exceeds its bounds."""
    team = team_of(12, 5, 6, 3, "sparse")
    told: list[tuple[Measures, Measures | None]] = []
    search = Search(
        SolverInput(team, NO_WISHES), 30, lambda s: told.append((dict(s.bounds), s.values and dict(s.values))), None
    )
    search.run()
    assert search.plan
    best = measure(team, search.plan)
    for bounds, values in told:
        for name in STAGES:
            sign = -1 if name in MOST else 1
            assert sign * bounds[name] <= sign * best[name]
            assert values is None or sign * bounds[name] <= sign * values[name]


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3, 1.0])
def test_cut_short_the_bounds_hold_for_the_best_plan(seconds: float) -> None:
    """However early the search ends, the best plan lies within every bound, and proven values are its values."""
    given = SolverInput(team_of(40, 12, 10, 1, "sparse"), NO_WISHES)
    full, short = (Search(given, limit, lambda _: None, None) for limit in (60, seconds))
    full.run()
    short.run()
    assert full.values == full.bounds
    if short.plan is None:
        return
    assert_keeps_rules(given.team, short.plan)
    for stage in stages(given.team, short.plan, short.bounds, given.trivial):
        sign = -1 if stage.name in MOST else 1
        assert sign * stage.bound <= sign * full.values[stage.name]
        assert not stage.proven or stage.value == full.values[stage.name]
