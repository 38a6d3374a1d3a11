"""Who sits at a live table, as the sentences of a role-play speak of them."""

from collections.abc import Sequence

from dlcourse.domain.live.seat_views import LiveFact, LiveGroupView, LiveMate
from dlcourse.domain.roleplay.table import NamedChoice, Seat
from dlcourse.pages.roleplay.talk import Cast
from dlcourse.pages.words import listed


def cast_of(group: LiveGroupView) -> Cast:
    """The cast of a table: the options, and which facts everybody held."""
    return cast(group.mates, group.options, group.facts)


def cast(mates: Sequence[LiveMate], options: Sequence[NamedChoice], facts: Sequence[LiveFact]) -> Cast:
    """The cast, from its parts. A role that nobody sits at counts as somebody's, because nobody chooses for it."""
    seats = [
        Seat(id=mate.role, name=mate.name, about=mate.about, decides=mate.decides, you=mate.you, person=True)
        for mate in mates
    ]
    return Cast(seats, options, {fact.id for fact in facts if fact.since == "everyone"})


def people(roles: Sequence[str], who: Cast) -> str:
    """These roles as a list in a sentence."""
    return listed([who.call(role) for role in roles])
