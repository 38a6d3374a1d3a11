"""A scenario as the course understands it: roles, options, facts and scenes.

Reading the author's file is `content.roleplay.scenarios`; whether its claims are true is `hidden_profile`.
"""

from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from dlcourse.domain.roleplay.conditions import Condition
from dlcourse.domain.roleplay.fields import (
    FactName,
    Id,
    IndicatorName,
    LaterFields,
    Lines,
    Minutes,
    Number,
    OptionName,
    PrincipleName,
    RoleName,
    SceneName,
    Text,
    at_least,
)
from dlcourse.domain.speech import Value


class Indicator(Value):
    """A whole number the story keeps, shown as a small bar; stays within ``min`` and ``max``."""

    id: Id
    name: Text
    start: Number
    min: Number
    max: Number

    def clamp(self, number: int) -> int:
        """The number, brought back within the bounds."""
        return max(self.min, min(self.max, number))


class Voice(Value):
    """How a role speaks: sentences in the first person, used in turn, for each thing that a colleague can do."""

    answers: Lines = ()
    hesitates: Lines = ()
    credited: Lines = ()
    passed_over: Lines = ()


class Role(LaterFields):
    """Somebody at the table. Exactly one role of a scenario decides. ``portrait`` is the id of a figure, or ""."""

    id: Id
    name: Text
    about: Text
    decides: bool = False
    voice: Voice = Voice()
    portrait: Id = ""


class Option(Value):
    """Something the group can decide."""

    id: Id
    name: Text


class Fact(LaterFields):
    """Something that can be known. ``held_by`` lists role ids; ``weighs`` gives w_u(o), 0 where left out.

    ``said`` is the fact as its holder says it, or ""; ``touches`` gives what a role says when it hears it;
    ``explains`` tells that it is dated to the change that the case is about.
    """

    id: Id
    text: Text
    held_by: Annotated[tuple[RoleName, ...], at_least(1)]
    weighs: dict[OptionName, Number] = {}
    said: Text = ""
    touches: dict[RoleName, Text] = {}
    explains: bool = False

    def weight(self, option: str) -> int:
        """w_u(o): how far this fact speaks for (or, below 0, against) the option."""
        return self.weighs.get(option, 0)


class Choice(Value):
    """One way on from a crossroads: what it changes, what it reveals, and why it matters."""

    id: Id
    text: Text
    leads_to: SceneName
    feedback: Text
    principles: tuple[PrincipleName, ...] = ()
    when: Condition = Condition()
    effects: dict[IndicatorName, Number] = {}
    reveals: tuple[FactName, ...] = ()


class Panel(Value):
    """Facts are shared and ideas voiced for ``minutes`` of talk, then the deciding role decides."""

    kind: Literal["panel"] = "panel"
    id: Id
    title: Text
    text: Text
    minutes: Minutes
    leads_to: dict[OptionName, SceneName]


class Crossroads(Value):
    """A scene with choices; in a live group ``by`` (else the deciding role) makes the choice."""

    kind: Literal["choice"] = "choice"
    id: Id
    text: Text
    choices: Annotated[tuple[Choice, ...], at_least(1)]
    title: Text = ""
    by: RoleName = ""

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class End(Value):
    """Where a play ends and its debrief begins."""

    kind: Literal["end"] = "end"
    id: Id
    text: Text
    title: Text = ""


Scene = Annotated[Panel | Crossroads | End, Field(discriminator="kind")]


T = TypeVar("T", Role, Fact, Option, Panel | Crossroads | End)


class Question(Value):
    """A debrief question of the author's, tied to principles."""

    ask: Text
    principles: tuple[PrincipleName, ...] = ()


class Scenario(Value):
    """A whole scenario file. Facts that every role holds are *shared*, all others *unique*."""

    id: Id
    title: Text
    summary: Text
    minutes: Annotated[int, Field(ge=1, le=1_000_000)]
    principles: Annotated[tuple[PrincipleName, ...], at_least(1)]
    setting: Text
    roles: Annotated[tuple[Role, ...], at_least(1)]
    start: SceneName
    scenes: Annotated[tuple[Scene, ...], at_least(1)]
    debrief: Annotated[tuple[Question, ...], at_least(1)]
    source: Text = ""
    indicators: tuple[Indicator, ...] = ()
    options: Annotated[tuple[Option, ...], at_least(2)] = ()
    profile: Literal["hidden", "manifest"] | None = None
    best: OptionName | None = None
    decoy: OptionName | None = None
    facts: Annotated[tuple[Fact, ...], at_least(1)] = ()

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
        shared = {fact.id for fact in self.shared}
        return tuple(fact for fact in self.facts if fact.id not in shared)

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
