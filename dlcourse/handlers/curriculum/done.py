"""What a person has done follows from what they did, which each subject's handlers can tell.

Each answer about an exercise is a part of what is known of a person, so that it is found out again only after a change.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TypeVar

from dlcourse.domain.sessions import Curriculum, Exercise
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import EXERCISES_BEGUN, EXERCISES_DONE, EXERCISES_LAST

T = TypeVar("T")


def is_done(exercise: Exercise, context: ReadContext) -> bool | None:
    """Whether this person has done the exercise; None if what they did there cannot be read."""
    return _part("done", exercise, context, lambda: _is_done(exercise, context))


def _is_done(exercise: Exercise, context: ReadContext) -> bool | None:
    try:
        return EXERCISES_DONE[exercise.kind](exercise.of, context)
    except CourseError:
        return None


def is_begun(exercise: Exercise, context: ReadContext) -> bool:
    """Whether this person has begun the exercise, as far as that can be read."""
    return _part("begun", exercise, context, lambda: _is_begun(exercise, context))


def _is_begun(exercise: Exercise, context: ReadContext) -> bool:
    begun = EXERCISES_BEGUN.get(exercise.kind)
    with suppress(CourseError):
        return begun is not None and begun(exercise.of, context)
    return False


def last_done(exercise: Exercise, context: ReadContext) -> str:
    """When this person last did something in the exercise (ISO 8601, UTC); empty if never, or if nobody can tell."""
    return _part("last", exercise, context, lambda: _last_done(exercise, context))


def _last_done(exercise: Exercise, context: ReadContext) -> str:
    last = EXERCISES_LAST.get(exercise.kind)
    with suppress(CourseError):
        return last(exercise.of, context) if last else ""
    return ""


def done_exercises(context: ReadContext) -> frozenset[str]:
    """The ids of all exercises that this person has done, out of those of which it can be told.

    Several figures ask for them at one moment, so they are computed once for each moment and person.
    """
    return context.transaction.once(("exercises done", context.person), lambda: _done_exercises(context))


def _done_exercises(context: ReadContext) -> frozenset[str]:
    asked = (each for each in context.library.curriculum().exercises if EXERCISES_DONE.get(each.kind))
    return frozenset(each.id for each in asked if is_done(each, context))


def finished_sessions(curriculum: Curriculum, done: Collection[str]) -> tuple[str, ...]:
    """The ids of the open sessions whose exercises are all done."""
    there = (session for session in curriculum.sessions if session.open and session.done_when)
    return tuple(session.id for session in there if set(session.done_when) <= set(done))


def _part(about: str, exercise: Exercise, context: ReadContext, compute: Callable[[], T]) -> T:
    return context.transaction.part(f"{about}/{exercise.kind}/{exercise.of}", context.person, compute)
