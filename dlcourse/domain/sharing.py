"""Who may read what somebody wrote: the author chooses, and nothing is shared without that choice.

Each subject that has something to share uses the same choices and the same rule.
"""

from collections.abc import Collection
from typing import Literal

Visibility = Literal["private", "facilitator", "reviewers", "cohort"]
"""The author's choice."""
Relation = Literal["self", "facilitator", "reviewer", "cohort"]
"""How somebody stands to an author; a stranger stands in none of these relations."""

READERS: dict[Visibility, frozenset[Relation]] = {
    "private": frozenset({"self"}),
    "facilitator": frozenset({"self", "facilitator"}),
    "reviewers": frozenset({"self", "reviewer"}),
    "cohort": frozenset({"self", "facilitator", "reviewer", "cohort"}),
}
"""Who may read the newest version. Earlier versions and drafts are always their author's alone."""


def may_read(relations: Collection[Relation], visibility: Visibility) -> bool:
    """Whether somebody in these relations to the author may read what has this visibility."""
    return not READERS[visibility].isdisjoint(relations)


def audiences(others: Collection[Relation]) -> tuple[Visibility, ...]:
    """The audiences that have readers, if these are all relations in which other people stand to the author.

    What nobody else can read is always possible.
    """
    return tuple(name for name, readers in READERS.items() if name == "private" or not readers.isdisjoint(others))
