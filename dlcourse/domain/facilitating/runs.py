"""The run-of-show of a session: what happens when, what whoever leads says and asks, and what the room sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from dlcourse.domain.speech import Query, Value, View


class Slide(Value):
    """What the room sees at one time: ``words`` in Markdown, or all of the ``figure`` with this name."""

    words: str = ""
    figure: str = ""


class RunStep(Value):
    """A step of a meeting. ``uses`` are the titles of the steps of the session's own page that people work with.

    ``say``, ``ask`` and ``trouble`` are notes for whoever leads, in Markdown, and may be empty. ``trouble`` is what to
    do when something goes wrong. The room never sees them.
    """

    title: str
    minutes: int = Field(gt=0)
    uses: tuple[str, ...] = ()
    slides: tuple[Slide, ...]
    say: str = ""
    ask: str = ""
    trouble: str = ""


class SessionRun(Query):
    """The run-of-show of a session, and where I am in it."""

    session: str = Field(max_length=100)


class SessionRunView(View):
    """A run-of-show. ``before`` is what to know and to prepare, in Markdown.

    ``shown`` is the number of the slide that I showed last, and ``running`` how many milliseconds ago I began; it is
    None as long as I have not begun. ``cohort`` is the one in which I lead, or empty.
    """

    session: str
    title: str
    before: str = ""
    steps: tuple[RunStep, ...]
    shown: int = 0
    running: int | None = None
    cohort: str = ""

    @property
    def minutes(self) -> int:
        """How long the whole meeting takes."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True)
class TimedStep:
    """A step with the minute in which it begins and the minute in which it ends."""

    step: RunStep
    begins: int
    ends: int


def timed(steps: Sequence[RunStep]) -> Iterator[TimedStep]:
    """The steps one after the other, from minute 0 on."""
    now = 0
    for step in steps:
        yield TimedStep(step, now, now + step.minutes)
        now += step.minutes
