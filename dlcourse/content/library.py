"""The files of the course, and one person's own files. Each subject's folder reads the files of that subject."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from dlcourse.content.yaml_values import read
from dlcourse.domain.names import unknown
from dlcourse.domain.sessions import Curriculum, Exercise
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError
from dlcourse.pages.registry import EXERCISES

V = TypeVar("V", bound=Value)


class Library:
    """Reads files on request, so authors see their latest edit. An unchanged file is not read again."""

    def __init__(self, data: Path, own: Iterable[Path] = ()) -> None:
        """``data`` is the course's data folder; ``own`` are folders or files with a person's own scenarios."""
        self.data, self.own = data, tuple(own)
        self._checked: Curriculum | None = None

    def curriculum(self) -> Curriculum:
        """The course as its author declared it; `CourseError` if no subject offers the kind of an exercise."""
        curriculum = read(self.data / "course.yaml", Curriculum)
        if curriculum is not self._checked:  # the same object is returned until the file changes
            for exercise in curriculum.exercises:
                _refuse_unknown_kind(exercise)
            self._checked = curriculum
        return curriculum

    def exercise(self, exercise: str, kind: type[V]) -> V:
        """The exercise with this id, read from its file in ``data/exercises``; `CourseError` if there is none."""
        folder = self.data / "exercises"
        known = _names(folder, folder.stat().st_mtime_ns)
        if exercise not in known:
            raise unknown("exercise", exercise, known, "Choose one from the sessions.")
        return read(folder / f"{exercise}.yaml", kind)


@lru_cache(maxsize=16)
def _names(folder: Path, changed: int) -> tuple[str, ...]:  # noqa: ARG001 (so that a new file is seen)
    """The ids of the exercises in a folder. Home asks for all exercises; it need not list the folder for each."""
    return tuple(name.removesuffix(".yaml") for name in os.listdir(folder) if name.endswith(".yaml"))  # noqa: PTH208


def _refuse_unknown_kind(exercise: Exercise) -> None:
    if exercise.kind not in EXERCISES:
        near = get_close_matches(exercise.kind, EXERCISES, 1)
        remedy = f"Did you mean '{near[0]}'?" if near else f"Choose one of {', '.join(EXERCISES)}."
        raise CourseError(f"course.yaml: exercise '{exercise.id}'", f"there is no kind '{exercise.kind}'", remedy)
