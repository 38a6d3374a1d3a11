"""The course's files as one person has them. What is in a subject's own files is read by that subject's folder here."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from dlcourse.content.yaml_values import read
from dlcourse.domain.sessions import Curriculum, Exercise
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError
from dlcourse.pages.registry import EXERCISES

V = TypeVar("V", bound=Value)


class Library:
    """Reads files when asked, so that an author sees the edit just made; an unchanged file is not read again."""

    def __init__(self, data: Path, own: Iterable[Path] = ()) -> None:
        """``data`` is the course's data folder; ``own`` are folders or files of scenarios that a person brings."""
        self.data, self.own = data, tuple(own)

    def curriculum(self) -> Curriculum:
        """The declared course; `CourseError` if it has an exercise of a kind that no subject's pages offer."""
        curriculum = read(self.data / "course.yaml", Curriculum)
        for exercise in curriculum.exercises:
            _refuse_unknown_kind(exercise)
        return curriculum

    def exercise(self, exercise: str, kind: type[V]) -> V:
        """The exercise with this id, read from its file in ``data/exercises``; `CourseError` if there is none."""
        known = {path.stem: path for path in (self.data / "exercises").glob("*.yaml")}
        if exercise not in known:
            raise CourseError("exercise", f"there is none called '{exercise}'", "Choose one from the sessions.")
        return read(known[exercise], kind)


def _refuse_unknown_kind(exercise: Exercise) -> None:
    if exercise.kind not in EXERCISES:
        near = get_close_matches(exercise.kind, EXERCISES, 1)
        remedy = f"Did you mean '{near[0]}'?" if near else f"Choose one of {', '.join(EXERCISES)}."
        raise CourseError(f"course.yaml: exercise '{exercise.id}'", f"there is no kind '{exercise.kind}'", remedy)
