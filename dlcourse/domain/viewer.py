"""Who asks: a person, the cohort in which they ask, and the roles that they have there."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["participant", "facilitator", "co-facilitator", "observer", "host", "newcomer"]
"""A role in a course. One person can have several.

The host runs the server. A newcomer has shown a code that lets them join a cohort, and may do nothing else yet.
"""

COHORT = "cohort/"
"""Before a cohort's id: the stream of what happened to it. Its members are the cohort's people, with their roles."""

OVERVIEW = "overview/"
"""Before a cohort's id: the stream of the figures that were published about its people.

Whatever somebody does in the cohort is announced under it, to those who lead the cohort.
"""

ERASED = "erased-"
"""The beginning of each id that replaced the id of an erased person."""


REVIEWERS = "reviewers/"
"""Before a cohort's id and an author's id: the stream whose members review what the author shares with reviewers."""


@dataclass(frozen=True)
class Viewer:
    """The viewer that a course is bound to. A person without a cohort is a participant.

    ``cohort`` is the id of the cohort in which they ask; their ``roles`` are those that they have there.
    """

    person: str
    cohort: str = ""
    roles: frozenset[Role] = frozenset({"participant"})


def cohort_name_text(cohort: str) -> str:
    """The id of the text that holds a cohort's name. It belongs to whoever created the cohort."""
    return f"{cohort}/name"


def name_text(cohort: str, person: str) -> str:
    """The id of the text that holds a person's name in a cohort. It belongs to the person, whoever wrote it."""
    return f"{cohort}/{person}/name"


def is_erased(person: str) -> bool:
    """Whether this id stands for a person who was erased."""
    return person.startswith(ERASED)
