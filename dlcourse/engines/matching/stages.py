"""Solves the seven stages one after the other; each is kept at its optimum for the next.

The plan so far is always a complete plan. A stage's bound holds for every plan that is as good in the earlier stages. A
stage that takes too long is left with its bound and resumed when the others are done.
"""

import math
import time
from collections.abc import Callable
from fractions import Fraction

from dlcourse.domain.matching.plan import STAGES, Measures, Plan, StageName, better, measure
from dlcourse.domain.matching.violations import violations
from dlcourse.engines.matching.linear_program import TOLERANCE, Answer, Columns, minimize
from dlcourse.engines.matching.min_max_load import lighten
from dlcourse.engines.matching.model import Model, sign
from dlcourse.engines.matching.solver_input import SolverInput

PATIENCE = 0.4
"""The share of the remaining time that one stage may take before the next ones have had their turn."""


class ImpossibleError(Exception):
    """No plan satisfies the bounds."""


class Search:
    """The search for the best plan of one team: the plan so far, its values, and a bound for each stage."""

    def __init__(
        self, given: SolverInput, seconds: float, report: Callable[["Search"], None], first: Plan | None
    ) -> None:
        """Start from a plan that satisfies the bounds, if one is known. ``report`` is called whenever there is news."""
        self.given, self.model = given, Model(given)
        self.plan, self.values = first, measure(given.team, first) if first else None
        self.bounds: Measures = dict(given.trivial)
        self.stage: StageName = "uncovered"
        self._settled: set[StageName] = set()
        self._report, self._end = report, time.monotonic() + seconds

    def run(self) -> None:
        """Solve stage after stage until all are settled or time runs out; raises `ImpossibleError`."""
        while len(self._settled) < len(STAGES) and self.left() > 0:
            for stage in STAGES:
                if self.left() > 0 and (self.values or stage == "uncovered"):
                    self._take(stage)

    def left(self) -> float:
        """Seconds left."""
        return self._end - time.monotonic()

    def hold(self) -> Measures:
        """Free the current stage and the later ones, and hold the earlier ones; returns the values so far."""
        assert self.values
        self.model.hold(self.stage, self.values)
        return self.values

    def offer(self, columns: Columns) -> None:
        """Adopt the plan that these columns stand for if it breaks no rule and is better than the one so far."""
        plan, team = self.model.plan(columns), self.given.team
        values = measure(team, plan)
        if (self.values is None or better(values, self.values)) and not violations(team, plan, self.given.wishes):
            if self.values:
                self._forget(self.values, values)
            self.plan, self.values = plan, values
            self._report(self)

    def rule_out(self, bound: Fraction) -> None:
        """Record that no plan can beat this bound in the current stage."""
        if sign(self.stage) * bound > sign(self.stage) * self.bounds[self.stage]:
            self.bounds[self.stage] = bound
            self._report(self)

    def _forget(self, old: Measures, new: Measures) -> None:
        """Drop bounds that no longer hold: a bound assumes that the earlier stages are as good as they were."""
        worse = False
        for stage in STAGES:
            if worse:
                self.bounds[stage] = self.given.trivial[stage]
                self._settled.discard(stage)
            worse = worse or sign(stage) * new[stage] > sign(stage) * old[stage]

    def _take(self, stage: StageName) -> None:
        self.stage = stage
        if stage != "greatest_load":
            self.model.cost(stage)
        if self._open() and stage not in self._settled:
            self._report(self)
            lighten(self, self._seconds()) if stage == "greatest_load" else self._improve()
        if not self._open():
            self._settled.add(stage)

    def _open(self) -> bool:
        return self.values is None or self.values[self.stage] != self.bounds[self.stage]

    def _seconds(self) -> float:
        """The seconds for the current stage: all the time left if no other stage waits."""
        alone = self.values is None or len(self._settled) == len(STAGES) - 1
        return self.left() * (1 if alone else PATIENCE)

    def _improve(self) -> None:
        before = self.hold() if self.values else None
        start = self.model.start(self.plan) if self.plan else None
        answer = minimize(self.model, self.model.cost(self.stage), self._seconds(), start, self._notice)
        if answer.impossible and self.plan is None:
            raise ImpossibleError
        self._learn(answer)
        if answer.finished:
            self._settled.add(self.stage)
        if self.values != before:
            self._settled &= set(STAGES[: STAGES.index(self.stage) + 1])

    def _learn(self, answer: Answer) -> None:
        if answer.columns is not None:
            self.offer(answer.columns)
        self._notice(answer.bound, None)

    def _notice(self, bound: float, columns: Columns | None) -> None:
        if columns is not None:
            self.offer(columns)
        if math.isfinite(bound):
            least = math.ceil(bound - TOLERANCE) + self.model.fixed(self.stage)
            self.rule_out(sign(self.stage) * least)
