"""What holds a graph together: its parts, and the people whose absence splits a part. Directions do not matter here."""

from collections import Counter
from collections.abc import Mapping

Near = Mapping[str, tuple[str, ...]]
"""For each person, everybody they have a tie with. Ties go both ways, and everybody is a key."""


def parts(near: Near) -> tuple[tuple[str, ...], ...]:
    """The weak components, each with its people, in the order of ``near``."""
    first: dict[str, str] = {}
    for name in near:
        if name not in first:
            first.update(dict.fromkeys(reached(near, name), name))
    found: dict[str, list[str]] = {}
    for name in near:
        found.setdefault(first[name], []).append(name)
    return tuple(map(tuple, found.values()))


def reached(near: Near, start: str) -> dict[str, int]:
    """The distance in steps from ``start`` to everybody who can be reached, nearest first."""
    steps, waiting = {start: 0}, [start]
    for name in waiting:
        for other in near[name]:
            if other not in steps:
                steps[other] = steps[name] + 1
                waiting.append(other)
    return steps


def articulation_people(near: Near) -> frozenset[str]:
    """The articulation people: without one of them a part falls apart (Hopcroft & Tarjan 1973, Algorithm 447).

    In a depth-first walk, somebody is an articulation person if the people first reached through them have no other way
    back. The person the walk starts from is one if the walk sets out from them more than once.
    """
    came = _walk(near)
    when = {name: at for at, name in enumerate(came)}
    low = _earliest(near, came, when)
    begun = Counter(parent for parent in came.values() if parent is not None and came[parent] is None)
    passed = (parent for name, parent in came.items() if parent is not None and low[name] >= when[parent])
    return frozenset(parent for parent in passed if came[parent] is not None or begun[parent] > 1)


def _walk(near: Near) -> dict[str, str | None]:
    """Everybody in the order of a depth-first walk, with the person they were reached from; None for the start."""
    came: dict[str, str | None] = {}
    for root in near:
        waiting: list[tuple[str, str | None]] = [(root, None)]
        while waiting:
            name, parent = waiting.pop()
            if name not in came:
                came[name] = parent
                waiting.extend((other, name) for other in near[name] if other not in came)
    return came


def _earliest(near: Near, came: dict[str, str | None], when: Mapping[str, int]) -> dict[str, int]:
    """For each person, the earliest person in the walk that they, or people reached through them, have a tie with."""
    low = dict(when)
    for name in reversed(came):
        parent = came[name]
        low[name] = min([low[name], *(when[other] for other in near[name] if other != parent)])
        if parent is not None:
            low[parent] = min(low[parent], low[name])
    return low
