"""The streams that belong to a cohort, from every subject that has some. Erasing the cohort deletes them."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dlcourse.domain.speech import Event
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry
from dlcourse.store import ReadTransaction


class CohortMembers(NamedTuple):
    """A cohort, and everybody who is or was in it."""

    cohort: str
    people: frozenset[str]


FindStreams = Callable[[ReadTransaction, CohortMembers], Iterable[str]]
COHORT_STREAMS: Registry[FindStreams] = Registry("kind of stream of a cohort", FLOOR)
"""What finds the streams of a cohort, by kind. They may be missing."""


def cohort_streams(kind: str) -> Callable[[FindStreams], FindStreams]:
    """Register the function that finds a cohort's streams of this kind."""
    return COHORT_STREAMS.register(kind)


def streams_of(transaction: ReadTransaction, members: CohortMembers) -> frozenset[str]:
    """All streams of a cohort, besides the one of the cohort itself."""
    return frozenset(stream for find in COHORT_STREAMS.values() for stream in find(transaction, members))


def shared_streams(
    transaction: ReadTransaction, prefix: str, people: Iterable[str], belongs: Callable[[Event], bool]
) -> Iterator[str]:
    """The streams with this prefix in which any of these people take part, if their first event says they belong."""
    named = {kept.stream for person in people for kept in transaction.streams(prefix, person)}
    for stream in named:
        first = next(iter(transaction.readable_events(stream)), None)
        if first and belongs(first.event):
            yield stream
