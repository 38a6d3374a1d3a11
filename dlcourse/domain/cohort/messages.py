"""What can be asked of a cohort; what then happens is in `happenings`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Query
from dlcourse.domain.viewer import cohort_name_text
from dlcourse.domain.words import MOST_LETTERS, Id, Words

CohortRole = Literal["participant", "facilitator", "co-facilitator", "observer", "host"]
"""What somebody can be in a cohort."""
GivenRole = Literal["participant", "co-facilitator", "observer"]
"""What facilitators can make of somebody. Only the facilitator key makes a facilitator."""
CodeKind = Literal["join", "facilitator"]
"""What a code is for: joining a cohort, or facilitating it."""
CohortVersion = Literal["course", "host"]
"""Which version of a session a cohort is shown: the course's, or the host's edited copy."""
MOST_REVIEWERS = 20
"""How many reviewers one person may have."""

Name = Annotated[Words, Field(min_length=1, max_length=MOST_LETTERS, pattern=r"\S")]


class CohortCommand(Command):
    """A command about one cohort; ``cohort`` is its id."""

    cohort: Id


class CreateCohort(CohortCommand):
    """Create a cohort with a new id. ``role`` is what its creator is there: its facilitator, or only its host.

    ``my_name`` is the creator's name there, which a facilitator needs.
    """

    name: Name
    role: Literal["facilitator", "host"] = "host"
    my_name: Words = Field(default="", max_length=MOST_LETTERS)

    def texts(self) -> dict[str, str]:
        """The cohort's name."""
        return {cohort_name_text(self.cohort): " ".join(self.name.split())}


class JoinCohort(CohortCommand):
    """Join a cohort under a name. Only a newcomer, who has shown a code for this cohort and this role, may say this."""

    name: Name
    role: Literal["participant", "facilitator"] = "participant"


class LeaveCohort(CohortCommand):
    """Leave the cohort. My work stays mine, and nobody there can see any of it from now on."""


class RenameMyself(CohortCommand):
    """Use another name in this cohort."""

    name: Name


class PersonCommand(CohortCommand):
    """What facilitators can do about one person of their cohort."""

    person: Id


class RenamePerson(PersonCommand):
    """Correct a person's name."""

    name: Name


class GiveRole(PersonCommand):
    """Make a person a participant, a co-facilitator or an observer."""

    role: GivenRole


class RemovePerson(PersonCommand):
    """Remove a person at once. Their work stays theirs, and they can be readmitted."""


class ReadmitPerson(PersonCommand):
    """Let a person back in who was removed or has left. They need a new phrase to come in."""


class ReplacePhrase(PersonCommand):
    """Make a new phrase for a person who lost theirs, and end the old one and their sessions. It is shown once."""


class MakeMyPhrase(CohortCommand):
    """Make a new phrase for myself, for another device; the old one ends. It is shown once."""


class ReplaceCode(CohortCommand):
    """Make a new join code or facilitator key; the old one stops working. It is shown once."""

    kind: CodeKind


class CloseCohort(CohortCommand):
    """Let nobody else join; those who are in go on."""


class ReopenCohort(CohortCommand):
    """Let people join again, or work again in an archived cohort."""


class ArchiveCohort(CohortCommand):
    """End the cohort: its people can still read, export and erase what is theirs, and do nothing new."""


class EraseCohort(CohortCommand):
    """Erase the cohort for good, with the work of everybody who is in no other cohort."""


class ChooseReviewers(CohortCommand):
    """Say who reviews what I share with reviewers; this replaces whom I chose before."""

    people: tuple[Id, ...] = Field(max_length=MOST_REVIEWERS)


class SetSessionDate(CohortCommand):
    """Set the day of a session of the course, or take it away again."""

    session: str = Field(min_length=1, max_length=80)
    on: date | None


class ChooseCohortVersion(CohortCommand):
    """Choose which version of a session this cohort is shown: the course's, or the copy that the host has edited."""

    session: str = Field(min_length=1, max_length=80)
    version: CohortVersion


class CohortQuery(Query):
    """A query about one cohort; ``cohort`` is its id."""

    cohort: Id


class Cohorts(Query):
    """The cohorts in which I take part; for the host, all cohorts."""


class CohortPeople(CohortQuery):
    """Who is in a cohort, for those who lead it."""


class MyCohort(CohortQuery):
    """What a member may know of a cohort: who leads it, who is in it, and its calendar."""
