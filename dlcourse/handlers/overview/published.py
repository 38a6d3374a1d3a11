"""The published figures of a cohort. They are events, so every server and every viewer sees the same."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from uuid import uuid4

from dlcourse.domain.measured import Measured
from dlcourse.domain.overview.guard import FigureMoved, PublishedFigure, moved_on, next_move
from dlcourse.domain.viewer import OVERVIEW, is_erased
from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction, Store, WriteTransaction, utc_now

PUBLISHER = "overview"
"""Who records that a figure has moved: nobody in particular."""

TRIES = 3
"""How often it is tried to publish, if somebody else publishes or is erased at the same time."""


class Published:
    """The figures of one cohort as they were published last, and what is measured of its people now."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.figures: dict[str, PublishedFigure] = {}
        self._version = 0
        self._now: dict[str, dict[str, Measured]] = {}
        self._measured: dict[str, frozenset[str]] = {}
        self._changed: set[str] = set()
        self._day = date.min

    def forget_people(self) -> None:
        """Forget what is measured of everybody. It is measured again, and what does not come back has changed."""
        self._changed |= self._now.keys() | self.figures.keys()
        self._now, self._measured = {}, {}

    def measure(self, person: str, measured: Mapping[str, Measured]) -> None:
        """Note what is measured of a person now; nothing of somebody who left."""
        for name in self._measured.get(person, frozenset()) - measured.keys():
            self._now[name].pop(person, None)
            self._changed.add(name)
        self._measured[person] = frozenset(measured)
        for name, each in measured.items():
            people = self._now.setdefault(name, {})
            if people.get(person) != each:
                people[person] = each
                self._changed.add(name)

    def move_on(self, cohort: str, store: Store) -> None:
        """Publish every figure that can move on. If nothing can be written now, all figures stay as they are."""
        stream, today = OVERVIEW + cohort, utc_now().date()
        store.read(lambda transaction: self._read(transaction, stream))
        if today != self._day:
            self._day, self._changed = today, {*self._now, *self.figures}
        for _ in range(TRIES):
            moves = [move for name in sorted(self._changed) if (move := self._next(name, today))]
            if not moves:
                self._changed = set()
                return
            with suppress(CourseError):
                store.write(partial(self._record, stream=stream, moves=moves))
            store.read(lambda transaction: self._read(transaction, stream))

    def _next(self, name: str, today: date) -> FigureMoved | None:
        day = today.isoformat()
        now = {person: each for person, each in self._now.get(name, {}).items() if not each.since or each.since <= day}
        return next_move(name, self.figures.get(name, PublishedFigure()), now)

    def _record(self, transaction: WriteTransaction, stream: str, moves: list[FigureMoved]) -> None:
        """Record the moves, unless another server has published something in between, or somebody was erased."""
        ids = {person for move in moves for person in _people(move) if not is_erased(person)}
        if erased := [person for person, state in transaction.person_states(ids).items() if state.is_nowhere]:
            self.figures, self._version = {}, 0  # their ids were replaced in what is stored
            self._now = {name: _without(people, erased) for name, people in self._now.items()}
            raise CourseError("figures", "somebody in them has erased their work", "Look again.")
        transaction.append(stream, self._version, uuid4().hex, PUBLISHER, moves)

    def _read(self, transaction: ReadTransaction, stream: str) -> None:
        """Read what was published since. If the stream is shorter than before, everything is read again."""
        if transaction.length(stream) < self._version:
            self.figures, self._version = {}, 0
        for each in transaction.events(stream, self._version):
            self._version = each.version
            if isinstance(each.event, FigureMoved):
                before = self.figures.get(each.event.figure, PublishedFigure())
                self.figures[each.event.figure] = moved_on(before, each.event, each.at)


def _people(move: FigureMoved) -> Iterator[str]:
    """The ids of everybody whom a move is about."""
    yield from move.added.people if move.added else ()
    yield from (person for part in move.taken for person in part.people)


def _without(people: Mapping[str, Measured], gone: Collection[str]) -> dict[str, Measured]:
    return {person: each for person, each in people.items() if person not in gone}
