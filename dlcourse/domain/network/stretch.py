"""How a leadership function stretches over people: who has which share of its acts.

It counts acts that somebody wrote down. It does not say that more people are better.
"""

from collections.abc import Iterable
from math import fsum, log
from typing import Annotated

from pydantic import Field

from dlcourse.domain.network.graph import Name
from dlcourse.domain.speech import Value

MOST_ACTS = 1_000_000
"""The most acts of one person in one line; a larger number is a typing error."""
Counts = dict[str, dict[str, int]]
"""Function -> person -> number of acts, both in the order of first appearance: the person-by-function map."""


class Act(Value):
    """How often a person was seen acting in a leadership function, at least once."""

    person: Name
    function: Name
    count: Annotated[int, Field(ge=1, le=MOST_ACTS)]


class Spread(Value):
    """The spread of one function over people, as ``dlcourse network --json`` prints it.

    ``shares`` add up to 1; ``evenness`` is None if one person has all acts; ``half`` is the smallest number of people
    who together have at least half of the acts.
    """

    function: str
    shares: dict[str, float]
    evenness: float | None
    half: int


def counted(acts: Iterable[Act]) -> Counts:
    """The acts of each person in each function; several lines about the same pair are added up."""
    counts: Counts = {}
    for act in acts:
        people = counts.setdefault(act.function, {})
        people[act.person] = people.get(act.person, 0) + act.count
    return counts


def stretch(acts: Iterable[Act]) -> tuple[Spread, ...]:
    """The spread of each function, in the order of first appearance."""
    return tuple(_spread(function, people) for function, people in counted(acts).items())


def _spread(function: str, people: dict[str, int]) -> Spread:
    total = sum(people.values())
    shares = {name: count / total for name, count in people.items()}
    return Spread(function=function, shares=shares, evenness=_evenness(list(shares.values())), half=_half(people))


def _evenness(shares: list[float]) -> float | None:
    """Entropy of the shares / log n (Pielou 1966): 1 if all n people have equal shares, undefined for n = 1."""
    if len(shares) < 2:
        return None
    return min(1.0, -fsum(share * log(share) for share in shares) / log(len(shares)))


def _half(people: dict[str, int]) -> int:
    """The smallest number of people who have half of the acts, counting those with the most acts first."""
    total, carried = sum(people.values()), 0
    for number, count in enumerate(sorted(people.values(), reverse=True), 1):
        carried += count
        if 2 * carried >= total:
            return number
    return 0
