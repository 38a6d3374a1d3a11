"""The smallest sets that suffice: how many roles, or how many unique facts, it takes to see the best option. Exact."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import accumulate, combinations
from math import exp
from operator import gt, mul, neg, sub

from dlcourse.domain.roleplay.hidden_profile import value
from dlcourse.domain.roleplay.scenario import Fact, Scenario

Leads = tuple[int, ...]  # one number for each rival of the best option
REMEMBERED = 500_000  # dead ends that a search remembers; more could fill the memory of a small machine
CELLS = 3_000_000  # numbers in the table of a search, for the same reason
STEPS = 300_000  # steps after which a search gives up; a scenario for people needs a few hundred


class TooManySteps(Exception):  # noqa: N818 - not an error: the answer is not known
    """The search was given up before its answer was certain."""


def smallest_group(scenario: Scenario) -> tuple[str, ...] | None:
    """A smallest set of roles whose pooled facts make ``best`` the unique best (H5); None if there is none.

    All 2^n sets are tried, small ones first; of equal ones the first in role order. Empty if S alone suffices.
    """
    if scenario.best is None:
        return None
    needed = _needed(scenario)
    held: dict[frozenset[str], list[Leads]] = {}
    for fact in scenario.unique:
        held.setdefault(frozenset(fact.held_by), []).append(_leads(scenario, [fact]))
    gains = {holders: _sum(leads, needed) for holders, leads in held.items()}
    names = [role.id for role in scenario.roles]
    groups = (group for size in range(len(names) + 1) for group in combinations(names, size))
    return next((group for group in groups if _suffices(group, gains, needed)), None)


def _suffices(group: tuple[str, ...], gains: dict[frozenset[str], Leads], needed: Leads) -> bool:
    reached = _sum([gain for holders, gain in gains.items() if not holders.isdisjoint(group)], needed)
    return not any(map(gt, needed, reached))


def fewest_unique_facts(scenario: Scenario) -> int | None:
    """The fewest unique facts that, with the shared facts, make ``best`` the unique best; None if none do.

    Raises `TooManySteps` where so many facts weigh so much alike that the exact answer would take too long.
    """
    if scenario.best is None:
        return None
    needed = _needed(scenario)
    gains = [_leads(scenario, [fact]) for fact in scenario.unique]
    gains = [gain for gain in gains if max(gain, default=0) > 0]
    if len(gains) ** 2 * (len(needed) + 1) > CELLS:
        raise TooManySteps
    if not _reachable(needed, gains, len(gains)):
        return None
    return bisect_left(range(len(gains)), x=True, key=lambda size: _reachable(needed, gains, size))


def _reachable(needed: Leads, gains: Sequence[Leads], size: int) -> bool:
    """Whether at most ``size`` of the gains add up to what is needed against every rival.

    The search is depth first, strongest facts first. A branch is cut when even the best remaining facts cannot close
    one of the gaps. The gaps are those against single rivals and one weighted sum of them, which bounds the search by
    the linear relaxation (Lagrangian dual). Any weights give a valid bound, so the answer is exact.
    """
    weights = _weights(needed, gains, size)
    facts = sorted(
        (_widened(gain, weights) for gain in gains), key=lambda gain: (-gain[-1], -sum(step * step for step in gain))
    )
    most = _most_from_each_on(facts, size, len(needed) + 1)
    return _found(facts, most, size, _widened(needed, weights))


def _found(facts: Sequence[Leads], most: Sequence[Sequence[Leads]], size: int, needed: Leads) -> bool:
    """Whether the search succeeds. It keeps its own stack, because there may be more facts than nested calls."""
    dead: set[tuple[int, int, Leads]] = set()
    todo = [(0, size, needed, False)]
    for _ in range(STEPS):
        if not todo:
            return False
        start, left, gap, left_behind = todo.pop()
        if left_behind:
            if len(dead) < REMEMBERED:
                dead.add((start, left, gap))
        elif all(behind <= 0 for behind in gap):
            return True
        elif (start, left, gap) not in dead and not any(map(gt, gap, most[start][left])):
            todo.append((start, left, gap, True))
            todo.append((start + 1, min(left, len(facts) - start - 1), gap, False))
            todo.append((start + 1, left - 1, tuple(map(sub, gap, facts[start])), False))
    raise TooManySteps


def _weights(needed: Leads, gains: Sequence[Leads], size: int) -> Leads:
    """Weights of the rivals that make the bound for ``size`` facts tight: rivals that lag behind weigh more."""
    weights, tightest = [1.0] * len(needed), (float("inf"), [1.0] * len(needed))
    for turn in range(1, 61):
        shares = [weight / sum(weights) for weight in weights]
        worth = sorted(((sum(map(mul, shares, gain)), gain) for gain in gains), reverse=True)[:size]
        reached = _sum([gain for number, gain in worth if number > 0], needed)
        spare = list(map(sub, reached, needed))
        tightest = min(tightest, (sum(map(mul, shares, spare)), shares))
        pace = 2 / turn**0.5 / max([1, *map(abs, spare)])
        weights = [weight * exp(-pace * number) for weight, number in zip(weights, spare, strict=True)]
    return tuple(round(1000 * share) for share in tightest[1])


def _most_from_each_on(facts: Sequence[Leads], size: int, width: int) -> list[list[Leads]]:
    """For the facts from each on, and for 0 to ``size`` of them, how much each gap can close at most."""
    best = [[0] * size for _ in range(width)]
    most = [_sums(best)]
    for gains in reversed(facts):
        for column, gain in zip(best, gains, strict=True):
            insort(column, max(0, gain), key=neg)
            del column[size:]
        most.append(_sums(best))
    return most[::-1]


def _sums(best: Sequence[Sequence[int]]) -> list[Leads]:
    return list(zip(*(accumulate(column, initial=0) for column in best), strict=True))


def _widened(leads: Leads, weights: Leads) -> Leads:
    return (*leads, sum(map(mul, weights, leads)))


def _sum(leads: Sequence[Leads], shape: Leads) -> Leads:
    return tuple(map(sum, zip(*leads, strict=True))) if leads else (0,) * len(shape)


def _needed(scenario: Scenario) -> Leads:
    """What the unique facts must add to the lead over each rival to make ``best`` the unique best."""
    return tuple(1 - lead for lead in _leads(scenario, scenario.shared))


def _leads(scenario: Scenario, facts: Sequence[Fact]) -> Leads:
    best = value(facts, scenario.best or "")
    return tuple(best - value(facts, option.id) for option in scenario.options if option.id != scenario.best)
