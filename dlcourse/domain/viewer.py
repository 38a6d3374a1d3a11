"""Who asks: a person, the cohort in which they ask, and the roles that they have there."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["participant", "facilitator", "co-facilitator", "observer", "host"]
"""A role in a course. One person can have several."""

ERASED = "erased-"
"""The beginning of each id that replaced the id of an erased person."""


@dataclass(frozen=True)
class Viewer:
    """The viewer that a course is bound to. A person without a cohort is a participant."""

    person: str
    cohort: str = ""
    roles: frozenset[Role] = frozenset({"participant"})


def is_erased(person: str) -> bool:
    """Whether this id stands for a person who was erased."""
    return person.startswith(ERASED)
