"""What a notebook cell can read of the planning page: the team that is open, and the plan."""

from typing import TypedDict

from dlcourse.domain.matching.outcome import Stage
from dlcourse.domain.matching.plan import Plan, as_number
from dlcourse.domain.matching.plan_views import PlanView, Standing, TeamView
from dlcourse.domain.speech import View


class StageValue(TypedDict):
    """A stage: what the plan reaches, and whether no plan does better."""

    stage: str
    value: int | float
    proven: bool


class AssignedParts(TypedDict):
    """Who does what: lists of people by task, the accountable person by task, experts, and coaching."""

    contributors: dict[str, list[str]]
    learners: dict[str, list[str]]
    accountable: dict[str, str]
    experts: list[dict[str, str]]
    coaching: list[dict[str, str]]


class PlanValue(TypedDict):
    """The team that is open, and its plan if one is open.

    ``standing`` is made, conflict, running, failed or cut, and None if no plan is open. ``stages`` are in the order of
    their importance. ``parts`` are None until there is a plan.
    """

    team: str
    people: list[str]
    tasks: list[str]
    plan: str
    standing: Standing | None
    stages: list[StageValue]
    parts: AssignedParts | None


def plan_value(view: View | None) -> PlanValue | None:
    """What is open as plain data; None while a person chooses a team."""
    match view:
        case TeamView(mark=mark, team=team):
            people, tasks = list(team.by_name), list(team.task_by_name)
            nothing: PlanValue = {
                "team": mark.name,
                "people": people,
                "tasks": tasks,
                "plan": "",
                "standing": None,
                "stages": [],
                "parts": None,
            }
            return nothing
        case PlanView():
            return _plan(view)
        case _:
            return None


def _plan(view: PlanView) -> PlanValue:
    outcome = view.made.outcome if view.made else None
    return {
        "team": view.team.name,
        "people": list(view.members.by_name),
        "tasks": list(view.members.task_by_name),
        "plan": view.mark.name,
        "standing": view.mark.standing,
        "stages": [_stage(stage) for stage in outcome.stages] if outcome else [],
        "parts": _parts(outcome.plan) if outcome and outcome.plan else None,
    }


def _stage(stage: Stage) -> StageValue:
    return {"stage": stage.name, "value": as_number(stage.value), "proven": stage.proven}


def _parts(plan: Plan) -> AssignedParts:
    return {
        "contributors": {task: list(names) for task, names in plan.contributors.items()},
        "learners": {task: list(names) for task, names in plan.learners.items()},
        "accountable": dict(plan.accountable),
        "experts": [each.model_dump() for each in plan.experts],
        "coaching": [each.model_dump() for each in plan.coaching],
    }
