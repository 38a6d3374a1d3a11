"""Reads a cohort from the store: its state, the names of its people, and the days of its sessions."""

from collections.abc import Iterable

from dlcourse.domain.cohort.state import CohortState, cohort_of
from dlcourse.domain.cohort.views import NamedPerson, PersonCard, SessionDate
from dlcourse.domain.policy import no_such_cohort
from dlcourse.domain.viewer import COHORT, Viewer, cohort_name_text, is_erased, name_text
from dlcourse.errors import CourseError
from dlcourse.handlers.access import ENDED, REOPENED
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.store import ReadTransaction, WriteTransaction

CLOSED = "CohortClosed"
"""The event after which nobody can join."""


def state_of(transaction: ReadTransaction, cohort: str) -> CohortState:
    """The state of a cohort; `CourseError` if there is none."""
    kept = transaction.readable_events(COHORT + cohort)
    if not kept:
        raise no_such_cohort()
    return cohort_of((each.event, each.at) for each in kept)


def roles_in(context: ReadContext | WriteContext, cohort: str) -> Viewer:
    """The viewer with the roles that they have in this cohort; a host keeps that role everywhere."""
    role = context.transaction.role(COHORT + cohort, context.person)
    roles = {role} if role else set()
    return Viewer(context.person, cohort, frozenset(roles) | (context.viewer.roles & {"host"}))  # type: ignore[arg-type]


def names(transaction: ReadTransaction, cohort: str, people: Iterable[str]) -> dict[str, str]:
    """The names of these people in this cohort, by their ids; empty for those who were erased."""
    ids = {person: name_text(cohort, person) for person in people}
    texts = transaction.texts(ids.values())
    return {person: texts.get(text, "") for person, text in ids.items()}


def named(found: dict[str, str], people: Iterable[str]) -> tuple[NamedPerson, ...]:
    """These people with their names, in alphabetical order, without those who were erased."""
    there = (NamedPerson(person=person, name=found[person]) for person in people if found[person])
    return tuple(sorted(there, key=lambda each: each.name.casefold()))


def person_cards(state: CohortState, found: dict[str, str]) -> tuple[PersonCard, ...]:
    """Everybody who is or was in the cohort, in the order in which they joined, without those who were erased."""
    return tuple(
        PersonCard(
            person=member.person,
            name=found[member.person],
            role=member.role,
            joined=member.joined,
            presence=member.presence,
        )
        for member in state.members.values()
        if not is_erased(member.person)
    )


def session_dates(context: ReadContext, state: CohortState) -> tuple[SessionDate, ...]:
    """The sessions of the course with their days in this cohort."""
    sessions = context.library.curriculum().sessions
    return tuple(SessionDate(session=each.id, title=each.title, on=state.dates.get(each.id)) for each in sessions)


def cohort_name(transaction: ReadTransaction, cohort: str) -> str:
    """The name of a cohort; empty if it was erased."""
    text = cohort_name_text(cohort)
    return transaction.texts([text]).get(text, "")


def refuse_joining(transaction: ReadTransaction, stream: str) -> None:
    """Raise a `CourseError` if there is no such cohort, or if its latest change of status was to close it."""
    if not transaction.length(stream):
        raise no_such_cohort()
    if transaction.latest_kind(stream, (CLOSED, ENDED, REOPENED)) in {CLOSED, ENDED}:
        raise CourseError("cohort", "it takes in nobody new", "Ask whoever leads it.")


def keep_name(transaction: WriteTransaction, cohort: str, person: str, name: str) -> None:
    """Store a person's name, in place of the one before. The text belongs to that person, whoever writes it.

    Raises a `CourseError` if it is empty.
    """
    if not name.strip():
        raise CourseError("name", "it is empty", "Write the name as the cohort knows this person.")
    transaction.drop_texts(person, [name_text(cohort, person)])
    transaction.keep_texts(person, {name_text(cohort, person): " ".join(name.split())})
