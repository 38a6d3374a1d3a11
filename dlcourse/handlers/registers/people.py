"""The people with whom a viewer keeps a register: those of their cohort, with their names there."""

from collections.abc import Iterable
from datetime import date

from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.relations import TAKE_PART, names_in
from dlcourse.store import utc_now


def today() -> date:
    """The day on which a register is looked at, in UTC."""
    return utc_now().date()


def people_here(context: ReadContext | WriteContext) -> frozenset[str]:
    """Whoever takes part in the viewer's cohort; nobody if they are in none. Observers and hosts do not count."""
    return people_of(context.viewer.cohort, context) if context.viewer.cohort else frozenset()


def people_of(cohort: str, context: ReadContext | WriteContext) -> frozenset[str]:
    """Whoever takes part in this cohort; nobody if there is no such cohort."""
    roles = context.transaction.members(COHORT + cohort)
    return frozenset(person for person, role in roles.items() if role in TAKE_PART)


def names_here(context: ReadContext, people: Iterable[str]) -> dict[str, str]:
    """The names of these people in the viewer's cohort; none if the viewer is in none, because nobody else is there."""
    cohort = context.viewer.cohort
    return names_in(cohort, people, context) if cohort else {}
