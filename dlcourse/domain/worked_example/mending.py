"""A worked example as its author wrote it, and how somebody mends it line by line.

Each line can be read in several ways, of which one is right. What speaks for a way of putting it is shown once somebody
has chosen it, and never before.
"""

from collections.abc import Iterable, Sequence

from pydantic import Field, model_validator

from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError


class Wording(Value):
    """A way of putting a line. ``mends`` is true for the one that is right; ``why`` is told to whoever chooses it."""

    id: str
    text: str
    mends: bool = False
    why: str


class ExampleLine(Value):
    """A line of the example: what it is about, what stands there, and how it could be put."""

    id: str
    label: str
    text: str
    choices: tuple[Wording, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def check_choices(self) -> "ExampleLine":
        """Raise a ValueError unless exactly one choice mends the line."""
        if sum(choice.mends for choice in self.choices) != 1:
            raise ValueError(f"exactly one choice of the line '{self.id}' must have 'mends: true'")
        return self

    def choice(self, choice: str) -> Wording | None:
        """The wording with this id; None if there is none."""
        return next((each for each in self.choices if each.id == choice), None)


class WorkedExample(Value):
    """The whole example. ``note`` says whose it is and what is to be done; ``after`` is told once all is mended."""

    id: str
    title: str
    note: str
    lines: tuple[ExampleLine, ...] = Field(min_length=1)
    after: str


class MendLine(Command):
    """Say how I would put a line of the example; the newest answer counts."""

    exercise: str
    line: str
    choice: str


class Mending(Query):
    """The example, as far as I have mended it."""

    exercise: str


class LineMended(Event):
    """Somebody said how they would put a line."""

    line: str
    choice: str


class WordingView(Value):
    """A way of putting a line, without what is told about it."""

    id: str
    text: str


class LineView(Value):
    """A line with the choices, and what was chosen last; ``why`` is about that. ``tries`` counts the answers."""

    id: str
    label: str
    text: str
    choices: tuple[WordingView, ...]
    chosen: str
    why: str
    mended: bool
    tries: int


class MendingView(View):
    """The example and how far it is mended. ``after`` is empty until all of it is."""

    exercise: str
    title: str
    note: str
    lines: tuple[LineView, ...]
    after: str

    @property
    def next(self) -> LineView | None:
        """The first line that is not mended yet; None if all are."""
        return next((line for line in self.lines if not line.mended), None)


def mend(command: MendLine, example: WorkedExample) -> LineMended:
    """Record how a line is put; `CourseError` if the example has no such line or no such choice."""
    line = next((each for each in example.lines if each.id == command.line), None)
    if line is None or line.choice(command.choice) is None:
        raise CourseError("the example", "it has no such line to mend", "Reload the page.")
    return LineMended(line=command.line, choice=command.choice)


def mending_view(example: WorkedExample, past: Iterable[Event]) -> MendingView:
    """The example after these events."""
    answers = [event for event in past if isinstance(event, LineMended)]
    lines = tuple(_line(line, [each.choice for each in answers if each.line == line.id]) for line in example.lines)
    after = example.after if all(line.mended for line in lines) else ""
    return MendingView(exercise=example.id, title=example.title, note=example.note, lines=lines, after=after)


def _line(line: ExampleLine, tried: Sequence[str]) -> LineView:
    chosen = line.choice(tried[-1]) if tried else None
    return LineView(
        id=line.id,
        label=line.label,
        text=line.text,
        choices=tuple(WordingView(id=each.id, text=each.text) for each in line.choices),
        chosen=chosen.id if chosen else "",
        why=chosen.why if chosen else "",
        mended=bool(chosen and chosen.mends),
        tries=len(tried),
    )
