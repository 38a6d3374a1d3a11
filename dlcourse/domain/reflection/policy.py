"""Who may do and see what of a log: all of it belongs to its author, and others may read what is shared with them."""

from collections.abc import Collection
from typing import Literal

from dlcourse.domain.drafts import Drafts, DropDraft, KeepDraft
from dlcourse.domain.policy import OWN, SHARED, Rules
from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    ChangeCommitment,
    DeleteCommitment,
    MakeCommitment,
)
from dlcourse.domain.reflection.entries import ReviseEntry, ShareEntry, Visibility, WriteEntry
from dlcourse.domain.reflection.log import REFLECTION, OneEntry, SessionLog, SharedLog, WholeLog
from dlcourse.domain.speech import DRAFTS

RULES: Rules = {
    WriteEntry: OWN,
    ReviseEntry: OWN,
    ShareEntry: OWN,
    MakeCommitment: OWN,
    ChangeCommitment: OWN,
    AnswerCommitment: OWN,
    DeleteCommitment: OWN,
    KeepDraft: OWN,
    DropDraft: OWN,
    Drafts: OWN,
    WholeLog: OWN,
    SessionLog: OWN,
    OneEntry: OWN,
    SharedLog: SHARED,
    REFLECTION: OWN,
    DRAFTS: OWN,
}

Relation = Literal["self", "facilitator", "reviewer", "cohort"]
"""How somebody stands to the author of an entry; a stranger stands in none of these relations."""

READERS: dict[Visibility, frozenset[Relation]] = {
    "private": frozenset({"self"}),
    "facilitator": frozenset({"self", "facilitator"}),
    "reviewers": frozenset({"self", "reviewer"}),
    "cohort": frozenset({"self", "facilitator", "reviewer", "cohort"}),
}
"""Who may read the newest version of an entry. Earlier versions and drafts are always their author's alone."""


def may_read(relations: Collection[Relation], visibility: Visibility) -> bool:
    """Whether somebody in these relations to the author may read an entry of this visibility."""
    return not READERS[visibility].isdisjoint(relations)


def audiences(others: Collection[Relation]) -> tuple[Visibility, ...]:
    """The audiences that have readers, if these are all relations in which other people stand to the author.

    An entry for nobody else is always possible.
    """
    return tuple(name for name, readers in READERS.items() if name == "private" or not readers.isdisjoint(others))
