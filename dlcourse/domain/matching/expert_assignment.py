"""Named experts for given contributors: as many people as possible, then the highest levels. The result is exact.

The method is successive shortest augmenting paths on the requirements. Each round gives one more person a requirement
at the least loss of level. This is a minimum-cost flow, so each round's assignment is the best for its number of
people.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from dlcourse.domain.matching.plan import Naming
from dlcourse.domain.matching.team import Team

Requirement = tuple[str, str]
"""(task, skill)."""
Levels = dict[Requirement, dict[str, int]]
"""The contributors who meet each requirement, with their levels."""
Named = dict[Requirement, str]
"""The named expert of each requirement."""
Arcs = dict[tuple[str, str], tuple[int, Requirement]]
"""The cheapest requirement that one person can hand to another: the loss of level, and the requirement."""


def name_experts(team: Team, contributors: Mapping[str, Sequence[str]]) -> tuple[Naming, ...]:
    """A named expert for each requirement that a contributor meets: the most people, then the highest levels."""
    able = {key: levels for key in team.requirements if (levels := _able(team, contributors, *key))}
    named = {key: max(levels, key=levels.__getitem__) for key, levels in able.items()}
    while chain := _cheapest_chain(able, named):
        named |= chain
    return tuple(Naming(task=task, skill=skill, person=name) for (task, skill), name in named.items())


def _able(team: Team, contributors: Mapping[str, Sequence[str]], task: str, skill: str) -> dict[str, int]:
    levels = {name: team.person(name).level(skill) for name in contributors.get(task, ())}
    return {name: level for name, level in levels.items() if level >= team.task(task).needs[skill]}


def _cheapest_chain(able: Levels, named: Named) -> Named:
    """The cheapest chain of hand-overs from somebody with several requirements to somebody with none; or empty."""
    counts, arcs = Counter(named.values()), _arcs(able, named)
    cost = {name: 0 for name, count in counts.items() if count > 1}
    came = _shortest(arcs, cost)
    ends = [name for name in cost if not counts[name]]
    return _walk_back(min(ends, key=cost.__getitem__), came) if ends else {}


def _arcs(able: Levels, named: Named) -> Arcs:
    arcs: Arcs = {}
    for key, giver in named.items():
        levels = able[key]
        for taker, level in levels.items():
            offer = (levels[giver] - level, key)
            if taker != giver:
                arcs[giver, taker] = min(arcs.get((giver, taker), offer), offer)
    return arcs


def _shortest(arcs: Arcs, cost: dict[str, int]) -> dict[str, tuple[str, Requirement]]:
    """Bellman-Ford from the people in ``cost``, which it completes; returns how each person was reached."""
    came: dict[str, tuple[str, Requirement]] = {}
    moved = True
    while moved:
        moved = False
        for (giver, taker), (loss, key) in arcs.items():
            if giver in cost and cost[giver] + loss < cost.get(taker, cost[giver] + loss + 1):
                cost[taker], came[taker], moved = cost[giver] + loss, (giver, key), True
    return came


def _walk_back(end: str, came: Mapping[str, tuple[str, Requirement]]) -> Named:
    moves: Named = {}
    while end in came:
        giver, key = came[end]
        moves[key], end = end, giver
    return moves
