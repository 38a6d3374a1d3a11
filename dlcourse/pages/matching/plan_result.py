"""A plan that was made, as it is read: by task and by person, with reasons, what it leaves open, and how good it is."""

from typing import NamedTuple

from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.optimality import contradiction, verdict
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.plan import STAGES, Plan, StageName, as_list, hours_given
from dlcourse.domain.matching.plan_views import Made, PlanDetails, PlanView
from dlcourse.domain.matching.team import Team
from dlcourse.pages.chart import drawn
from dlcourse.pages.program import Props

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
HABITS = (
    "By title: places go to the highest title that still has hours. Heroes first: to whoever can most. By lot: in "
    "random order, the average of 200 draws. None of the three asks who wants to learn."
)


def result(view: PlanView) -> Props | None:
    """What came of the search; None where it has not ended, or its words were removed."""
    made = view.made
    if made is None:
        return None
    if made.outcome.plan is None or view.shown is None:
        return {"conflict": _conflict(view.members, made.outcome)}
    plan = made.outcome.plan
    return {
        "lead": _lead(view, made),
        "tasks": by_task(view.members, plan),
        "people": _by_person(view.members, plan),
        "why": _why(view.shown),
        "open": _open(view.shown),
        "good": {
            "title": "How good it is",
            "note": f"The seven aims in their order; each goes before all that come after it. {HABITS}",
            "table": _compared(view, made, view.shown),
            "verdicts_title": "Can any plan do better?",
            "verdicts": [verdict(stage) for stage in made.outcome.stages],
        },
        "load": drawn(view.shown.load),
        "worth": _worth(view),
        "take": {
            "title": "Take it along",
            "print": "Print this plan",
            "forms": [
                {"form": "xlsx", "text": "Download as a workbook (.xlsx)"},
                {"form": "csv", "text": "Download as a table (.csv)"},
            ],
        },
    }


def _conflict(team: Team, outcome: Outcome) -> Props:
    if outcome.stopped:
        return {"title": "No plan yet", "lines": ["You stopped before a plan was found. Make it again below."]}
    assert outcome.conflict
    return {"title": "No plan keeps all of this", "lines": list(contradiction(team, outcome.conflict))}


def _lead(view: PlanView, made: Made) -> str:
    """The sentence at the top: how sure it is, and what was taken for granted."""
    if made.outcome.stopped:
        sure = "You stopped the search: this is the best plan that was found until then."
    elif made.outcome.proven:
        sure = "No plan is better: every aim is proven."
    else:
        sure = "This is the best plan that was found in the time there is; not every aim is proven."
    return f"{view.away} is taken to be away. {sure}" if view.away else sure


def by_task(team: Team, plan: Plan) -> Props:
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


def _by_person(team: Team, plan: Plan) -> Props:
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


def _why(shown: PlanDetails) -> Props:
    def told(about: dict[str, tuple[str, ...]]) -> list[Props]:
        return [{"name": name, "sentences": list(sentences)} for name, sentences in about.items()]

    return {
        "title": "Why it is so",
        "groups": [
            {"title": "Task by task", "entries": told(shown.reasons.tasks)},
            {"title": "Person by person", "entries": told(shown.reasons.people)},
        ],
    }


def _open(shown: PlanDetails) -> Props:
    lines = [*(gap.text for gap in shown.reasons.gaps), *shown.reasons.unsupported.values()]
    return {"title": "What it leaves open", "lines": lines, "empty": "Nothing: every requirement is met."}


def _compared(view: PlanView, made: Made, shown: PlanDetails) -> Props:
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


def _worth(view: PlanView) -> Props | None:
    """What a person is worth to this plan, on demand: the best plan while they are away."""
    if view.away or view.wishes.all or len(view.members.people) < 2:
        return None
    return {
        "title": "What would be missing without…",
        "intro": "A person is worth what the plan loses while they are away. Choose somebody, and the best plan "
        "without them is made and set beside this one.",
        "label": "Who is away",
        "people": [person.name for person in view.members.people],
        "submit": "Make the plan without them",
        "name": "Without {name}",
        "team": view.team.team,
    }
