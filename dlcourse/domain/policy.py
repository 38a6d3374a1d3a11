"""Who may do and see what. Every handler asks here before it records or shows anything."""

from collections.abc import Collection
from typing import Literal

from dlcourse.domain.reflection.entries import Visibility
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.scrutiny.round import Round
from dlcourse.errors import CourseError

Relation = Literal["self", "facilitator", "reviewer", "cohort"]
"""How somebody stands to the author of an entry; a stranger stands in none of these relations."""

READERS: dict[Visibility, frozenset[Relation]] = {
    "private": frozenset({"self"}),
    "facilitator": frozenset({"self", "facilitator"}),
    "reviewers": frozenset({"self", "reviewer"}),
    "cohort": frozenset({"self", "facilitator", "reviewer", "cohort"}),
}
"""Who may read the newest version of an entry. Earlier versions and drafts are their author's alone, always."""


def may_read(relations: Collection[Relation], visibility: Visibility) -> bool:
    """Whether somebody who stands so to the author may read an entry of this visibility."""
    return not READERS[visibility].isdisjoint(relations)


def seat_of(play: Play, person: str) -> str:
    """The role this person plays at the table; only who sits there may see it or move.

    Somebody else's play and one that does not exist are refused in the same words, so that nothing is told.
    """
    for role, holder in play.seats.items():
        if holder == person:
            return role
    raise no_such_play()


def no_such_play() -> CourseError:
    """The one answer to whoever asks for a play that is not theirs or not there."""
    return CourseError("play", "there is no such play of yours", "Choose one from the list, or begin a new one.")


def member_of(circle: Round, person: str) -> str:
    """The seat of this person in a scrutiny round; refused in the same words whether it is not theirs or not there."""
    for seat, holder in circle.seats.items():
        if holder == person:
            return seat
    raise no_such_round()


def no_such_round() -> CourseError:
    """The one answer to whoever asks for a round that is not theirs or not there."""
    return CourseError("round", "there is no such round of yours", "Reload the page, or begin a new one.")
