"""How a viewer stands to the author of something that can be shared, in the cohort in which the viewer asks."""

from collections.abc import Iterable

from dlcourse.domain.policy import FACILITATORS, LEARNERS
from dlcourse.domain.sharing import Relation
from dlcourse.domain.viewer import COHORT, REVIEWERS, name_text
from dlcourse.handlers.context import ReadContext, WriteContext


def relations_to(context: ReadContext, author: str) -> frozenset[Relation]:
    """The viewer's relations to an author.

    Nobody stands in any relation to somebody who has left the cohort or is in another one. Whoever only runs the server
    or only observes is no reader.
    """
    viewer, transaction = context.viewer, context.transaction
    if viewer.person == author:
        return frozenset({"self"})
    mine, theirs = (transaction.role(COHORT + viewer.cohort, person) for person in (viewer.person, author))
    if mine not in LEARNERS - {"host"} or theirs is None:
        return frozenset()
    reviews = transaction.role(f"{REVIEWERS}{viewer.cohort}/{author}", viewer.person) == "reviewer"
    found: tuple[tuple[Relation, bool], ...] = (
        ("cohort", True),
        ("facilitator", mine in FACILITATORS),
        ("reviewer", reviews),
    )
    return frozenset(relation for relation, is_it in found if is_it)


LEFT = "Somebody who left"
"""Stands for the name of a person who has none in the cohort any more."""
TAKE_PART = LEARNERS - {"host"}
"""Roles of people with whom one can do something in a cohort."""


def others_here(context: ReadContext) -> tuple[tuple[str, str], ...]:
    """The others of the viewer's cohort who take part in it, each with their name, by name; none without a cohort."""
    cohort = context.viewer.cohort
    roles = context.transaction.members(COHORT + cohort) if cohort else {}
    ids = {person: name_text(cohort, person) for person, role in roles.items() if role in TAKE_PART}
    ids.pop(context.person, None)
    texts = context.transaction.texts(ids.values())
    named = ((person, texts[text]) for person, text in ids.items() if text in texts)
    return tuple(sorted(named, key=lambda each: each[1].casefold()))


def name_of(context: ReadContext, person: str) -> str:
    """A person's name in the viewer's cohort; empty if they have none there, or have left."""
    cohort = context.viewer.cohort
    if not is_in(cohort, person, context):
        return ""
    text = name_text(cohort, person)
    return context.transaction.texts([text]).get(text, "")


def names_in(cohort: str, people: Iterable[str], context: ReadContext | WriteContext) -> dict[str, str]:
    """The names of these people in this cohort. Who has left, or was removed, is called `LEFT`."""
    there = {context.person, *context.transaction.members(COHORT + cohort)}
    ids = {person: name_text(cohort, person) for person in people}
    texts = context.transaction.texts(text for person, text in ids.items() if person in there)
    return {person: texts.get(text) or LEFT for person, text in ids.items()}


def is_in(cohort: str, person: str, context: ReadContext | WriteContext) -> bool:
    """Whether this is the viewer, or somebody who is in the cohort at this moment."""
    return person == context.person or context.transaction.role(COHORT + cohort, person) is not None
