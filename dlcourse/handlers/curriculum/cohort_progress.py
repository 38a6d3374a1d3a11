"""How far the people of a cohort are: finished sessions, the last time they did something, and counts of exercises.

Who may be shown which of these figures is not decided here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.done import is_done
from dlcourse.handlers.projections import Projection, of_people
from dlcourse.handlers.registry import EXERCISES_DONE
from dlcourse.store import ReadTransaction, WriteTransaction


@dataclass(frozen=True)
class PersonProgress:
    """How far a person is: ids of finished sessions in order, ids of done exercises, and when they were last seen.

    The time is ISO 8601, UTC, and empty if they have done nothing yet.
    """

    person: str
    sessions: tuple[str, ...]
    exercises: frozenset[str]
    last_seen: str


def participants(transaction: ReadTransaction, cohort: str) -> tuple[str, ...]:
    """The ids of the participants of a cohort, without those who lead or observe it."""
    return tuple(person for person, role in transaction.members(COHORT + cohort).items() if role == "participant")


def progress_of(context: ReadContext, people: Collection[str]) -> tuple[PersonProgress, ...]:
    """How far these people are, in the order given. Call this in `Heavy`, when the transaction has ended."""
    curriculum = context.library.curriculum()
    found = of_people(DONE, context, people)
    return tuple(
        PersonProgress(
            person, finished_sessions(curriculum, found[person].value), found[person].value, found[person].last_seen
        )
        for person in people
    )


def finished_sessions(curriculum: Curriculum, done: Collection[str]) -> tuple[str, ...]:
    """The ids of the open sessions whose exercises are all done."""
    there = (session for session in curriculum.sessions if session.open and session.done_when)
    return tuple(session.id for session in there if set(session.done_when) <= set(done))


def exercise_counts(progress: Iterable[PersonProgress]) -> Mapping[str, int]:
    """By how many people each exercise was done; exercises that nobody has done are left out."""
    return Counter(exercise for each in progress for exercise in each.exercises)


def done_exercises(context: ReadContext) -> frozenset[str]:
    """The ids of all exercises that this person has done, out of those of which it can be told.

    Several figures ask for them at one moment, so they are computed once for each moment and person.
    """
    if isinstance(context.transaction, WriteTransaction):
        return _done_exercises(context)
    known = _at_this_moment.setdefault(context.transaction, {})
    if context.person not in known:
        known[context.person] = _done_exercises(context)
    return known[context.person]


_at_this_moment: WeakKeyDictionary[ReadTransaction, dict[str, frozenset[str]]] = WeakKeyDictionary()


def _done_exercises(context: ReadContext) -> frozenset[str]:
    asked = (each for each in context.library.curriculum().exercises if EXERCISES_DONE.get(each.kind))
    return frozenset(each.id for each in asked if is_done(each, context))


DONE = Projection("exercises done", done_exercises, sorted, frozenset[str])
"""Which exercises a person has done."""
