"""The people with whom a viewer keeps a register: those of their cohort, with their names there."""

from collections.abc import Iterable
from datetime import date

from dlcourse.domain.policy import LEARNERS
from dlcourse.domain.viewer import COHORT, name_text
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.store import utc_now

LEFT = "Somebody who left"
"""Stands for the name of a person who has none in the cohort any more."""


def today() -> date:
    """The day on which a register is looked at, in UTC."""
    return utc_now().date()


def people_here(context: ReadContext | WriteContext) -> frozenset[str]:
    """Whoever takes part in the viewer's cohort; nobody if they are in none. Observers and hosts do not count."""
    cohort = context.viewer.cohort
    roles = context.transaction.members(COHORT + cohort) if cohort else {}
    return frozenset(person for person, role in roles.items() if role in LEARNERS - {"host"})


def names_here(context: ReadContext, people: Iterable[str]) -> dict[str, str]:
    """The names of these people in the viewer's cohort; none if the viewer is in none, because nobody else is there.

    Who has left, or was removed, has no name any more.
    """
    cohort = context.viewer.cohort
    return names_in(cohort, people, context) if cohort else {}


def names_in(cohort: str, people: Iterable[str], context: ReadContext) -> dict[str, str]:
    """The names of these people in this cohort; who is not in it any more has none."""
    there = {context.person, *context.transaction.members(COHORT + cohort)}
    ids = {person: name_text(cohort, person) for person in people}
    texts = context.transaction.texts(text for person, text in ids.items() if person in there)
    return {person: texts.get(text) or LEFT for person, text in ids.items()}


def is_in(cohort: str, person: str, context: ReadContext) -> bool:
    """Whether this is the viewer, or somebody who is in the cohort at this moment."""
    return person == context.person or context.transaction.role(COHORT + cohort, person) is not None
