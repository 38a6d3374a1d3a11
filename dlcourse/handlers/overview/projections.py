"""Projections: what each person's events add up to, stored so that a whole cohort can be read in a few statements.

A stored value is used only while nothing has changed in any stream in which the person takes part. So what is read
always equals what would be computed from all events. Any stored value can be deleted, and is then computed again.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.metadata import version
from typing import Any, Generic, TypeVar

from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.overview.known_parts import KnownParts
from dlcourse.store import PersonState, Projected, ReadTransaction, Store
from dlcourse.store.work import few

T = TypeVar("T")
AT_ONCE = 4
"""So many people are computed in one transaction at a database server, where each trip takes time. After each of these
transactions there is a rest; with many more people, commands waited twice as long."""
PERSON = "*"
"""Stands for the person's id in the name of a stream; no name has it."""


class AskedStreams:
    """The names of a person's own streams for which a computation asks; it learns them by itself.

    Most people have few of these streams. To ask for each of them, only to find that there is none, takes longer than
    the rest of the computation. A name that was not learned yet is read when it is asked for.
    """

    def __init__(self) -> None:
        """Know none."""
        self._names = frozenset[str]()

    def of(self, person: str) -> set[str]:
        """The names for this person."""
        return {_renamed(name, PERSON, person) for name in self._names}

    def learn(self, person: str, streams: Iterable[str]) -> None:
        """Take note that these streams were asked for, and were not there, when it was computed for this person.

        Their names follow from the person alone: the id of anything else would have been found in a stream.
        """
        self._names |= {_renamed(name, person, PERSON) for name in streams if person in name.split("/")}


def _renamed(stream: str, old: str, new: str) -> str:
    """The name of a stream with another id in it."""
    return "/".join(new if part == old else part for part in stream.split("/"))


@dataclass(frozen=True)
class Projection(Generic[T]):
    """Something that is computed for one person at a time.

    ``compute`` gets a context with that person as the viewer. It may use events, but neither personal words nor the
    date. ``encode`` makes JSON of the value, and ``decode`` makes the value of that JSON.
    """

    name: str
    compute: Callable[[ReadContext], T]
    encode: Callable[[T], Any]
    decode: Callable[[Any], T]
    asked: AskedStreams = field(default_factory=AskedStreams, compare=False, repr=False)

    @property
    def stored_name(self) -> str:
        """The name under which values are stored; another version of the course may compute something else."""
        return f"{self.name} {_version()}"


@cache
def _version() -> str:
    return version("dlcourse")


@dataclass(frozen=True)
class PersonValue(Generic[T]):
    """A person's value, and when they last did something (ISO 8601, UTC); empty if they never did."""

    value: T
    last_seen: str


def of_people(projection: Projection[T], context: ReadContext, people: Collection[str]) -> dict[str, PersonValue[T]]:
    """The present values of all these people. Call this in `Heavy`, when the transaction of ``context`` has ended.

    All who have not changed since their value was stored are read at once. Everybody else is computed in a short
    transaction of their own, so that nobody who writes has to wait for long, and then stored.
    """
    store = context.jobs.store
    person_states, known = store.read_patiently(lambda transaction: _stored(projection, transaction, people))
    fresh = dict[str, tuple[T, PersonState]]()
    for some in computed(projection, context, (person for person in people if person not in known)):
        fresh |= some
    if fresh:
        keep(projection, store, fresh)
    values = known | {person: value for person, (value, _) in fresh.items()}
    person_states |= {person: state for person, (_, state) in fresh.items()}
    return {person: PersonValue(values[person], person_states[person].last_seen) for person in people}


def computed(
    projection: Projection[T], context: ReadContext, people: Iterable[str], known: KnownParts | None = None
) -> Iterator[dict[str, tuple[T, PersonState]]]:
    """The values of these people now, and where they stand at that moment; a few people at a time.

    Each few take a short transaction of their own, with one person where reading delays commits. Of the parts that are
    ``known``, those are used that still are right, and the new ones are kept there.
    """
    store, parts = context.jobs.store, known or KnownParts()
    for some in few(people, 1 if store.reads_delay_commits else AT_ONCE):
        yield store.read_patiently(partial(_computed, projection, context, some, parts))


def _computed(
    projection: Projection[T], context: ReadContext, people: list[str], parts: KnownParts, transaction: ReadTransaction
) -> dict[str, tuple[T, PersonState]]:
    numbers, values = transaction.last_numbers(people), dict[str, T]()
    split = {person: parts.of(person).split(numbers[person]) for person in people}
    usual = {person: projection.asked.of(person) for person in people}
    asked = {person: usual[person] & sources if right else usual[person] for person, (right, sources) in split.items()}
    transaction.read_at_once(frozenset().union(*asked.values()))
    for person in people:
        own = transaction.for_person(person, asked[person])
        own.trace(split[person][0])
        values[person] = projection.compute(replace(context, transaction=own, viewer=Viewer(person)))
        projection.asked.learn(person, set(own.streams_read) - numbers[person].keys())
        parts.keep(person, numbers[person], own)
    states = transaction.states_of(numbers, without=COHORT)
    return {person: (value, states[person]) for person, value in values.items()}


def at_once(projection: Projection[T], context: ReadContext, people: Collection[str]) -> dict[str, T]:
    """The present values of all these people within the transaction of ``context``.

    Only what has changed since it was stored is computed, so that others do not wait long for this transaction.
    """
    _, known = _stored(projection, context.transaction, people)
    changed = (person for person in people if person not in known)
    return known | {person: projection.compute(replace(context, viewer=Viewer(person))) for person in changed}


def keep(projection: Projection[T], store: Store, fresh: dict[str, tuple[T, PersonState]]) -> None:
    """Store new values, each with the state for which it was computed.

    If nothing can be written now, they are computed again the next time.
    """
    rows = {
        person: Projected(state.mark, json.dumps(projection.encode(value))) for person, (value, state) in fresh.items()
    }
    with suppress(CourseError):
        store.write(lambda writing: writing.keep_projected(projection.stored_name, rows))


def rebuild(projection: Projection[Any], store: Store) -> None:
    """Delete what is stored of a projection, so that it is computed again from all events."""
    store.write(lambda writing: writing.drop_projected(projection.stored_name))


def _stored(
    projection: Projection[T], transaction: ReadTransaction, people: Collection[str]
) -> tuple[dict[str, PersonState], dict[str, T]]:
    """Where these people stand, and the stored values of those who still stand where they did."""
    person_states = transaction.person_states(people, without=COHORT)
    stored = transaction.projected(projection.stored_name, people)
    current = {person: each for person, each in stored.items() if each.mark == person_states[person].mark}
    return person_states, {person: projection.decode(json.loads(each.body)) for person, each in current.items()}
