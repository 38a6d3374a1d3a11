"""Who sits where: people are dealt evenly into groups and roles, and those whose job is the same are kept apart."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dlcourse.domain.live.settings import Leftover
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Value


class SeatPlace(Value):
    """Where a person is: in which group (1, 2, …), and in which role; without a role, they observe that group."""

    person: str
    group: int
    role: str = ""


class GroupShape(NamedTuple):
    """What the groups of a session have in common: the roles, the deciding one first, and how many people they have."""

    roles: tuple[str, ...]
    size: int
    leftover: Leftover


def roles_by_need(scenario: Scenario) -> tuple[str, ...]:
    """The ids of the roles in the order in which they are filled: the deciding one first."""
    decider = scenario.decider.id
    return (decider, *(role.id for role in scenario.roles if role.id != decider))


def deal_seats(people: Sequence[str], shape: GroupShape, seed: str, jobs: Mapping[str, str]) -> tuple[SeatPlace, ...]:
    """A place for each of these people. ``jobs`` gives what people do, where that is known.

    Groups differ by at most one person, and there is at least one group. The same people and the same ``seed`` always
    get the same places. Where possible, people who do the same are in different groups.
    """
    groups = group_count(len(people), shape)
    shuffled = sorted(people, key=lambda person: _draw(seed, person))
    seated = _by_job(shuffled[: groups * shape.size], jobs)
    places = [
        SeatPlace(person=person, group=1 + at % groups, role=shape.roles[at // groups])
        for at, person in enumerate(seated)
    ]
    watching = shuffled[groups * shape.size :]
    return (*places, *(SeatPlace(person=person, group=1 + at % groups) for at, person in enumerate(watching)))


def group_count(people: int, shape: GroupShape) -> int:
    """How many groups so many people make."""
    return max(1, people // shape.size if shape.leftover == "observe" else -(-people // shape.size))


def late_place(person: str, places: Iterable[SeatPlace], groups: Sequence[int], shape: GroupShape) -> SeatPlace:
    """A place for somebody who comes late: a free role in the smallest of these groups, or else among the observers.

    ``groups`` are the groups that still take part in; there is at least one.
    """
    there = [place for place in places if place.person != person]
    taken = {group: {place.role for place in there if place.group == group and place.role} for group in groups}
    free = [group for group in groups if len(taken[group]) < shape.size]
    if free:
        group = min(free, key=lambda each: (len(taken[each]), each))
        return SeatPlace(
            person=person, group=group, role=next(role for role in shape.roles if role not in taken[group])
        )
    watched = {group: sum(not place.role and place.group == group for place in there) for group in groups}
    return SeatPlace(person=person, group=min(groups, key=lambda each: (watched[each], each)))


def _by_job(people: Iterable[str], jobs: Mapping[str, str]) -> list[str]:
    """The people, with those next to each other who do the same; neighbors are then dealt to different groups."""
    return sorted(people, key=lambda person: jobs.get(person, ""))


def _draw(seed: str, person: str) -> bytes:
    return hashlib.sha256(f"{seed}|{person}".encode()).digest()
