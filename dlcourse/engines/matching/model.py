"""The matching of `model.md` section 2 as a mixed-integer program that is smaller but equivalent.

The variables that are left out follow from the others. The only choices are who contributes (x) and who is accountable
for a task, supported by which lesson (w). `domain.matching.role_assignment` then finds the best named experts, coaches
and learners exactly:

- Learning takes no time. So a wish to learn is met exactly if somebody above the learner's level contributes to a task
  that requires the skill. People with the same wish and level share one variable.
- With x fixed, naming experts is a flow. Its variables are whole by themselves, and each person counts at most once per
  task, which keeps the relaxation tight.
- All people who fall short in nothing that can be supported meet the same requirements: one variable per task.
"""

from collections.abc import Callable
from fractions import Fraction

from dlcourse.domain.matching.plan import MOST, STAGES, Measures, Plan, StageName
from dlcourse.domain.matching.role_assignment import arrange
from dlcourse.engines.matching import stage_parts
from dlcourse.engines.matching.base_program import BaseProgram, Costs
from dlcourse.engines.matching.linear_program import INFINITY, Columns
from dlcourse.engines.matching.solver_input import SolverInput

PARTS: dict[StageName, Callable[[BaseProgram], Costs]] = {
    "uncovered": stage_parts.coverage,
    "unsupported": stage_parts.support,
    "without_part": stage_parts.parts,
    "named_experts": stage_parts.experts,
    "coached": stage_parts.coached,
    "fit": stage_parts.fit,
}


class Model(BaseProgram):
    """The program of one team, with translations from its columns to plans and back."""

    def __init__(self, given: SolverInput) -> None:
        """Start with who contributes. A stage's part is added when its cost is first needed."""
        super().__init__(given)
        self._costs: dict[StageName, Costs] = {}
        self._rows: dict[StageName, int] = {}

    def cost(self, stage: StageName) -> Costs:
        """What each column adds to the stage's cost (negative if more is better), without the fixed part."""
        if stage not in self._costs:
            self._costs[stage] = PARTS[stage](self)
            self._rows[stage] = self.row(self._costs[stage])
        return self._costs[stage]

    def fixed(self, stage: StageName) -> Fraction:
        """What this stage counts in every plan: requirements nobody meets, people who can have no part."""
        return self.given.trivial[stage] if stage in ("uncovered", "without_part") else Fraction(0)

    def hold(self, before: StageName, measures: Measures) -> None:
        """Require plans to be no worse than these values in every earlier stage, and leave the other stages free."""
        load = measures["greatest_load"] if STAGES.index(before) > STAGES.index("greatest_load") else Fraction(1)
        self.limit(load)
        for stage, row in self._rows.items():
            self.row_upper[row] = INFINITY
            if STAGES.index(stage) < STAGES.index(before):
                self.row_upper[row] = float(sign(stage) * measures[stage] - self.fixed(stage))

    def plan(self, columns: Columns) -> Plan:
        """The plan that these columns stand for, with the best possible roles."""
        people, work = self.given.team.people, self.given.team.work
        contributors: dict[str, list[str]] = {task.name: [] for task in work}
        for (p, t), column in self.x.items():
            if columns[column] > 0.5:
                contributors[work[t].name].append(people[p].name)
        chosen = {t: p for (p, t, _), column in self.lead.items() if column < len(columns) and columns[column] > 0.5}
        leads = {work[t].name: people[p].name for t, p in chosen.items()}
        return arrange(self.given.team, contributors, leads, self.given.wishes)

    def start(self, plan: Plan) -> Costs:
        """The whole-number columns that stand for a plan, to start a search from."""
        people = {person.name: p for p, person in enumerate(self.given.team.people)}
        leads = [people[plan.accountable[task.name]] for task in self.given.team.work]
        lessons = {(people[each.learner], each.task, each.skill) for each in plan.coaching}
        there = {(people[n], t) for t, task in enumerate(self.given.team.work) for n in plan.contributors[task.name]}
        start = {column: float(pair in there) for pair, column in self.x.items()}
        return start | self._start_leads(leads, lessons)

    def _start_leads(self, leads: list[int], lessons: set[tuple[int, str, str]]) -> Costs:
        start: Costs = {}
        answered: set[int] = set()
        for (p, t, s), column in self.lead.items():
            lesson = (p, self.given.team.work[t].name, self.given.team.skills[s])
            chosen = leads[t] == p and t not in answered and lesson in lessons
            start[column] = float(chosen)
            answered |= {t} if chosen else set()
        return start

    def caps(self, load: Fraction) -> tuple[Costs, Costs]:
        """The upper bounds of rows and columns that keep everybody's load within this limit."""
        units = {p: self.given.cap(p, load) for p in self.load}
        rows = {row: float(units[p]) for p, row in self.load.items()}
        return rows, {c: float(self.given.hours[t] <= units[p]) for (p, t), c in self.x.items()}

    def limit(self, load: Fraction) -> None:
        """Limit everybody's load."""
        rows, columns = self.caps(load)
        for row, upper in rows.items():
            self.row_upper[row] = upper
        for column, upper in columns.items():
            self.upper[column] = upper


def sign(stage: StageName) -> int:
    """-1 if more is better, else 1, so that every stage can be minimized."""
    return -1 if stage in MOST else 1
