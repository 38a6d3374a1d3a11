"""The steps of a notebook, as its tags declare them, and what is known of how far somebody is with them.

A cell begins a step if its first line is a heading of the second level and one of its tags is a kind of step. What is
before the first step is the opening. A notebook without such cells is an opening only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dlcourse.domain.curriculum.steps import (
    STEP_KINDS,
    SessionProgress,
    SessionProgressView,
    SessionStep,
    StepKind,
    step_marks,
)
from dlcourse.domain.speech import Course
from dlcourse.pages.curriculum.steps import StepsBar, steps_bar
from dlcourse.pages.registry import CALLS, EXERCISES
from dlcourse.server.pages.cells import last_call
from dlcourse.server.pages.markdown import anchor
from dlcourse.server.pages.notebooks import is_note

HEADING = "## "
WORDS_A_MINUTE = 200
THINKING: dict[StepKind, int] = {"look-back": 4, "write": 8}
"""The minutes that a step of this kind takes besides its text and exercises: one thinks, or writes and promises."""


@dataclass(frozen=True)
class StepCells:
    """A step of a notebook: its kind, and its cells with their places in the notebook."""

    kind: StepKind
    cells: tuple[tuple[int, Any], ...]

    @property
    def id(self) -> str:
        """The id of the cell that begins it."""
        return str(self.cells[0][1].id)

    @property
    def title(self) -> str:
        """The heading with which it begins."""
        return first_line(self.cells[0][1]).removeprefix(HEADING)


def opening_and_steps(notebook: Any) -> tuple[list[tuple[int, Any]], list[StepCells]]:
    """The cells before the first step, each with its place in the notebook, and the steps."""
    numbered = list(enumerate(notebook.cells))
    begins = {place: kind for place, cell in numbered if (kind := kind_of(cell))}
    edges = [*begins, len(numbered)]
    steps = [StepCells(begins[begin], tuple(numbered[begin:end])) for begin, end in pairwise(edges)]
    return numbered[: edges[0]], steps


def kind_of(cell: Any) -> StepKind | None:
    """The kind of step that a cell begins; None if it begins no step."""
    if cell.cell_type != "markdown" or not cell.source.startswith(HEADING):
        return None
    return next((kind for kind in STEP_KINDS if kind in cell.metadata.get("tags", ())), None)


def first_line(cell: Any) -> str:
    """The first line of a cell."""
    return str(cell.source.partition("\n")[0].strip())


def reading_minutes(cells: Iterable[Any]) -> float:
    """How long the text for learners in these cells takes to read."""
    texts = (cell.source for cell in cells if cell.cell_type == "markdown" and not is_note(cell))
    return sum(len(text.split()) for text in texts) / WORDS_A_MINUTE


def bar(course: Course, stem: str, steps: Sequence[StepCells]) -> StepsBar:
    """The bar of a session's steps, as this person stands; `CourseError` if the course has no such session."""
    view = course.see(SessionProgress(session=stem))
    assert isinstance(view, SessionProgressView)
    marks = step_marks([_session_step(step, view) for step in steps], view)
    return steps_bar(marks, view.minutes, view.standards)


def plain_bar(steps: Sequence[StepCells]) -> StepsBar:
    """The bar of a notebook that is no session, so that nothing is known of what is done."""
    nothing = SessionProgressView(session="", minutes=0, exercises=(), finished=(), wrote=False)
    minutes = round(sum(reading_minutes(cell for _, cell in step.cells) for step in steps))
    return steps_bar(step_marks([_session_step(step, nothing) for step in steps], nothing), minutes)


def _session_step(step: StepCells, view: SessionProgressView) -> SessionStep:
    openings = [last_call(cell.source) for _, cell in step.cells if cell.cell_type == "code"]
    exercises = [each for each in view.exercises if EXERCISES[each.kind].opening(each.of) in openings]
    return SessionStep(
        id=step.id,
        kind=step.kind,
        title=step.title,
        anchor=anchor(step.title),
        minutes=reading_minutes(cell for _, cell in step.cells)
        + sum(each.minutes for each in exercises)
        + THINKING.get(step.kind, 0),
        exercises=tuple(each.id for each in exercises),
        writes=CALLS["log"](view.session) in openings,
    )
