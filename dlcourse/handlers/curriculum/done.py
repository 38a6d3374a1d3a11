"""What a person has done follows from what they did, which each subject's handlers can tell."""

from contextlib import suppress

from dlcourse.domain.sessions import Exercise
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import EXERCISES_BEGUN, EXERCISES_DONE, EXERCISES_LAST


def is_done(exercise: Exercise, context: ReadContext) -> bool | None:
    """Whether this person has done the exercise; None if what they did there cannot be read."""
    try:
        return EXERCISES_DONE[exercise.kind](exercise.of, context)
    except CourseError:
        return None


def is_begun(exercise: Exercise, context: ReadContext) -> bool:
    """Whether this person has begun the exercise, as far as that can be read."""
    begun = EXERCISES_BEGUN.get(exercise.kind)
    with suppress(CourseError):
        return begun is not None and begun(exercise.of, context)
    return False


def last_done(exercise: Exercise, context: ReadContext) -> str:
    """When this person last did something in the exercise (ISO 8601, UTC); empty if never, or if nobody can tell."""
    last = EXERCISES_LAST.get(exercise.kind)
    with suppress(CourseError):
        return last(exercise.of, context) if last else ""
    return ""
