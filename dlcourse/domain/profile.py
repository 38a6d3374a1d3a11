"""Hidden and manifest profiles: what the facts say, to everybody together and to each role alone.

Exact whole-number arithmetic on a scenario that has already been read; it never judges references or the story.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from dlcourse.domain.scenario import Fact, Scenario
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

Vector = tuple[int, ...]


def value(facts: Iterable[Fact], option: str) -> int:
    """V_G(o): what these facts together say for the option; a fact that is listed twice counts once."""
    return sum(fact.weight(option) for fact in {fact.id: fact for fact in facts}.values())


def best_option(facts: Iterable[Fact], options: Sequence[str]) -> str | None:
    """The one option worth most on these facts, or None where two or more share the first place."""
    known = tuple(facts)
    worth = {option: value(known, option) for option in options}
    first = [option for option in worth if worth[option] == max(worth.values())]
    return first[0] if len(first) == 1 else None


def known_to(scenario: Scenario, roles: Iterable[str]) -> tuple[Fact, ...]:
    """The shared facts and those that any of these roles holds, each once, in file order."""
    group = set(roles)
    shared = {fact.id for fact in scenario.shared}
    return tuple(fact for fact in scenario.facts if fact.id in shared or not group.isdisjoint(fact.held_by))


class Problem(Value):
    """One law of a profile that fails, told to the author: what the facts say, and what would mend it.

    ``law`` is H1 to H4 of a hidden profile, or ``manifest``; ``role`` is the id of the role it fails for, if it is one.
    """

    law: Literal["H1", "H2", "H3", "H4", "manifest"]
    role: str | None
    message: str
    remedy: str


def hidden_problems(scenario: Scenario) -> tuple[Problem, ...]:
    """Why this is no hidden profile, law by law (H1, H2 and H4 as in Stasser & Titus 1985); empty where it is one.

    H1: on all facts ``best`` alone is first. H2: on what a role knows ``decoy`` alone is first. H3: on the shared facts
    too. H4: without any one role the others do not reach ``best``. A `CourseError` where either is not named.
    """
    if scenario.best is None or scenario.decoy is None:
        raise CourseError(scenario.id, "a hidden profile needs a best option and a decoy", "Name `best` and `decoy`.")
    best, decoy = (scenario.option(named).name for named in (scenario.best, scenario.decoy))
    return (
        *_full(scenario, best),
        *_misled(scenario, decoy),
        *_shared(scenario, best, decoy),
        *_everybody(scenario, best),
    )


def _full(scenario: Scenario, best: str) -> tuple[Problem, ...]:
    if _leader(scenario, scenario.facts) == scenario.best:
        return ()
    message = f"With all facts, {_tally(scenario, scenario.facts)}; '{best}' should be worth more than any other."
    return (_problem("H1", message, f"Let the facts speak more for '{best}', or name another `best`."),)


def _misled(scenario: Scenario, decoy: str) -> tuple[Problem, ...]:
    return tuple(
        _problem(
            "H2",
            f"With the shared facts and those of '{role.name}', {_tally(scenario, known)};"
            f" '{role.name}' alone should be misled to '{decoy}'.",
            f"Let the shared facts speak more for '{decoy}', or give '{role.name}' less to know.",
            role.id,
        )
        for role in scenario.roles
        if _leader(scenario, known := known_to(scenario, [role.id])) != scenario.decoy
    )


def _shared(scenario: Scenario, best: str, decoy: str) -> tuple[Problem, ...]:
    if scenario.best == scenario.decoy:
        message = f"'{best}' is named both as the best option and as the decoy, so nothing is hidden."
        return (_problem("H3", message, "Name another option as `decoy`."),)
    if _leader(scenario, scenario.shared) == scenario.decoy:
        return ()
    message = f"With the shared facts alone, {_tally(scenario, scenario.shared)}; '{decoy}' should be worth most."
    return (_problem("H3", message, f"Let the shared facts speak more for '{decoy}', or name another `decoy`."),)


def _everybody(scenario: Scenario, best: str) -> tuple[Problem, ...]:
    return tuple(
        _problem(
            "H4",
            f"Without '{role.name}' the others still reach '{best}': for them {_tally(scenario, known)}.",
            f"Let '{role.name}' alone hold a fact that '{best}' needs.",
            role.id,
        )
        for role in scenario.roles
        if _leader(scenario, known := _without(scenario, role.id)) == scenario.best
    )


def manifest_problems(scenario: Scenario) -> tuple[Problem, ...]:
    """Where ``best`` is not alone in front: on the shared facts, on what each role knows, on all facts.

    Empty where the profile is manifest. A `CourseError` where no best option is named.
    """
    if scenario.best is None:
        raise CourseError(scenario.id, "a manifest profile needs a best option", "Name it as `best`.")
    best = scenario.option(scenario.best).name
    views: list[tuple[str | None, str, tuple[Fact, ...]]] = [(None, "With the shared facts alone", scenario.shared)]
    for role in scenario.roles:
        whose = f"With the shared facts and those of '{role.name}'"
        views.append((role.id, whose, known_to(scenario, [role.id])))
    views.append((None, "With all facts", scenario.facts))
    return tuple(
        _problem(
            "manifest",
            f"{view}, {_tally(scenario, known)}; '{best}' should be worth more than any other.",
            f"Let these facts speak more for '{best}', or name another `best`.",
            role_id,
        )
        for role_id, view, known in views
        if _leader(scenario, known) != scenario.best
    )


def smallest_group(scenario: Scenario) -> tuple[str, ...] | None:
    """H5: a smallest set of roles whose pooled facts put ``best`` alone in front; None where no set does.

    All 2^n sets are looked at, smaller ones first; among equals the first in role order. () where S alone suffices.
    """
    names = [role.id for role in scenario.roles]
    groups = (group for size in range(len(names) + 1) for group in combinations(names, size))
    need = _needed(scenario)
    holders: dict[frozenset[str], Vector] = {}
    for fact in scenario.unique:
        gain = holders.get(frozenset(fact.held_by), (0,) * len(need))
        holders[frozenset(fact.held_by)] = _add(gain, _gain(scenario, fact))
    return next((group for group in groups if _suffices(need, holders, group)), None)


def _suffices(need: Vector, holders: dict[frozenset[str], Vector], group: tuple[str, ...]) -> bool:
    gains = [gain for held_by, gain in holders.items() if not held_by.isdisjoint(group)]
    return all(sum(column) >= least for *column, least in zip(*gains, need, strict=True))


def deciding_shared_facts(scenario: Scenario) -> tuple[str, ...]:
    """H6: the shared facts any one of which, taken away alone, changes the best option on S; a tie is a change."""
    whole = _leader(scenario, scenario.shared)
    return tuple(
        fact.id
        for fact in scenario.shared
        if _leader(scenario, [other for other in scenario.shared if other.id != fact.id]) != whole
    )


def fewest_unique_facts(scenario: Scenario) -> int | None:
    """The least number of unique facts which, with the shared ones, put ``best`` alone in front; None if no set does."""
    need = _needed(scenario)
    gains = [_gain(scenario, fact) for fact in scenario.unique]
    return next((size for size in range(len(gains) + 1) if _reaches(need, gains, size)), None)


def _reaches(need: Vector, gains: list[Vector], size: int) -> bool:
    return any(
        all(sum(column) >= least for *column, least in zip(*chosen, need, strict=True))
        for chosen in combinations(gains, size)
    )


def _needed(scenario: Scenario) -> Vector:
    """By how much the unique facts must still move ``best`` against each rival, beyond the shared facts."""
    return tuple(1 - sum(column) for column in zip(*(_gain(scenario, fact) for fact in scenario.shared), strict=True))


def _gain(scenario: Scenario, fact: Fact) -> Vector:
    """How far the fact moves ``best`` against each rival."""
    best = scenario.best or ""
    return tuple(fact.weight(best) - fact.weight(option.id) for option in scenario.options if option.id != best)


def _add(one: Vector, other: Vector) -> Vector:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _leader(scenario: Scenario, facts: Iterable[Fact]) -> str | None:
    return best_option(facts, [option.id for option in scenario.options])


def _without(scenario: Scenario, role: str) -> tuple[Fact, ...]:
    return known_to(scenario, [other.id for other in scenario.roles if other.id != role])


def _tally(scenario: Scenario, facts: Sequence[Fact]) -> str:
    """What each option is worth on the facts, most first: "'Buy the program' is worth 4 and 'Move the block' 3"."""
    worth = sorted(((value(facts, option.id), option.name) for option in scenario.options), key=lambda pair: -pair[0])
    (most, first), *others = worth
    parts = [f"'{first}' is worth {most}", *(f"'{name}' {number}" for number, name in others)]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if others else parts[0]


def _problem(
    law: Literal["H1", "H2", "H3", "H4", "manifest"], message: str, remedy: str, role: str | None = None
) -> Problem:
    return Problem(law=law, role=role, message=message, remedy=remedy)
