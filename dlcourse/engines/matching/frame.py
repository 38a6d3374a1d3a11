"""Who contributes where, as a program: sizes, hours and wishes; the ground on which the stages' parts stand."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from dlcourse.engines.matching.ground import Ground, Pair
from dlcourse.engines.matching.linear_program import LinearProgram

Costs = dict[int, float]
"""Column -> what it adds to a stage; minimised, so what is to be most counts below 0."""
Triple = tuple[int, int, int]
"""(p, t, s)."""


class Frame(LinearProgram):
    """The program of one team with the columns that its parts share; each is filled by the part it is named for."""

    def __init__(self, ground: Ground) -> None:
        """Begin with who contributes (x_pt): sizes, hours (a load of at most 1), and what is wished."""
        super().__init__()
        self.ground = ground
        self.x: dict[Pair, int] = {(p, t): self.yes_or_no() for t, able in enumerate(ground.able) for p in able}
        self.load = self._loads()
        self._sizes()
        self._wishes()
        self.uncovered: dict[Pair, int] = {}
        """u_ts, for every requirement that somebody could meet."""
        self.lead: dict[Triple, int] = {}
        """w_pts: p answers for t and is coached in s by somebody who meets it."""
        self.ready: dict[int, int] = {}
        """Somebody answers for t who falls short in nothing."""
        self.unsupported: dict[int, int] = {}
        """v_t."""
        self.learned: Costs = {}
        """Wishes to learn that can be met, with how many people each stands for, below 0."""
        self.first: dict[Triple, int] = {}
        """p is counted as a named expert for this requirement."""

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
            terms[p][column] = float(self.ground.hours[t])
        return {p: self.row(each, upper=float(self.ground.cap(p, Fraction(1)))) for p, each in terms.items()}

    def _sizes(self) -> None:
        for t, task in enumerate(self.ground.team.work):
            self.row(self.some(t, self.ground.able[t]), task.least, task.most)
            if self.ground.leaders[t] != self.ground.able[t]:
                self.row(self.some(t, self.ground.leaders[t]), lower=1)

    def _wishes(self) -> None:
        wishes = self.ground.wishes
        for p, t in sorted(self.ground.pairs(wishes.pins + wishes.leads)):
            self.row({self.x[p, t]: 1} if (p, t) in self.x else {}, lower=1)
        led = [t for _, t in self.ground.pairs(wishes.leads)]
        if len(led) > len(set(led)):
            self.row({}, lower=1)  # nobody can answer for a task beside somebody else
