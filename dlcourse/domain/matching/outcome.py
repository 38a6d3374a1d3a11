"""What comes of solving: a plan with a value, a bound and a proof for each stage, or the bounds that contradict.

Made by `dlcourse.engines.matching.solver`; put into sentences by `dlcourse.domain.matching.reasons`.
"""

from fractions import Fraction
from typing import Literal

from dlcourse.domain.matching.plan import STAGES, Measures, Plan, StageName, as_number, measure
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Value

Kind = Literal["least", "most", "hours", "pin", "pin_lead", "keep_off", "keep_off_lead"]


class Stage(Value):
    """One objective of a plan: its value, whether that is proven best, and a bound that no plan can pass.

    The bound (lower for what is minimised, upper for what is maximised) is one that the best plan cannot pass; it
    equals the value where the stage is proven. A stage is proven only if those before are.
    """

    name: StageName
    value: Fraction
    proven: bool
    bound: Fraction


class Bound(Value):
    """A bound that takes part in a contradiction: on a task, a person, or a wish written ``person=task``."""

    on: str
    bound: Kind
    value: Fraction


class Conflict(Value):
    """Bounds that cannot all be kept: leave any one out and a plan exists. Empty: no plan was found in time.

    ``minimal``: that is checked for each of them. ``smallest``: it is proven that no fewer contradict.
    """

    bounds: tuple[Bound, ...]
    minimal: bool = True
    smallest: bool = True


class Progress(Value):
    """How far the solving is: the stage in hand, the plan so far (None: none yet) with its stages, seconds since."""

    stage: StageName
    plan: Plan | None
    stages: tuple[Stage, ...]
    seconds: float


class Outcome(Value):
    """The end of solving: exactly one of ``plan`` and ``conflict``; ``stopped`` where somebody asked to stop.

    ``seconds`` are those of solving; where it is cut short, they count from the start of its process.
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
        """The value of each stage; empty where there is no plan."""
        return {stage.name: stage.value for stage in self.stages}


def stages(team: Team, plan: Plan, bounds: Measures, trivial: Measures) -> tuple[Stage, ...]:
    """The seven stages of a plan, measured, beside what is known of the best plan.

    ``bounds`` hold for plans as good as this one in the stages before. The best plan is such a plan up to the first
    stage that is not proven and in the next; it may be worse than this one in that next stage, in exchange for the
    one before, so that from there on only ``trivial`` bounds hold for it.
    """
    made: list[Stage] = []
    values = measure(team, plan)
    for at, name in enumerate(STAGES):
        sure, known = all(stage.proven for stage in made), all(stage.proven for stage in made[: max(at - 1, 0)])
        bound = bounds[name] if known else trivial[name]
        made.append(Stage(name=name, value=values[name], proven=sure and values[name] == bound, bound=bound))
    return tuple(made)


def change(before: Outcome, after: Outcome) -> list[int | float] | None:
    """The seven differences, after - before: what wishes cost, or an absence; None where one of them has no plan."""
    if before.plan is None or after.plan is None:
        return None
    return [as_number(after.values[name] - before.values[name]) for name in STAGES]
