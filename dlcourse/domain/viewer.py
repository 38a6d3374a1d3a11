"""Who asks: a person, the cohort in which they ask, and the roles that they have there."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["participant", "facilitator", "co-facilitator", "observer", "host"]
"""What somebody may be in a course; one person can be several of these."""

ERASED = "erased-"
"""How the id of a person begins that has taken the place of somebody who was erased."""


@dataclass(frozen=True)
class Viewer:
    """Whoever a course is bound to. A person alone, in no cohort, is a participant."""

    person: str
    cohort: str = ""
    roles: frozenset[Role] = frozenset({"participant"})


def is_erased(person: str) -> bool:
    """Whether nobody answers to this id any more, because the person it stood for was erased."""
    return person.startswith(ERASED)
