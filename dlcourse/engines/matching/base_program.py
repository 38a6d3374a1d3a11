"""The part of the program that every stage shares: who contributes where, within sizes, hours and wishes."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from dlcourse.engines.matching.linear_program import LinearProgram
from dlcourse.engines.matching.solver_input import Pair, SolverInput

Costs = dict[int, float]
"""Column -> what it adds to a stage's cost. Costs are minimized, so what should be maximized counts as negative."""
Triple = tuple[int, int, int]
"""(p, t, s)."""


class BaseProgram(LinearProgram):
    """The program of one team, with the columns that the stages share.

    Each column is filled in by the stage it is named for.
    """

    def __init__(self, given: SolverInput) -> None:
        """Start with who contributes (x_pt), within sizes, hours (a load of at most 1) and wishes."""
        super().__init__()
        self.given = given
        self.x: dict[Pair, int] = {(p, t): self.yes_or_no() for t, able in enumerate(given.able) for p in able}
        self.load = self._loads()
        self._sizes()
        self._wishes()
        self.uncovered: dict[Pair, int] = {}
        """u_ts, for every requirement that somebody could meet."""
        self.lead: dict[Triple, int] = {}
        """w_pts: p is accountable for t and is coached in s by somebody who meets the requirement."""
        self.ready: dict[int, int] = {}
        """The accountable person of t falls short in nothing."""
        self.unsupported: dict[int, int] = {}
        """v_t."""
        self.learned: Costs = {}
        """Wishes to learn that can be met, each with the number of people it stands for, as a negative cost."""
        self.first: dict[Triple, int] = {}
        """p counts as a named expert because of this requirement."""

    def some(self, t: int, people: Iterable[int]) -> Costs:
        """The contributors to t among these people."""
        return {self.x[p, t]: 1.0 for p in people}

    def under(self, terms: Costs, columns: Iterable[int]) -> None:
        """The sum of the columns is at most that of the terms."""
        if below := dict.fromkeys(columns, -1.0):
            self.row({**terms, **below}, lower=0)

    def together(self, columns: Iterable[int], lower: float = 0, upper: float = 1) -> None:
        """The sum of the columns lies between these."""
        self.row(dict.fromkeys(columns, 1.0), lower, upper)

    def _loads(self) -> dict[int, int]:
        terms: dict[int, Costs] = defaultdict(dict)
        for (p, t), column in self.x.items():
            terms[p][column] = float(self.given.hours[t])
        return {p: self.row(each, upper=float(self.given.cap(p, Fraction(1)))) for p, each in terms.items()}

    def _sizes(self) -> None:
        for t, task in enumerate(self.given.team.work):
            self.row(self.some(t, self.given.able[t]), task.least, task.most)
            if self.given.leaders[t] != self.given.able[t]:
                self.row(self.some(t, self.given.leaders[t]), lower=1)

    def _wishes(self) -> None:
        wishes = self.given.wishes
        for p, t in sorted(self.given.pairs(wishes.pins + wishes.leads)):
            self.row({self.x[p, t]: 1} if (p, t) in self.x else {}, lower=1)
        led = [t for _, t in self.given.pairs(wishes.leads)]
        if len(led) > len(set(led)):
            self.row({}, lower=1)  # a task has one accountable person
