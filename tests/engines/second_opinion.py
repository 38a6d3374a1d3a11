"""The same seven objectives for another solver, CP-SAT, with every variable of `model.md` section 2 as it stands there.

No reduction of the course's own model is used, so that a mistake in one of them would show.
"""

import time
from fractions import Fraction
from math import lcm

from ortools.sat.python import cp_model

from dlcourse.domain.matching import MOST, STAGES, Wishes
from dlcourse.domain.team import Team


class Opinion:
    """CP-SAT's model of a team; `best` solves stage after stage."""

    def __init__(self, team: Team, wishes: Wishes = Wishes()) -> None:
        """Lay out all variables and constraints."""
        self.team, self.model = team, cp_model.CpModel()
        people, work, new = range(len(team.people)), range(len(team.work)), self.model.new_bool_var
        r = {(t, s): level for t in work for s, level in team.work[t].needs.items()}
        a = {(p, s): team.people[p].level(s) for p in people for s in team.skills}
        self.x = x = {(p, t): new("") for p in people for t in work}
        y = {(p, t): new("") for p in people for t in work}
        k = {(p, t): new("") for p in people for t in work}
        e = {(p, t, s): new("") for (t, s), level in r.items() for p in people if a[p, s] >= level}
        u = {requirement: new("") for requirement in r}
        v = {t: new("") for t in work}
        z = {
            (q, p, t, s): new("") for t, s in r for p in people for q in people if a[q, s] > a[p, s]
        }
        add = self.model.add
        for t, s in r:
            add(sum(e[p, t, s] for p in people if (p, t, s) in e) + u[t, s] == 1)
        for (p, t, _s), var in e.items():
            add(var <= x[p, t])
        for t in work:
            add(sum(x[p, t] for p in people) >= team.work[t].least)
            add(sum(x[p, t] for p in people) <= team.work[t].most)
            add(sum(k[p, t] for p in people) == 1)
        for place in x:
            add(x[place] + y[place] <= 1)
            add(k[place] <= x[place])
        for (q, p, t, s), var in z.items():
            add(var <= x[q, t])
            add(var <= x[p, t] + y[p, t])
            if s not in team.people[p].wants:
                add(var <= k[p, t])
        by_lesson, by_place = {}, {}
        for (_q, p, t, s), var in z.items():
            by_lesson.setdefault((p, s), []).append(var)
            by_place.setdefault((p, t), []).append(var)
        for lessons in by_lesson.values():
            add(sum(lessons) <= 1)
        for place in y:
            add(y[place] <= sum(by_place.get(place, [])))
        best = {s: max(a[p, s] for p in people) for s in team.skills}
        for p, t in x:
            short = [s for s, level in team.work[t].needs.items() if a[p, s] < level <= best[s]]
            if short:
                helped = [z[q, p, t, s] for s in short for q in people if a[q, s] >= r[t, s]]
                add(k[p, t] <= v[t] + sum(helped))
        no_part = [new("") for _ in people]
        named = [new("") for _ in people]
        for p in people:
            add(no_part[p] + sum(x[p, t] + y[p, t] for t in work) >= 1)
            add(named[p] <= sum(var for (q, _, _), var in e.items() if q == p))
        self._load(people, work)
        self._wishes(wishes, x, y, k)
        wanted = [var for (_, p, _, s), var in z.items() if s in team.people[p].wants]
        meets = [k[p, t] for p in people for (t, s), level in r.items() if a[p, s] >= level]
        self.terms = {
            "uncovered": sum(u.values()),
            "unsupported": sum(v.values()),
            "without_part": sum(no_part),
            "named_experts": sum(named),
            "greatest_load": self.load,
            "coached": sum(wanted),
            "fit": sum(a[p, s] * var for (p, _, s), var in e.items()) + sum(meets),
        }

    def _load(self, people, work):
        """The greatest load as a whole number: over the common multiple of all hours."""
        hours = [Fraction(t.hours) for t in self.team.work]
        limits = [Fraction(p.hours) for p in self.team.people]
        unit = lcm(*(each.denominator for each in (*hours, *limits)))
        self.whole = lcm(*(int(each * unit) for each in limits if each), 1)
        self.load = self.model.new_int_var(0, self.whole, "")
        for p in people:
            given = sum(int(hours[t] * unit) * self.x[p, t] for t in work)
            if limits[p]:
                self.model.add(given * (self.whole // int(limits[p] * unit)) <= self.load)
            else:
                self.model.add(given == 0)

    def _wishes(self, wishes, x, y, k):
        p = {person.name: at for at, person in enumerate(self.team.people)}
        t = {task.name: at for at, task in enumerate(self.team.work)}
        for name, task in wishes.pins:
            self.model.add(x[p[name], t[task]] == 1)
        for name, task in wishes.leads:
            self.model.add(k[p[name], t[task]] == 1)
        for name, task in wishes.keep_off:
            self.model.add(x[p[name], t[task]] + y[p[name], t[task]] == 0)
        for name, task in wishes.no_lead:
            self.model.add(k[p[name], t[task]] == 0)

    def best(self, seconds: float = 60.0, workers: int = 1) -> tuple[list[Fraction] | None, list[bool], float]:
        """The seven values (None: impossible), which are proven, and the seconds it took."""
        begun, values, proven = time.monotonic(), [], []
        for name in STAGES:
            term = self.terms[name]
            self.model.maximize(term) if name in MOST else self.model.minimize(term)
            solver = cp_model.CpSolver()
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

    def _hint(self, solver):
        self.model.clear_hints()
        for var in self.x.values():
            self.model.add_hint(var, solver.value(var))
