"""A plan that was made, in tables: task by task, person by person, and by its aims beside other plans."""

from typing import NamedTuple

from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.plan import STAGES, Plan, StageName, as_list, hours_given
from dlcourse.domain.matching.plan_views import Made, PlanDetails, PlanView
from dlcourse.domain.matching.team import Team
from dlcourse.pages.props import LinesTable

NOBODY = "nobody"


class Aim(NamedTuple):
    """One of the seven aims in words: what is counted, and what is better."""

    label: str
    better: str


AIMS: dict[StageName, Aim] = {
    "uncovered": Aim("Requirements that nobody there meets", "fewer is better"),
    "unsupported": Aim("Tasks whose accountable person lacks support", "fewer is better"),
    "without_part": Aim("People without a part", "fewer is better"),
    "named_experts": Aim("People who are a named expert", "more is better"),
    "greatest_load": Aim("Greatest share of anybody's hours", "less is better"),
    "coached": Aim("Wishes to learn that are met", "more is better"),
    "fit": Aim("Points of fit, of experts and of those who answer", "more is better"),
}
COMPARED = {"by_title": "By title", "heroes_first": "Heroes first", "random": "By lot, on average"}


def by_task(team: Team, plan: Plan) -> LinesTable:
    """The plan as a table with a row for each task; a cell is a list of lines."""
    experts = {task.name: [f"{e.skill}: {e.person}" for e in plan.experts if e.task == task.name] for task in team.work}
    coaching = {
        task.name: [f"{c.coach} coaches {c.learner} in {c.skill}" for c in plan.coaching if c.task == task.name]
        for task in team.work
    }
    rows = [
        [
            [task.name],
            [plan.accountable.get(task.name, NOBODY)],
            list(plan.contributors.get(task.name, ())),
            list(plan.learners.get(task.name, ())),
            experts[task.name],
            coaching[task.name],
        ]
        for task in team.work
    ]
    columns = ["Task", "Answers for it", "Contribute", "Learn", "Named experts", "Coaching"]
    return {"title": "The plan, task by task", "columns": columns, "rows": rows}


def by_person(team: Team, plan: Plan) -> LinesTable:
    """The plan as a table with a row for each person."""
    given = hours_given(team, plan)
    rows = [
        [
            [person.name, person.role],
            list(plan.tasks_of(person.name)),
            [task for task, name in plan.accountable.items() if name == person.name],
            [f"{c.skill}, from {c.coach}" for c in plan.coaching if c.learner == person.name],
            [f"{c.learner} in {c.skill}" for c in plan.coaching if c.coach == person.name],
            [f"{number(given[person.name])} of {number(person.hours)}"],
        ]
        for person in team.people
    ]
    columns = ["Person", "Contributes to", "Answers for", "Learns", "Coaches", "Hours"]
    return {"title": "The plan, person by person", "columns": columns, "rows": rows}


def compared_plans(view: PlanView, made: Made, shown: PlanDetails) -> LinesTable:
    """The seven aims, and what this plan and others reach in each."""
    columns = ["What counts, in this order", "This plan", *COMPARED.values()]
    values = [as_list(made.outcome.values), *(shown.compared[key] for key in COMPARED)]
    if view.beside and view.beside.plan:
        columns.insert(2, "The whole team" if view.away else "Without wishes")
        values.insert(1, as_list(view.beside.values))
    told = [[figure(name, each[at]) for at, name in enumerate(STAGES)] for each in values]
    if made.change:
        columns.append(f"Without {view.away}" if view.away else "What the wishes cost")
        told.append([difference(name, made.change[at]) for at, name in enumerate(STAGES)])
    rows = [
        [[AIMS[name].label, AIMS[name].better], *([column[at]] for column in told)] for at, name in enumerate(STAGES)
    ]
    return {"title": "This plan and three that nobody thought about", "columns": columns, "rows": rows}


def figure(name: StageName, value: float) -> str:
    """A value as one reads it: a load in per cent, a mean with one decimal."""
    return f"{value:.0%}" if name == "greatest_load" else f"{value:.1f}".removesuffix(".0")


def difference(name: StageName, value: float) -> str:
    """A difference with its sign; no change in words. Shares differ by percentage points."""
    if not value:
        return "the same"
    sign, much = "+" if value > 0 else "−", abs(value)  # noqa: RUF001 (a minus sign, as one reads it)
    return f"{sign}{_points(much) if name == 'greatest_load' else figure(name, much)}"


def _points(share: float) -> str:
    """A difference of shares: a percentage of a percentage would be something else."""
    points = f"{100 * share:.0f}" if share >= 0.01 else f"{100 * share:.1g}"
    return f"{points} percentage point{'' if points == '1' else 's'}"
