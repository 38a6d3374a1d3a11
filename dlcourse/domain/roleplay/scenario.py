"""A scenario as the course understands it: roles, options, facts and scenes.

Reading the author's file is `content.roleplay.scenarios`; whether its claims are true is `hidden_profile`.
"""

import operator
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from dlcourse.domain.speech import Value

Symbol = Literal[">=", "<=", ">", "<", "=="]
COMPARE: dict[Symbol, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}


class Indicator(Value):
    """A whole number the story keeps, shown as a small bar; stays within ``min`` and ``max``."""

    id: str
    name: str
    start: int
    min: int
    max: int

    def clamp(self, number: int) -> int:
        """The number, brought back within the bounds."""
        return max(self.min, min(self.max, number))


class Role(Value):
    """Somebody at the table. Exactly one role of a scenario decides."""

    id: str
    name: str
    about: str
    decides: bool = False


class Option(Value):
    """Something the group can decide."""

    id: str
    name: str


class Fact(Value):
    """Something that can be known. ``held_by`` lists role ids; ``weighs`` gives w_u(o), 0 where left out."""

    id: str
    text: str
    held_by: tuple[str, ...]
    weighs: dict[str, int] = {}

    def weight(self, option: str) -> int:
        """w_u(o): how far this fact speaks for (or, below 0, against) the option."""
        return self.weighs.get(option, 0)


class Comparison(Value):
    """An indicator held against a number, as in ``trust: ">= 2"``."""

    symbol: Symbol
    number: int

    def holds(self, value: int) -> bool:
        """Whether the indicator's value passes."""
        return COMPARE[self.symbol](value, self.number)


class Condition(Value):
    """When a choice is open: all parts must hold. ``chose`` entries read ``scene.choice`` or ``panel.option``."""

    indicators: dict[str, Comparison] = {}
    heard: tuple[str, ...] = ()
    not_heard: tuple[str, ...] = ()
    chose: tuple[str, ...] = ()
    not_chose: tuple[str, ...] = ()

    def holds(self, indicators: Mapping[str, int], heard: frozenset[str], chosen: frozenset[str]) -> bool:
        """Whether all parts hold for these indicator values, known facts and choices made."""
        return (
            all(comparison.holds(indicators[name]) for name, comparison in self.indicators.items())
            and heard.issuperset(self.heard)
            and heard.isdisjoint(self.not_heard)
            and chosen.issuperset(self.chose)
            and chosen.isdisjoint(self.not_chose)
        )


class Choice(Value):
    """One way on from a crossroads: what it changes, what it reveals, and why it matters."""

    id: str
    text: str
    leads_to: str
    feedback: str
    principles: tuple[str, ...] = ()
    when: Condition = Condition()
    effects: dict[str, int] = {}
    reveals: tuple[str, ...] = ()


class Panel(Value):
    """Facts are shared and ideas voiced for ``minutes`` of talk, then the deciding role decides."""

    kind: Literal["panel"] = "panel"
    id: str
    title: str
    text: str
    minutes: int
    leads_to: dict[str, str]


class Crossroads(Value):
    """A scene with choices; in a live group ``by`` (else the deciding role) makes the choice."""

    kind: Literal["choice"] = "choice"
    id: str
    text: str
    choices: tuple[Choice, ...]
    title: str = ""
    by: str = ""

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class End(Value):
    """Where a play ends and its debrief begins."""

    kind: Literal["end"] = "end"
    id: str
    text: str
    title: str = ""


Scene = Annotated[Panel | Crossroads | End, Field(discriminator="kind")]


T = TypeVar("T", Role, Fact, Option, Panel | Crossroads | End)


class Question(Value):
    """A debrief question of the author's, tied to principles."""

    ask: str
    principles: tuple[str, ...] = ()


class Scenario(Value):
    """A whole scenario file. Facts that every role holds are *shared*, all others *unique*."""

    id: str
    title: str
    summary: str
    minutes: int
    principles: tuple[str, ...]
    setting: str
    roles: tuple[Role, ...]
    start: str
    scenes: tuple[Scene, ...]
    debrief: tuple[Question, ...]
    source: str = ""
    indicators: tuple[Indicator, ...] = ()
    options: tuple[Option, ...] = ()
    profile: Literal["hidden", "manifest"] | None = None
    best: str | None = None
    decoy: str | None = None
    facts: tuple[Fact, ...] = ()

    @cached_property
    def decider(self) -> Role:
        """The one role that decides."""
        return next(role for role in self.roles if role.decides)

    @cached_property
    def panel(self) -> Panel | None:
        """The scene where facts are shared, if the scenario has one."""
        return next((scene for scene in self.scenes if isinstance(scene, Panel)), None)

    @cached_property
    def shared(self) -> tuple[Fact, ...]:
        """S: the facts every role holds."""
        everyone = {role.id for role in self.roles}
        return tuple(fact for fact in self.facts if everyone.issubset(fact.held_by))

    @cached_property
    def unique(self) -> tuple[Fact, ...]:
        """The facts not in S, in file order; several roles may hold one."""
        return tuple(fact for fact in self.facts if fact not in self.shared)

    def own(self, role: str) -> tuple[Fact, ...]:
        """U_i: the unique facts this role holds."""
        return tuple(fact for fact in self.unique if role in fact.held_by)

    def role(self, role_id: str) -> Role:
        """The role with this id; KeyError where there is none."""
        return _by_id(self.roles, role_id)

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; KeyError where there is none."""
        return _by_id(self.facts, fact_id)

    def option(self, option_id: str) -> Option:
        """The option with this id; KeyError where there is none."""
        return _by_id(self.options, option_id)

    def scene(self, scene_id: str) -> Panel | Crossroads | End:
        """The scene with this id; KeyError where there is none."""
        return _by_id(self.scenes, scene_id)


def _by_id(things: tuple[T, ...], wanted: str) -> T:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
