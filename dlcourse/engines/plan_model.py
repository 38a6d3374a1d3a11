"""The matching of `model.md` section 2 as a mixed-integer program, smaller than it stands there but equivalent.

What is left out follows from the rest. Who contributes (x) and who answers for a task through which lesson (w) are the
only choices; `dlcourse.domain.arranging` finds the best named experts, coaches and learners for them exactly:

- learning takes no time, so a wish to learn is met exactly where somebody above the learner's level contributes to a
  task that asks for the skill; people with the same wish and level share one variable;
- with x fixed, naming experts is a flow: its variables are whole by themselves, and each person is counted at most
  once a task, which keeps the relaxation tight;
- everybody who falls short in nothing that can be supported meets the same requirements: one variable a task.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from dlcourse.domain.arranging import arrange
from dlcourse.domain.matching import MOST, STAGES, Measures, Plan, StageName
from dlcourse.engines.plan_ground import Ground
from dlcourse.engines.plan_program import INFINITY, Columns, Program, Terms

Costs = dict[int, float]
"""Column -> what it adds to a stage; minimised, so what is to be most counts below 0."""


class Model(Program):
    """The program of one team. A stage's columns and rows are added when `cost` first asks for them."""

    def __init__(self, ground: Ground) -> None:
        """Begin with who contributes: sizes, hours (a load of at most 1), and what is wished."""
        super().__init__()
        self.ground = ground
        self.x = {(p, t): self.yes_or_no() for t, able in enumerate(ground.able) for p in able}
        self.load = self._loads()
        self._sizes()
        self._wishes()
        self._costs: dict[StageName, Costs] = {}
        self._rows: dict[StageName, int] = {}
        self._uncovered: dict[tuple[int, int], int] = {}
        self._lead: dict[tuple[int, int, int], int] = {}
        self._ready: dict[int, int] = {}
        self._unsupported: dict[int, int] = {}
        self._learned: Costs = {}
        self._first: dict[tuple[int, int, int], int] = {}

    def cost(self, stage: StageName) -> Costs:
        """What each column adds to the stage's value (below 0 where more is better), without what is fixed anyway."""
        parts = {
            "uncovered": self._coverage,
            "unsupported": self._support,
            "without_part": self._parts,
            "named_experts": self._experts,
            "coached": lambda: self._learned,
            "fit": self._fit,
        }
        if stage not in self._costs:
            self._costs[stage] = parts[stage]()
            self._rows[stage] = self.row(self._costs[stage])
        return self._costs[stage]

    def fixed(self, stage: StageName) -> Fraction:
        """What every plan has in this stage beside its cost: requirements nobody meets, people with no way to a part."""
        return self.ground.trivial[stage] if stage in ("uncovered", "without_part") else Fraction(0)

    def hold(self, before: StageName, measures: Measures) -> None:
        """Be no worse than these values in every stage before the given one, and free in the others."""
        load = measures["greatest_load"] if STAGES.index(before) > STAGES.index("greatest_load") else Fraction(1)
        self.limit(load)
        for stage, row in self._rows.items():
            self.row_upper[row] = INFINITY
            if STAGES.index(stage) < STAGES.index(before):
                self.row_upper[row] = float(sign(stage) * measures[stage] - self.fixed(stage))

    def plan(self, columns: Columns) -> Plan:
        """The plan that these columns stand for, arranged as well as it can be."""
        people, work = self.ground.team.people, self.ground.team.work
        contributors: dict[str, list[str]] = {task.name: [] for task in work}
        for (p, t), column in self.x.items():
            if columns[column] > 0.5:
                contributors[work[t].name].append(people[p].name)
        chosen = {t: p for (p, t, _), column in self._lead.items() if column < len(columns) and columns[column] > 0.5}
        leads = {work[t].name: people[p].name for t, p in chosen.items()}
        return arrange(self.ground.team, contributors, leads, self.ground.wishes)

    def start(self, plan: Plan) -> Terms:
        """The whole columns that stand for a plan, to begin a search from."""
        people = {person.name: p for p, person in enumerate(self.ground.team.people)}
        leads = [people[plan.accountable[task.name]] for task in self.ground.team.work]
        lessons = {(people[each.learner], each.task, each.skill) for each in plan.coaching}
        there = {(people[n], t) for t, task in enumerate(self.ground.team.work) for n in plan.contributors[task.name]}
        start = {column: float(pair in there) for pair, column in self.x.items()}
        return start | self._start_leads(leads, lessons)

    def _start_leads(self, leads: list[int], lessons: set[tuple[int, str, str]]) -> Terms:
        start, answered = {}, set()
        for (p, t, s), column in self._lead.items():
            lesson = (p, self.ground.team.work[t].name, self.ground.team.skills[s])
            chosen = leads[t] == p and t not in answered and lesson in lessons
            start[column] = float(chosen)
            answered |= {t} if chosen else set()
        return start

    def caps(self, load: Fraction) -> tuple[Costs, Costs]:
        """The upper bounds of rows and of columns that keep everybody at or under this load."""
        units = {p: self.ground.cap(p, load) for p in self.load}
        rows = {row: float(units[p]) for p, row in self.load.items()}
        return rows, {c: float(self.ground.hours[t] <= units[p]) for (p, t), c in self.x.items()}

    def limit(self, load: Fraction) -> None:
        """Nobody's load is above this."""
        rows, columns = self.caps(load)
        for row, upper in rows.items():
            self.row_upper[row] = upper
        for column, upper in columns.items():
            self.upper[column] = upper

    def _loads(self) -> dict[int, int]:
        terms: dict[int, Costs] = defaultdict(dict)
        for (p, t), column in self.x.items():
            terms[p][column] = float(self.ground.hours[t])
        return {p: self.row(each, upper=float(self.ground.cap(p, Fraction(1)))) for p, each in terms.items()}

    def _sizes(self) -> None:
        for t, task in enumerate(self.ground.team.work):
            self.row(self._some(t, self.ground.able[t]), task.least, task.most)
            if self.ground.leaders[t] != self.ground.able[t]:
                self.row(self._some(t, self.ground.leaders[t]), lower=1)

    def _wishes(self) -> None:
        wishes = self.ground.wishes
        for p, t in sorted(self.ground.pairs(wishes.pins + wishes.leads)):
            self.row({self.x[p, t]: 1} if (p, t) in self.x else {}, lower=1)
        led = [t for _, t in self.ground.pairs(wishes.leads)]
        if len(led) > len(set(led)):
            self.row({}, lower=1)  # nobody can answer for a task beside somebody else

    def _some(self, t: int, people: Iterable[int]) -> Costs:
        """The contributors to t among these people."""
        return {self.x[p, t]: 1.0 for p in people}

    def _coverage(self) -> Costs:
        """u_ts, 1 where no contributor meets the requirement."""
        for (t, s), people in self.ground.qualified.items():
            if people:
                column = self._uncovered[t, s] = self.share()
                self.row({column: 1, **self._some(t, people)}, lower=1)
        return dict.fromkeys(self._uncovered.values(), 1.0)

    def _support(self) -> Costs:
        """v_t, 1 where nobody can answer for t with support: neither ready (r_t) nor coached in it (w_pts)."""
        for t, leaders in enumerate(self.ground.leaders):
            ready = [p for p in leaders if not self.ground.short(p, t)]
            self._unsupported[t], self._ready[t] = self.share(), self.share()
            self.row({self._ready[t]: -1, **self._some(t, ready)}, lower=0)
            taught = self._taught(t, [p for p in leaders if p not in ready])
            self.row(dict.fromkeys((self._unsupported[t], self._ready[t], *taught), 1.0), lower=1)
        self._once()
        return dict.fromkeys(self._unsupported.values(), 1.0)

    def _taught(self, t: int, people: list[int]) -> list[int]:
        """w_pts: p answers for t and is coached in s by a contributor who meets it; one such lead a task is enough."""
        new = {
            (p, t, s): self.yes_or_no() for p in people for s in self.ground.short(p, t) if (t, s) in self._uncovered
        }
        self._lead |= new
        for p in people:
            self._under({self.x[p, t]: 1.0}, [column for (q, _, _), column in new.items() if q == p])
        for s in self.ground.needs[t]:
            meeting = self._some(t, self.ground.qualified[t, s])
            self._under(meeting, [column for (_, _, z), column in new.items() if z == s])
        return list(new.values())

    def _under(self, terms: Costs, columns: Iterable[int]) -> None:
        """The sum of the columns is at most that of the terms."""
        if below := dict.fromkeys(columns, -1.0):
            self.row({**terms, **below}, lower=0)

    def _once(self) -> None:
        """Each (p, s) is coached at most once in all."""
        lessons: dict[tuple[int, int], list[int]] = defaultdict(list)
        for (p, _, s), column in self._lead.items():
            lessons[p, s].append(column)
        for columns in lessons.values():
            if len(columns) > 1:
                self.row(dict.fromkeys(columns, 1.0), upper=1)

    def _parts(self) -> Costs:
        """n_p, 1 where p neither contributes nor learns."""
        learning = self._learning()
        places: dict[int, Costs] = defaultdict(dict)
        for (p, _), column in self.x.items():
            places[p][column] = 1.0
        for p, columns in learning.items():
            places[p] |= dict.fromkeys(columns, 1.0)
        return {self._idle(terms): 1.0 for _, terms in sorted(places.items())}

    def _idle(self, terms: Costs) -> int:
        column = self.share()
        self.row({column: 1.0, **terms}, lower=1)
        return column

    def _learning(self) -> Mapping[int, list[int]]:
        """b: somebody is there from whom a wish to learn can be met; returns the wishes of each person."""
        wishes: dict[int, list[int]] = defaultdict(list)
        for key, people in self.ground.lessons.items():
            column = self.share()
            self._learned[column] = -float(len(people))
            self._under({self.x[pair]: 1.0 for pair in self.ground.coaches(*key)}, [column])
            for p in people:
                wishes[p].append(column)
        return wishes

    def _experts(self) -> Costs:
        """f_pts: a matching of people to requirements; each person counts once, and once a task."""
        by_person: dict[int, list[int]] = defaultdict(list)
        by_place: dict[tuple[int, int], list[int]] = defaultdict(list)
        for (t, s), uncovered in self._uncovered.items():
            mine = {p: self.share() for p in self.ground.qualified[t, s]}
            for p, column in mine.items():
                self._first[p, t, s] = column
                by_person[p].append(column)
                by_place[p, t].append(column)
            self.row(dict.fromkeys((uncovered, *mine.values()), 1.0), upper=1)
        for place, columns in by_place.items():
            self._under({self.x[place]: 1.0}, columns)
        for columns in by_person.values():
            self.row(dict.fromkeys(columns, 1.0), upper=1)
        return dict.fromkeys(self._first.values(), -1.0)

    def _fit(self) -> Costs:
        """Levels of all named experts (those beyond a person's first too), and what accountable people meet."""
        cost = {column: -float(self.ground.levels[p][s]) for (p, _, s), column in self._first.items()}
        cost |= self._further()
        cost |= {column: -float(self.ground.meets(p, t)) for (p, t, _), column in self._lead.items()}
        for t, needs in enumerate(self.ground.needs):
            cost[self._ready[t]] = -float(sum(level <= self.ground.best[s] for s, level in needs.items()))
            cost |= self._one_lead(t)
        return cost

    def _further(self) -> Costs:
        """o_pts: p is the named expert here too; together with f every covered requirement has exactly one."""
        cost: Costs = {}
        for (t, s), uncovered in self._uncovered.items():
            terms = {uncovered: 1.0}
            for p in self.ground.qualified[t, s]:
                column, first = self.share(), self._first[p, t, s]
                self._under({self.x[p, t]: 1.0}, [column, first])
                terms |= {column: 1.0, first: 1.0}
                cost[column] = -float(self.ground.levels[p][s])
            self.row(terms, 1, 1)
        return cost

    def _one_lead(self, t: int) -> Costs:
        """One accountable person: ready, taught, or without support; the last counts for what is met by the best there."""
        unsupported = self._unsupported[t]
        taught = [column for (_, task, _), column in self._lead.items() if task == t]
        self.row(dict.fromkeys((unsupported, self._ready[t], *taught), 1.0), 1, 1)
        met = {p: self.ground.meets(p, t) for p in self.ground.leaders[t]}
        steps = {least: self.share() for least in range(1, max(met.values(), default=0) + 1)}
        for least, column in steps.items():
            self._under({unsupported: 1.0}, [column])
            self._under(self._some(t, [p for p, count in met.items() if count >= least]), [column])
        return dict.fromkeys(steps.values(), -1.0)


def sign(stage: StageName) -> int:
    """-1 where more is better, so that every stage is minimised."""
    return -1 if stage in MOST else 1
