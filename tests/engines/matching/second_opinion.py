"""The same seven objectives for another solver, CP-SAT, with all variables of `model.md` section 2.

No reduction of the course's own model is used, so that a mistake in one of them would show.
"""

import time
from fractions import Fraction
from math import lcm
from typing import Any

from ortools.sat.python import cp_model

from dlcourse.domain.matching.plan import MOST, STAGES, Wishes
from dlcourse.domain.matching.team import Team

Pair = tuple[int, int]
NO_WISHES = Wishes()


class Opinion:
    """The team's model for CP-SAT. `best` solves stage after stage."""

    def __init__(self, team: Team, wishes: Wishes = NO_WISHES) -> None:
        """Create all variables and constraints, named as in the formulas."""
        self.team, self.model = team, cp_model.CpModel()
        self.people, self.work = range(len(team.people)), range(len(team.work))
        self.r = {(t, s): level for t in self.work for s, level in team.work[t].needs.items()}
        self.a = {(p, s): team.people[p].level(s) for p in self.people for s in team.skills}
        self.x, self.y, self.k = (
            {(p, t): self.model.new_bool_var("") for p in self.people for t in self.work} for _ in range(3)
        )
        self.terms: dict[str, Any] = {}
        self._experts()
        self._sizes()
        self._load()
        self._coaching()
        self._reciprocity()
        self._parts()
        self._wishes(wishes)

    def _experts(self) -> None:
        a, r, new = self.a, self.r, self.model.new_bool_var
        self.e = {(p, t, s): new("") for (t, s), level in r.items() for p in self.people if a[p, s] >= level}
        u = {requirement: new("") for requirement in r}
        named = [new("") for _ in self.people]
        for t, s in r:
            self.model.add(sum(self.e[p, t, s] for p in self.people if (p, t, s) in self.e) + u[t, s] == 1)
        for (p, t, _), var in self.e.items():
            self.model.add(var <= self.x[p, t])
        for p in self.people:
            self.model.add(named[p] <= sum(var for (q, _, _), var in self.e.items() if q == p))
        met = [self.k[p, t] for p in self.people for (t, s), level in r.items() if a[p, s] >= level]
        self.terms["uncovered"] = sum(u.values())
        self.terms["named_experts"] = sum(named)
        self.terms["fit"] = sum(a[p, s] * var for (p, _, s), var in self.e.items()) + sum(met)

    def _sizes(self) -> None:
        for t in self.work:
            there = sum(self.x[p, t] for p in self.people)
            self.model.add(there >= self.team.work[t].least)
            self.model.add(there <= self.team.work[t].most)
            self.model.add(sum(self.k[p, t] for p in self.people) == 1)
        for place, contributes in self.x.items():
            self.model.add(contributes + self.y[place] <= 1)
            self.model.add(self.k[place] <= contributes)

    def _load(self) -> None:
        """The greatest load as a whole number, in units of the common multiple of all hours."""
        hours, limits = ([Fraction(each.hours) for each in some] for some in (self.team.work, self.team.people))
        unit = lcm(*(each.denominator for each in (*hours, *limits)))
        self.whole = lcm(*(int(each * unit) for each in limits if each), 1)
        load = self.model.new_int_var(0, self.whole, "")
        for p in self.people:
            given = sum(int(hours[t] * unit) * self.x[p, t] for t in self.work)
            if limits[p]:
                self.model.add(given * (self.whole // int(limits[p] * unit)) <= load)
            else:
                self.model.add(given == 0)
        self.terms["greatest_load"] = load

    def _coaching(self) -> None:
        a, people = self.a, self.people
        self.z = {
            (q, p, t, s): self.model.new_bool_var("")
            for t, s in self.r
            for p in people
            for q in people
            if a[q, s] > a[p, s]
        }
        for (q, p, t, s), var in self.z.items():
            self.model.add(var <= self.x[q, t])
            self.model.add(var <= self.x[p, t] + self.y[p, t])
            if s not in self.team.people[p].wants:
                self.model.add(var <= self.k[p, t])
        for lesson in {(p, s) for _, p, _, s in self.z}:
            self.model.add(sum(var for (_, p, _, s), var in self.z.items() if (p, s) == lesson) <= 1)
        taught: dict[Pair, list[Any]] = {}
        for (_, p, t, _s), var in self.z.items():
            taught.setdefault((p, t), []).append(var)
        for place, learns in self.y.items():
            self.model.add(learns <= sum(taught.get(place, [])))
        self.terms["coached"] = sum(var for (_, p, _, s), var in self.z.items() if s in self.team.people[p].wants)

    def _reciprocity(self) -> None:
        v = {t: self.model.new_bool_var("") for t in self.work}
        for p, t in self.x:
            needs = self.team.work[t].needs.items()
            short = [s for s, level in needs if self.a[p, s] < level <= max(self.a[q, s] for q in self.people)]
            if short:
                able = [(q, p, t, s) for s in short for q in self.people if self.a[q, s] >= self.r[t, s]]
                self.model.add(self.k[p, t] <= v[t] + sum(self.z[each] for each in able))
        self.terms["unsupported"] = sum(v.values())

    def _parts(self) -> None:
        idle = [self.model.new_bool_var("") for _ in self.people]
        for p in self.people:
            self.model.add(idle[p] + sum(self.x[p, t] + self.y[p, t] for t in self.work) >= 1)
        self.terms["without_part"] = sum(idle)

    def _wishes(self, wishes: Wishes) -> None:
        p = {person.name: at for at, person in enumerate(self.team.people)}
        t = {task.name: at for at, task in enumerate(self.team.work)}
        for name, task in wishes.pins:
            self.model.add(self.x[p[name], t[task]] == 1)
        for name, task in wishes.leads:
            self.model.add(self.k[p[name], t[task]] == 1)
        for name, task in wishes.keep_off:
            self.model.add(self.x[p[name], t[task]] + self.y[p[name], t[task]] == 0)
        for name, task in wishes.no_lead:
            self.model.add(self.k[p[name], t[task]] == 0)

    def best(self, seconds: float = 60.0, workers: int = 1) -> tuple[list[Fraction] | None, list[bool], float]:
        """The values (None if impossible), which of them are proven, and the seconds it took."""
        begun = time.monotonic()
        values: list[Fraction] = []
        proven: list[bool] = []
        for name in STAGES:
            term, solver = self.terms[name], cp_model.CpSolver()
            self.model.maximize(term) if name in MOST else self.model.minimize(term)
            solver.parameters.num_workers = workers
            solver.parameters.max_time_in_seconds = max(seconds - (time.monotonic() - begun), 0.01)
            status = solver.solve(self.model)
            if status == cp_model.INFEASIBLE:
                return None, [], time.monotonic() - begun
            if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                break
            value = round(solver.objective_value)
            proven.append(status == cp_model.OPTIMAL)
            values.append(Fraction(value, self.whole) if name == "greatest_load" else Fraction(value))
            self.model.add(term >= value if name in MOST else term <= value)
            self._hint(solver)
        return values, proven, time.monotonic() - begun

    def _hint(self, solver: cp_model.CpSolver) -> None:
        """Start the next stage from the plan of this one."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for var in (*self.x.values(), *self.y.values(), *self.k.values(), *self.e.values(), *self.z.values()):
            self.model.add_hint(var, solver.value(var))
