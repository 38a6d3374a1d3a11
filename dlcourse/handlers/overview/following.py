"""Follows the events of a cohort, so that its overview is brought up to date by looking only at who has changed.

When a cohort is asked about first, the stored records of all its people are read. From then on, the events that were
recorded since say whose record has to be computed again.
"""

import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from dlcourse.domain.cohort.state import CohortState, go_on
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.viewer import COHORT, OVERVIEW
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.done import finished_sessions
from dlcourse.handlers.overview.known_parts import KnownParts
from dlcourse.handlers.overview.projections import computed, keep, of_people
from dlcourse.handlers.overview.published import Published
from dlcourse.handlers.overview.records import RECORDS, PersonRecord
from dlcourse.store import NumberedEvent, PersonState, ReadTransaction, Store

MOST_EVENTS = 2000
"""So many new events are looked at one by one. If there are more, all records are read again."""
MOST_UNSTORED = 200
"""So many new records wait in memory before they are stored."""
WITHOUT_RECORDS = (COHORT, OVERVIEW, "live/", "live-poll/", "live-list/")
"""The beginnings of streams on which no record depends."""
REST = 1.0
"""How long to rest after new records, in times of what it took. Without rest, a look at many records would double
the time of everybody's commands meanwhile: a process does one thing at a time."""
MOST_COHORTS = 32
"""How many cohorts of one store are followed at once."""


@dataclass(frozen=True)
class FollowedPerson:
    """A participant: the record, when they were last seen (ISO 8601, UTC), and the ids of finished sessions."""

    record: PersonRecord
    last_seen: str
    finished: tuple[str, ...]


@dataclass
class FollowedCohort:
    """The participants of a cohort as far as its events were followed, and the figures that were published."""

    cohort: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    people: dict[str, FollowedPerson] = field(default_factory=dict)
    finished: Counter[str] = field(default_factory=Counter)
    roles: Mapping[str, str] = field(default_factory=dict)
    state: CohortState = field(default_factory=CohortState)
    _version: int = 0
    _curriculum: Curriculum = field(default_factory=lambda: Curriculum(title="", summary="", sessions=()))
    published: Published = field(default_factory=Published)
    elsewhere: Set[str] = frozenset()
    """Those who are in another cohort, too. They count in no figure: two cohorts could be subtracted."""
    _last: NumberedEvent | None = None
    _begun: bool = False
    _parts: KnownParts = field(default_factory=KnownParts)
    _unstored: dict[str, tuple[PersonRecord, PersonState]] = field(default_factory=dict)
    _started: int = 0
    _complete: int = 0

    @contextmanager
    def up_to_date(self, context: ReadContext) -> Iterator[None]:
        """Hold the ``lock`` during the block, with everything as it was when this was asked for, or later.

        Of several who wait, one looks for all: what was read after they asked is new enough for them. Call this in
        `Heavy`, when the transaction has ended.
        """
        asked = self._started
        with self.lock:
            if self._complete <= asked:
                self._follow(context)
            yield

    def _follow(self, context: ReadContext) -> None:
        """Bring everything up to date; whoever asks after this has begun needs another look."""
        self._started += 1
        self._curriculum = context.library.curriculum()
        found = context.jobs.store.read(self._news)
        context.jobs.store.read(self._follow_state)
        if found is None:
            self._begin(context)
        else:
            self._go_on(context, found)
        self.published.move_on(self.cohort, context.jobs.store)
        self._complete = self._started

    def _follow_state(self, transaction: ReadTransaction) -> None:
        """Read what happened to the cohort since. Who was erased has another id there, and no role any more."""
        stream = COHORT + self.cohort
        if transaction.length(stream) < self._version:
            self.state, self._version = CohortState(), 0
        for each in transaction.readable_events(stream, self._version):
            go_on(self.state, [(each.event, each.at)])
            self._version = each.version

    def _news(self, transaction: ReadTransaction) -> "_News | None":
        """What is new; None if everything has to be read again."""
        if not self._begun:
            return None
        last = self._last.seq if self._last else 0
        events = transaction.since(max(last - 1, 0), most=MOST_EVENTS)
        if len(events) == MOST_EVENTS or (self._last and events[:1] != (self._last,)):
            return None  # too much to look at one by one, or other events have the same numbers since an erasure
        new = [each for each in events if each.seq > last]
        streams = {each.stored.stream for each in new if not each.stored.stream.startswith(WITHOUT_RECORDS)}
        touched = {each.stored.actor for each in new if each.stored.stream in streams}
        touched |= {person for stream in streams for person in transaction.members(stream)}
        roles = self._roles_now(transaction, new)
        joined = roles is not self.roles or any(each.stored.stream.startswith(COHORT) for each in new)
        return _News(roles, self._elsewhere(transaction) if joined else self.elsewhere, new, touched)

    def _elsewhere(self, transaction: ReadTransaction) -> frozenset[str]:
        return transaction.also_in(COHORT + self.cohort, COHORT)

    def _roles_now(self, transaction: ReadTransaction, new: Sequence[NumberedEvent]) -> Mapping[str, str]:
        """Everybody's roles; read again if something happened to the cohort, or somebody in it was erased."""
        stream = COHORT + self.cohort
        same = transaction.member_count(stream) == len(self.roles)
        if same and not any(each.stored.stream == stream for each in new):
            return self.roles
        return transaction.members(stream)

    def _begin(self, context: ReadContext) -> None:
        """Read the records of all participants."""

        def read(transaction: ReadTransaction) -> _News:
            newest = transaction.since(transaction.latest() - 1, most=1)
            roles = transaction.members(COHORT + self.cohort)
            return _News(roles, self._elsewhere(transaction), newest, frozenset())

        found_now = context.jobs.store.read(read)
        self._last = found_now.events[0] if found_now.events else None
        self.roles, self.elsewhere = found_now.roles, found_now.elsewhere
        here = participants(self.roles)
        found = of_people(RECORDS, context, here)
        self.people, self.finished, self._parts = {}, Counter(), KnownParts()
        self.published.forget_people()
        for person in here:
            self._put(person, found[person].value, found[person].last_seen)
        self._begun = True

    def _go_on(self, context: ReadContext, news: "_News") -> None:
        """Compute the records of those whom the new events are about."""
        here = set(participants(news.roles)) if news.roles is not self.roles else self.people.keys()
        self.roles = news.roles
        moved, self.elsewhere = self.elsewhere ^ news.elsewhere, news.elsewhere
        for person in moved & self.people.keys():
            self._measure(person, self.people[person].record)
        for person in self.people.keys() - here:
            self._drop(person)
        for each in news.events:
            if seen := self.people.get(each.stored.actor):
                self.people[each.stored.actor] = replace(seen, last_seen=each.stored.at)
        began = time.thread_time()
        whom = (here & news.touched) | (here - self.people.keys())
        for some in computed(RECORDS, context, whom, self._parts):
            self._unstored |= some
            for person, (record, state) in some.items():
                self._put(person, record, state.last_seen)
            time.sleep(REST * (time.thread_time() - began))
            began = time.thread_time()
        self._last = news.events[-1] if news.events else self._last
        if len(self._unstored) >= MOST_UNSTORED:
            keep(RECORDS, context.jobs.store, self._unstored)
            self._unstored = {}

    def _put(self, person: str, record: PersonRecord, last_seen: str) -> None:
        finished = finished_sessions(self._curriculum, record.done)
        if before := self.people.get(person):
            self.finished.subtract(before.finished)
        self.people[person] = FollowedPerson(record, last_seen, finished)
        self.finished.update(finished)
        self._measure(person, record)

    def _measure(self, person: str, record: PersonRecord) -> None:
        self.published.measure(person, {} if person in self.elsewhere else record.measured)

    def _drop(self, person: str) -> None:
        if before := self.people.pop(person, None):
            self.finished.subtract(before.finished)
            self.published.measure(person, {})


def participants(roles: Mapping[str, str]) -> tuple[str, ...]:
    """Those who take the course, out of everybody in a cohort."""
    return tuple(person for person, role in roles.items() if role == "participant")


@dataclass(frozen=True)
class _News:
    """What is new in a cohort: everybody's roles, who is in another cohort, the events, and whom these are about."""

    roles: Mapping[str, str]
    elsewhere: Set[str]
    events: Sequence[NumberedEvent]
    touched: Set[str]


class _Followers:
    """The cohorts of one store that are followed; the one that was not asked about for longest is let go."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, FollowedCohort] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, cohort: str) -> FollowedCohort:
        with self._lock:
            found = self._known.setdefault(cohort, FollowedCohort(cohort))
            self._known.move_to_end(cohort)
            while len(self._known) > MOST_COHORTS:
                self._known.popitem(last=False)
            return found


_followers: WeakKeyDictionary[Store, _Followers] = WeakKeyDictionary()
_lock = threading.Lock()


def followed(store: Store, cohort: str) -> FollowedCohort:
    """The followed cohort, the same for all who ask in this process."""
    with _lock:
        return _followers.setdefault(store, _Followers()).of(cohort)
