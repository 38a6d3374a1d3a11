"""A group of a live session at one moment: its seats, its phase, its clock, and what was said at its table.

It checks nothing; `moves`, `group_leading` and `follow_up` have the rules. What was said is a `Play`, so the table, the
scripted colleagues and the debrief are those of every role-play. If stand-ins replace people who are absent, the roles
for which nobody in the room acts are scripted in that play.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from dlcourse.domain.live.happenings import GroupFormed
from dlcourse.domain.live.settings import Phase, in_arm
from dlcourse.domain.roleplay.messages import PlayBegun
from dlcourse.domain.roleplay.play import Play, begin
from dlcourse.domain.roleplay.scenario import Fact, Scenario
from dlcourse.domain.viewer import is_erased

NOBODY = "nobody"
"""Stands for the person of a seat that nobody acts for, where no stand-in takes it."""
RANK: Mapping[Phase, int] = {
    "waiting": 0,
    "preference": 1,
    "talk": 2,
    "decision": 3,
    "choice": 4,
    "outcome": 5,
    "debrief": 6,
}
"""The order of the phases. Only a story that leads on to another scene starts again from an earlier one."""


@dataclass(frozen=True, eq=False)
class LiveGroup:
    """A group at one moment, equal only to itself.

    ``play`` is what was said, in the scenario as the group's arm has it, and ``times`` says when each of its turns was
    said. ``seats`` gives the person of each role that has one, and ``gone`` the roles whose person is gone. ``dealt``
    gives the roles that got a fact of somebody who is gone. ``until`` is when the phase ends; ``left`` are the seconds
    that are left while the clock is stopped. ``scenes`` counts the scenes so far, ``steps`` the phases, and ``turns``
    the decisions and choices before this phase. ``would`` gives what roles would choose, by scene. ``began`` is when
    the first phase began.
    """

    formed: GroupFormed
    play: Play
    seats: Mapping[str, str]
    observers: frozenset[str]
    times: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()
    dealt: Mapping[str, frozenset[str]] = field(default_factory=dict)
    phase: Phase = "waiting"
    until: datetime | None = None
    paused: bool = False
    left: float | None = None
    scenes: int = 0
    steps: int = 0
    new_to: Mapping[str, frozenset[str]] = field(default_factory=dict)
    supports: Mapping[int, frozenset[str]] = field(default_factory=dict)
    would: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    shown: bool = False
    turns: int = 0
    began: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario as this group plays it."""
        return self.play.scenario

    @cached_property
    def present(self) -> frozenset[str]:
        """The roles whose person is there."""
        there = {role for role, person in self.seats.items() if not is_erased(person)}
        return frozenset(there - self.gone)

    @cached_property
    def acting(self) -> frozenset[str]:
        """The roles for which somebody acts: a person who is there, or a stand-in."""
        if self.formed.settings.absence == "stand-in":
            return frozenset(role.id for role in self.scenario.roles)
        return self.present

    @property
    def decider(self) -> str:
        """The role that decides: the scenario's or, if nobody acts for it, the first one for which somebody acts."""
        own = self.scenario.decider.id
        return own if own in self.acting else self._first_acting() or own

    @property
    def chooser(self) -> str:
        """The role that chooses in a branching scene: the one the scene names, or else the one that decides."""
        named = getattr(self.play.here, "by", "")
        return named if named and (named in self.acting or not self.acting) else self.decider

    def may_choose(self, role: str) -> bool:
        """Whether this role may choose now. For a role that is played by a stand-in, anybody at the table may."""
        return role in self.present and (role == self.chooser or self.chooser not in self.present)

    def role_of(self, person: str) -> str:
        """The role that this person has; empty if they have none."""
        return next((role for role, holder in self.seats.items() if holder == person), "")

    def holders(self, fact: Fact) -> frozenset[str]:
        """The roles that hold a fact now: those of the scenario, and those to which it was dealt."""
        return frozenset(fact.held_by) | self.dealt.get(fact.id, frozenset())

    def knows(self, role: str) -> tuple[Fact, ...]:
        """The facts that a role knows now, in the order of the file: its own, dealt, voiced and revealed ones."""
        heard = self.play.heard
        return tuple(fact for fact in self.scenario.facts if fact.id in heard or role in self.holders(fact))

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be said."""
        return self.phase in {"outcome", "debrief"}

    @property
    def turned(self) -> bool:
        """Whether somebody has decided or chosen in this phase, so that it is over."""
        return self.phase in {"decision", "choice"} and len(self.play.chosen) > self.turns

    @property
    def position(self) -> tuple[int, int]:
        """How far the group is. It never goes back."""
        return (0, 0) if self.phase == "waiting" else (self.scenes + self.is_over, RANK[self.phase])

    def _first_acting(self) -> str:
        return next((role.id for role in self.scenario.roles if role.id in self.acting), "")


def form(formed: GroupFormed, scenario: Scenario) -> LiveGroup:
    """The group right after it was formed. ``scenario`` is as it is stored, without the group's arm."""
    armed = in_arm(scenario, formed.arm)
    seed = f"{formed.session}/{formed.group}"
    begun = PlayBegun(scenario=formed.scenario, title=armed.title, about=armed.id, seats={}, seed=seed)
    group = LiveGroup(formed, begin(begun, armed), formed.seats, frozenset(formed.observers))
    return with_people(group)


def with_people(group: LiveGroup, **changed: object) -> LiveGroup:
    """The group after a change of its seats; its play learns who acts for which role."""
    group = replace(group, **changed)  # type: ignore[arg-type]
    acting = {role: group.seats[role] for role in group.present}
    if group.formed.settings.absence == "re-deal":
        acting = {role.id: acting.get(role.id, NOBODY) for role in group.scenario.roles}
    return replace(group, play=replace(group.play, seats=acting))


def unheld(group: LiveGroup) -> tuple[Fact, ...]:
    """The facts that nobody who acts at this table holds, and that were not said, although somebody acts there."""
    if not group.acting:
        return ()
    heard = group.play.heard
    return tuple(
        fact for fact in group.scenario.facts if fact.id not in heard and not group.holders(fact) & group.acting
    )


def deal(group: LiveGroup, facts: Iterable[Fact]) -> dict[str, str]:
    """Who gets each of these facts: whoever acts and holds the fewest facts so far; then in the order of the file."""
    counts = {role.id: _count(group, role.id) for role in group.scenario.roles if role.id in group.acting}
    dealt: dict[str, str] = {}
    for fact in facts:
        role = min(counts, key=lambda each: counts[each])
        counts[role] += 1
        dealt[fact.id] = role
    return dealt


def _count(group: LiveGroup, role: str) -> int:
    return sum(role in group.holders(fact) for fact in group.scenario.facts)


def added(roles: Mapping[str, Set[str]], key: str, role: str) -> dict[str, frozenset[str]]:
    """The mapping with one more role under this key."""
    return {**{known: frozenset(those) for known, those in roles.items()}, key: frozenset(roles.get(key, ())) | {role}}
