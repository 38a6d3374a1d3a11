"""Hidden and manifest profiles: what the facts say, to everybody together and to each role alone.

Whole numbers and exact answers for a scenario already read; references and the story are judged elsewhere.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, combinations
from math import exp
from operator import gt, mul, sub
from typing import Literal, NamedTuple

from dlcourse.domain.scenario import Fact, Scenario
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

Law = Literal["H1", "H2", "H3", "H4", "manifest"]
Leads = tuple[int, ...]  # one number for each rival of the best option

REMEDIES: dict[Law, str] = {
    "H1": "Let the facts that only some hold speak more for '{option}', or name another best option.",
    "H2": "Let the shared facts speak more for '{option}', or the facts of '{role}' less against it.",
    "H3": "Let the shared facts speak more for '{option}', or name another decoy.",
    "H4": "Let '{role}' alone hold a fact without which '{option}' is not ahead.",
    "manifest": "Let these facts speak more for '{option}', or name another best option.",
}
REMEMBERED = 500_000  # dead ends that a search keeps; more could fill a small machine's memory


def value(facts: Iterable[Fact], option: str) -> int:
    """Add up what the facts say for the option, V_G(o); a fact listed twice counts once."""
    return sum(fact.weight(option) for fact in {fact.id: fact for fact in facts}.values())


def best_option(facts: Iterable[Fact], options: Sequence[str]) -> str | None:
    """Name the one option worth most on these facts, or None where several share the first place."""
    known = tuple(facts)
    worth = {option: value(known, option) for option in options}
    first = [option for option in worth if worth[option] == max(worth.values())]
    return first[0] if len(first) == 1 else None


def known_to(scenario: Scenario, roles: Iterable[str]) -> tuple[Fact, ...]:
    """List the shared facts and those that any of the roles holds, each once, in file order."""
    group = set(roles)
    shared = {fact.id for fact in scenario.shared}
    return tuple(fact for fact in scenario.facts if fact.id in shared or not group.isdisjoint(fact.held_by))


class Problem(Value):
    """One law of a profile that fails, for an author: what the facts say, and what would mend it.

    ``role`` is the id of the role for which the law fails, or None where it fails for the whole group.
    """

    law: Law
    role: str | None
    message: str
    remedy: str


def hidden_problems(scenario: Scenario) -> tuple[Problem, ...]:
    """Say which laws of a hidden profile (Stasser & Titus 1985) fail, and for whom; () where it is one.

    H1: ``best`` alone is first on all facts. H2: ``decoy`` alone is first on what each role knows. H3: so it
    is on the shared facts; it is not ``best``. H4: without any one role the others do not reach ``best``.
    Raises a `CourseError` where ``best`` or ``decoy`` is not named.
    """
    if scenario.best is None or scenario.decoy is None:
        raise CourseError(scenario.id, "a hidden profile needs a best option and a decoy", "Name both.")
    if scenario.best == scenario.decoy:
        message = f"'{scenario.option(scenario.best).name}' is named as the best option and as the decoy."
        return (Problem(law="H3", role=None, message=message, remedy="Name another option as the decoy."),)
    return (
        *_broken(scenario, "H1", scenario.best, [_together(scenario)]),
        *_broken(scenario, "H2", scenario.decoy, _alone(scenario)),
        *_broken(scenario, "H3", scenario.decoy, [_SHARED]),
        *_broken(scenario, "H4", scenario.best, _without_one(scenario)),
    )


def manifest_problems(scenario: Scenario) -> tuple[Problem, ...]:
    """Say where ``best`` is not alone in front: on the shared facts, for a role, on all facts.

    Returns () where the profile is manifest. Raises a `CourseError` where ``best`` is not named.
    """
    if scenario.best is None:
        raise CourseError(scenario.id, "a manifest profile needs a best option", "Name one.")
    return _broken(scenario, "manifest", scenario.best, [_SHARED, *_alone(scenario), _together(scenario)])


class _Sight(NamedTuple):
    """Whose facts are looked at together, how an author is told so, and which role it is about."""

    group: Set[str]
    words: str
    role: str | None = None


_SHARED = _Sight(frozenset(), "With the shared facts alone")


def _together(scenario: Scenario) -> _Sight:
    return _Sight({role.id for role in scenario.roles}, "With all facts")


def _alone(scenario: Scenario) -> list[_Sight]:
    words = "With the shared facts and those of '{}'"
    return [_Sight({role.id}, words.format(role.name), role.id) for role in scenario.roles]


def _without_one(scenario: Scenario) -> list[_Sight]:
    names = {role.id for role in scenario.roles}
    return [_Sight(names - {role.id}, f"Without '{role.name}'", role.id) for role in scenario.roles]


def _broken(scenario: Scenario, law: Law, option: str, sights: Iterable[_Sight]) -> tuple[Problem, ...]:
    """The sights from which the option is not alone in front, or, for H4, from which it is."""
    return tuple(
        _problem(scenario, law, option, sight)
        for sight in sights
        if (_leader(scenario, known_to(scenario, sight.group)) == option) == (law == "H4")
    )


def _problem(scenario: Scenario, law: Law, option: str, sight: _Sight) -> Problem:
    role = "" if sight.role is None else scenario.role(sight.role).name
    name = scenario.option(option).name
    aim = f"the others should not reach '{name}'" if law == "H4" else f"'{name}' should be worth more than any other"
    message = f"{sight.words}, {_tally(scenario, known_to(scenario, sight.group))}; {aim}."
    return Problem(law=law, role=sight.role, message=message, remedy=REMEDIES[law].format(option=name, role=role))


def _tally(scenario: Scenario, facts: Sequence[Fact]) -> str:
    worth = [(value(facts, option.id), option.name) for option in scenario.options]
    (most, first), *others = sorted(worth, key=lambda pair: -pair[0])
    *parts, last = [f"'{first}' is worth {most}", *(f"'{name}' {number}" for number, name in others)]
    return " and ".join([", ".join(parts), last] if parts else [last])


def _leader(scenario: Scenario, facts: Iterable[Fact]) -> str | None:
    return best_option(facts, [option.id for option in scenario.options])


def deciding_shared_facts(scenario: Scenario) -> tuple[str, ...]:
    """Name the shared facts each of which, taken away alone, changes the best option on S (H6); a tie does."""
    whole = _leader(scenario, scenario.shared)
    return tuple(
        fact.id
        for fact in scenario.shared
        if _leader(scenario, [other for other in scenario.shared if other.id != fact.id]) != whole
    )


def smallest_group(scenario: Scenario) -> tuple[str, ...] | None:
    """Find a smallest set of roles whose pooled facts put ``best`` alone in front (H5); None if none does.

    Looks at all 2^n sets, small ones first; among equals the first in role order. () where S alone suffices.
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
    """Count the fewest unique facts which, with the shared ones, put ``best`` alone in front; None if none do."""
    if scenario.best is None:
        return None
    needed = _needed(scenario)
    gains = [_leads(scenario, [fact]) for fact in scenario.unique]
    gains = [gain for gain in gains if max(gain, default=0) > 0]
    if not _reachable(needed, gains, len(gains)):
        return None
    return next(size for size in range(len(gains) + 1) if _reachable(needed, gains, size))


def _reachable(needed: Leads, gains: Sequence[Leads], size: int) -> bool:
    """Whether at most ``size`` of the gains add up to what is needed against every rival.

    Depth first, strongest facts first. A branch is left when even the best facts still to come cannot close
    one of the gaps: those against single rivals and one weighted sum of them, by which the linear relaxation
    bounds the search (Lagrangian dual). Any weights give a valid bound, so the answer is exact.
    """
    weights = _weights(needed, gains, size)
    facts = sorted(
        (_widened(gain, weights) for gain in gains), key=lambda gain: (-gain[-1], -sum(step * step for step in gain))
    )
    most = [_most(facts[start:], size, len(needed) + 1) for start in range(len(facts) + 1)]
    dead: set[tuple[int, int, Leads]] = set()

    def search(start: int, left: int, gap: Leads) -> bool:
        if all(behind <= 0 for behind in gap):
            return True
        if (start, left, gap) in dead or any(map(gt, gap, most[start][left])):
            return False
        if search(start + 1, left - 1, tuple(map(sub, gap, facts[start]))):
            return True
        if search(start + 1, min(left, len(facts) - start - 1), gap):
            return True
        if len(dead) < REMEMBERED:
            dead.add((start, left, gap))
        return False

    return search(0, size, _widened(needed, weights))


def _weights(needed: Leads, gains: Sequence[Leads], size: int) -> Leads:
    """Weights of the rivals under which ``size`` facts have the least to spare: those that lag weigh more."""
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


def _most(facts: Sequence[Leads], size: int, width: int) -> list[Leads]:
    """For 0 to ``size`` more facts, how much each gap can close at most."""
    columns = zip(*facts, strict=True) if facts else [()] * width
    best = [sorted((max(0, gain) for gain in column), reverse=True)[:size] for column in columns]
    padded = [[*column, *[0] * (size - len(column))] for column in best]
    return list(zip(*(accumulate(column, initial=0) for column in padded), strict=True))


def _widened(leads: Leads, weights: Leads) -> Leads:
    return (*leads, sum(map(mul, weights, leads)))


def _sum(leads: Sequence[Leads], shape: Leads) -> Leads:
    return tuple(map(sum, zip(*leads, strict=True))) if leads else (0,) * len(shape)


def _needed(scenario: Scenario) -> Leads:
    """What the unique facts must add to the lead over each rival for ``best`` to be alone in front."""
    return tuple(1 - lead for lead in _leads(scenario, scenario.shared))


def _leads(scenario: Scenario, facts: Sequence[Fact]) -> Leads:
    best = value(facts, scenario.best or "")
    return tuple(best - value(facts, option.id) for option in scenario.options if option.id != scenario.best)
