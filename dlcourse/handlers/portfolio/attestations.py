"""What facilitators confirmed of a person, for the person's certificates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dlcourse.domain.overview.sign_offs import Confirmation
from dlcourse.domain.portfolio.certificate import Attestation, DoneSession, Issued
from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.cohort.reading import cohort_name, names
from dlcourse.handlers.overview.sign_offs import confirmed_in
from dlcourse.store import ReadTransaction


@dataclass(frozen=True)
class Confirmed:
    """A confirmation with the names of those whom it is about."""

    confirmation: Confirmation
    by: str
    cohort: str
    name: str

    def about(self, issued: Issued) -> Attestation | None:
        """What it confirms of the sessions that a certificate covers; None if none of these."""
        sessions = _covered(issued, self.confirmation.sessions)
        if not sessions:
            return None
        return Attestation(by=self.by, cohort=self.cohort, name=self.name, at=self.confirmation.at, sessions=sessions)


def confirmed_of(transaction: ReadTransaction, person: str) -> tuple[Confirmed, ...]:
    """What was confirmed of this person in each cohort in which they take part, by somebody who still has a name."""
    return tuple(_confirmed(transaction, person))


def with_confirmations(issued: Iterable[Issued], confirmed: Iterable[Confirmed]) -> tuple[Issued, ...]:
    """The certificates, each with what was confirmed of what it covers."""
    listed = tuple(confirmed)
    return tuple(
        one.model_copy(update={"confirmed": tuple(found for each in listed if (found := each.about(one)))})
        for one in issued
    )


def _confirmed(transaction: ReadTransaction, person: str) -> Iterator[Confirmed]:
    for stream in transaction.roles(COHORT, person):
        cohort = stream.removeprefix(COHORT)
        if found := confirmed_in(transaction, cohort).get(person):
            known = names(transaction, cohort, {person, found.by})
            if known[person] and known[found.by]:
                yield Confirmed(found, known[found.by], cohort_name(transaction, cohort), known[person])


def _covered(issued: Issued, sessions: Iterable[str]) -> tuple[DoneSession, ...]:
    confirmed = frozenset(sessions)
    return tuple(session for session in issued.scope.done if session.id in confirmed)
