"""The seats of a group before the start: who will act for each role, and who will decide."""

from typing import NamedTuple

from dlcourse.domain.live.room import Room
from dlcourse.domain.live.seat_views import Holder
from dlcourse.domain.roleplay.scenario import Role, Scenario


class SeatToCome(NamedTuple):
    """A seat before the start. ``person`` is empty for a role that nobody has."""

    role: Role
    person: str
    holder: Holder
    decides: bool


def seats_to_come(room: Room, group: int, scenario: Scenario) -> tuple[SeatToCome, ...]:
    """The seats of a group, in the order of the file, as they will be if the session starts now."""
    there = {place.role: place.person for place in room.in_group(group) if place.role}
    vacant: Holder = "stand-in" if room.opened.settings.absence == "stand-in" else "nobody"
    acting = [role.id for role in scenario.roles if role.id in there or vacant == "stand-in"]
    own = scenario.decider.id
    decider = own if own in acting or not acting else acting[0]
    return tuple(
        SeatToCome(role, there.get(role.id, ""), "person" if role.id in there else vacant, role.id == decider)
        for role in scenario.roles
    )
