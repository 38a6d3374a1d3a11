"""The situations of the sorting exercise, as questions for a whole room."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion
from dlcourse.domain.selfcheck.situations import Situation, SortingExercise
from dlcourse.handlers.room_questions import room_questions


@room_questions("sorting")
def situations_to_sort(library: Library) -> Mapping[str, tuple[str, RoomQuestion]]:
    """Every situation of every sorting exercise in the sessions."""
    exercises = [each.of or each.id for each in library.curriculum().exercises if each.kind == "sort"]
    found = (library.exercise(exercise, SortingExercise) for exercise in dict.fromkeys(exercises))
    return {
        f"{exercise.id}.{situation.id}": (exercise.title, _question(exercise, situation))
        for exercise in found
        for situation in exercise.every
    }


def _question(exercise: SortingExercise, situation: Situation) -> RoomQuestion:
    return RoomQuestion(
        ask=exercise.title,
        about=situation.text,
        answers=tuple(RoomAnswer(id=kind.id, text=kind.name) for kind in exercise.kinds),
        fits=(situation.answer, *([situation.also] if situation.also else [])),
        why=situation.reason,
    )
