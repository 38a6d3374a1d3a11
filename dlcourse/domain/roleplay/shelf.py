"""The scenarios that a person can play, and their own files that cannot be played."""

from dataclasses import dataclass

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Value


class Fault(Value):
    """A scenario file of one's own that cannot be played, and why, one line for each reason."""

    file: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """A scenario that can be played; ``own`` if it is not one of the course's."""

    scenario: Scenario
    own: bool


@dataclass(frozen=True)
class Shelf:
    """All scenarios that can be played, the course's first, and the files of one's own that cannot."""

    books: tuple[Book, ...]
    faults: tuple[Fault, ...]
