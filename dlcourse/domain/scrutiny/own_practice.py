"""A person's own practice, written down to be opened to colleagues, and first read through other people's eyes.

Only its author sees it; nobody in the course reads it or answers it.
"""

from collections.abc import Iterable, Mapping

from pydantic import Field

from dlcourse.domain.scrutiny.messages import WORDS_LIMIT
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError


class PracticePrompt(Value):
    """A part of the practice to write down; ``id`` is the name of its field."""

    id: str
    label: str
    hint: str


class Eyes(Value):
    """A person through whose eyes to read a practice, what they see that its owner does not, and their question."""

    id: str
    name: str
    sees: str
    question: str


class OpeningUp(Value):
    """The exercise as its author wrote it; ``parts`` are what to write down, in order."""

    id: str
    title: str
    note: str
    parts: tuple[PracticePrompt, ...]
    eyes_title: str
    eyes_note: str
    eyes: tuple[Eyes, ...]


class OwnPracticeMove(Command):
    """Something that I write about my own practice."""

    exercise: str


class WriteDown(OwnPracticeMove):
    """Write my practice down, part by part; the newest words count."""

    parts: dict[str, str] = Field(max_length=20)

    def texts(self) -> dict[str, str]:
        """The parts."""
        return {f"{self.id}/{part}": words for part, words in self.parts.items()}


class ReadAs(OwnPracticeMove):
    """Write what somebody else would see in my practice; the newest words count."""

    eyes: str
    words: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """What somebody else would see."""
        return {self.id: self.words}


class OwnPractice(Query):
    """My own practice as written so far."""

    exercise: str


class WrittenDown(Event):
    """A practice was written down; the text of each part is stored under ``words`` + ``/`` + the part."""

    words: str


class SeenAs(Event):
    """The practice was read through somebody else's eyes."""

    eyes: str
    words: str


class EyesView(Value):
    """Somebody's eyes, and what the owner wrote through them."""

    eyes: Eyes
    words: str


class OwnPracticeView(View):
    """My practice: each part with my words, and the eyes with what I wrote through them."""

    exercise: str
    title: str
    note: str
    parts: tuple[tuple[PracticePrompt, str], ...]
    written: bool
    eyes_title: str
    eyes_note: str
    eyes: tuple[EyesView, ...]


def write_down(command: WriteDown, exercise: OpeningUp) -> WrittenDown:
    """Record the practice; `CourseError` if its first part is empty, or if a part is too long or unknown."""
    first, *_ = known = [part.id for part in exercise.parts]
    if not set(command.parts) <= set(known):
        raise CourseError("my practice", "there is no such part", "Reload the page.")
    if not command.parts.get(first, "").strip():
        raise CourseError("my practice", "nothing stands in the first field", "Write what you do, in a few sentences.")
    if max(map(len, command.parts.values())) > WORDS_LIMIT:
        raise CourseError("my practice", f"a part is longer than {WORDS_LIMIT:,} characters", "Make it shorter.")
    return WrittenDown(words=command.id)


def read_as(command: ReadAs, exercise: OpeningUp, past: Iterable[Event]) -> SeenAs:
    """Record what somebody else would see; `CourseError` if no practice is written yet, or if the eyes are unknown."""
    if command.eyes not in {eyes.id for eyes in exercise.eyes}:
        raise CourseError("my practice", "there is nobody of that name here", "Reload the page.")
    if newest(past) is None:
        raise CourseError("my practice", "it is not written down yet", "Write it down first.")
    return SeenAs(eyes=command.eyes, words=command.id)


def newest(past: Iterable[Event]) -> WrittenDown | None:
    """The newest version of the practice."""
    return next((event for event in reversed(tuple(past)) if isinstance(event, WrittenDown)), None)


def seen_as(past: Iterable[Event]) -> dict[str, str]:
    """The ids of the newest words for each of the eyes."""
    return {event.eyes: event.words for event in past if isinstance(event, SeenAs)}


def text_ids(past: Iterable[Event], exercise: OpeningUp) -> list[str]:
    """The ids of all texts that the view shows."""
    events = tuple(past)
    written = newest(events)
    parts = [f"{written.words}/{part.id}" for part in exercise.parts] if written else []
    return [*parts, *seen_as(events).values()]


def own_practice_view(exercise: OpeningUp, past: Iterable[Event], texts: Mapping[str, str]) -> OwnPracticeView:
    """The exercise after these events, with the words by their ids."""
    events = tuple(past)
    written, seen = newest(events), seen_as(events)
    return OwnPracticeView(
        exercise=exercise.id,
        title=exercise.title,
        note=exercise.note,
        parts=tuple((part, texts.get(f"{written.words}/{part.id}", "") if written else "") for part in exercise.parts),
        written=written is not None,
        eyes_title=exercise.eyes_title,
        eyes_note=exercise.eyes_note,
        eyes=tuple(EyesView(eyes=eyes, words=texts.get(seen.get(eyes.id, ""), "")) for eyes in exercise.eyes),
    )


def opened_up(past: Iterable[Event]) -> bool:
    """Whether a practice is written down and was read through somebody's eyes."""
    events = tuple(past)
    return newest(events) is not None and bool(seen_as(events))
