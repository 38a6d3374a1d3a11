"""What happens to a cohort and its people.

Names of people and of cohorts are personal text: events point to them. Codes, keys and phrases are in no event.
"""

from collections.abc import Mapping
from datetime import date

from dlcourse.domain.cohort.messages import CodeKind, CohortRole, CohortVersion
from dlcourse.domain.speech import Event


class CohortCreated(Event):
    """A cohort was created; ``name`` points to its name."""

    by: str
    name: str
    role: CohortRole

    def new_roles(self) -> Mapping[str, str]:
        """Its creator."""
        return {self.by: self.role}


class PersonEvent(Event):
    """Something that happened to one person of a cohort."""

    person: str


class PersonJoined(PersonEvent):
    """A person joined; ``name`` points to their name."""

    name: str
    role: CohortRole

    def new_roles(self) -> Mapping[str, str]:
        """The person."""
        return {self.person: self.role}


class PersonRenamed(PersonEvent):
    """A person has another name; ``name`` points to it."""

    name: str


class RoleGiven(PersonEvent):
    """A person has another role."""

    role: CohortRole

    def new_roles(self) -> Mapping[str, str]:
        """The person."""
        return {self.person: self.role}


class PersonLeft(PersonEvent):
    """A person left the cohort."""

    def former_members(self) -> frozenset[str]:
        """The person."""
        return frozenset({self.person})


class PersonRemoved(PersonEvent):
    """A person was removed from the cohort."""

    def former_members(self) -> frozenset[str]:
        """The person."""
        return frozenset({self.person})


class PersonReadmitted(PersonEvent):
    """A person is back in the cohort."""

    role: CohortRole

    def new_roles(self) -> Mapping[str, str]:
        """The person."""
        return {self.person: self.role}


class PhraseReplaced(PersonEvent):
    """A person's phrase was replaced."""


class CodeReplaced(Event):
    """The join code or the facilitator key was replaced."""

    kind: CodeKind


class CohortClosed(Event):
    """Nobody can join any more."""


class CohortReopened(Event):
    """People can join and work again."""


class CohortArchived(Event):
    """The cohort has ended."""


class ReviewersChosen(Event):
    """A person said who reviews what they share with reviewers. The stream is theirs alone."""

    reviewers: tuple[str, ...]
    former: tuple[str, ...] = ()

    def new_roles(self) -> Mapping[str, str]:
        """The reviewers."""
        return dict.fromkeys(self.reviewers, "reviewer")

    def former_members(self) -> frozenset[str]:
        """Those who are reviewers no longer."""
        return frozenset(self.former)


class CohortVersionChosen(Event):
    """The host chose which version of a session the cohort is shown."""

    session: str
    version: CohortVersion


class SessionDateSet(Event):
    """A session of the course got a day, or lost it."""

    session: str
    on: date | None
