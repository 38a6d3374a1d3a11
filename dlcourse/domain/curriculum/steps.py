"""The steps of a session: what each is for, which are done, and where a person goes on.

Exercises and the log say for themselves what is done. Only of a step that is there to be read is it recorded that
somebody has come to its end; how long they looked at it is never known.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, get_args

from pydantic import Field

from dlcourse.domain.speech import Command, Event, Query, Value, View

StepKind = Literal["do", "look-back", "read", "apply", "write"]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)
"""The tags that begin a step in a notebook."""
STEPS = "steps/"
"""Before a person's id: the stream of the steps that they have come to the end of."""
CELL = r"^[A-Za-z0-9_-]+$"
"""What an id of a notebook cell looks like. It has no room for words."""


class FinishStep(Command):
    """Say that I have come to the end of a step, which is named by the id of its first cell."""

    session: str
    step: str = Field(min_length=1, max_length=64, pattern=CELL)


class StepFinished(Event):
    """Somebody came to the end of a step."""

    session: str
    step: str


class SessionProgress(Query):
    """What I have done of a session."""

    session: str


class ExerciseProgress(Value):
    """An exercise of a session. ``counts`` is False for one that does not tell when it is done."""

    id: str
    kind: str
    of: str
    minutes: int
    counts: bool
    done: bool


class SessionProgressView(View):
    """A session's exercises, the steps that I have come to the end of, and whether I wrote or promised something.

    ``standards`` are the published standards that it serves, a line each.
    """

    session: str
    minutes: int
    exercises: tuple[ExerciseProgress, ...]
    finished: tuple[str, ...]
    wrote: bool
    standards: tuple[str, ...] = ()


class SessionStep(Value):
    """A step of a session's notebook: its first cell's id, its heading and the anchor of that heading.

    ``minutes`` is the time for its text and its exercises; ``exercises`` are the ids of those; ``writes`` is True if
    the session's log is in it.
    """

    id: str
    kind: StepKind
    title: str
    anchor: str
    minutes: float
    exercises: tuple[str, ...] = ()
    writes: bool = False


class StepMark(Value):
    """A step, and whether it is done. ``reads`` is True if it is done by coming to its end."""

    step: SessionStep
    done: bool
    reads: bool


def step_marks(steps: Iterable[SessionStep], progress: SessionProgressView) -> tuple[StepMark, ...]:
    """The steps in order, with marks."""
    counted = {each.id: each.done for each in progress.exercises if each.counts}
    return tuple(_mark(step, [counted[name] for name in step.exercises if name in counted], progress) for step in steps)


def _mark(step: SessionStep, exercises: Collection[bool], progress: SessionProgressView) -> StepMark:
    reads = not exercises and not step.writes
    finished = step.id in progress.finished if reads else all(exercises)
    return StepMark(step=step, done=finished and (progress.wrote or not step.writes), reads=reads)


def minutes_left(marks: Sequence[StepMark], minutes: int) -> int:
    """How many of a session's ``minutes`` the steps take that are not done, at least one while there are any."""
    whole = sum(mark.step.minutes for mark in marks)
    left = sum(mark.step.minutes for mark in marks if not mark.done)
    return max(1, round(minutes * left / whole)) if left else 0


def where_to_go_on(marks: Sequence[StepMark]) -> StepMark | None:
    """The step with which a person goes on: the first that is not done; None if all are done."""
    return next((mark for mark in marks if not mark.done), None)
