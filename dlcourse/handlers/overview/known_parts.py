"""Parts of what is computed for a person, so that only those are computed again that follow from something new."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dlcourse.store import ReadTransaction, TracedRead
from dlcourse.store.member_reads import ALL

MOST_PEOPLE = 512
"""Of so many people, the parts are known; of those who were computed last."""


@dataclass(frozen=True)
class PersonParts:
    """The parts that are known of a person, and the last number of each of their streams at that moment."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[Hashable, TracedRead[Any]] = field(default_factory=dict)

    def split(self, numbers: Mapping[str, int]) -> tuple[dict[Hashable, TracedRead[Any]], frozenset[str]]:
        """The parts that are still right with these numbers, and the sources of all others."""
        changed = {stream for stream, _ in self.numbers.items() ^ numbers.items()}
        right = {key: each for key, each in self.parts.items() if not _follows(each.sources, changed)}
        others = (each.sources for key, each in self.parts.items() if key not in right)
        return right, frozenset().union(*others)


class KnownParts:
    """The parts that are known of people. What is known of those who were computed longest ago is let go."""

    def __init__(self) -> None:
        """Know nothing."""
        self._people: OrderedDict[str, PersonParts] = OrderedDict()

    def of(self, person: str) -> PersonParts:
        """What is known of this person."""
        return self._people.get(person, PersonParts())

    def keep(self, person: str, numbers: Mapping[str, int], transaction: ReadTransaction) -> None:
        """Keep the parts that were asked for in this transaction."""
        self._people[person] = PersonParts(numbers, transaction.traced_parts())
        self._people.move_to_end(person)
        while len(self._people) > MOST_PEOPLE:
            self._people.popitem(last=False)


def _follows(sources: frozenset[str], changed: set[str]) -> bool:
    """Whether something with these sources can follow from a stream that has changed."""
    if not sources.isdisjoint(changed):
        return True
    beginnings = tuple(source.removesuffix(ALL) for source in sources if source.endswith(ALL))
    return bool(beginnings) and any(stream.startswith(beginnings) for stream in changed)
