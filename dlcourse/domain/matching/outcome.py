"""The outcome of solving: a plan with a value, a bound and a proof for each stage, or the bounds that contradict.

`engines.matching.solver` makes outcomes; `reasons` puts them into sentences.
"""

from fractions import Fraction
from typing import Literal

from dlcourse.domain.matching.plan import STAGES, Measures, Plan, StageName, as_number, measure
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Value

Kind = Literal["least", "most", "hours", "pin", "pin_lead", "keep_off", "keep_off_lead"]


class Stage(Value):
    """One objective of a plan: its value, whether that is proven best, and a bound.

    No best plan can beat the bound, which is a lower one if the stage is minimized and an upper one if it is maximized.
    It equals the value if the stage is proven. A stage is proven only if the earlier ones are.
    """

    name: StageName
    value: Fraction
    proven: bool
    bound: Fraction


class Bound(Value):
    """A bound that is part of a contradiction: on a task, on a person, or on a wish written ``person=task``."""

    on: str
    bound: Kind
    value: Fraction


class Conflict(Value):
    """Bounds that cannot all be satisfied; without any one of them a plan exists. Empty if no plan was found in time.

    ``minimal``: this was checked for each of them. ``smallest``: it is proven that no smaller set contradicts.
    """

    bounds: tuple[Bound, ...]
    minimal: bool = True
    smallest: bool = True


class Progress(Value):
    """The progress of solving: the current stage, the plan so far (or None) with its stages, and the seconds so far."""

    stage: StageName
    plan: Plan | None
    stages: tuple[Stage, ...]
    seconds: float


class Outcome(Value):
    """The end of solving: exactly one of ``plan`` and ``conflict``; ``stopped`` if somebody asked to stop.

    ``seconds`` is the time spent on solving. If the process was cut short, it counts from the start of the process.
    """

    plan: Plan | None
    stages: tuple[Stage, ...]
    conflict: Conflict | None
    seconds: float
    stopped: bool = False

    @property
    def proven(self) -> bool:
        """Whether the plan is proven best in all seven stages."""
        return self.plan is not None and all(stage.proven for stage in self.stages)

    @property
    def values(self) -> Measures:
        """The value of each stage; empty if there is no plan."""
        return {stage.name: stage.value for stage in self.stages}


def stages(team: Team, plan: Plan, bounds: Measures, trivial: Measures) -> tuple[Stage, ...]:
    """The seven stages of a plan, measured, with what is known about the best plan.

    ``bounds`` hold for plans that are as good as this one in the earlier stages. That includes the best plan up to the
    first stage that is not proven. From the stage after it, the best plan may be worse than this one in exchange for a
    gain in the unproven stage, so only ``trivial`` bounds hold there.
    """
    made: list[Stage] = []
    values = measure(team, plan)
    for at, name in enumerate(STAGES):
        sure, known = all(stage.proven for stage in made), all(stage.proven for stage in made[: max(at - 1, 0)])
        bound = bounds[name] if known else trivial[name]
        made.append(Stage(name=name, value=values[name], proven=sure and values[name] == bound, bound=bound))
    return tuple(made)


def change(before: Outcome, after: Outcome) -> list[int | float] | None:
    """The seven differences, after minus before: the cost of wishes or of an absence; None if one has no plan."""
    if before.plan is None or after.plan is None:
        return None
    return [as_number(after.values[name] - before.values[name]) for name in STAGES]
