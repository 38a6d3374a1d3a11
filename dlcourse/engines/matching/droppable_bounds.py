"""The program in which contradicting bounds are found: who could contribute where if some bounds were dropped.

Dropping a bound means: `hours` are unlimited, `least` is 1 (somebody must be accountable for the task), `most` is
everybody, a wish is ignored. The program holds only what decides whether a plan exists; skills do not.
"""

import time
from collections.abc import Iterable
from fractions import Fraction

from dlcourse.domain.matching.outcome import Bound, Kind
from dlcourse.domain.matching.team import exact
from dlcourse.engines.matching.linear_program import Answer, LinearProgram, minimize
from dlcourse.engines.matching.solver_input import Pair, SolverInput


class LateError(Exception):
    """Time ran out before the answer was certain."""


class DroppableBounds(LinearProgram):
    """The bounds of a team and its wishes, each of which can be dropped."""

    def __init__(self, given: SolverInput) -> None:
        """Put people on tasks without any limit, then add one bound after another."""
        super().__init__()
        self.given, self.bounds = given, list[Bound]()
        self._out: list[int] = []
        self._x = {(p, t): self.yes_or_no() for t in range(len(given.team.work)) for p in range(len(given.team.people))}
        self._sizes()
        self._hours()
        self._wished()

    def named(self, remaining: Iterable[int]) -> tuple[Bound, ...]:
        """These bounds, in the file's order."""
        return tuple(self.bounds[at] for at in sorted(remaining))

    def possible(self, remaining: frozenset[int], end: float) -> bool:
        """Whether some plan satisfies these bounds; `LateError` if that was not certain in time."""
        return not self._without(remaining, {}, end).impossible

    def removal(self, remaining: frozenset[int], end: float) -> frozenset[int] | None:
        """The fewest other bounds to drop so that a plan is possible; None if these bounds alone contradict."""
        answer = self._without(remaining, dict.fromkeys(self._out, 1.0), end)
        if answer.columns is None:
            return None
        removal = frozenset(at for at, column in enumerate(self._out) if answer.columns[column] > 0.5)
        if not removal:
            raise LateError  # nothing was dropped, and yet it fits: a rounding error, so nothing is certain
        return removal

    def _without(self, remaining: frozenset[int], cost: dict[int, float], end: float) -> Answer:
        for at, column in enumerate(self._out):
            self.upper[column] = float(at not in remaining)
        answer = minimize(self, cost, end - time.monotonic())
        if not answer.finished:
            raise LateError
        return answer

    def _bound(self, on: str, kind: Kind, value: Fraction) -> int:
        """Add a bound; returns the column that is 1 if the bound is dropped."""
        self.bounds.append(Bound(on=on, bound=kind, value=value))
        self._out.append(self.yes_or_no())
        return self._out[-1]

    def _sizes(self) -> None:
        people = len(self.given.team.people)
        for t, task in enumerate(self.given.team.work):
            there = {self._x[p, t]: 1.0 for p in range(people)}
            self.row(there, lower=1)
            if task.least > 1:
                out = self._bound(task.name, "least", Fraction(task.least))
                self.row({**there, out: task.least - 1.0}, lower=task.least)
            if task.most < people:
                out = self._bound(task.name, "most", Fraction(task.most))
                self.row({**there, out: float(task.most - people)}, upper=task.most)

    def _hours(self) -> None:
        whole = float(sum(self.given.hours))
        for p, person in enumerate(self.given.team.people):
            units = self.given.limits[p].__floor__()
            if units < whole:
                out = self._bound(person.name, "hours", exact(person.hours))
                hours_given = {self._x[p, t]: float(hours) for t, hours in enumerate(self.given.hours)}
                self.row({**hours_given, out: units - whole}, upper=units)

    def _wished(self) -> None:
        wishes, given = self.given.wishes, self.given
        for pair in sorted(given.pairs(wishes.pins)):
            self.row({self._x[pair]: 1.0, self._wish(pair, "pin", 1): 1.0}, lower=1)
        for pair in sorted(given.off):
            self.row({self._x[pair]: 1.0, self._wish(pair, "keep_off", 0): -1.0}, upper=0)
        self._leads(sorted(given.pairs(wishes.leads)), sorted(given.pairs(wishes.no_lead)))

    def _wish(self, pair: Pair, kind: Kind, value: int) -> int:
        on = f"{self.given.team.people[pair[0]].name}={self.given.team.work[pair[1]].name}"
        return self._bound(on, kind, Fraction(value))

    def _leads(self, leads: list[Pair], barred: list[Pair]) -> None:
        """Each task has one accountable contributor, as the wishes demand."""
        out = {pair: self._wish(pair, "pin_lead", 1) for pair in leads}
        free = {pair: self._wish(pair, "keep_off_lead", 0) for pair in barred}
        for t in sorted({t for _, t in (*leads, *barred)}):
            answers = {p: self.yes_or_no() for p in range(len(self.given.team.people))}
            self.row(dict.fromkeys(answers.values(), 1.0), 1, 1)
            for p, column in answers.items():
                self.row({self._x[p, t]: 1.0, column: -1.0}, lower=0)
                if (p, t) in out:
                    self.row({column: 1.0, out[p, t]: 1.0}, lower=1)
                if (p, t) in free:
                    self.row({column: 1.0, free[p, t]: -1.0}, upper=0)
