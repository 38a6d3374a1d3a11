"""The tables of a finished plan: by task, by person, and its aims compared with other plans."""

from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.plan import STAGES, Coaching, Plan, StageName, as_list, hours_given
from dlcourse.domain.matching.plan_views import Made, PlanDetails, PlanView
from dlcourse.domain.matching.team import Team
from dlcourse.pages.matching.plan import words
from dlcourse.pages.props import LinesTable


def by_task(team: Team, plan: Plan) -> LinesTable:
    """The plan as a table with a row for each task; a cell is a list of lines."""
    experts = {
        task.name: [words.EXPERT.format(skill=e.skill, person=e.person) for e in plan.experts if e.task == task.name]
        for task in team.work
    }
    coaching = {task.name: [_coaching(each) for each in plan.coaching if each.task == task.name] for task in team.work}
    rows = [
        [
            [task.name],
            [plan.accountable.get(task.name, words.NOBODY)],
            list(plan.contributors.get(task.name, ())),
            list(plan.learners.get(task.name, ())),
            experts[task.name],
            coaching[task.name],
        ]
        for task in team.work
    ]
    return {"title": words.TASK_TABLE, "columns": words.TASK_COLUMNS, "rows": rows}


def by_person(team: Team, plan: Plan) -> LinesTable:
    """The plan as a table with a row for each person."""
    given = hours_given(team, plan)
    rows = [
        [
            [person.name, person.role],
            list(plan.tasks_of(person.name)),
            [task for task, name in plan.accountable.items() if name == person.name],
            [words.LEARNS.format(skill=c.skill, coach=c.coach) for c in plan.coaching if c.learner == person.name],
            [words.COACHES.format(learner=c.learner, skill=c.skill) for c in plan.coaching if c.coach == person.name],
            [words.HOURS.format(given=number(given[person.name]), hours=number(person.hours))],
        ]
        for person in team.people
    ]
    return {"title": words.PERSON_TABLE, "columns": words.PERSON_COLUMNS, "rows": rows}


def compared_plans(view: PlanView, made: Made, shown: PlanDetails) -> LinesTable:
    """The seven aims, with the values of this plan and of others."""
    columns = [words.COUNTS, words.THIS_PLAN, *words.COMPARED.values()]
    values = [as_list(made.outcome.values), *(shown.compared[key] for key in words.COMPARED)]
    if view.beside and view.beside.plan:
        columns.insert(2, words.WHOLE_TEAM if view.away else words.WITHOUT_WISHES)
        values.insert(1, as_list(view.beside.values))
    told = [[figure(name, each[at]) for at, name in enumerate(STAGES)] for each in values]
    if made.change:
        columns.append(words.WITHOUT_NAME.format(person=view.away) if view.away else words.WISHES_COST)
        told.append([difference(name, made.change[at]) for at, name in enumerate(STAGES)])
    rows = [[list(words.AIMS[name]), *([column[at]] for column in told)] for at, name in enumerate(STAGES)]
    return {"title": words.COMPARED_TABLE, "columns": columns, "rows": rows}


def figure(name: StageName, value: float) -> str:
    """A value as text: a load in percent, a mean with one decimal."""
    return f"{value:.0%}" if name == "greatest_load" else f"{value:.1f}".removesuffix(".0")


def difference(name: StageName, value: float) -> str:
    """A difference with its sign; no change in words. Shares differ by percentage points."""
    if not value:
        return words.SAME
    sign, much = "+" if value > 0 else "−", abs(value)  # noqa: RUF001 (a minus sign, as one reads it)
    return f"{sign}{_points(much) if name == 'greatest_load' else figure(name, much)}"


def _points(share: float) -> str:
    """A difference of shares in percentage points, since a percentage of a percentage would mean something else."""
    points = f"{100 * share:.0f}" if share >= 0.01 else f"{100 * share:.1g}"
    return words.percentage_points(points)


def _coaching(one: Coaching) -> str:
    return words.COACHING.format(coach=one.coach, learner=one.learner, skill=one.skill)
