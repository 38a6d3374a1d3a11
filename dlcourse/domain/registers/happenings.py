"""What every register knows of its past: its events, who did what, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dlcourse.domain.registers.streams import RegisterStep
from dlcourse.domain.speech import Damaged, Event


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a register, who did it, and when (ISO 8601)."""

    event: Event
    by: str
    at: str

    @property
    def words(self) -> str:
        """The id of the text that the event points to; empty if there is none."""
        return getattr(self.event, "words", "")


@dataclass(frozen=True, slots=True)
class RegisterRecord:
    """Everything that happened in a register, in order."""

    happened: tuple[Happening, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The ids of all texts that the record points to."""
        return tuple(each.words for each in self.happened if each.words)

    @property
    def people(self) -> frozenset[str]:
        """Whoever did something here."""
        return frozenset(each.by for each in self.happened if each.by)

    @property
    def damaged(self) -> int:
        """The number of events that cannot be read any more."""
        return sum(isinstance(each.event, Damaged) for each in self.happened)

    @property
    def changed(self) -> str:
        """When something happened last (ISO 8601); empty if nothing has."""
        return self.happened[-1].at if self.happened else ""


def register_steps(happened: Sequence[Happening], names: Mapping[str, str]) -> tuple[RegisterStep, ...]:
    """What happened as it is listed, the newest first; ``names`` are by person."""
    steps = [
        RegisterStep(number=number, kind=type(each.event).__name__, by=names.get(each.by, ""), at=each.at)
        for number, each in enumerate(happened, 1)
    ]
    return tuple(reversed(steps))
